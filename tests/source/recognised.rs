use release_atlas::source::{Content, Kind, Options, Source, read};

use crate::builder::{Object, customization, manifest, page, release, vcf};
use crate::{data, source};

fn kind(text: &str) -> (Kind, Vec<&'static str>) {
    let Source { kind, because, .. } = source(text);
    (kind, because)
}

#[test]
fn every_invented_document_is_recognised_by_what_is_in_it() {
    for (name, text) in data() {
        let expected = match &*name {
            "problem-with-violations" | "error-nested" => Kind::Problem,
            "affected-releasables" | "bundles-list-elements-envelope" | "customization-with-only-an-id" => {
                Kind::Other
            }
            "releases-list-elements-envelope" => Kind::ManifestReleases,
            "customizations-page" => Kind::Customizations,
            "list-plain-array" | "list-page-size-spelled-size" | "release-dependencies-one-sided" => {
                Kind::Releases
            }
            name if name.starts_with("releases-page") => Kind::Releases,
            name if name.starts_with("customization") => Kind::Customization,
            name if name.starts_with("release-") => Kind::Release,
            _ => Kind::Manifest,
        };
        let (found, because) = kind(&text);
        assert_eq!(found, expected, "{name}: {because:?}");
        assert!(found == Kind::Other || !because.is_empty(), "{name}");
    }
}

#[test]
fn pages_and_lists_are_recognised_by_their_entries() {
    let of = |object: Object| kind(&object.text()).0;
    assert_eq!(of(page([release("a")])), Kind::Releases);
    assert_eq!(of(page([customization("a")])), Kind::Customizations);
    assert_eq!(kind(&format!("[{}]", vcf("9.0.0.0", &[]))).0, Kind::ManifestReleases);
    assert_eq!(kind(&format!("[null, 7, {}]", release("a").text())).0, Kind::Releases);
    assert_eq!(kind(&vcf("9.0.0.0", &[]).to_string()).0, Kind::ManifestReleases);
    assert_eq!(of(manifest()), Kind::Manifest);
}

#[test]
fn the_members_that_decided_are_named() {
    assert_eq!(kind(&manifest().recalls(&["a"], &[], "NONE").text()).1, ["recalledBundles", "releases"]);
    assert_eq!(
        kind(r#"{"items":[{"released_at":"x"}],"total_size":1}"#).1,
        ["items", "total_size", "released_at"]
    );
}

#[test]
fn somebody_elses_json_is_said_to_be_that() {
    for text in [
        r#"{"name":"left-pad","version":"1.0.0","dependencies":{"a":"^1"}}"#,
        r#"{"releases":[{"tag_name":"v1"}]}"#,
        r#"{"version":1,"sequenceNumber":58,"patches":{"VCENTER":[]}}"#,
        r#"{"items":[{"metadata":{"name":"pod"}}],"kind":"List"}"#,
        r#"{"swagger":"2.0","paths":{}}"#,
        "{}",
        "[]",
        "7",
        "null",
        r#""text""#,
        "[[]]",
        r#"{"items":[]}"#,
        r#"{"items":null}"#,
    ] {
        let source = source(text);
        assert_eq!(source.kind, Kind::Other, "{text}: {:?}", source.because);
        assert!(matches!(source.content, Content::Other));
        assert_eq!(source.report.total(), 0);
    }
}

#[test]
fn other_hal_and_problems_are_recognised() {
    assert_eq!(kind(r#"{"_links":{"self":{"href":"/"}},"name":"x"}"#).0, Kind::Hal);
    assert_eq!(kind(r#"{"_embedded":{"orders":[{"id":1}]}}"#).0, Kind::Hal);
    assert_eq!(kind(r#"{"status":404,"title":"Not Found","_links":{}}"#).0, Kind::Problem);
    assert_eq!(kind(r#"{"errorCode":"NOT_FOUND","message":"x"}"#).0, Kind::Problem);
}

#[test]
fn what_is_no_json_is_refused() {
    assert!(read("<html></html>", Options::default()).is_err());
    assert!(read("", Options::default()).is_err());
}

#[test]
fn the_report_names_what_was_odd() {
    let odd = source(r#"{"releases":[{"version":9,"surprise":1}],"recalledBundles":[]}"#);
    assert_eq!(odd.report.total(), 2, "{:?}", odd.report.notices());
    assert_eq!(source(&manifest().carries("9.0.0.0", &["a"]).text()).report.total(), 0);
    assert_eq!(source(&release("a").depends_on("b").text()).report.total(), 0);
    assert_eq!(source(&page([release("a").closed()]).text()).report.total(), 0);
}

#[test]
fn the_digest_is_that_of_the_text() {
    let empty = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
    assert_eq!(source("{}").sha256(), empty);
    assert_eq!(source("\u{feff}{}").sha256(), empty, "without the byte-order mark");
}

#[test]
fn a_document_of_no_known_kind_is_told_by_what_it_is() {
    use release_atlas::source::Strange;
    let found = |text: &str| Strange::of(&crate::source(text));
    assert_eq!(found("[]"), Some(Strange::EmptyList));
    assert_eq!(found("[1, 2]"), Some(Strange::List(2)));
    assert_eq!(found("{}"), Some(Strange::EmptyObject));
    assert_eq!(found("5"), Some(Strange::Single));
    assert_eq!(found(r#"{"a": 1, "b": 2}"#), Some(Strange::Object(vec!["a".to_owned(), "b".to_owned()], 2)));
    assert_eq!(found(r#"{"_links": {}}"#), Some(Strange::Hal));
    assert_eq!(found(r#"{"failed_releases": []}"#), None);
}
