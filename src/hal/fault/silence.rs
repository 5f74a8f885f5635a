//! The likely causes of a request that failed without a word.
//!
//! Browsers hide why a request failed (CORS, certificate, DNS, mixed content all read "Failed to fetch"),
//! so all that can be said is which causes are possible here, and what each would need.

use super::super::trust::Parts;
use super::Cause;

/// What is known when a request failed without an answer.
#[derive(Clone, Copy, Debug)]
pub struct Silence<'a> {
    /// The address that was asked.
    pub asked: &'a Parts,
    /// The page's own address.
    pub page: &'a Parts,
    /// Whether the browser says that it is online.
    pub is_online: bool,
    /// Whether a token was sent.
    pub with_token: bool,
    /// The bytes that had come, if the answer had begun.
    pub came: Option<u64>,
    /// Whether a content encoding was named.
    pub is_encoded: bool,
}

/// The likely causes of a silent failure, likeliest first; all that applies is listed, since browsers tell
/// none of them apart.
pub fn silent_causes(silence: &Silence<'_>) -> Vec<Cause> {
    let &Silence { asked, page, is_online, with_token, came, is_encoded } = silence;
    let mut causes = Vec::new();
    if let Some(bytes) = came {
        causes.extend((is_encoded && bytes == 0).then_some(Cause::Encoding));
        causes.push(Cause::BrokeOff { bytes });
        return causes;
    }
    let local = matches!(asked.host.as_str(), "localhost" | "127.0.0.1" | "[::1]")
        || asked.host.ends_with(".localhost");
    let crosses = asked.origin() != page.origin();
    causes.extend((!is_online && !local).then_some(Cause::Offline));
    causes
        .extend((page.scheme == "https" && asked.scheme == "http" && !local).then_some(Cause::MixedContent));
    causes.extend(crosses.then(|| Cause::Cors { origin: page_origin(page), with_token }));
    causes.push(Cause::Unreachable);
    causes.extend((asked.scheme == "https").then_some(Cause::Certificate));
    causes.push(Cause::Redirects);
    causes.extend(crosses.then_some(Cause::PagePolicy));
    causes
}

/// The origin that a server has to allow; pages from files and sandboxed frames have the origin `null`.
fn page_origin(page: &Parts) -> String {
    if page.is_web() { page.origin() } else { "null".to_owned() }
}
