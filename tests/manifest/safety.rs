use proptest::prelude::*;
use release_atlas::manifest::safety::{About, Safe, checks, safe};
use release_atlas::manifest::{Manifest, Recalls};
use serde_json::{Value, json};

use crate::manifest;

const NOW: i64 = 1_790_000_000_000;

fn release(bundles: &[&str]) -> Value {
    let bundles: Vec<_> = bundles.iter().map(|id| json!({"bundleId": id})).collect();
    json!({"product": "VCF", "version": "9.1.0.0", "isApplicable": true, "eol": "2031-01-01T00:00:00Z", "patchBundles": bundles})
}

fn read(release: &Value, recalls: &Value) -> Manifest {
    manifest(&json!({"releases": [release], "recalledBundles": recalls}).to_string())
}

fn answer(read: &Manifest) -> Safe {
    safe(&checks(&read.releases[0], &Recalls::new(&[read]), NOW))
}

fn recall(id: &str, status: &str, to: &[&str]) -> Value {
    json!([{"recalledBundleIds": [id], "replacementBundleStatus": status, "replacementBundleIds": to}])
}

#[test]
fn a_release_of_which_everything_was_looked_at_is_safe() {
    assert_eq!(answer(&read(&release(&["a"]), &json!([]))), Safe::Yes);
}

/// A manifest with a release that carries `a` of vCenter, and a later one that carries `b` of this component.
fn replaced(component: &str, change: impl Fn(&mut Value)) -> Manifest {
    let mut own = release(&["a"]);
    own["patchBundles"][0]["bundleElements"] = json!(["VCENTER"]);
    change(&mut own);
    let mut later = release(&["b"]);
    later["version"] = json!("9.2.0.0");
    later["patchBundles"][0]["bundleElements"] = json!([component]);
    let recalls = recall("a", "READY", &["b"]);
    manifest(&json!({"releases": [own, later], "recalledBundles": recalls}).to_string())
}

#[test]
fn a_recalled_bundle_with_a_ready_replacement_takes_care_and_without_one_forbids() {
    assert_eq!(answer(&replaced("VCENTER", |_| ())), Safe::WithCare);
    assert_eq!(answer(&replaced("ESX_HOST", |_| ())), Safe::No, "it replaces another component");
    let unsaid = read(&release(&["a"]), &recall("a", "READY", &["b"]));
    assert_eq!(answer(&unsaid), Safe::No, "it is not known to be for the same component");
    for status in ["NONE", "PENDING", "SOON"] {
        assert_eq!(answer(&read(&release(&["a"]), &recall("a", status, &[]))), Safe::No);
    }
}

#[test]
fn what_is_not_applicable_or_no_longer_supported_is_not_safe() {
    let mut closed = release(&["a"]);
    closed["isApplicable"] = json!(false);
    assert_eq!(answer(&read(&closed, &json!([]))), Safe::No);
    let mut ended = release(&["a"]);
    ended["eol"] = json!("2020-01-01T00:00:00Z");
    assert_eq!(answer(&read(&ended, &json!([]))), Safe::No);
}

#[test]
fn sku_bundles_without_an_id_leave_it_unsaid() {
    let mut release = release(&["a"]);
    release["sku"] = json!([{"name": "VCF", "skuSpecificPatchBundles": [{"bundleType": "VMWARE_SOFTWARE"}]}]);
    let read = read(&release, &json!([]));
    assert_eq!(answer(&read), Safe::Unsaid);
    let found = checks(&read.releases[0], &Recalls::new(&[&read]), NOW);
    assert!(found.iter().any(|check| check.about == About::Unmatched(vec![("VCF".into(), 1)])));
}

#[test]
fn a_known_recall_outranks_what_is_not_said_and_is_told_before_it() {
    let half_named = |release: &mut Value| {
        release["sku"] =
            json!([{"name": "VVF", "skuSpecificPatchBundles": [{"bundleType": "VMWARE_SOFTWARE"}]}]);
    };
    let read = replaced("VCENTER", half_named);
    let found = checks(&read.releases[0], &Recalls::new(&[&read]), NOW);
    assert_eq!(safe(&found), Safe::No, "a replacement is ready, but not all of the rest is known");
    assert!(matches!(found[0].about, About::Recalled { .. }), "{found:?}");
    assert!(matches!(found[1].about, About::Unmatched(_)), "{found:?}");
}

#[test]
fn a_bundle_that_a_sku_names_again_is_one_bundle() {
    let mut twice = release(&["a", "b"]);
    twice["sku"] = json!([
        {"name": "VCF", "skuSpecificPatchBundles": [{"bundleId": "b"}]},
        {"name": "VVF", "skuSpecificPatchBundles": [{"bundleType": "VMWARE_SOFTWARE"}]},
    ]);
    let read = read(&twice, &json!([]));
    let all = read.releases[0].distinct_bundles();
    let named: Vec<_> =
        all.iter().map(|one| (one.bundle.id.as_deref(), &*one.skus, one.places.len())).collect();
    assert_eq!(named, [(Some("a"), &[][..], 1), (Some("b"), &["VCF"][..], 2), (None, &["VVF"][..], 1)]);
    let found = checks(&read.releases[0], &Recalls::new(&[&read]), NOW);
    assert!(found.iter().any(|check| check.about == About::NoneRecalled(2)), "{found:?}");
}

#[test]
fn a_look_alike_of_a_recalled_id_takes_care() {
    assert_eq!(answer(&read(&release(&["A-1"]), &recall("bundle-a-1", "NONE", &[]))), Safe::WithCare);
}

proptest! {
    #[test]
    fn nothing_becomes_safe_by_leaving_something_out(ids in prop::collection::vec(0..4_u8, 0..4), member in 0..4_usize) {
        let ids: Vec<String> = ids.iter().map(|id| format!("id-{id}")).collect();
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let whole = release(&ids);
        let recalls = recall("id-0", "NONE", &[]);
        let before = answer(&read(&whole, &recalls));
        let mut less = whole;
        let without = match member {
            0 => Value::Null,
            _ => recalls,
        };
        if let (Some(name), Some(object)) = (["", "isApplicable", "eol", "patchBundles"].get(member), less.as_object_mut()) {
            object.remove(*name);
        }
        let after = answer(&read(&less, &without));
        prop_assert!(after != Safe::Yes, "{before:?} became {after:?} without member {member}");
    }
}
