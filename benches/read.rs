//! How long it takes from a document to its model, and from recalls to their answers.
#![allow(clippy::expect_used, missing_docs, reason = "a bench fails by panicking")]

#[path = "../tests/support/builder.rs"]
mod builder;

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use release_atlas::json::{self, Limits};
use release_atlas::manifest::{self, Recalls};
use release_atlas::source::{self, Options};
use release_atlas::{catalog, shape};

/// 20,000 releases, about 50 MB.
fn catalogue(bench: &mut Criterion) {
    let text = builder::big_catalogue(20_000);
    let mut group = bench.benchmark_group("catalogue of 20,000 releases");
    group.sample_size(10).throughput(Throughput::Bytes(text.len() as u64));
    let document = json::read(text.as_str(), &Limits::default()).expect("JSON");
    group.bench_function("json", |bench| bench.iter(|| json::read(text.as_str(), &Limits::default())));
    group.bench_function("catalog", |bench| bench.iter(|| catalog::read(black_box(&document))));
    group.bench_function("shape", |bench| {
        bench.iter(|| {
            let mut report = shape::Report::default();
            shape::check(document.root(), &catalog::shapes::RELEASES_PAGE, &mut report);
            report
        });
    });
    group.bench_function("source", |bench| bench.iter(|| source::read(text.as_str(), Options::default())));
    group.finish();
}

/// A manifest of many releases.
fn manifests(bench: &mut Criterion) {
    let mut object = builder::manifest();
    for number in 0..40_000 {
        let bundles: Vec<_> =
            (0..4).map(|bundle| format!("{number:08x}-0000-4000-8000-{bundle:012x}")).collect();
        let refs: Vec<_> = bundles.iter().map(String::as_str).collect();
        object = object.carries(&format!("9.{number}.0.0"), &refs);
    }
    let text = object.text();
    let document = json::read(text.as_str(), &Limits::default()).expect("JSON");
    let mut group = bench.benchmark_group("manifest of 40,000 releases");
    group.sample_size(10).throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("manifest", |bench| bench.iter(|| manifest::read(black_box(&document))));
    group.finish();
}

/// 10,000 entries: one chain, and a tangle.
fn recalls(bench: &mut Criterion) {
    let name = |number: u32| format!("{number:08x}-0000-4000-8000-000000000062");
    let mut random = builder::Random(7);
    let (mut chain, mut tangle) = (builder::manifest(), builder::manifest());
    for number in 0..10_000 {
        chain = chain.recalls(&[&name(number)], &[&name(number + 1)], "READY");
        let ids: Vec<_> = (0..4).map(|_| name(random.below(12_000))).collect();
        tangle = tangle.recalls(&[&ids[0], &ids[1]], &[&ids[2], &ids[3]], "READY");
    }
    let mut group = bench.benchmark_group("recalls of 10,000 entries");
    group.sample_size(20);
    for (form, object) in [("chain", chain), ("tangle", tangle)] {
        let read = manifest::read(&json::read(object.text(), &Limits::default()).expect("JSON"));
        group.bench_function(format!("{form}, resolve"), |bench| {
            bench.iter(|| Recalls::new(black_box(&[&read])));
        });
        let recalls = Recalls::new(&[&read]);
        group.bench_function(format!("{form}, every answer with targets"), |bench| {
            bench.iter(|| {
                recalls.recalled().map(|id| (recalls.answer(id), recalls.targets(id).ids.len())).last()
            });
        });
        group.bench_function(format!("{form}, trace one"), |bench| bench.iter(|| recalls.trace(&name(0))));
        group.bench_function(format!("{form}, oddities"), |bench| bench.iter(|| recalls.oddities()));
    }
    group.finish();
}

criterion_group!(benches, catalogue, manifests, recalls);
criterion_main!(benches);
