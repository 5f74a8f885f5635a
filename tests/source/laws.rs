use proptest::prelude::*;
use release_atlas::json::{self, Limits, ValueId};
use release_atlas::manifest::{self, Recalls};
use release_atlas::source::{Content, Options, read};
use release_atlas::{catalog, shape};
use serde_json::{Map, Value};

const NAMES: [&str; 40] = [
    "id",
    "version",
    "revision",
    "released_at",
    "dependencies",
    "dependants",
    "_links",
    "_embedded",
    "href",
    "self",
    "items",
    "elements",
    "page",
    "product",
    "name",
    "key",
    "base_image",
    "registry",
    "healthy",
    "platforms",
    "latest_release",
    "succeeded_releases",
    "failed_releases",
    "release",
    "failure",
    "filter",
    "releases",
    "bom",
    "sku",
    "skuSpecificPatchBundles",
    "patchBundles",
    "bundleId",
    "recalledBundles",
    "recalledBundleIds",
    "replacementBundleIds",
    "replacementBundleStatus",
    "asyncPatches",
    "vvsMappings",
    "sddcManagerReleases",
    "releaseURL",
];
const TEXTS: [&str; 12] = [
    "a",
    "b",
    "c",
    "READY",
    "PENDING",
    "string",
    "Release Object",
    "/v1/releases/a%2",
    "2026-06-01T10:00:00Z",
    "",
    "https://x/{id}",
    "9.0.0.0-1",
];

/// Any JSON, made of the words of the two kinds of documents so that it reaches every reader.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        prop::sample::select(&TEXTS[..]).prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 120, 8, |inner| {
        let name = prop_oneof![9 => prop::sample::select(&NAMES[..]).prop_map(str::to_owned), 1 => ".{0,4}"];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((name, inner), 0..10)
                .prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

proptest! {
    #[test]
    fn any_json_is_read_by_every_reader(value in any_json()) {
        let text = value.to_string();
        let document = json::read(text.as_str(), &Limits::default()).expect("JSON");
        let catalog = catalog::read(&document);
        let manifest = manifest::read(&document);
        let recalls = Recalls::new(&[&manifest, &manifest]);
        for mention in &manifest.mentions {
            prop_assert_eq!(recalls.trace(&mention.id).answer, recalls.answer(&mention.id));
        }
        let _ = recalls.oddities();
        for relation in &catalog.relations {
            prop_assert!((relation.holder as usize) < catalog.releases.len());
            if let catalog::Target::Object(other) = relation.other {
                prop_assert!((other as usize) < catalog.releases.len());
            }
        }
        prop_assert!(catalog.releases.windows(2).all(|pair| pair[0].at < pair[1].at));
        prop_assert!(read(text, Options::default()).is_ok());
    }

    #[test]
    fn every_leaf_of_any_json_is_listed_once(value in any_json()) {
        let text = value.to_string();
        let source = read(text, Options::default()).expect("JSON");
        let rows = shape::rows(source.document.root(), release_atlas::source::shape(&source.document, source.kind));
        let mut listed: Vec<_> = rows.iter().map(|row| row.value.id()).collect();
        listed.sort_unstable();
        let all = if source.document.root().is_leaf() { 0..1 } else { 1..source.document.len() as u32 };
        prop_assert_eq!(listed, all.map(ValueId).collect::<Vec<_>>());
    }

    #[test]
    fn any_bytes_give_a_source_or_a_refusal(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(source) = read(bytes, Options::default()) {
            prop_assert!(matches!(source.content, Content::Other | Content::Catalog(_) | Content::Manifest(_)));
        }
    }
}
