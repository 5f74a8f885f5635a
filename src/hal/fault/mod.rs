//! What went wrong with a request: one class, what came, the likely causes and the ways on, as data.
//!
//! The browser says `TypeError: Failed to fetch` for everything that fails before an answer, and a proxy
//! says 200 for a sign-in page. So an answer is classified by what it is, not by what it says it is: its
//! status, where it was answered from, and what its body looks like. The words for people are chosen by
//! the text room from these facts.

use crate::json::{self, Refusal};

use super::secret::Secrets;
use super::trust::Parts;

mod detail;
mod sign_in;
mod silence;
mod wait;

pub use detail::{Detail, DetailForm, Line, detail, detail_of};
pub use sign_in::{SignIn, looks_like_html, sign_in};
pub use silence::{Silence, silent_causes};
pub use wait::{LONGEST_WAIT_MILLIS, SANE_WAIT_MILLIS, back_off_millis, wait_millis};

/// The class of a failure: each has its own words and its own ways on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// No answer: see the causes.
    Network,
    /// No whole answer in time (the time limit covers the body).
    Timeout,
    /// Sign in (again): 401, or a sign-in page in whichever disguise.
    Auth,
    /// 403.
    Forbidden,
    /// 404, 410.
    Missing,
    /// 409, 412.
    Conflict,
    /// 429.
    Rate,
    /// 5xx.
    Server,
    /// Any other status, or an answer from somewhere else than was asked.
    Http,
    /// A web page instead of JSON.
    Html,
    /// Not JSON, with line and column.
    NotJson,
    /// JSON that ends too early.
    Truncated,
    /// More bytes than are read.
    TooBig,
    /// Nested more deeply than is read.
    TooDeep,
    /// JSON, but no document that is known: the raw tree can still be read.
    Shape,
    /// The document is shown, with notices.
    Partial,
    /// Stopped by the user, by a newer request, or by leaving: no failure to show.
    Stopped,
    /// Never sent: see the causes.
    Withheld,
}

impl Class {
    /// The word by which texts, exports and logs name it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Network => "network",
            Self::Timeout => "timeout",
            Self::Auth => "auth",
            Self::Forbidden => "forbidden",
            Self::Missing => "missing",
            Self::Conflict => "conflict",
            Self::Rate => "rate",
            Self::Server => "server",
            Self::Http => "http",
            Self::Html => "html",
            Self::NotJson => "not-json",
            Self::Truncated => "truncated",
            Self::TooBig => "too-big",
            Self::TooDeep => "too-deep",
            Self::Shape => "shape",
            Self::Partial => "partial",
            Self::Stopped => "stopped",
            Self::Withheld => "withheld",
        }
    }

    /// The class of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.word() == word)
    }

    /// Every class.
    pub const ALL: [Self; 18] = [
        Self::Network,
        Self::Timeout,
        Self::Auth,
        Self::Forbidden,
        Self::Missing,
        Self::Conflict,
        Self::Rate,
        Self::Server,
        Self::Http,
        Self::Html,
        Self::NotJson,
        Self::Truncated,
        Self::TooBig,
        Self::TooDeep,
        Self::Shape,
        Self::Partial,
        Self::Stopped,
        Self::Withheld,
    ];

    /// Whether the same request may well succeed a moment later.
    pub const fn is_passing(self) -> bool {
        matches!(self, Self::Network | Self::Timeout | Self::Rate | Self::Server)
    }
}

/// One failure, without secrets: it can be shown, copied and exported as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Its class.
    pub class: Class,
    /// The address that was asked, secrets masked.
    pub address: String,
    /// The status of the answer, if there was one.
    pub status: Option<u16>,
    /// What may have caused it, likeliest first.
    pub causes: Vec<Cause>,
    /// How the answer asks to sign in.
    pub sign_in: Option<SignIn>,
    /// The server's own words, from an answer in JSON.
    pub detail: Option<Detail>,
    /// The beginning of the body as text.
    pub excerpt: Option<Excerpt>,
    /// How long to wait before asking again, in milliseconds.
    pub retry_after_millis: Option<u64>,
    /// Where and why the JSON reader refused.
    pub refusal: Option<Refusal>,
    /// The answer's headers, by name in lower case.
    pub headers: Vec<(String, String)>,
}

/// The class of a document that the JSON reader refused.
const fn refused_class(refused: json::Class) -> Class {
    match refused {
        json::Class::Html => Class::Html,
        json::Class::Truncated => Class::Truncated,
        json::Class::TooDeep { .. } => Class::TooDeep,
        json::Class::TooBig { .. } => Class::TooBig,
        _ => Class::NotJson,
    }
}

impl Fault {
    /// What is wrong with a file or a pasted text that the JSON reader refused.
    pub fn of_document(refusal: Refusal) -> Self {
        let refused = refused_class(refusal.class);
        let fault = Self { refusal: Some(refusal), ..Self::new(refused, "", &Secrets::default()) };
        fault.with_limit()
    }

    /// Names the limit that the reader kept to.
    fn with_limit(mut self) -> Self {
        if let Some(json::Class::TooBig { limit }) = self.refusal.map(|refusal| refusal.class) {
            self.causes.push(Cause::LargerThan { bytes: limit as u64 });
        }
        self
    }

    /// How many bytes there are of a document that holds nothing, or white space alone.
    pub fn empty_bytes(&self) -> Option<usize> {
        let empty = |refusal: &Refusal| refusal.class == json::Class::Empty;
        self.refusal.filter(empty).map(|refusal| refusal.offset)
    }

    /// The next limit in bytes to try after [`Class::TooBig`]; none where no more can be read.
    pub fn raised_limit(&self) -> Option<u64> {
        let larger = |cause: &Cause| match cause {
            Cause::LargerThan { bytes } => Some(*bytes),
            _ => None,
        };
        let limit = self.causes.iter().find_map(larger)?;
        (limit < MOST_BYTES).then(|| limit.saturating_mul(4).min(MOST_BYTES))
    }

    /// A failure without an answer. The address is masked here.
    pub fn new(class: Class, address: &str, secrets: &Secrets) -> Self {
        Self {
            class,
            address: secrets.address(address),
            status: None,
            causes: Vec::new(),
            sign_in: None,
            detail: None,
            excerpt: None,
            retry_after_millis: None,
            refusal: None,
            headers: Vec::new(),
        }
    }

    /// The same with one more cause.
    #[must_use]
    pub fn because(mut self, cause: Cause) -> Self {
        self.causes.push(cause);
        self
    }

    /// The ways on, likeliest first.
    pub fn ways(&self) -> Vec<Way> {
        match self.class {
            Class::Network => vec![Way::Retry, Way::Proxy, Way::OpenFile, Way::HostPage],
            Class::Timeout | Class::Server | Class::Rate | Class::Truncated | Class::Stopped => {
                vec![Way::Retry, Way::OpenFile]
            }
            Class::Auth => vec![Way::SignIn, Way::OpenInTab, Way::OpenFile],
            Class::Forbidden => vec![Way::SignIn, Way::Retry, Way::OpenFile],
            Class::Missing | Class::Conflict | Class::Http => vec![Way::Retry, Way::ShowBody],
            Class::Html => vec![Way::OpenInTab, Way::Retry, Way::ShowBody, Way::OpenFile],
            Class::NotJson => vec![Way::ShowBody, Way::Retry, Way::OpenFile],
            Class::TooBig => vec![Way::RaiseLimit, Way::OpenFile],
            Class::TooDeep | Class::Shape | Class::Partial => vec![Way::ShowBody],
            Class::Withheld if self.causes.contains(&Cause::MixedContent) => {
                vec![Way::Proxy, Way::OpenFile, Way::HostPage]
            }
            Class::Withheld => vec![Way::OpenFile],
        }
    }
}

/// A way on after a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// Ask again.
    Retry,
    /// Enter a token.
    SignIn,
    /// Open the address in a tab of its own, to sign in there or to see the page.
    OpenInTab,
    /// Serve the API below the viewer's own origin.
    Proxy,
    /// Save the document and open the file.
    OpenFile,
    /// Let the page that embeds the viewer hand the document over.
    HostPage,
    /// Read more bytes.
    RaiseLimit,
    /// Look at what came.
    ShowBody,
}

/// What may have caused a failure.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// The browser says that it is offline.
    Offline,
    /// The page is `https` and the address `http`: the browser refuses.
    MixedContent,
    /// The server does not allow this page's origin: it would have to answer
    /// `Access-Control-Allow-Origin: <origin>`.
    Cors {
        /// The origin to allow.
        origin: String,
        /// Whether a token is sent, so that the header `Authorization` must be allowed too.
        with_token: bool,
    },
    /// The page's own policy (`connect-src`) may not name the address.
    PagePolicy,
    /// The certificate may not be trusted (self-signed ones fail without a word).
    Certificate,
    /// The host may not exist, not be reachable from here, or refuse the port.
    Unreachable,
    /// Too many redirects, or a redirect that the browser may not follow.
    Redirects,
    /// The answer began and then broke off.
    BrokeOff {
        /// Bytes that had come.
        bytes: u64,
    },
    /// The body is encoded (`Content-Encoding`) in a way that could not be undone.
    Encoding,
    /// The answer came from another host than was asked.
    AnsweredElsewhere {
        /// Host and port, in punycode.
        host: String,
    },
    /// A network that wants its own page visited first.
    CaptivePortal,
    /// It took longer than this.
    TookLonger {
        /// The limit in milliseconds.
        millis: u64,
    },
    /// It is larger than this.
    LargerThan {
        /// The limit in bytes.
        bytes: u64,
    },
    /// The answer has no body.
    NoBody,
    /// Requests are switched off.
    RequestsOff,
    /// The address has braces that nobody filled in.
    Template,
    /// The address cannot be asked for: not of the web, or a user name in it.
    NotAskable,
    /// The token has characters that a header cannot have.
    BadToken,
    /// The host page's own fetcher failed.
    HostFetcher,
    /// The viewer was published without its sample.
    NoSample,
}

/// The beginning of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// As text, secrets masked.
    pub text: String,
    /// Whether there is more.
    pub is_cut: bool,
}

/// An answer as it came, before anybody read it.
#[derive(Clone, Copy, Debug)]
pub struct Received<'a> {
    /// The address that was asked.
    pub address: &'a str,
    /// Its parts.
    pub asked: &'a Parts,
    /// The parts of the address that answered; none if the browser does not say (a host page's fetcher).
    pub answered: Option<&'a Parts>,
    /// The status.
    pub status: u16,
    /// Header names in lower case, with their values.
    pub headers: &'a [(String, String)],
    /// The body.
    pub body: &'a [u8],
}

impl<'a> Received<'a> {
    /// The first header of this name (in lower case).
    pub fn header(&self, name: &str) -> Option<&'a str> {
        self.headers.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// Whether another address answered than was asked.
    pub(super) fn was_redirected(&self) -> bool {
        self.answered.is_some_and(|answered| {
            answered.origin() != self.asked.origin() || answered.path != self.asked.path
        })
    }

    fn came_from_elsewhere(&self) -> Option<String> {
        self.answered.filter(|answered| answered.origin() != self.asked.origin()).map(Parts::host_shown)
    }
}

/// The failure that an answer is, if it is one; none if its body is to be read as JSON.
///
/// Never believes the content type: right JSON under a wrong one is read, and a web page is known by its
/// text. What is neither is left to the JSON reader, which names it ([`of_refusal`]).
pub fn classify(received: &Received<'_>, secrets: &Secrets, now_millis: i64) -> Option<Fault> {
    let class = class_of(received)?;
    let mut fault = Fault::new(class, received.address, secrets);
    fault.status = Some(received.status);
    fault.sign_in = sign_in(received);
    fault.headers =
        received.headers.iter().map(|(name, value)| (name.clone(), secrets.text(value))).collect();
    fault.detail = detail(received.body, secrets);
    fault.excerpt = excerpt(received.body, secrets);
    if matches!(class, Class::Rate | Class::Server) {
        fault.retry_after_millis = received.header("retry-after").map(|value| wait_millis(value, now_millis));
    }
    fault.causes = causes(received, class);
    Some(fault)
}

fn class_of(received: &Received<'_>) -> Option<Class> {
    if sign_in(received).is_some() {
        return Some(Class::Auth);
    }
    match received.status {
        200..=203 | 206..=299 => class_of_success(received),
        403 => Some(Class::Forbidden),
        404 | 410 => Some(Class::Missing),
        408 => Some(Class::Timeout),
        409 | 412 => Some(Class::Conflict),
        429 => Some(Class::Rate),
        511 => Some(Class::Html),
        500..=599 => Some(Class::Server),
        _ => Some(Class::Http),
    }
}

fn class_of_success(received: &Received<'_>) -> Option<Class> {
    if looks_like_html(received.body) {
        return Some(Class::Html);
    }
    received.came_from_elsewhere().map(|_| Class::Http)
}

fn causes(received: &Received<'_>, class: Class) -> Vec<Cause> {
    let elsewhere = received.came_from_elsewhere();
    let portal = received.status == 511
        || (class == Class::Html && (elsewhere.is_some() || sign_in::says_portal(received.body)));
    let mut causes = Vec::new();
    causes.extend(elsewhere.map(|host| Cause::AnsweredElsewhere { host }));
    causes.extend(portal.then_some(Cause::CaptivePortal));
    causes.extend((received.body.is_empty() && class == Class::Http).then_some(Cause::NoBody));
    causes
}

/// The most bytes that can be read at all.
const MOST_BYTES: u64 = 512 << 20;

/// The most bytes of a body that are shown with a failure.
const LONGEST_EXCERPT: usize = 4_096;

/// The beginning of a body as text; none of an empty one.
pub fn excerpt(body: &[u8], secrets: &Secrets) -> Option<Excerpt> {
    // Secrets are masked in more than is shown, so that the cut never leaves the first half of one.
    let window = body.get(..LONGEST_EXCERPT + 1_024).unwrap_or(body);
    let masked = secrets.text(&String::from_utf8_lossy(window));
    let end = (0..=LONGEST_EXCERPT).rev().find(|&at| masked.is_char_boundary(at)).unwrap_or_default();
    let text = masked.get(..end).unwrap_or(&masked).to_owned();
    let is_cut = text.len() < masked.len() || window.len() < body.len();
    (!body.is_empty()).then_some(Excerpt { text, is_cut })
}

/// The failure that a refusal of the JSON reader is.
pub fn of_refusal(refusal: Refusal, received: &Received<'_>, secrets: &Secrets) -> Fault {
    let mut fault = Fault::new(refused_class(refusal.class), received.address, secrets);
    fault.status = Some(received.status);
    fault.headers =
        received.headers.iter().map(|(name, value)| (name.clone(), secrets.text(value))).collect();
    fault.excerpt = excerpt(received.body, secrets);
    fault.refusal = Some(refusal);
    if refusal.class == json::Class::Empty {
        fault.causes.push(Cause::NoBody);
    }
    fault.with_limit()
}
