//! A verdict as one sentence in plain words, and each of its reasons as another.

use super::failure::cause_words;
use super::mending::{failed_with, mending};
use super::route::standing_word;
use crate::excerpt::Excerpt;
use crate::graph::{
    Direction, EdgeKind, Graph, Kinds, Needed, Node, NodeId, NodeKey, NodeKind, Relations, Scratch,
    Status as State, reach,
};
use crate::hal::address::last_segment;
use crate::manifest::{Answer, Recalls, Status};
use crate::order;
use crate::text::{Arg, Texts};
use crate::verdict::{Board, Newer, Reason, Rule, Standing, Verdict};
use crate::version::Version;

/// How many recalled bundles a sentence names.
const NAMED: usize = 3;

/// The sentence of a verdict: its most urgent reason, and how many need it.
pub fn sentence(texts: &Texts, graph: &Graph, recalls: &Recalls, board: &Board, verdict: &Verdict) -> String {
    let Some(first) = verdict.reasons.first() else { return texts.plain("rule-nothing-found") };
    let said = |reason| reason_sentence(texts, graph, recalls, board, verdict.node, reason);
    let mut words = said(first);
    // That nobody can go there is to be read after what speaks against it, and before that nothing does or is known.
    let closed = verdict.reasons.iter().skip(1).find(|reason| reason.rule == Rule::NotApplicable).map(said);
    let is_urgent = matches!(verdict.standing, Standing::Hit | Standing::AtRisk);
    words = match closed {
        Some(closed) if is_urgent => format!("{words} {closed}"),
        Some(closed) => format!("{closed} {words}"),
        None => words,
    };
    if let Some(newer) = verdict.newer {
        words.push(' ');
        words.push_str(&newer_words(texts, graph, newer));
    }
    // How many carry a recalled bundle is said by its first reason already.
    let is_counted = matches!(first.rule, Rule::Recalled(_));
    let needed = verdict.needed(graph).filter(|needed| is_urgent && !is_counted && needed.directly > 0);
    if let Some(needed) = needed {
        words.push(' ');
        words.push_str(&needed_words(texts, needed));
    }
    words
}

/// How many need an item: "Needed by 6 directly, 35 through others."
pub fn needed_words(texts: &Texts, needed: Needed) -> String {
    let Needed { directly, through_others } = needed;
    let id = if through_others == 0 { "needed-directly" } else { "needed-through-others" };
    texts.with(id, &[("directly", directly.into()), ("others", through_others.into())])
}

/// "The newer VCF 9.0.1.0 carries another NSX_T_MANAGER bundle: 3fcb4093." With how that release stands, where it is
/// not clear itself.
pub fn newer_words(texts: &Texts, graph: &Graph, newer: Newer) -> String {
    let named = |id: NodeId| graph.node(id).map(label).unwrap_or_default();
    let bundle = graph.node(newer.bundle);
    let component = bundle.map(|node| node.name.clone()).unwrap_or_default();
    let id = bundle.map(|node| short_id(&node.key.id)).unwrap_or_default();
    let args = [
        ("release", named(newer.release).into()),
        ("component", component.as_str().into()),
        ("id", id.into()),
        ("standing", stands(newer.is_closed, newer.standing).into()),
    ];
    texts.with("recall-newer", &args)
}

/// How a release stands to whoever may go there: one that is closed cannot be entered, however it stands else.
fn stands(is_closed: bool, standing: Standing) -> &'static str {
    if is_closed { "closed" } else { standing_word(standing) }
}

/// The sentence of one reason.
pub fn reason_sentence(
    texts: &Texts,
    graph: &Graph,
    recalls: &Recalls,
    board: &Board,
    of: NodeId,
    reason: &Reason,
) -> String {
    let cause = reason.path.last().copied().filter(|cause| *cause != of).and_then(|cause| graph.node(cause));
    let cause: Arg = cause.map(label).unwrap_or_default().into();
    let why = graph.node(of).map_or("", |node| node.facets.cause.as_str());
    let why = if why.is_empty() { String::new() } else { cause_words(texts, why) };
    match &reason.rule {
        Rule::Recalled(_) => recalled(texts, graph, recalls, board, of),
        Rule::Failed if !why.is_empty() => texts.with("rule-failed-why", &[("why", why.into())]),
        Rule::CarriesRecalled(count) => carries(texts, graph, recalls, board, of, *count),
        Rule::CarriesLookAlike(count) => {
            let (_, args) = carried(graph, of, *count, |id, _| board.looks_recalled(id));
            texts.with("rule-carries-look-alike", &args)
        }
        Rule::HasFailures(count) => failures(texts, graph, of, *count),
        Rule::NotLoaded => not_loaded(texts, graph, of, cause),
        Rule::Unmatched(count) => match graph.unmatched.get(&of) {
            Some(found) => unmatched_words(texts, "rule-unmatched", found),
            None => unmatched_words(texts, "rule-unmatched", &[(Excerpt::EMPTY, *count)]),
        },
        Rule::NotApplicable if graph.closed.contains_key(&of) => {
            let why = graph.closed.get(&of).map_or("", |why| why.trim().trim_end_matches('.'));
            texts.with("rule-not-applicable-why", &[("why", why.into())])
        }
        // The board holds no paths: it cannot say which.
        Rule::DependsOnFailed if reason.path.is_empty() => texts.plain("rule-depends-on-something-failed"),
        Rule::DependsOnFailed if reason.path.last() == Some(&of) => in_loop(texts, graph, &reason.path),
        Rule::DependsOnFailed => {
            let beside = failed_below(graph, of).saturating_sub(1);
            texts.with("rule-depends-on-failed", &[("cause", cause), ("beside", beside.into())])
        }
        rule => {
            let (id, count) = rule_text(*rule);
            texts.with(&id, &[("count", Arg::Count(count)), ("cause", cause)])
        }
    }
}

/// Which bundles carry no id: "VVF: 1 bundle carries no id, …". `found` as of [`crate::manifest::Release::unmatched`];
/// `rule` is one of the sentences that have a twin for bundles of SKUs.
pub fn unmatched_words(texts: &Texts, rule: &str, found: &[(Excerpt, u32)]) -> String {
    let named = |(name, count): &(Excerpt, u32)| {
        let name = if name.is_empty() { "patchBundles" } else { name.as_str() };
        format!("{name} ({count})")
    };
    let (id, skus) = match found {
        [(name, _)] if name.is_empty() => (rule.to_owned(), String::new()),
        [(name, _)] => (format!("{rule}-of"), name.to_string()),
        all => (format!("{rule}-of"), all.iter().map(named).collect::<Vec<_>>().join(", ")),
    };
    let count: u32 = found.iter().map(|(_, count)| count).sum();
    texts.with(&id, &[("count", count.into()), ("skus", skus.into())])
}

/// How many of the releases that an item needs, directly or through others, failed.
fn failed_below(graph: &Graph, of: NodeId) -> usize {
    let near = reach(graph, &mut Scratch::default(), of, Direction::Down, Kinds::NEEDS, None);
    let below = near.nodes.iter().filter(|id| **id != of).filter_map(|id| graph.node(*id));
    below.filter(|node| node.key.kind == NodeKind::Release && node.status == State::Failed).count()
}

/// "It still carries the recalled ESX_HOST c5932997. Move to …"; of several, the first ones by name.
fn carries(texts: &Texts, graph: &Graph, recalls: &Recalls, board: &Board, of: NodeId, count: u32) -> String {
    let (recalled, args) = carried(graph, of, count, |_, node| node.status == State::Recalled);
    let words = texts.with("rule-carries-recalled", &args);
    match recalled.as_slice() {
        [only] => format!("{words} {}", advice(texts, graph, recalls, board, &only.key.id)),
        _ => words,
    }
}

/// The first of the bundles that a release carries and that are meant, and all `count` of them in words.
fn carried(
    graph: &Graph,
    of: NodeId,
    count: u32,
    is_meant: impl Fn(NodeId, &Node) -> bool,
) -> (Vec<&Node>, [(&'static str, Arg); 3]) {
    let carried = graph.leaving.ends(of, Kinds::one(EdgeKind::Carries));
    let carried = carried.filter_map(|id| graph.node(id).filter(|node| is_meant(id, node)));
    let named: Vec<&Node> = carried.take(NAMED).collect();
    let names = named.iter().map(|node| label(node)).collect::<Vec<_>>().join(", ");
    let rest = i64::from(count) - named.len() as i64;
    (named, [("count", count.into()), ("names", names.into()), ("rest", Arg::Count(rest.max(0)))])
}

/// That an item that failed depends on itself, and through whom. The way leads from it back to it.
fn in_loop(texts: &Texts, graph: &Graph, path: &[NodeId]) -> String {
    let between = path.get(1..path.len().saturating_sub(1)).unwrap_or_default();
    let Some(first) = between.first().and_then(|id| graph.node(*id)) else {
        return texts.plain("rule-depends-on-itself");
    };
    let args = [("name", label(first).into()), ("beside", (between.len() - 1).into())];
    texts.with("rule-depends-in-loop", &args)
}

/// Whether an item's own relations are not loaded, or those of something that it needs; which, where it is known.
fn not_loaded(texts: &Texts, graph: &Graph, of: NodeId, cause: Arg) -> String {
    let is_own = graph.node(of).is_some_and(|node| node.dependencies != Relations::Complete);
    match (is_own, &cause) {
        (true, _) => texts.plain("rule-not-loaded-own"),
        (false, Arg::Text(name)) if name.is_empty() => texts.plain("rule-not-loaded-below"),
        (false, _) => texts.with("rule-not-loaded-cause", &[("cause", cause)]),
    }
}

/// How many releases failed with a customization, and what to mend first: the one that others of them need, or else
/// the cause that most of them have.
fn failures(texts: &Texts, graph: &Graph, of: NodeId, count: u32) -> String {
    let words = texts.with("rule-has-failures", &[("count", count.into())]);
    let failed = failed_with(graph, of);
    let first = mending(graph, &failed).into_iter().next().filter(|mend| !mend.needed_by.is_empty());
    if let Some(mend) = first {
        let root = graph.node(mend.root).map(label).unwrap_or_default();
        let args = [("count", mend.needed_by.len().into()), ("name", root.into())];
        return format!("{words} {}", texts.with("failures-first", &args));
    }
    let causes = failed.iter().filter_map(|id| graph.node(*id)).map(|node| node.facets.cause.as_str());
    let mut causes: Vec<&str> = causes.filter(|cause| !cause.is_empty()).collect();
    order::sort(&mut causes);
    let alike = causes.chunk_by(|one, other| one == other);
    let Some(most @ [cause, ..]) = alike.max_by_key(|alike| alike.len()) else { return words };
    let args = [("count", most.len().into()), ("cause", cause_words(texts, cause).into())];
    format!("{words} {}", texts.with("failures-mostly", &args))
}

fn recalled(texts: &Texts, graph: &Graph, recalls: &Recalls, board: &Board, of: NodeId) -> String {
    let id = graph.node(of).map_or("", |node| node.key.id.as_str());
    let advice = advice(texts, graph, recalls, board, id);
    format!("{} {advice}", carried_words(texts, graph, recalls, of, id))
}

/// What to do about a recalled bundle.
pub fn advice(texts: &Texts, graph: &Graph, recalls: &Recalls, board: &Board, id: &str) -> String {
    let (answer, targets) = (recalls.answer(id), recalls.targets(id));
    if let Some(words) = through(texts, graph, recalls, board, id, answer) {
        return words;
    }
    let component = bundle_node(graph, id).map(|(_, node)| node.name.clone()).unwrap_or_default();
    let target = targets.ids.first().map(|id| target_words(texts, graph, board, id)).unwrap_or_default();
    let text = match answer {
        Answer::MoveOther => "rule-recalled-move-other",
        Answer::Move if targets.same == 1 && targets.ids.len() > 1 => "rule-recalled-move-same",
        Answer::Move | Answer::MoveInPart if targets.ids.len() > 1 => "rule-recalled-move-many",
        Answer::Move => "rule-recalled-move",
        Answer::MoveInPart => "rule-recalled-move-in-part",
        Answer::Wait => "rule-recalled-wait",
        Answer::Withdrawn => "rule-recalled-withdrawn",
        Answer::Contradictory => "rule-recalled-contradictory",
        Answer::Circular => "rule-recalled-circular",
        _ => "rule-recalled-unclear",
    };
    let args = [
        ("target", target.into()),
        ("count", targets.ids.len().into()),
        ("component", component.as_str().into()),
    ];
    texts.with(text, &args)
}

/// The same with the next release that carries another bundle of the component, where there is nothing to move to.
pub fn whole_advice(texts: &Texts, graph: &Graph, recalls: &Recalls, board: &Board, id: &str) -> String {
    with_newer(texts, graph, board, id, &advice(texts, graph, recalls, board, id))
}

/// Words about a recalled bundle, and after them the next release that carries another bundle of the component, where
/// there is nothing to move to.
pub fn with_newer(texts: &Texts, graph: &Graph, board: &Board, id: &str, words: &str) -> String {
    let newer = bundle_node(graph, id).and_then(|(bundle, _)| board.of(bundle)?.newer);
    newer.map_or_else(|| words.to_owned(), |newer| format!("{words} {}", newer_words(texts, graph, newer)))
}

/// Where the replacement that is READY is recalled in its turn and leads nowhere: both steps, for whoever reads the
/// manifest finds the first one alone.
fn through(
    texts: &Texts,
    graph: &Graph,
    recalls: &Recalls,
    board: &Board,
    id: &str,
    answer: Answer,
) -> Option<String> {
    let end = match answer {
        Answer::Wait => "rule-recalled-through-wait",
        Answer::Withdrawn => "rule-recalled-through-withdrawn",
        _ => return None,
    };
    let trace = recalls.trace(id);
    let step = trace.steps.first().filter(|step| step.status == Status::Ready)?;
    let target = target_words(texts, graph, board, step.to.first()?);
    let args = [("target", target.into()), ("count", step.to.len().into())];
    Some(format!("{} {}", texts.with("rule-recalled-through", &args), texts.plain(end)))
}

fn bundle_node<'g>(graph: &'g Graph, id: &str) -> Option<(NodeId, &'g Node)> {
    let bundle = graph.find(&NodeKey::bundle(id))?;
    Some((bundle, graph.node(bundle)?))
}

/// "3 releases still carry this recalled bundle." Places outside of releases are counted where no release does. Who
/// carries one that looks like it is named, for it may be just that one.
fn carried_words(texts: &Texts, graph: &Graph, recalls: &Recalls, of: NodeId, id: &str) -> String {
    let releases = graph.needed_by(of).count();
    let places = if releases == 0 { recalls.carriers(id).count() } else { 0 };
    let (text, count) = if places > 0 { ("recall-named", places) } else { ("recall-carried", releases) };
    let alike = recalls.near(id).into_iter().filter(|near| !near.recalled);
    let alike = alike.filter_map(|near| bundle_node(graph, &near.id));
    let carriers = alike.flat_map(|(bundle, _)| graph.entering.ends(bundle, Kinds::one(EdgeKind::Carries)));
    let carriers: Vec<&Node> = carriers.filter_map(|id| graph.node(id)).collect();
    let words = texts.with(text, &[("count", count.into()), ("alike", carriers.len().into())]);
    let Some(newest) = carriers.iter().max_by_key(|node| Version::read(&node.version)) else { return words };
    let args = [("release", label(newest).into()), ("more", (carriers.len() - 1).into())];
    format!("{words} {}", texts.with("recall-alike", &args))
}

/// A bundle to move to, with its component and the newest release that carries it: "3fcb4093 (VCENTER in VCF 4.5.1)";
/// of releases one that is open and not hit itself, and with how it stands where it is not clear.
fn target_words(texts: &Texts, graph: &Graph, board: &Board, id: &str) -> String {
    let short = short_id(id);
    let Some((bundle, node)) = bundle_node(graph, id) else { return short };
    let carriers = graph.entering.ends(bundle, Kinds::one(EdgeKind::Carries));
    // A release of the platform reads better than a version of one component by itself.
    let newest = carriers.filter_map(|id| Some((board.standing(id), graph.node(id)?))).max_by_key(
        |(standing, node)| {
            (
                !node.signs.inapplicable,
                *standing != Standing::Hit,
                !node.is_single_component(),
                Version::read(&node.version),
            )
        },
    );
    // Of a bundle that is recalled itself, the words around it say so; what carries it is hit by that alone.
    let is_sound = node.status != State::Recalled;
    let standing = newest.filter(|_| is_sound);
    let standing = standing.map_or("", |(standing, node)| stands(node.signs.inapplicable, standing));
    let release = newest.map(|(_, node)| label(node)).unwrap_or_default();
    // Nobody is to take what is recalled itself: its id and where it stands are enough.
    let is_called = is_sound && !node.name.is_empty();
    let text = match (is_called, release.is_empty()) {
        (false, true) => return short,
        (false, false) => "target-in",
        (true, true) => "target-of",
        (true, false) => "target-of-in",
    };
    let args = [
        ("id", short.into()),
        ("component", contents(node).into()),
        ("release", release.into()),
        ("standing", standing.into()),
    ];
    texts.with(text, &args)
}

/// The text of a rule and the number in it.
fn rule_text(rule: Rule) -> (String, i64) {
    let plain = |count: u32| (format!("rule-{}", rule.word()), i64::from(count));
    match rule {
        Rule::HasFailures(count) | Rule::HasPending(count) => plain(count),
        Rule::EndOfLife(None) => ("rule-end-of-life-ended".to_owned(), 0),
        Rule::EndOfLife(Some(days)) if days < 0 => ("rule-end-of-life-passed".to_owned(), -days),
        Rule::EndOfLife(Some(days)) => ("rule-end-of-life-near".to_owned(), days),
        _ => plain(0),
    }
}

/// The name of an item in a sentence.
pub fn label(node: &Node) -> String {
    if node.name.is_empty() {
        return short_id(&node.key.id);
    }
    let words = name_and_version(node);
    match node.mark() {
        Some(mark) => format!("{words} ({mark})"),
        None => words,
    }
}

fn name_and_version(node: &Node) -> String {
    format!("{} {}", node.name, node.version).trim_end().to_owned()
}

/// What a bundle holds: "ESX 9.1.0.0200.25498780", where only its component is known, "ESX_HOST"; empty if nothing
/// is.
pub fn contents(node: &Node) -> String {
    if node.mark().is_some() { name_and_version(node) } else { node.name.to_string() }
}

/// What an item is called that has no name: its id; of an address, the last segment.
pub fn id_name(id: &str) -> String {
    let last = id.contains('/').then(|| last_segment(id)).flatten();
    last.unwrap_or_else(|| id.to_owned())
}

/// The first eight characters of an id, as people quote them; of an address, those of its last segment.
pub fn short_id(id: &str) -> String {
    let id = id_name(id);
    if id.chars().count() <= 13 { id } else { id.chars().take(8).collect() }
}
