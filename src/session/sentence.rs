//! A verdict as one sentence in plain words, and each of its reasons as another.

use crate::graph::{Graph, Node, NodeId};
use crate::manifest::{Answer, Recalls};
use crate::text::{Arg, Texts};
use crate::verdict::{Reason, Rule, Standing, Verdict};

/// The sentence of a verdict: its most urgent reason, and how many need it.
pub fn sentence(texts: &Texts, graph: &Graph, recalls: &Recalls, verdict: &Verdict) -> String {
    let Some(first) = verdict.reasons.first() else { return texts.plain("rule-nothing-found") };
    let mut words = reason_sentence(texts, graph, recalls, verdict.node, first);
    let dependants = verdict.dependants.filter(|count| *count > 0);
    if let (Some(count), Standing::Hit | Standing::AtRisk) = (dependants, verdict.standing) {
        words.push(' ');
        words.push_str(&texts.with("sentence-dependants", &[("count", count.into())]));
    }
    words
}

/// The sentence of one reason.
pub fn reason_sentence(
    texts: &Texts,
    graph: &Graph,
    recalls: &Recalls,
    of: NodeId,
    reason: &Reason,
) -> String {
    let cause = reason.path.last().copied().filter(|cause| *cause != of).and_then(|cause| graph.node(cause));
    let cause: Arg = cause.map(label).unwrap_or_default().into();
    let why = graph.node(of).map_or("", |node| node.facets.cause.as_str());
    match &reason.rule {
        Rule::Recalled(_) => recalled(texts, graph, recalls, of),
        Rule::Failed if !why.is_empty() => texts.with("rule-failed-why", &[("why", why.to_owned().into())]),
        // The board holds no paths: it cannot say which.
        Rule::DependsOnFailed if reason.path.is_empty() => texts.plain("rule-depends-on-something-failed"),
        rule => {
            let (id, count) = rule_text(*rule);
            texts.with(&id, &[("count", Arg::Count(count)), ("cause", cause)])
        }
    }
}

fn recalled(texts: &Texts, graph: &Graph, recalls: &Recalls, of: NodeId) -> String {
    let id = graph.node(of).map_or("", |node| node.key.id.as_str());
    let (answer, targets) = (recalls.answer(id), recalls.targets(id));
    let carriers = recalls.carriers(id).count();
    let target = targets.ids.first().map(|id| short_id(id)).unwrap_or_default();
    let text = match answer {
        Answer::Move | Answer::MoveInPart if targets.ids.len() > 1 => "rule-recalled-move-many",
        Answer::Move => "rule-recalled-move",
        Answer::MoveInPart => "rule-recalled-move-in-part",
        Answer::Wait => "rule-recalled-wait",
        Answer::Withdrawn => "rule-recalled-withdrawn",
        Answer::Contradictory => "rule-recalled-contradictory",
        Answer::Circular => "rule-recalled-circular",
        _ => "rule-recalled-unclear",
    };
    texts.with(
        text,
        &[("target", target.into()), ("count", targets.ids.len().into()), ("carriers", carriers.into())],
    )
}

/// The text of a rule and the number in it.
fn rule_text(rule: Rule) -> (String, i64) {
    let plain = |count: u32| (format!("rule-{}", rule.word()), i64::from(count));
    match rule {
        Rule::CarriesRecalled(count)
        | Rule::HasFailures(count)
        | Rule::HasPending(count)
        | Rule::Unmatched(count) => plain(count),
        Rule::EndOfLife(None) => ("rule-end-of-life-ended".to_owned(), 0),
        Rule::EndOfLife(Some(days)) if days < 0 => ("rule-end-of-life-passed".to_owned(), -days),
        Rule::EndOfLife(Some(days)) => ("rule-end-of-life-near".to_owned(), days),
        _ => plain(0),
    }
}

/// The name of an item in a sentence.
pub fn label(node: &Node) -> String {
    match (node.name.is_empty(), node.version.is_empty()) {
        (true, _) => short_id(&node.key.id),
        (false, true) => node.name.clone(),
        (false, false) => format!("{} {}", node.name, node.version),
    }
}

/// The first eight characters of an id, as people quote them.
pub fn short_id(id: &str) -> String {
    if id.chars().count() <= 13 { id.to_owned() } else { id.chars().take(8).collect() }
}
