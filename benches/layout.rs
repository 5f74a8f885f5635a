//! How long a drawing takes, natively: the first one, the one that stays, and one after a small change.

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use release_atlas::layout::{Effort, Request, arrange, overview};
use std::hint::black_box;

#[path = "../tests/layout/graphs.rs"]
#[expect(dead_code, reason = "shared with the tests, which ask for more")]
mod graphs;

fn drawings(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("layout");
    group.sample_size(10);
    for count in [1_000, 10_000, 100_000] {
        let full = graphs::request(count as usize, graphs::releases(count));
        let quick = Request { effort: Effort::Quick, ..full.clone() };
        let former = arrange(&full).centers.into_iter().map(Some).collect();
        let again = Request { former, ..full.clone() };
        for (name, request) in [("quick", &quick), ("full", &full), ("again", &again)] {
            group.bench_with_input(BenchmarkId::new(name, count), request, |bencher, request| {
                bencher.iter(|| arrange(black_box(request)));
            });
        }
        let groups: Vec<u32> = (0..count).map(|node| node % 50).collect();
        group.bench_with_input(BenchmarkId::new("overview", count), &full, |bencher, request| {
            bencher.iter(|| overview(black_box(request), &groups, &[]));
        });
    }
    group.finish();
}

criterion_group!(benches, drawings);
criterion_main!(benches);
