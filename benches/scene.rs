//! What a frame asks of the scene, without a browser: building it, the whole world as pixels, the edges of a
//! sheet, its tiles, a pick.
#![allow(missing_docs, reason = "a bench has no users")]

use std::hint::black_box;
use std::sync::Arc;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use release_atlas::geometry::{Point, Size};
use release_atlas::layout::{Effort, Flow, Layout, Request, arrange};
use release_atlas::scene::measure::WidthTable;
use release_atlas::scene::minimap::view_of;
use release_atlas::scene::paint::View;
use release_atlas::scene::raster::{Colors, Drawing, Raster, draw};
use release_atlas::scene::reach::Reach;
use release_atlas::scene::tiles::Sheet;
use release_atlas::scene::{Camera, Card, Line, Link, Palette, Scene, Thread, Tone, Words, card_size};

const SCREEN: Size = Size { width: 1280.0, height: 800.0 };

/// A graph in which a few nodes collect a large share of the edges, laid out quickly.
struct Subject {
    names: Vec<String>,
    sizes: Vec<Size>,
    edges: Vec<(u32, u32)>,
    layout: Arc<Layout>,
    words: Words,
}

impl Subject {
    fn new(nodes: u32) -> Self {
        let names: Vec<String> = (0..nodes).map(|node| format!("component-{node}")).collect();
        let words = Words {
            tones: [
                "ok", "unknown", "pending", "failed", "recalled", "vain", "carrier", "failing", "at risk",
                "unclear",
            ]
            .map(str::to_owned),
            ..Words::default()
        };
        let table = WidthTable::default();
        let sizes: Vec<Size> = names.iter().map(|name| card_size(card(name), &words, &table)).collect();
        let edges: Vec<(u32, u32)> = (0..nodes * 5 / 2)
            .map(|edge| {
                let from = scattered(edge) % nodes;
                // Half of the edges go to the first hundredth of the nodes.
                let span = if edge % 2 == 0 { nodes / 100 + 1 } else { from.max(1) };
                (from, scattered(edge + 77_777) % span)
            })
            .collect();
        let request = Request {
            sizes: sizes.clone(),
            edges: edges.clone(),
            effort: Effort::Quick,
            ..Request::default()
        };
        Self { layout: Arc::new(arrange(&request)), names, sizes, edges, words }
    }

    fn scene(&self) -> Scene {
        let cards = self.names.iter().map(|name| card(name));
        let links = self.edges.iter().map(|&(from, to)| {
            let line = if to % 9 == 0 { Line::Barred } else { Line::Solid };
            Link { from, to, thread: Thread::Depends, line, count: 1, ..Link::default() }
        });
        Scene::new(
            cards,
            self.sizes.clone(),
            links,
            Arc::clone(&self.layout),
            Flow::LeftToRight,
            self.words.clone(),
        )
    }
}

fn card(name: &str) -> Card<'_> {
    let tone = if name.ends_with('7') { Tone::Failed } else { Tone::Ok };
    Card { name, version: "1.2.3-r4", tone, ..Card::default() }
}

/// Numbers that look thrown, the same every time (Knuth's multiplier).
fn scattered(seed: u32) -> u32 {
    let mixed = seed.wrapping_mul(2_654_435_761);
    (mixed ^ (mixed >> 15)).wrapping_mul(2_246_822_519) >> 3
}

fn scenes(criterion: &mut Criterion) {
    for nodes in [1_000, 10_000, 100_000] {
        let subject = Subject::new(nodes);
        let scene = subject.scene();
        let each = scene.bytes() as f64 / f64::from(scene.edge_count_all());
        println!("{nodes} nodes: {each:.1} bytes an edge");
        let mut group = criterion.benchmark_group("scene");
        group.sample_size(10);
        let id = |name: &str| BenchmarkId::new(name, nodes);

        group.bench_function(id("build"), |bencher| bencher.iter(|| black_box(subject.scene())));

        let colors = Colors::from(&Palette::light());
        let fit = Camera::fitted(scene.bounds(), SCREEN, 0.0);
        let mut screen = Raster::new(1280, 800);
        group.bench_function(id("overview"), |bencher| {
            let drawing = Drawing { view: view_of(fit, 1.0), colors: &colors, overlay: None, reach: None };
            bencher.iter(|| draw(&scene, drawing, &mut screen));
        });

        for (name, scale) in [("from afar", fit.scale * 1.5), ("closely", 1.0)] {
            let sheet = Sheet { scale, side: 256 };
            let camera = Camera { center: scene.bounds().center(), scale, view: SCREEN };
            let find = || {
                let mut reach = Reach::new(&scene, sheet, camera.visible(), 1.0);
                reach.advance(&scene, u32::MAX);
                reach
            };
            group.bench_function(id(&format!("edges of a sheet {name}")), |bencher| bencher.iter(find));
            let reach = find();
            let tiles = sheet.covering(camera.visible());
            let mut raster = Raster::new(256, 256);
            group.bench_function(id(&format!("a screen of tiles {name}")), |bencher| {
                bencher.iter(|| {
                    for tile in &tiles {
                        let view = View { to_surface: sheet.tile_from_world(*tile), density: 1.0 };
                        let reach = Some((&reach, *tile));
                        draw(&scene, Drawing { view, colors: &colors, overlay: None, reach }, &mut raster);
                    }
                });
            });
        }

        let corner = scene.bounds().min;
        group.bench_function(id("pick"), |bencher| {
            let mut step = 0;
            bencher.iter(|| {
                step += 1;
                let along = (scattered(step) % 1000) as f32 / 1000.0;
                let across = (scattered(step + 1) % 1000) as f32 / 1000.0;
                let (width, height) = (scene.bounds().width(), scene.bounds().height());
                black_box(scene.pick(Point::new(corner.x + width * along, corner.y + height * across), 6.0))
            });
        });
        group.finish();
    }
}

criterion_group!(benches, scenes);
criterion_main!(benches);
