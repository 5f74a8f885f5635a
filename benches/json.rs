//! Bytes to a document, and to a checked document, beside `serde_json::Value` on the same bytes.
//!
//! Criterion's figures come first; then one table of the same run, in MB/s and as ratios; the fastest of
//! 15, because others may be using the machine.
#![allow(missing_docs, clippy::unwrap_used, reason = "a bench has no users, and fails by panicking")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Instant;

use criterion::{BatchSize, Criterion, Throughput};
use release_atlas::json::{Limits, read};
use release_atlas::shape::{Expect, Field, Report, Shape, check};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let texts = [
        ("catalogue 1 MB", catalogue(1 << 20)),
        ("catalogue 10 MB", catalogue(10 << 20)),
        ("manifest 1 MB", manifest(1 << 20)),
        ("manifest 10 MB", manifest(10 << 20)),
        ("indented catalogue 10 MB", indented(&catalogue(5 << 20))),
    ];
    if std::env::args().any(|argument| argument == "--bench") && std::env::var_os("TABLE_ONLY").is_none() {
        for (name, text) in &texts {
            compare(&mut criterion, name, text);
        }
    }
    criterion.final_summary();
    print_table(&texts);
}

fn shape_of(name: &str) -> &'static Shape {
    if name.contains("catalogue") { &PAGE } else { &MANIFEST }
}

fn compare(criterion: &mut Criterion, name: &str, text: &str) {
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Bytes(text.len() as u64)).sample_size(20);
    let bytes = || text.as_bytes().to_vec();
    group.bench_function("serde_json::Value", |bencher| {
        bencher.iter_batched(bytes, |bytes| theirs(&bytes), BatchSize::LargeInput);
    });
    group.bench_function("read", |bencher| bencher.iter_batched(bytes, ours, BatchSize::LargeInput));
    group.bench_function("read and check", |bencher| {
        bencher.iter_batched(bytes, |bytes| checked(bytes, shape_of(name)), BatchSize::LargeInput);
    });
    group.finish();
}

fn theirs(bytes: &[u8]) -> serde_json::Value {
    serde_json::from_slice(bytes).unwrap()
}

fn ours(bytes: Vec<u8>) -> release_atlas::json::Document {
    read(bytes, &Limits::default()).unwrap()
}

fn checked(bytes: Vec<u8>, shape: &'static Shape) -> (release_atlas::json::Document, Report) {
    let document = ours(bytes);
    let mut report = Report::default();
    check(document.root(), shape, &mut report);
    assert_eq!(report.total(), 0);
    (document, report)
}

/// The best MB/s of `task`; what it gives is dropped outside the measured time.
fn speed<T>(text: &str, task: impl Fn(Vec<u8>) -> T) -> f64 {
    let seconds = (0..15).map(|_| {
        let bytes = text.as_bytes().to_vec();
        let start = Instant::now();
        let result = black_box(task(bytes));
        let elapsed = start.elapsed().as_secs_f64();
        drop(result);
        elapsed
    });
    text.len() as f64 / 1e6 / seconds.fold(f64::INFINITY, f64::min)
}

fn print_table(texts: &[(&str, String)]) {
    println!(
        "{:26} {:>9} {:>7} {:>18} {:>15} {:>17}",
        "MB/s", "values", "B/value", "serde_json::Value", "read", "read and check"
    );
    for (name, text) in texts {
        let document = ours(text.as_bytes().to_vec());
        let density = text.len() as f64 / document.len() as f64;
        let theirs = speed(text, |bytes| theirs(&bytes));
        let (read, check) = (speed(text, ours), speed(text, |bytes| checked(bytes, shape_of(name))));
        println!(
            "{name:26} {:9} {density:7.1} {theirs:18.0} {read:8.0} ({:3.1}×) {check:10.0} ({:3.1}×)",
            document.len(),
            read / theirs,
            check / theirs,
        );
    }
}

/// The same JSON as editors and `jq` write it.
fn indented(text: &str) -> String {
    serde_json::to_string_pretty(&theirs(text.as_bytes())).unwrap()
}

/// A page of releases with products, platforms, links and relations, of about `size` bytes.
fn catalogue(size: usize) -> String {
    let mut text = String::from(r#"{"page":1,"page_size":100,"total_size":1000,"total_pages":10,"items":["#);
    let mut index = 0_u32;
    while text.len() < size {
        if index > 0 {
            text.push(',');
        }
        write_release(&mut text, index);
        index += 1;
    }
    text.push_str("]}");
    text
}

fn write_release(text: &mut String, index: u32) {
    let id = u64::from(index) * 0x9E37_79B9 % 0xFFFF_FFFF;
    write!(
        text,
        r#"{{"id":"64455e6bd3c4{id:012x}","branch":"{}","version":"{}.{}.{}","revision":"{}","released_at":"2023-{:02}-{:02}T00:59:52.762Z","packaging_type":"CONTAINER_IMAGE","#,
        index % 9, index % 20, index % 13, index % 7, index % 4, index % 12 + 1, index % 28 + 1,
    )
    .unwrap();
    write!(
        text,
        r#""product":{{"name":"Product {}","key":"product-{0}","description":"A service \"number {0}\" for tests: it stores, sorts and serves what others send to it, day and night","category":"Developer Tools"}},"platforms":[{{"os_family":"linux","architecture":"amd64"}},{{"os_family":"linux","architecture":"arm64"}}],"supports_customizations":{},"#,
        index % 300, index.is_multiple_of(2),
    )
    .unwrap();
    write!(text, r#""registry":{{"id":"549cfa79-352c-4555-9d28-4442de551829","name":"Registry for tests","url":"https://registry.example.com","healthy":true,"last_checked_at":"2023-03-03T00:59:52.762Z"}},"dependencies":["#).unwrap();
    for other in 0..index % 5 {
        let comma = if other > 0 { "," } else { "" };
        write!(text, r#"{comma}{{"id":"64455e6bd3c4{:012x}","version":"1.{other}.0","revision":"{other}","released_at":"2023-01-01T00:00:00.000Z"}}"#, index / 2 + other).unwrap();
    }
    write!(text, r#"],"_links":{{"self":{{"href":"/v1/catalogs/351c1739-ca01-4a74-8124-1b99257cd7c9/releases/64455e6bd3c4{id:012x}"}},"registry":{{"href":"/v1/registries/64455e6bd3c480fd58546c75"}},"dependencies":["#).unwrap();
    for other in 0..index % 5 {
        let comma = if other > 0 { "," } else { "" };
        write!(text, r#"{comma}{{"href":"/v1/catalogs/351c1739-ca01-4a74-8124-1b99257cd7c9/releases/64455e6bd3c4{:012x}"}}"#, index / 2 + other).unwrap();
    }
    text.push_str("]}}");
}

/// A manifest with releases, bills of materials and recalls, of about `size` bytes.
fn manifest(size: usize) -> String {
    let mut text = String::from(
        r#"{"version":1,"sequenceNumber":48,"creationTime":"2026-05-27T05:12:11Z","publishedDate":"2026-05-27T05:12:11Z","recalledBundles":["#,
    );
    for index in 0..(size / 2_000) as u32 {
        let comma = if index > 0 { "," } else { "" };
        write!(text, r#"{comma}{{"recalledBundleIds":["c5932997-0000-4000-8000-{index:012x}"],"replacementBundleIds":["3fcb4093-0000-4000-8000-{index:012x}"],"replacementBundleStatus":"READY"}}"#).unwrap();
    }
    text.push_str(r#"],"releases":["#);
    let mut index = 0_u32;
    while text.len() < size {
        if index > 0 {
            text.push(',');
        }
        write_manifest_release(&mut text, index);
        index += 1;
    }
    text.push_str("]}");
    text
}

fn write_manifest_release(text: &mut String, index: u32) {
    write!(
        text,
        r#"{{"product":"VCF","version":"5.{}.{}.{}","releaseDate":"2024-07-23T00:00:00Z","minCompatibleVcfVersion":"4.5.0.0","description":"<p>Version 5.2 of the platform with <b>many</b> changes</p>","isApplicable":false,"eol":"2027-10-11","bom":["#,
        index % 5, index % 7, index,
    )
    .unwrap();
    for (place, name) in
        ["SDDC_MANAGER_VCF", "VCENTER", "ESX_HOST", "NSX_T_MANAGER", "VRSLCM", "VRA"].iter().enumerate()
    {
        let comma = if place > 0 { "," } else { "" };
        write!(text, r#"{comma}{{"name":"{name}","publicName":"Component {name}","version":"8.0.{place}-{}","releaseURL":"https://docs.example.com/{name}/{index}","additionalMetadata":null}}"#, 24_000_000 + index).unwrap();
    }
    text.push_str(r#"],"patchBundles":["#);
    for bundle in 0..6 {
        let comma = if bundle > 0 { "," } else { "" };
        write!(text, r#"{comma}{{"bundleId":"{index:08x}-0000-4000-8000-{bundle:012x}","bundleType":"VMWARE_SOFTWARE","cumulativeFromVcfVersion":"5.0.0.0","bundleElements":["VCENTER","ESX_HOST"]}}"#).unwrap();
    }
    text.push_str("]}");
}

static PAGE: Shape = Shape {
    name: "page",
    fields: &[
        Field::required("page", Expect::Number),
        Field::required("page_size", Expect::Number),
        Field::required("total_size", Expect::Number),
        Field::required("total_pages", Expect::Number),
        Field::required("items", Expect::Many(&RELEASE)),
    ],
};

static RELEASE: Shape = Shape {
    name: "release",
    fields: &[
        Field::required("id", Expect::Text),
        Field::optional("branch", Expect::Text),
        Field::required("version", Expect::Version),
        Field::required("revision", Expect::Text),
        Field::required("released_at", Expect::Instant),
        Field::optional("packaging_type", Expect::Status(&["HELM_CHART", "OVA", "CONTAINER_IMAGE"])),
        Field::optional("product", Expect::One(&PRODUCT)),
        Field::optional("platforms", Expect::Many(&PLATFORM)),
        Field::optional("supports_customizations", Expect::Flag),
        Field::optional("registry", Expect::One(&REGISTRY)),
        Field::optional("dependencies", Expect::List(&Expect::OneOf(&[Expect::One(&RELEASE), Expect::Text]))),
        Field::optional("_links", Expect::Links),
    ],
};

static PRODUCT: Shape = Shape {
    name: "product",
    fields: &[
        Field::required("name", Expect::Text),
        Field::required("key", Expect::Text),
        Field::optional("description", Expect::Markup),
        Field::optional("category", Expect::Text),
    ],
};

static PLATFORM: Shape = Shape {
    name: "platform",
    fields: &[Field::required("os_family", Expect::Text), Field::required("architecture", Expect::Text)],
};

static REGISTRY: Shape = Shape {
    name: "registry",
    fields: &[
        Field::required("id", Expect::Text),
        Field::optional("name", Expect::Text),
        Field::optional("url", Expect::Address),
        Field::optional("healthy", Expect::Flag),
        Field::optional("last_checked_at", Expect::Instant),
    ],
};

static MANIFEST: Shape = Shape {
    name: "manifest",
    fields: &[
        Field::required("version", Expect::Number),
        Field::required("sequenceNumber", Expect::Number),
        Field::required("creationTime", Expect::Instant),
        Field::required("publishedDate", Expect::Instant),
        Field::optional("recalledBundles", Expect::Many(&RECALL)),
        Field::required("releases", Expect::Many(&MANIFEST_RELEASE)),
    ],
};

static RECALL: Shape = Shape {
    name: "recall",
    fields: &[
        Field::required("recalledBundleIds", Expect::Texts),
        Field::required("replacementBundleIds", Expect::Texts),
        Field::required("replacementBundleStatus", Expect::Status(&["NONE", "PENDING", "READY"])),
    ],
};

static MANIFEST_RELEASE: Shape = Shape {
    name: "manifest-release",
    fields: &[
        Field::required("product", Expect::Text),
        Field::required("version", Expect::Version),
        Field::optional("releaseDate", Expect::Instant),
        Field::optional("minCompatibleVcfVersion", Expect::Version),
        Field::optional("description", Expect::Markup),
        Field::optional("isApplicable", Expect::Flag),
        Field::optional("eol", Expect::Instant),
        Field::required("bom", Expect::Many(&COMPONENT)),
        Field::optional("patchBundles", Expect::Many(&BUNDLE)),
    ],
};

static COMPONENT: Shape = Shape {
    name: "component",
    fields: &[
        Field::required("name", Expect::Text),
        Field::optional("publicName", Expect::Text),
        Field::optional("version", Expect::Version),
        Field::optional("releaseURL", Expect::Address),
        Field::optional("additionalMetadata", Expect::Text),
    ],
};

static BUNDLE: Shape = Shape {
    name: "bundle",
    fields: &[
        Field::required("bundleId", Expect::Text),
        Field::optional("bundleType", Expect::Text),
        Field::optional("cumulativeFromVcfVersion", Expect::Version),
        Field::optional("bundleElements", Expect::Texts),
    ],
};
