//! The evidence file: saved from what is loaded, and opened again as it was recorded.

use super::answer::hash_of;
use super::icon::{self, icon};
use super::parts;
use super::session::{Session, Shared, Stage};
use super::task::{spawn_while, start_while};
use super::time::to_the_minute;
use crate::browser::download::Parts;
use crate::browser::timer::{breathe, now_millis};
use crate::browser::{interpret, read};
use crate::export::evidence::{self, Evidence, Recorded, Setting};
use crate::graph::{Failures, NodeKey, NodeKind};
use crate::json::{Document, Limits};
use crate::session::{View, parse, show};
use crate::source::{self, Body, Origin, Response, Source};
use crate::stamp::Stamp;
use crate::text::visible;
use crate::ui::erased::memo;
use leptos::prelude::*;
use std::sync::Arc;

/// The name under which the file is offered.
const FILE_NAME: &str = "release-atlas-evidence.json";
/// How many pieces are made before the browser may paint.
const PIECES_AT_ONCE: usize = 8;

/// An evidence file that is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// When it was made.
    pub created_millis: i64,
    /// How many answers it holds.
    pub count: usize,
    /// Those whose bytes are not what their hash says.
    pub changed: Vec<String>,
}

impl Session {
    /// Everything that the verdicts rest on, as it is now.
    pub fn evidence(self) -> Evidence {
        let sources = self.sources.get_untracked();
        let responses = self.answers().responses.get_untracked();
        let of_source = |source: &Arc<Source>| {
            let own = Response::of_source(source);
            Arc::new(match responses.of_source(source.id) {
                Some(kept) => {
                    let is_reopened = source.origin == Origin::Evidence;
                    let origin = if is_reopened { kept.origin } else { source.origin };
                    Response { title: own.title, origin, body: own.body, ..(**kept).clone() }
                }
                None => own,
            })
        };
        let opened = sources.iter().map(of_source);
        let beside = responses.iter().filter(|one| one.source.is_none()).map(Arc::clone);
        Evidence { setting: self.setting(), responses: opened.chain(beside).collect() }
    }

    fn setting(self) -> Setting {
        let base = self.answers().base_url.get_untracked();
        let failures = self.crawls().failures.get_untracked();
        let named = failures.nodes.iter();
        Setting {
            created_millis: now_millis(),
            now_millis: self.now.get_untracked(),
            view: self.state.with_untracked(show),
            base: base.map(|base| base.address.href).unwrap_or_default(),
            failures: named.map(|(key, class)| (key_text(key), class.clone())).collect(),
            failed_documents: failures.documents,
        }
    }

    /// The file as parts of a download, made in slices.
    pub async fn evidence_parts(self) -> Parts {
        let (evidence, secrets) = (self.evidence(), self.secrets());
        let parts = Parts::new();
        for (at, piece) in evidence::pieces(&evidence, &secrets).enumerate() {
            parts.push(piece.as_bytes());
            if at % PIECES_AT_ONCE == PIECES_AT_ONCE - 1 {
                breathe().await;
            }
        }
        parts
    }

    /// The file as bytes.
    pub async fn evidence_bytes(self) -> Vec<u8> {
        let (evidence, secrets) = (self.evidence(), self.secrets());
        let mut bytes = Vec::new();
        for (at, piece) in evidence::pieces(&evidence, &secrets).enumerate() {
            bytes.extend_from_slice(piece.as_bytes());
            if at % PIECES_AT_ONCE == PIECES_AT_ONCE - 1 {
                breathe().await;
            }
        }
        bytes
    }

    /// Offers the file.
    pub fn save_evidence(self) {
        spawn_while(self.state, async move {
            let id = if parts::save_evidence(self).await { "evidence-saved" } else { "part-missing" };
            self.say(self.t(id));
        });
    }

    /// Makes the file and offers it.
    pub(super) async fn offer_evidence(self) {
        self.evidence_parts().await.offer("application/json", FILE_NAME);
    }

    /// Shows what an evidence file recorded, in place of all that is loaded.
    pub(super) async fn show_evidence(self, document: Document) {
        let opened = evidence::read(&document);
        self.clear();
        self.now.set(opened.setting.now_millis);
        self.clock.set(opened.setting.now_millis);
        let mut shown = Shown { created_millis: opened.setting.created_millis, ..Shown::default() };
        let mut sources = Vec::new();
        for recorded in &opened.recorded {
            shown.count += 1;
            let (response, is_intact) = self.restored(&document, recorded).await;
            if !is_intact {
                shown.changed.push(response.title.clone());
            }
            sources.extend(source_of(&response).await.map(Arc::new));
            self.keep(response);
        }
        self.keep_ids_above(sources.iter().map(|source| source.id.0).max().unwrap_or_default());
        self.set_base(&opened.setting.base);
        self.answers().evidence.set(Some(shown));
        self.crawls().failures.set(Shared(Arc::new(failures_of(&opened.setting))));
        let sources = Shared(Arc::new(sources));
        self.make(&sources, &self.crawls().failures.get_untracked()).await;
        self.sources.set(sources);
        let mut state = parse(&opened.setting.view);
        if state.view == View::Sources {
            state.view = View::Hit;
        }
        self.take_over(state);
        self.mark_answer();
    }

    /// One answer with its body, and whether the body is what its hash says.
    async fn restored(self, document: &Document, recorded: &Recorded) -> (Response, bool) {
        let bytes = recorded.bytes(document);
        let limits = Limits { max_bytes: bytes.len(), ..Limits::default() };
        breathe().await;
        let body = match read::read(bytes, &limits, &self.tokens(), |_, _| {}).await {
            Ok(document) => Body::Document(Arc::new(document)),
            Err(refused) => Body::Bytes(Arc::new(refused.bytes)),
        };
        let is_intact = hash_of(&body).await == recorded.sha256;
        (Response { body, ..recorded.response.clone() }, is_intact)
    }

    /// Closes everything, ends what is under way, and goes back to today.
    pub(super) fn clear(self) {
        let under_way: Vec<u32> = self.loadings.with_untracked(|all| {
            let is_going = |stage: &Stage| !matches!(stage, Stage::Failed(_));
            all.iter().filter(|one| is_going(&one.stage)).map(|one| one.id).collect()
        });
        for id in under_way {
            self.stop(id);
        }
        self.forget_failed();
        self.leave_evidence();
        self.sources.set(Shared::default());
        self.answers().responses.set(Shared::default());
    }

    /// "Today" is today again.
    pub(super) fn leave_evidence(self) {
        if self.answers().evidence.with_untracked(Option::is_some) {
            self.answers().evidence.set(None);
            self.now.set(now_millis());
            self.clock.set(now_millis());
            start_while(self.state, Box::pin(self.tell_failures()));
        }
    }
}

/// An item as `kind/id`.
fn key_text(key: &NodeKey) -> String {
    format!("{}/{}", key.kind.word(), key.id)
}

fn failures_of(setting: &Setting) -> Failures {
    let key = |text: &str| {
        let (word, id) = text.split_once('/')?;
        Some(NodeKey { kind: NodeKind::of_word(word)?, id: id.into() })
    };
    let nodes = setting.failures.iter().filter_map(|(text, class)| Some((key(text)?, class.clone())));
    Failures { nodes: nodes.collect(), documents: setting.failed_documents }
}

/// The document that was opened of an answer, if one was.
async fn source_of(response: &Response) -> Option<Source> {
    let (Some(id), Body::Document(document)) = (response.source, &response.body) else { return None };
    let options = source::Options {
        id,
        title: response.title.clone(),
        address: response.base().map(str::to_owned),
        origin: Origin::Evidence,
        loaded_millis: response.loaded_millis,
        limits: Limits::default(),
    };
    Some(interpret::interpreted(Arc::clone(document), options).await)
}

/// The button that saves the file; nothing while nothing is loaded.
pub fn save_button(session: Session, class: &'static str) -> AnyView {
    let is_any = memo(move |_| session.sources.with(|all| !all.is_empty()));
    (move || {
        is_any.get().then(|| {
            let label = session.t("evidence-save");
            let words = (!class.contains("icon-only")).then(|| label.clone());
            view! {
                <button class=class title=session.t("evidence-save-lead") aria-label=label on:click=move |_| session.save_evidence()>
                    {icon(icon::SHIELD)}{words}
                </button>
            }
        })
    })
    .into_any()
}

/// Says that an evidence file is shown, from when, and whether it is what was recorded.
pub fn note(session: Session) -> AnyView {
    (move || session.answers().evidence.get().map(|shown| drawn(session, &shown))).into_any()
}

fn drawn(session: Session, shown: &Shown) -> AnyView {
    let time = |millis: i64| to_the_minute(&Stamp::from_number(&millis.to_string()).utc_text());
    let lead = session.tr(
        "evidence-lead",
        &[("time", time(shown.created_millis).into()), ("now", time(session.now_millis()).into())],
    );
    let proof = if shown.changed.is_empty() {
        let words = session.tr("evidence-intact", &[("count", shown.count.into())]);
        view! { <span class="badge is-ok">{words}</span> }.into_any()
    } else {
        let names = visible(&shown.changed.join(", ")).into_owned();
        let words =
            session.tr("evidence-changed", &[("count", shown.changed.len().into()), ("names", names.into())]);
        view! { <span class="evidence-changed is-failed" role="alert">{icon(icon::WARNING)}<span class="break">{words}</span></span> }.into_any()
    };
    view! {
        <aside class="sample-note evidence-note" aria-label=session.t("evidence-title")>
            <span class="grow">{lead}</span>
            {proof}
            <button class="a-link small" on:click=move |_| session.start_over()>{session.t("evidence-leave")}</button>
        </aside>
    }
    .into_any()
}
