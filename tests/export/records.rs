//! Decision records.

use crate::sample::{NOW, Sample};
use release_atlas::export::{Record, Section, Telling};
use release_atlas::graph::{NodeId, NodeKind};
use release_atlas::text::{Language, Texts};
use release_atlas::verdict::Standing;

fn telling<'a>(sample: &'a Sample, texts: &'a Texts) -> Telling<'a> {
    Telling {
        texts,
        graph: &sample.graph,
        board: &sample.board,
        recalls: &sample.recalls,
        sources: &sample.sources,
        now_millis: NOW,
    }
}

const RECALLED: &str = "c5932997-6a0b-4f1d-9f43-2d7be0c1a5e8";

fn recalled_bundle(sample: &Sample) -> NodeId {
    crate::world::find(&sample.graph, NodeKind::Bundle, RECALLED)
}

#[test]
fn the_record_of_a_recalled_bundle_says_verdict_target_and_sources() {
    let (sample, texts) = (Sample::read(), Texts::new(Language::English));
    let mut record = telling(&sample, &texts).of_item(recalled_bundle(&sample));
    record.link = "https://atlas.example/#/hit".to_owned();
    let text = record.markdown();
    insta::with_settings!({ snapshot_path => "../golden/export", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("record_of_a_bundle", text);
    });
    for wanted in ["HIT: ", "3fcb4093", "manifest-newer.json", "/recalledBundles/", "2026-11-01T00:00:00Z"] {
        assert!(text.replace('\\', "").contains(wanted), "{wanted} is not in {text}");
    }
    let hash = sample.sources.last().expect("a source").sha256();
    assert!(text.contains(&hash));
}

#[test]
fn the_record_of_everything_counts_verdicts_and_lists_the_urgent_first() {
    let (sample, texts) = (Sample::read(), Texts::new(Language::English));
    let ids: Vec<NodeId> = sample.graph.ids().collect();
    let text = telling(&sample, &texts).of_items(&ids).markdown();
    for (word, count) in [("HIT", sample.board.counts.hit), ("CLEAR", sample.board.counts.clear)] {
        assert!(text.contains(&format!("- {word}: {count}\n")), "{text}");
    }
    let first_risk = text.find("| AT RISK |").expect("something is at risk");
    assert!(text.rfind("| HIT |").expect("something is hit") < first_risk);
}

#[test]
fn a_record_speaks_the_language_of_its_reader() {
    let (sample, texts) = (Sample::read(), Texts::new(Language::German));
    let text = telling(&sample, &texts).of_item(recalled_bundle(&sample)).markdown();
    assert!(text.contains("## Wohin wechseln") && text.contains("- BETROFFEN: "), "{text}");
}

#[test]
fn words_of_documents_end_no_line_of_a_record() {
    let hostile = "x\n# heading\n[a](javascript:b) <img>".to_owned();
    let record = Record {
        title: hostile.clone(),
        question: hostile.clone(),
        sections: vec![Section { heading: hostile.clone(), lines: vec![hostile], ..Section::default() }],
        link: "https://a.example/> <script>".to_owned(),
    };
    let text = record.markdown();
    assert_eq!(text.lines().filter(|line| line.starts_with('#')).count(), 2, "{text}");
    let live = text.replace("\\<", "").replace("\\]", "");
    assert!(!live.contains("<img") && !live.contains("](") && !live.contains("<script"), "{text}");
}

#[test]
fn the_record_of_a_customization_says_what_to_mend_first_with_what_its_document_says() {
    let (sample, texts) = (Sample::read(), Texts::new(Language::English));
    let is_hit = |id: &NodeId| {
        let is_customization =
            sample.graph.node(*id).is_some_and(|node| node.key.kind == NodeKind::Customization);
        is_customization && sample.board.standing(*id) == Standing::Hit
    };
    let id = sample.graph.ids().find(is_hit).expect("a customization that is hit");
    let text = telling(&sample, &texts).of_item(id).markdown();
    let (_, moves) = text.split_once("## What to move to\n\n").expect("a section");
    let first = moves.lines().next().unwrap_or_default();
    for wanted in ["Mend OS Shell 12", "update", "4 of the failed releases need it: ", "Redis 8.2.1"] {
        assert!(first.replace('\\', "").contains(wanted), "{wanted} is not in {first}");
    }
    assert!(!moves.contains("Change Argo CD"), "{moves}");
}

#[test]
fn the_record_of_everything_names_causes_and_lists_what_is_not_known() {
    let (sample, texts) = (Sample::read(), Texts::new(Language::English));
    let ids: Vec<NodeId> = sample.graph.ids().collect();
    let text = telling(&sample, &texts).of_items(&ids).markdown();
    assert!(!text.contains("on something that failed"), "{text}");
    assert_eq!(text.matches("| UNKNOWN |").count() as u32, sample.board.counts.unknown);
    assert!(!text.contains("| CLEAR |"));
}
