//! Sign-in pages in all their disguises, told by what came.
//!
//! A proxy in front of an API answers with a web page and status 200, redirects to another host, sends 401 with
//! a page instead of problem details, or says "login required" in JSON with status 200. None of these is
//! a broken document: somebody has to sign in.

use crate::json::{self, Kind, Value};
use crate::letters;

use super::Received;

/// How an answer asks to sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SignIn {
    /// By its status (401, or a kin of it), whatever its body is.
    Status,
    /// A sign-in page with another status, at the address that was asked.
    Page,
    /// A redirect to a sign-in page.
    Redirect,
    /// Words in a JSON answer that claims success.
    Json,
    /// A proxy between here and there wants it (407).
    Proxy,
}

/// How an answer asks to sign in, in all its disguises; none if it does not.
pub fn sign_in(received: &Received<'_>) -> Option<SignIn> {
    let html = looks_like_html(received.body);
    let redirected = received.was_redirected();
    match received.status {
        401 | 419 | 440 => Some(SignIn::Status),
        407 => Some(SignIn::Proxy),
        _ if redirected && html && (answered_at_login(received) || is_sign_in_page(received.body)) => {
            Some(SignIn::Redirect)
        }
        200..=299 | 403 if html && is_sign_in_page(received.body) => Some(SignIn::Page),
        200..=299 if says_sign_in(received.body) => Some(SignIn::Json),
        _ => None,
    }
}

fn answered_at_login(received: &Received<'_>) -> bool {
    received.answered.is_some_and(|answered| {
        let host = answered.host.split('.').next().unwrap_or_default();
        answered.path.split('/').chain([host]).any(login_word)
    })
}

/// A path segment or host name that leads to a sign-in page.
fn login_word(segment: &str) -> bool {
    let words = [
        "login",
        "logon",
        "signin",
        "sign-in",
        "sign_in",
        "sso",
        "saml",
        "saml2",
        "oauth",
        "oauth2",
        "auth",
        "authorize",
        "openid",
        "adfs",
        "cas",
        "idp",
        "accounts",
        "identity",
        "keycloak",
    ];
    let segment = segment.to_ascii_lowercase();
    let stem = segment.split(['.', ';', ':']).next().unwrap_or_default();
    words.contains(&stem)
}

/// Whether a body is a web page, by its text: the content type is not believed.
pub fn looks_like_html(body: &[u8]) -> bool {
    let head = head(body, 1_024);
    let mut text = head.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    // Comments and the XML declaration may stand before the page begins.
    while let Some(rest) = text.strip_prefix("<!--").or_else(|| text.strip_prefix("<?")) {
        let end = rest.find("-->").map(|at| at + 3).or_else(|| rest.find("?>").map(|at| at + 2));
        text = end.and_then(|end| rest.get(end..)).unwrap_or_default().trim_start();
    }
    let openings = [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<script",
        "<meta",
        "<title",
        "<form",
        "<div",
        "<h1",
        "<center",
        "<p>",
        "<style",
        "<link",
    ];
    openings.iter().any(|opening| text.starts_with(opening))
}

/// The first bytes of a body as text in lower case.
fn head(body: &[u8], most: usize) -> String {
    String::from_utf8_lossy(body.get(..most).unwrap_or(body)).to_ascii_lowercase()
}

/// Whether a web page asks to sign in.
fn is_sign_in_page(body: &[u8]) -> bool {
    let text = head(body, 65_536);
    let marks = [
        "type=\"password\"",
        "type='password'",
        "type=password",
        "samlrequest",
        "samlresponse",
        "oauth2/authorize",
        "openid-connect",
        "/adfs/ls",
        "name=\"username\"",
        "name=\"j_username\"",
    ];
    let title = text.split("<title").nth(1).and_then(|rest| rest.split("</title").next()).unwrap_or_default();
    let titles = [
        "sign in",
        "sign-in",
        "signin",
        "log in",
        "log-in",
        "login",
        "log on",
        "logon",
        "single sign",
        "authenticat",
        "session expired",
        "sso",
    ];
    let refresh = text.contains("http-equiv=\"refresh\"")
        && ["login", "signin", "sso", "/auth"].iter().any(|word| text.contains(word));
    refresh || marks.iter().any(|mark| text.contains(mark)) || titles.iter().any(|word| title.contains(word))
}

/// Whether a web page is one of a network that wants it visited first.
pub(super) fn says_portal(body: &[u8]) -> bool {
    let text = head(body, 65_536);
    ["captive", "hotspot", "wispaccessgatewayparam", "guest wi-fi", "guest wifi"]
        .iter()
        .any(|mark| text.contains(mark))
}

/// The most bytes of an answer that claims success and still may be a request to sign in.
const LONGEST_SIGN_IN: usize = 16 << 10;

/// Whether a small JSON object says that somebody has to sign in.
fn says_sign_in(body: &[u8]) -> bool {
    if body.len() > LONGEST_SIGN_IN {
        return false;
    }
    let Ok(document) = json::read(body, &json::Limits::default()) else { return false };
    let root = document.root();
    let data = ["_links", "_embedded", "items", "elements", "releases", "id", "version", "name", "product"];
    if root.kind() != Kind::Object || data.iter().any(|name| root.get(name).is_some()) {
        return false;
    }
    let told = [
        "error",
        "errors",
        "error_code",
        "errorCode",
        "errorType",
        "code",
        "status",
        "reason",
        "type",
        "title",
        "message",
        "error_description",
        "detail",
    ];
    let leads = [
        "login_url",
        "loginUrl",
        "login_uri",
        "loginUri",
        "signin_url",
        "signInUrl",
        "sign_in_url",
        "authenticationUrl",
        "auth_url",
        "authUrl",
    ];
    let inner = root.get("error").filter(|error| error.kind() == Kind::Object);
    let places = std::iter::once(root).chain(inner);
    leads.iter().any(|name| root.get(name).is_some())
        || places
            .flat_map(|place| told.iter().filter_map(move |name| place.get(name)))
            .any(value_says_sign_in)
}

fn value_says_sign_in(value: Value<'_>) -> bool {
    if !value.is_leaf() {
        return false;
    }
    let words: String =
        letters::lower(&value.shown().chars().filter(|c| c.is_alphanumeric()).collect::<String>());
    let marks = [
        "loginrequired",
        "signinrequired",
        "loginneeded",
        "notloggedin",
        "notsignedin",
        "notauthenticated",
        "unauthenticated",
        "unauthorized",
        "unauthorised",
        "authenticationrequired",
        "authenticationfailed",
        "authrequired",
        "invalidtoken",
        "tokenexpired",
        "expiredtoken",
        "tokenhasexpired",
        "sessionexpired",
        "sessionhasexpired",
        "sessiontimeout",
        "pleaselogin",
        "pleasesignin",
        "pleaselogin",
        "mustlogin",
        "mustsignin",
        "invalidgrant",
    ];
    words == "401" || marks.iter().any(|mark| words.contains(mark))
}
