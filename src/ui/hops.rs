//! What is to be said of a hop from one release to another: floors, risks and blocks, each in a sentence.

use super::session::Session;
use super::time::day_text;
use crate::graph::NodeKey;
use crate::manifest::Answer;
use crate::manifest::route::{BackInTime, Block, Floor, OffBom, Risk};
use crate::session::sentence::{short_id, unmatched_words, with_newer};
use crate::version::{Relation, Version};
use leptos::prelude::*;

/// The least version that a hop asks for, and what asks for it.
pub fn floors_text(session: Session, floors: &[Floor]) -> String {
    let of_release = floors.iter().find(|floor| floor.bundle.is_none());
    let strictest = floors.iter().filter(|floor| floor.bundle.is_some());
    let strictest = strictest.max_by_key(|floor| Version::read(&floor.version));
    let release =
        of_release.map(|floor| session.tr("floor-release", &[("version", floor.version.clone().into())]));
    let bundle = strictest.map(|floor| {
        let id = floor.bundle.as_deref().map(short_id).unwrap_or_default();
        session.tr("floor-bundle", &[("version", floor.version.clone().into()), ("id", id.into())])
    });
    [release, bundle].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// A component that would have to go back.
pub fn back_text(session: Session, back: &BackInTime) -> String {
    let BackInTime { component, installed, target } = back;
    let args = [
        ("component", component.clone().into()),
        ("installed", installed.clone().into()),
        ("target", target.clone().into()),
    ];
    session.tr("back-in-time-of", &args)
}

/// What may go wrong in a hop, with the short forms of ids, as people quote them.
pub fn risk_text(session: Session, risk: &Risk) -> String {
    risk_words(session, risk, short_id)
}

/// The same in a list of hops, above which stands what it means that bundles carry no id.
pub fn risk_in_list(session: Session, risk: &Risk) -> String {
    match risk {
        Risk::Unmatched(found) => session.with_texts(|texts| unmatched_words(texts, "risk-unmatched", found)),
        risk => risk_text(session, risk),
    }
}

/// The same with whole ids, for what is taken away.
pub fn risk_in_full(session: Session, risk: &Risk) -> String {
    risk_words(session, risk, str::to_owned)
}

fn risk_words(session: Session, risk: &Risk, shown: fn(&str) -> String) -> String {
    match risk {
        Risk::Replaced { bundle, targets, is_same, beside } => {
            let all = |ids: &[String]| ids.iter().map(|id| shown(id)).collect::<Vec<_>>().join(", ");
            let id = match (is_same, beside.is_empty()) {
                (true, true) => "risk-replaced",
                (true, false) => "risk-replaced-same",
                (false, true) => "risk-replaced-unsaid",
                (false, false) => "risk-replaced-unsaid-beside",
            };
            let args = [
                ("id", shown(bundle).into()),
                ("targets", all(targets).into()),
                ("others", all(beside).into()),
            ];
            session.tr(id, &args)
        }
        Risk::OffBom(off) => {
            let args = [
                ("stands", stands(off).into()),
                ("component", off.component.clone().into()),
                ("version", off.version.clone().into()),
                ("id", shown(&off.bundle).into()),
                ("carrier", off.carrier.clone().into()),
                ("bom", off.bom.clone().into()),
            ];
            session.tr("risk-off-bom", &args)
        }
        Risk::LooksRecalled { bundle, like } => {
            session.tr("risk-looks-recalled", &[("id", shown(bundle).into()), ("like", shown(like).into())])
        }
        Risk::Ended(date) => session.tr("life-ended", &[("date", day_text(date).into())]),
        Risk::EndsSoon(date) => session.tr("life-soon", &[("date", day_text(date).into())]),
        Risk::NoFloor => session.t("risk-no-floor"),
        Risk::Unmatched(found) => session.with_texts(|texts| unmatched_words(texts, "rule-unmatched", found)),
        Risk::RecallsUnsaid => session.t("risk-recalls-unsaid"),
        Risk::NoBundles => session.t("risk-no-bundles"),
        Risk::BackInTime(back) => back_text(session, back),
    }
}

/// The same in short, for the bundle itself: newer or older than the BOM, and what carries it.
pub fn off_bom_text(session: Session, off: &OffBom) -> String {
    session.tr("off-bom", &[("stands", stands(off).into()), ("carrier", off.carrier.clone().into())])
}

fn stands(off: &OffBom) -> &'static str {
    match off.stands {
        Relation::Newer => "newer",
        Relation::Older => "older",
        Relation::Same | Relation::Incomparable => "other",
    }
}

/// Why a hop is blocked.
pub fn block_text(session: Session, block: &Block) -> String {
    match block {
        Block::BelowMinimum(floor) => session.tr("block-minimum", &[("version", floor.clone().into())]),
        Block::BelowBundle { floor, .. } => session.tr("block-bundle", &[("version", floor.clone().into())]),
        Block::NotApplicable(reason) if reason.trim().is_empty() => session.t("not-applicable-short"),
        Block::NotApplicable(reason) => session.tr("not-applicable", &[("reason", reason.clone().into())]),
        Block::Recalled { bundle, answer: Answer::Move | Answer::MoveOther } => no_bundle(session, bundle),
        Block::Recalled { bundle, answer } => {
            let words = session.t(&format!("answer-{}-lead", answer.word()));
            session.tr("block-recalled", &[("id", short_id(bundle).into()), ("answer", words.into())])
        }
        Block::BackInTime(back) => back_text(session, back),
    }
}

/// That nothing is there to fetch in place of a recalled bundle, and which release has a sound bundle of its component.
fn no_bundle(session: Session, bundle: &str) -> String {
    let (graph, board) = (session.graph.get_untracked(), session.board.get_untracked());
    let node = graph.find(&NodeKey::bundle(bundle)).and_then(|id| graph.node(id));
    let component = node.map(|node| node.name.to_string()).unwrap_or_default();
    let args = [("id", short_id(bundle).into()), ("component", component.into())];
    let words = session.tr("block-no-bundle", &args);
    session.with_texts(|texts| with_newer(texts, &graph, &board, bundle, &words))
}
