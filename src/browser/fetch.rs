//! THE one function that sends a request.
//!
//! Everything that must hold for every request holds here and nowhere else: GET only, the token only to its
//! own origin, no cookies unless asked for, no referrer, no address with braces, a limit in bytes and a
//! limit in time that covers the body, and an end when its [`Abort`] is dropped. Whatever goes wrong comes
//! back as a [`Fault`]: classified, with its causes, without secrets.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Headers, ReadableStreamDefaultReader, ReferrerPolicy, RequestCache, RequestCredentials,
    RequestInit, RequestMode, RequestRedirect, Response,
};

use crate::hal::address::has_braces;
use crate::hal::fault::{Cause, Class, Fault, Received, Silence, back_off_millis, classify, silent_causes};
use crate::hal::secret::Secrets;
use crate::hal::token::Tokens;
use crate::hal::trust::Parts;
pub use crate::session::config::Credentials;

pub use super::abort::{Abort, Signal};
use super::address::{Address, page, parse};
use super::early;
use super::measure::{Moment, measure};
use super::online::is_online;
use super::timer::{Timer, chance, now_millis, sleep};

/// What holds for all requests of one session.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The most bytes of a body.
    pub max_bytes: u64,
    /// The most time for an answer with its body, in milliseconds.
    pub timeout_millis: u64,
    /// The most requests that a crawl sends without a click.
    pub max_requests: u32,
    /// Whether cookies are sent.
    pub credentials: Credentials,
    /// Whether requests are switched off (the attribute `offline`).
    pub is_offline: bool,
    /// How often a request is sent again after a failure that may pass. A crawl repeats by itself: 0.
    pub repetitions: u32,
    /// The host page's own fetcher, which takes a `Request` and gives a promise of a `Response`.
    pub fetcher: Option<Function>,
    /// Tokens by origin.
    pub tokens: Tokens,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            max_bytes: 64 << 20,
            timeout_millis: 60_000,
            max_requests: 300,
            credentials: Credentials::Omit,
            is_offline: false,
            repetitions: 2,
            fetcher: None,
            tokens: Tokens::default(),
        }
    }
}

/// One request.
#[derive(Clone, Debug)]
pub struct Ask {
    /// Where to.
    pub address: Address,
    /// Whether the browser's cache is passed by (a refresh).
    pub is_refresh: bool,
    /// Whether an answer from another origin (after a redirect) is accepted: somebody was asked.
    pub allows_elsewhere: bool,
}

impl Ask {
    /// A plain request.
    pub fn new(address: Address) -> Self {
        Self { address, is_refresh: false, allows_elsewhere: false }
    }
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The address that answered (secrets included: mask it before it is shown).
    pub address: Address,
    /// The status.
    pub status: u16,
    /// Header names in lower case with their values; only those that the server lets this page see.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub bytes: Vec<u8>,
    /// When it was complete, in milliseconds since 1970.
    pub loaded_millis: i64,
    /// How long it took, in milliseconds.
    pub took_millis: f64,
}

/// A request that did not give a document.
#[derive(Clone, Debug)]
pub struct Failed {
    /// What went wrong.
    pub fault: Fault,
    /// The answer, if one came: the inspector shows its body.
    pub answer: Option<Answer>,
}

/// How much of a body has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Bytes so far.
    pub bytes: u64,
    /// Bytes in all, if the server says so and the body is not encoded.
    pub total: Option<u64>,
}

/// Sends a request and reads its body.
///
/// `progress` is called for every piece of the body. The answer is whole and is neither a web page nor an
/// error; whether it is JSON is left to the reader ([`super::read::read`]).
///
/// # Errors
/// [`Failed`], with the body if one came.
pub async fn fetch(
    ask: &Ask,
    settings: &Settings,
    signal: &Signal,
    progress: impl Fn(Progress),
) -> Result<Answer, Box<Failed>> {
    let secrets = settings.tokens.secrets();
    if let Some(fault) = withheld(ask, settings, &secrets) {
        return Err(Box::new(Failed { fault, answer: None }));
    }
    let mut attempt = 0;
    loop {
        attempt += 1;
        let result = Exchange::run(ask, settings, &secrets, signal, &progress).await;
        let Err(failed) = &result else { return result };
        let Some(pause) = pause_before_repetition(&failed.fault, attempt, settings.repetitions) else {
            return result;
        };
        sleep(pause, signal).await;
        if signal.is_aborted() {
            return Err(Box::new(Failed {
                fault: Fault::new(Class::Stopped, &ask.address.href, &secrets),
                answer: None,
            }));
        }
    }
}

/// What is never sent.
fn withheld(ask: &Ask, settings: &Settings, secrets: &Secrets) -> Option<Fault> {
    let target = &ask.address.parts;
    let fault = |class, cause| Some(Fault::new(class, &ask.address.href, secrets).because(cause));
    if settings.is_offline {
        return fault(Class::Withheld, Cause::RequestsOff);
    }
    if !target.is_web() || target.user_info {
        return fault(Class::Withheld, Cause::NotAskable);
    }
    if has_braces(&ask.address.href) {
        return fault(Class::Withheld, Cause::Template);
    }
    let local = matches!(target.host.as_str(), "localhost" | "127.0.0.1" | "[::1]")
        || target.host.ends_with(".localhost");
    let mixed = settings.fetcher.is_none() && page().scheme == "https" && target.scheme == "http" && !local;
    if mixed { fault(Class::Network, Cause::MixedContent) } else { None }
}

/// How long to wait before a failed request is sent again; none if it is not.
fn pause_before_repetition(fault: &Fault, attempt: u32, repetitions: u32) -> Option<u64> {
    /// The longest wait that a person is kept waiting for without a word.
    const LONGEST_PAUSE_MILLIS: u64 = 10_000;
    let passing = match fault.class {
        Class::Rate => fault.retry_after_millis.is_some(),
        Class::Server => matches!(fault.status, Some(502..=504)),
        // Across origins it is most likely CORS, which does not pass.
        Class::Network => !fault
            .causes
            .iter()
            .any(|cause| matches!(cause, Cause::Cors { .. } | Cause::Offline | Cause::MixedContent)),
        _ => false,
    };
    let pause = fault.retry_after_millis.unwrap_or_default().max(back_off_millis(attempt, chance()));
    (passing && attempt <= repetitions && pause <= LONGEST_PAUSE_MILLIS).then_some(pause)
}

/// One request under way: what it is about, and who may end it.
struct Exchange<'a> {
    ask: &'a Ask,
    settings: &'a Settings,
    secrets: &'a Secrets,
    controller: AbortController,
    /// Why it was ended from here, if it was.
    ended: Rc<Cell<Option<Class>>>,
    start: Moment,
}

impl<'a> Exchange<'a> {
    async fn run(
        ask: &'a Ask,
        settings: &'a Settings,
        secrets: &'a Secrets,
        signal: &Signal,
        progress: &impl Fn(Progress),
    ) -> Result<Answer, Box<Failed>> {
        let stopped = || {
            Box::new(Failed { fault: Fault::new(Class::Stopped, &ask.address.href, secrets), answer: None })
        };
        let controller = AbortController::new().map_err(|_| stopped())?;
        if signal.is_aborted() {
            return Err(stopped());
        }
        let exchange =
            Self { ask, settings, secrets, controller, ended: Rc::default(), start: Moment::now() };
        let _stop = signal.on_abort(exchange.ender(Class::Stopped));
        let _timeout = Timer::after(settings.timeout_millis, exchange.ender(Class::Timeout));
        exchange.answer(progress).await
    }

    /// Ends the request and remembers why.
    fn ender(&self, class: Class) -> impl Fn() + 'static {
        let (ended, controller) = (self.ended.clone(), self.controller.clone());
        move || {
            if ended.get().is_none() {
                ended.set(Some(class));
            }
            controller.abort();
        }
    }

    async fn answer(&self, progress: &impl Fn(Progress)) -> Result<Answer, Box<Failed>> {
        let response = self.send().await?;
        let mut answer = Answer {
            address: parse(&response.url(), None).unwrap_or_else(|| self.ask.address.clone()),
            status: response.status(),
            headers: headers_of(&response.headers()),
            bytes: Vec::new(),
            loaded_millis: 0,
            took_millis: 0.0,
        };
        let body = self.body(&response, &mut answer, progress).await;
        answer.loaded_millis = now_millis();
        answer.took_millis = self.start.elapsed_millis();
        measure("atlas:fetch", self.start, &[("bytes", answer.bytes.len() as f64)]);
        if let Err(fault) = body {
            return Err(Box::new(Failed { fault, answer: Some(answer) }));
        }
        match self.judged(&answer, !response.url().is_empty()) {
            Some(fault) => Err(Box::new(Failed { fault, answer: Some(answer) })),
            None => Ok(answer),
        }
    }

    async fn send(&self) -> Result<Response, Box<Failed>> {
        let request = self.request().map_err(|cause| self.failed(Class::Withheld, cause))?;
        let promise: Promise = match &self.settings.fetcher {
            Some(fetcher) => match fetcher.call1(&JsValue::UNDEFINED, &request) {
                // A page's own fetcher need not heed the signal; who waits for it does.
                Ok(given) => Promise::race(&js_sys::Array::of2(&given, &self.end_of_waiting())),
                Err(_) => return Err(self.failed(Class::Network, Cause::HostFetcher)),
            },
            None => match (self.early(&request), web_sys::window()) {
                (Some(early), _) => Promise::race(&js_sys::Array::of2(&early, &self.end_of_waiting())),
                (None, Some(window)) => window.fetch_with_request(&request),
                (None, None) => return Err(self.failed(Class::Withheld, Cause::NotAskable)),
            },
        };
        let Ok(given) = JsFuture::from(promise).await else {
            return Err(Box::new(Failed { fault: self.silence(None, false), answer: None }));
        };
        // A host page in another frame has another `Response`: known by what it has, not by its class.
        let is_response =
            Reflect::get(&given, &"status".into()).is_ok_and(|status| status.as_f64().is_some());
        if is_response {
            Ok(given.unchecked_into())
        } else {
            Err(self.failed(Class::Network, Cause::HostFetcher))
        }
    }

    /// The answer to the very same request that the loader sent already: no token, no cookies, no refresh.
    fn early(&self, request: &web_sys::Request) -> Option<Promise> {
        let has_token = self.settings.tokens.header(&self.ask.address.parts).is_some();
        let is_plain = !has_token && !self.ask.is_refresh && self.settings.credentials == Credentials::Omit;
        if is_plain { early::take(request) } else { None }
    }

    /// Fails when the request is ended from here.
    fn end_of_waiting(&self) -> Promise {
        let signal = self.controller.signal();
        Promise::new(&mut |_, fail| {
            let options = web_sys::AddEventListenerOptions::new();
            options.set_once(true);
            let _ = signal
                .add_event_listener_with_callback_and_add_event_listener_options("abort", &fail, &options);
        })
    }

    fn request(&self) -> Result<web_sys::Request, Cause> {
        let headers = Headers::new().map_err(|_| Cause::NotAskable)?;
        let set = |name: &str, value: &str| headers.set(name, value).map_err(|_| Cause::BadToken);
        set("Accept", "application/hal+json, application/json, */*;q=0.1")?;
        if let Some(authorization) = self.settings.tokens.header(&self.ask.address.parts) {
            set("Authorization", &authorization)?;
        }
        let init = RequestInit::new();
        init.set_method("GET");
        init.set_headers(&headers);
        init.set_mode(RequestMode::Cors);
        init.set_redirect(RequestRedirect::Follow);
        init.set_referrer_policy(ReferrerPolicy::NoReferrer);
        init.set_cache(if self.ask.is_refresh { RequestCache::NoCache } else { RequestCache::Default });
        init.set_credentials(match self.settings.credentials {
            Credentials::Omit => RequestCredentials::Omit,
            Credentials::SameOrigin => RequestCredentials::SameOrigin,
            Credentials::Include => RequestCredentials::Include,
        });
        init.set_signal(Some(&self.controller.signal()));
        web_sys::Request::new_with_str_and_init(&self.ask.address.href, &init).map_err(|_| Cause::NotAskable)
    }

    /// Reads the body piece by piece into `answer`.
    async fn body(
        &self,
        response: &Response,
        answer: &mut Answer,
        progress: &impl Fn(Progress),
    ) -> Result<(), Fault> {
        let Some(stream) = response.body() else { return Ok(()) };
        let is_encoded = header(answer, "content-encoding").is_some();
        let stated: Option<u64> = header(answer, "content-length").and_then(|length| length.parse().ok());
        let limit = self.settings.max_bytes;
        if !is_encoded && stated.is_some_and(|length| length > limit) {
            return Err(self.too_big());
        }
        let total = stated.filter(|_| !is_encoded);
        // Room at once: growing step by step leaves holes of half its size behind. Without it, it grows as it comes.
        let _ = answer.bytes.try_reserve_exact(total.unwrap_or_default() as usize);
        let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
        loop {
            let came = answer.bytes.len() as u64;
            let piece =
                JsFuture::from(reader.read()).await.map_err(|_| self.silence(Some(came), is_encoded))?;
            let Some(chunk) = chunk_of(&piece) else { return Ok(()) };
            if came + u64::from(chunk.length()) > limit {
                return Err(self.too_big());
            }
            let at = answer.bytes.len();
            answer.bytes.resize(at + chunk.length() as usize, 0);
            if let Some(room) = answer.bytes.get_mut(at..) {
                chunk.copy_to(room);
            }
            let bytes = answer.bytes.len() as u64;
            progress(Progress { bytes, total: total.filter(|&total| bytes <= total) });
        }
    }

    fn too_big(&self) -> Fault {
        self.controller.abort();
        let limit = Cause::LargerThan { bytes: self.settings.max_bytes };
        Fault::new(Class::TooBig, &self.ask.address.href, self.secrets).because(limit)
    }

    /// The failure that a whole answer is, if it is one.
    fn judged(&self, answer: &Answer, says_where: bool) -> Option<Fault> {
        let asked = &self.ask.address.parts;
        let allowed =
            !says_where || (self.ask.allows_elsewhere && answer.address.parts.origin() != asked.origin());
        let received = Received {
            address: &self.ask.address.href,
            asked,
            answered: if allowed { None } else { Some(&answer.address.parts) },
            status: answer.status,
            headers: &answer.headers,
            body: &answer.bytes,
        };
        classify(&received, self.secrets, now_millis())
    }

    /// A failure without a word: stopped or timed out from here, else by one of the likely causes.
    fn silence(&self, came: Option<u64>, is_encoded: bool) -> Fault {
        let fault = |class| Fault::new(class, &self.ask.address.href, self.secrets);
        match self.ended.get() {
            Some(Class::Timeout) => {
                fault(Class::Timeout).because(Cause::TookLonger { millis: self.settings.timeout_millis })
            }
            Some(class) => fault(class),
            None if self.settings.fetcher.is_some() && came.is_none() => {
                fault(Class::Network).because(Cause::HostFetcher)
            }
            None => {
                let asked = &self.ask.address.parts;
                let with_token = self.settings.tokens.has(&asked.origin());
                let page: Parts = page();
                let silence =
                    Silence { asked, page: &page, is_online: is_online(), with_token, came, is_encoded };
                Fault { causes: silent_causes(&silence), ..fault(Class::Network) }
            }
        }
    }

    fn failed(&self, class: Class, cause: Cause) -> Box<Failed> {
        let fault = Fault::new(class, &self.ask.address.href, self.secrets).because(cause);
        Box::new(Failed { fault, answer: None })
    }
}

/// The bytes of one piece; none at the end of the stream.
fn chunk_of(piece: &JsValue) -> Option<Uint8Array> {
    let done = Reflect::get(piece, &"done".into()).is_ok_and(|done| done.is_truthy());
    let value = Reflect::get(piece, &"value".into()).ok().filter(|value| !value.is_undefined());
    value.filter(|_| !done).map(|value| value.dyn_into().unwrap_or_else(|value| Uint8Array::new(&value)))
}

fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
    answer.headers.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
}

fn headers_of(headers: &Headers) -> Vec<(String, String)> {
    let pairs = js_sys::try_iter(headers).ok().flatten().into_iter().flatten().flatten();
    let pair = |pair: JsValue| {
        let pair: js_sys::Array = pair.unchecked_into();
        Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
    };
    pairs.filter_map(pair).collect()
}
