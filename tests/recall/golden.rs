//! The shapes of recalls among the invented documents, told whole.

use insta::{assert_snapshot, with_settings};
use release_atlas::manifest::Recalls;

use crate::{line, manifest, told};

/// Tells every recalled id of a document, and what is odd about the whole of it.
fn story(name: &str) -> String {
    let path = format!("{}/tests/data/manifest/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let read = manifest(&std::fs::read_to_string(path).expect("a file"));
    let recalls = Recalls::new(&[&read]);
    let ids: Vec<_> = recalls.recalled().cloned().collect();
    let traces: String = ids.iter().map(|id| told(&recalls, id)).collect();
    let odd = recalls.oddities().iter().map(line).collect::<Vec<_>>().join("\n");
    let short = format!("{traces}all:\n{odd}");
    short.replace("-0000-4000-8000-000000000062", "").replace("0000000", "")
}

macro_rules! golden {
    ($($name:ident $file:literal;)*) => {
        $(
            #[test]
            fn $name() {
                with_settings!({
                    snapshot_path => "../golden/recall",
                    prepend_module_to_snapshot => false,
                    omit_expression => true,
                }, {
                    assert_snapshot!($file, story($file));
                });
            }
        )*
    };
}

golden! {
    one_to_one_ready "recall-one-to-one-ready";
    many_to_many_ready "recall-many-to-many-ready";
    chain_of_two_replacements "recall-chain-of-two-replacements";
    cycle_of_two "recall-cycle-of-two";
    fork "recall-fork";
    merge "recall-merge";
    self_loop "recall-self-loop";
    none "recall-none";
    none_with_ids "recall-none-with-ids";
    pending_without_ids "recall-pending-without-ids";
    ready_without_ids "recall-ready-without-ids";
    odd_status_word "recall-odd-status-word";
    replacement_recalled_without_successor "recall-replacement-recalled-without-successor";
    id_in_no_release "recall-id-in-no-release";
    id_in_another_case_and_with_prefix "recall-id-in-another-case-and-with-prefix";
    junk_items "recalled-bundles-junk-items";
}
