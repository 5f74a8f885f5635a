use release_atlas::excerpt::Excerpt;
use release_atlas::manifest::{RecallList, Status, read};
use serde_json::{Value, json};

use crate::{data, manifest};

fn list(list: &Value) -> RecallList {
    manifest(&json!({"releases": [], "recalledBundles": list}).to_string()).recalled
}

#[test]
fn absent_null_empty_junk_and_filled_are_five_answers() {
    assert_eq!(read(&data("recalled-bundles-absent")).recalled, RecallList::Absent);
    assert_eq!(read(&data("recalled-bundles-null")).recalled, RecallList::Null);
    assert_eq!(read(&data("recalled-bundles-empty")).recalled, RecallList::Empty);
    assert_eq!(read(&data("recalled-bundles-junk")).recalled, RecallList::Junk);
    assert_eq!(read(&data("recall-none")).recalled, RecallList::Filled);
}

#[test]
fn a_list_of_nothing_that_can_be_read_is_junk_and_never_empty() {
    for junk in
        [json!([null]), json!([7, true]), json!([{}]), json!({}), json!({"a": 1}), json!(0), json!(false)]
    {
        assert_eq!(list(&junk), RecallList::Junk, "{junk}");
    }
}

#[test]
fn entries_that_name_no_bundle_are_no_list_of_recalls() {
    let example = json!([{"recalledBundleIds": ["string"], "replacementBundleStatus": "READY"}]);
    assert_eq!(list(&example), RecallList::Nameless);
    assert_eq!(
        list(&json!([{"recalledBundleIds": [], "replacementBundleIds": ["a"]}])),
        RecallList::Nameless
    );
    let mixed = json!([{"recalledBundleIds": ["string"]}, {"recalledBundleIds": ["a"]}]);
    assert_eq!(list(&mixed), RecallList::Filled);
}

#[test]
fn one_entry_in_place_of_a_list_is_a_list_of_one() {
    let one = json!({"recalledBundleIds": ["a"], "replacementBundleStatus": "NONE"});
    assert_eq!(list(&one), RecallList::Filled);
}

#[test]
fn junk_among_entries_is_passed_over_and_the_rest_is_read() {
    let read = read(&data("recalled-bundles-junk-items"));
    let ids = |ids: &[release_atlas::manifest::Id]| ids.iter().map(|id| id.text.clone()).collect::<Vec<_>>();
    let recalled: Vec<_> = read.recalls.iter().map(|recall| ids(&recall.recalled)).collect();
    let (one, three) = ("00000001-0000-4000-8000-000000000062", "00000003-0000-4000-8000-000000000062");
    assert_eq!(
        recalled,
        [vec![one], vec![one], vec!["7", three], vec![]],
        "an id alone, one id as text, a mixed list"
    );
    assert_eq!(read.recalls[0].status, Status::Other(Excerpt::EMPTY));
    assert_eq!(read.recalls[1].status, Status::Ready);
    assert_eq!(read.recalls[2].status, Status::Other("3".into()));
}

#[test]
fn a_status_is_only_what_is_documented_and_others_stay_as_written() {
    let status = |word: &str| {
        let entry = json!([{"recalledBundleIds": ["a"], "replacementBundleStatus": word}]);
        let text = json!({"releases": [], "recalledBundles": entry}).to_string();
        manifest(&text).recalls[0].status.clone()
    };
    assert_eq!(status("NONE"), Status::None);
    assert_eq!(status("PENDING"), Status::Pending);
    assert_eq!(status("READY"), Status::Ready);
    for odd in ["ready", " READY", "EXPIRED", "One among: NONE, PENDING, READY"] {
        assert_eq!(status(odd), Status::Other(odd.into()));
    }
}

#[test]
fn ids_keep_their_case_and_spaces() {
    let entry = json!([{"recalledBundleIds": [" A ", "a", "  "]}]);
    let read = manifest(&json!({"releases": [], "recalledBundles": entry}).to_string());
    let ids: Vec<_> = read.recalls[0].recalled.iter().map(|id| &*id.text).collect();
    assert_eq!(ids, [" A ", "a"]);
}
