//! A large manifest: recalls resolved, two of them compared, the matrix made, a long list answered, a move
//! planned.
//!
//! One table of the fastest of five, because others may be using the machine.
#![allow(missing_docs, clippy::unwrap_used, reason = "a bench has no users, and fails by panicking")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::Instant;

use release_atlas::json::{Limits, read as parse};
use release_atlas::manifest::compare::compare;
use release_atlas::manifest::inventory::{Index, read as read_list};
use release_atlas::manifest::route::{Plan, Question};
use release_atlas::manifest::{Manifest, Matrix, Recalls, read};

const RELEASES: usize = 2_600;
const COMPONENTS: usize = 60;
const RECALLS: usize = 10_000;

fn main() {
    let text = manifest(0);
    println!(
        "{:.1} MB, {RELEASES} releases of {COMPONENTS} components, {RECALLS} recalls",
        text.len() as f64 / 1e6
    );
    let (older, newer) = (interpreted(&text), interpreted(&manifest(1)));
    let recalls = Recalls::new(&[&older]);
    let document = parse(text.as_bytes().to_vec(), &Limits::default()).unwrap();
    let all = [&older];
    let list: String = (0..RECALLS).fold(String::new(), |mut list, at| {
        writeln!(list, "bundle-{}.tar", id(at, 0)).unwrap();
        list
    });
    let (from, to) = ("1.0.0.0".to_owned(), format!("{RELEASES}.0.0.0"));
    let question = Question { from, to, ..Question::default() };
    report("read the document", || parse(text.as_bytes().to_vec(), &Limits::default()).unwrap());
    report("interpret the manifest", || read(&document));
    report("resolve the recalls", || Recalls::new(&[&older]));
    report("compare two manifests", || compare(&older, &newer).changes.len());
    report("make the matrix", || Matrix::new(&older, &recalls).rows.len());
    report("index for a list", || black_box(Index::new(&all, &recalls)).component_named("C1").is_some());
    let index = Index::new(&all, &recalls);
    report("answer 10,000 lines", || {
        index.report(read_list(&list, &|id| recalls.is_recalled(id))).rows.len()
    });
    report("plan a move", || Plan::new(&all, &recalls, &question).direct.len());
}

fn report<T>(name: &str, mut work: impl FnMut() -> T) {
    let fastest = (0..5).map(|_| {
        let start = Instant::now();
        black_box(work());
        start.elapsed()
    });
    println!("{name:<24} {:>8.1} ms", fastest.min().unwrap().as_secs_f64() * 1e3);
}

fn interpreted(text: &str) -> Manifest {
    read(&parse(text.as_bytes().to_vec(), &Limits::default()).unwrap())
}

fn id(at: usize, kind: usize) -> String {
    format!("{at:08}-{kind:04}-4000-8000-000000000000")
}

/// A manifest; the next `edition` changes one BOM line of each release and one recall in ten.
fn manifest(edition: usize) -> String {
    let mut text = format!("{{\"version\":1,\"sequenceNumber\":{edition},\"recalledBundles\":[");
    for at in 0..RECALLS {
        let (comma, status) =
            (if at > 0 { "," } else { "" }, if at % 10 == edition { "PENDING" } else { "READY" });
        let (recalled, replacement) = (id(at, 0), id(at, 1));
        write!(text, "{comma}{{\"recalledBundleIds\":[\"{recalled}\"],\"replacementBundleIds\":[\"{replacement}\"],\"replacementBundleStatus\":\"{status}\"}}").unwrap();
    }
    text.push_str("],\"releases\":[");
    for release in 1..=RELEASES {
        let comma = if release > 1 { "," } else { "" };
        let floor = release.saturating_sub(40).max(1);
        write!(text, "{comma}{{\"product\":\"VCF\",\"version\":\"{release}.0.0.0\",\"minCompatibleVcfVersion\":\"{floor}.0.0.0\",\"releaseDate\":\"2026-01-01T00:00:00Z\",\"isApplicable\":true,\"patchBundles\":[").unwrap();
        for bundle in 0..5 {
            let comma = if bundle > 0 { "," } else { "" };
            write!(text, "{comma}{{\"bundleId\":\"{}\",\"bundleType\":\"VMWARE_SOFTWARE\",\"cumulativeFromVcfVersion\":\"{floor}.0.0.0\",\"bundleElements\":[\"C{bundle}\"]}}", id(release * 5 + bundle, 1)).unwrap();
        }
        text.push_str("],\"bom\":[");
        for component in 0..COMPONENTS {
            let comma = if component > 0 { "," } else { "" };
            let build = 100_000 + release * 10 + if component == 7 { edition } else { 0 };
            write!(text, "{comma}{{\"name\":\"C{component}\",\"publicName\":\"Component {component}\",\"version\":\"{release}.{component}.0-{build}\",\"releaseURL\":\"https://docs.example.com/notes/component-{component}/{release}.0.0.0/release-notes-and-known-issues.html\",\"additionalMetadata\":\"Choose the build for the guest, see the interoperability notes of component {component} in release {release} before any change. Take the newest one that the notes allow, and keep this line.\"}}").unwrap();
        }
        text.push_str("]}");
    }
    text.push_str("]}");
    text
}
