//! The methods of the element: what a script asks for, and the plain answer or the sentence why not.

use super::super::export::{make, make_lit};
use super::super::fault;
use super::super::parts;
use super::super::session::{Incoming, Session};
use super::super::task::unless_gone;
use super::events::versioned;
use crate::export::{Format, Scope};
use crate::graph::{Graph, Kinds, NodeId, NodeKey, NodeKind, Scratch, shortest};
use crate::session::Action;
use crate::session::config::{find_id, key_of};
use crate::source::{Origin, Place};
use crate::verdict::{Asked, Question, Reason, Verdict};
use leptos::prelude::*;
use serde_json::{Value, json};

/// What a script asks for.
#[derive(Clone, Debug)]
pub enum Call {
    /// Adds a document.
    Load {
        /// As received.
        bytes: Vec<u8>,
        /// What it is called; empty for a name of ours.
        title: String,
        /// The address by which its links resolve; empty for none.
        address: String,
    },
    /// The verdict of an item.
    Ask {
        /// Its kind; empty for any.
        kind: String,
        /// Its id.
        id: String,
        /// The item from which the shortest chain to it is wanted; empty for none.
        from: String,
    },
    /// Selects an item, or none.
    Select(Option<String>),
    /// Fits the picture into the view.
    Fit,
    /// A file.
    ExportAs {
        /// In which format.
        format: String,
        /// Of what: `drawn`, `all` or `selection`.
        scope: String,
        /// Whether a picture carries what is selected and lit.
        highlights: bool,
    },
    /// Asks for every document again that came from an address.
    Refresh,
    /// Ends what is under way.
    Stop,
    /// Closes all documents.
    Clear,
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// A plain value.
    Plain(Value),
    /// A file.
    File {
        /// Its bytes.
        bytes: Vec<u8>,
        /// Its media type.
        kind: String,
    },
}

impl Session {
    /// Does what a script asks for.
    ///
    /// # Errors
    /// A sentence for people that says why not.
    pub async fn answer(self, call: Call) -> Result<Answer, String> {
        match call {
            Call::Load { bytes, title, address } => self.answer_load(bytes, title, address).await,
            Call::Select(id) => self.answer_select(id.as_deref()),
            Call::Ask { .. } | Call::ExportAs { .. } => parts::answer(self, call).await,
            Call::Fit => Ok(self.done(|session| session.hosting().fits.update(|count| *count += 1))),
            Call::Refresh => Ok(self.done(Session::refresh_all)),
            Call::Stop => Ok(self.done(Session::stop_all)),
            Call::Clear => Ok(self.done(Session::close_all)),
        }
    }

    /// The answers that a part of the program gives (see [`parts`]).
    pub(crate) async fn answer_in_full(self, call: Call) -> Result<Answer, String> {
        match call {
            Call::Ask { kind, id, from } => self.answer_ask(&kind, &id, &from),
            Call::ExportAs { format, scope, highlights } => {
                self.answer_export(&format, &scope, highlights).await
            }
            _ => Ok(Answer::Plain(Value::Null)),
        }
    }

    /// [`Session::answer`], but for an element that is removed before the answer is there.
    ///
    /// # Errors
    /// As [`Session::answer`].
    pub async fn answer_while_there(self, call: Call) -> Result<Answer, String> {
        let gone = self.t("host-removed");
        unless_gone(self.state, self.answer(call)).await.unwrap_or(Err(gone))
    }

    fn done(self, act: fn(Self)) -> Answer {
        act(self);
        Answer::Plain(Value::Null)
    }

    async fn answer_load(self, bytes: Vec<u8>, title: String, address: String) -> Result<Answer, String> {
        let title = if title.is_empty() { self.t("from-host") } else { title };
        let address = (!address.is_empty()).then_some(address);
        let incoming = Incoming { title, origin: Origin::Host, address, bytes };
        let end = self.take_in(vec![incoming]).await.into_iter().next();
        match end {
            Some((id, None)) => {
                let document = untrack(|| self.source(id)).map(|source| Self::document(&source));
                Ok(Answer::Plain(versioned(document.unwrap_or_else(|| json!({})))))
            }
            Some((_, Some(fault))) => Err(fault::headline(self, &fault)),
            None => Err(self.t("host-removed")),
        }
    }

    fn answer_select(self, id: Option<&str>) -> Result<Answer, String> {
        let Some(id) = id else {
            self.act(Action::Deselect);
            return Ok(Answer::Plain(Value::Null));
        };
        if !self.select_named(id) {
            return Err(self.tr("host-no-item", &[("id", id.into())]));
        }
        let selected = self.state.with_untracked(|state| state.selected.clone());
        Ok(Answer::Plain(selected.map_or(Value::Null, |key| versioned(self.item(&key)))))
    }

    fn answer_ask(self, kind: &str, id: &str, from: &str) -> Result<Answer, String> {
        if id.is_empty() {
            return Err(self.t("host-which-item"));
        }
        let (graph, recalls) = (self.graph.get_untracked(), self.recalls.get_untracked());
        let key = self.key_asked(&graph, kind, id)?;
        let question = Question { key: key.clone() };
        let asked = self
            .board
            .with_untracked(|board| board.ask(&graph, &recalls, &mut Scratch::default(), &question));
        let mut answer = self.item(&key);
        answer["standing"] = asked.standing().word().into();
        match &asked {
            Asked::Found(verdict) => self.describe(&graph, verdict, &mut answer),
            Asked::Missing { near } => {
                answer["sentence"] = self.tr("host-no-item", &[("id", id.into())]).into();
                answer["near"] = near.iter().map(|key| self.item(key)).collect();
            }
        }
        if !from.is_empty() {
            answer["chain"] = self.chain(&graph, from, &key)?;
        }
        Ok(Answer::Plain(versioned(answer)))
    }

    fn key_asked(self, graph: &Graph, kind: &str, id: &str) -> Result<NodeKey, String> {
        if kind.is_empty() {
            let unknown = || NodeKey { kind: NodeKind::Unknown, id: id.into() };
            return Ok(find_id(graph, id).or_else(|| key_of(id)).unwrap_or_else(unknown));
        }
        let words = || NodeKind::ALL.map(NodeKind::word).join(", ");
        let kind = NodeKind::of_word(kind)
            .ok_or_else(|| self.tr("host-no-kind", &[("kind", kind.into()), ("words", words().into())]))?;
        Ok(NodeKey { kind, id: id.into() })
    }

    fn describe(self, graph: &Graph, verdict: &Verdict, answer: &mut Value) {
        let items = |ids: &[NodeId]| -> Value {
            ids.iter().filter_map(|id| graph.node(*id)).map(|node| self.item(&node.key)).collect()
        };
        answer["sentence"] = untrack(|| self.sentence(verdict)).into();
        answer["dependants"] = verdict.dependants.into();
        let needed = verdict.needed(graph);
        answer["neededBy"] = needed.map_or(
            Value::Null,
            |needed| json!({ "directly": needed.directly, "throughOthers": needed.through_others }),
        );
        answer["reasons"] =
            verdict.reasons.iter().map(|reason| self.reason(verdict.node, reason, &items)).collect();
        if let Some(proof) = &verdict.proof {
            let coverage = proof.coverage;
            answer["coverage"] =
                json!({ "read": coverage.read, "known": coverage.known, "failed": coverage.failed });
            answer["moveTo"] = items(&proof.targets);
            answer["change"] = items(&proof.frontier.nodes);
        }
    }

    fn reason(self, of: NodeId, reason: &Reason, items: &impl Fn(&[NodeId]) -> Value) -> Value {
        json!({
            "rule": reason.rule.word(),
            "standing": reason.rule.standing().word(),
            "sentence": untrack(|| self.reason_sentence(of, reason)),
            "path": items(&reason.path),
            "places": reason.places.iter().map(|place| self.place(*place)).collect::<Value>(),
        })
    }

    fn place(self, place: Place) -> Value {
        untrack(|| self.source(place.source)).map_or(Value::Null, |source| {
            json!({ "document": source.title, "address": source.address, "pointer": source.document.pointer(place.at) })
        })
    }

    /// The shortest chain between two items, whichever of them depends on the other; null if there is none.
    fn chain(self, graph: &Graph, from: &str, to: &NodeKey) -> Result<Value, String> {
        let start = find_id(graph, from).and_then(|key| graph.find(&key));
        let start = start.ok_or_else(|| self.tr("host-no-item", &[("id", from.into())]))?;
        let Some(end) = graph.find(to) else { return Ok(Value::Null) };
        let mut scratch = Scratch::default();
        let down = shortest(graph, &mut scratch, start, end, Kinds::ALL);
        let path = down.or_else(|| {
            let mut up = shortest(graph, &mut scratch, end, start, Kinds::ALL)?;
            up.nodes.reverse();
            Some(up)
        });
        let item = |id: &NodeId| graph.node(*id).map(|node| self.item(&node.key));
        Ok(path.map_or(Value::Null, |path| path.nodes.iter().filter_map(item).collect()))
    }

    async fn answer_export(self, format: &str, scope: &str, highlights: bool) -> Result<Answer, String> {
        if format == "evidence" {
            let bytes = self.evidence_bytes().await;
            return Ok(Answer::File { bytes, kind: "application/json".to_owned() });
        }
        let known = Format::from_word(format);
        let format = known.ok_or_else(|| self.tr("host-no-format", &[("format", format.into())]))?;
        let wanted = if scope.is_empty() { Some(Scope::Drawn) } else { Scope::from_word(scope) };
        let scope = wanted.ok_or_else(|| self.tr("host-no-scope", &[("scope", scope.into())]))?;
        let made =
            if highlights { make_lit(self, format, scope).await? } else { make(self, format, scope).await? };
        Ok(Answer::File { bytes: made.bytes, kind: made.media_type.to_owned() })
    }

    /// Closes all documents; the view stays.
    pub fn close_all(self) {
        self.clear();
        self.act(Action::Deselect);
    }
}
