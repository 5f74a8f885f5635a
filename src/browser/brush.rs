//! Shapes of the scene on a 2D canvas, with as few changes of style as can be.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{Clamped, JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, Document, HtmlCanvasElement, ImageData};

use crate::geometry::Point;
use crate::scene::measure::{Face, Measure, WidthTable};
use crate::scene::paint::{Anchor, Path, Pen, Run, Step, Surface};
use crate::scene::raster::Raster;
use crate::scene::{Ink, Palette};

/// A new canvas that is in no document.
pub fn new_canvas(document: &Document, width: u32, height: u32) -> Option<HtmlCanvasElement> {
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    Some(canvas)
}

/// The drawing context of a canvas; an opaque one is cheaper to put on the screen.
pub fn context_of(canvas: &HtmlCanvasElement, opaque: bool) -> Option<CanvasRenderingContext2d> {
    context_with(canvas, "alpha", !opaque)
}

/// The drawing context of a canvas whose pixels are read: the browser keeps them where that is quick.
pub fn readable_context_of(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    context_with(canvas, "willReadFrequently", true)
}

fn context_with(canvas: &HtmlCanvasElement, option: &str, value: bool) -> Option<CanvasRenderingContext2d> {
    let options = Object::new();
    let _ = Reflect::set(&options, &option.into(), &value.into());
    canvas.get_context_with_context_options("2d", &options).ok()??.dyn_into().ok()
}

/// Copies a raster to the upper left corner of a canvas.
pub fn put(raster: &Raster, context: &CanvasRenderingContext2d) {
    let image = ImageData::new_with_u8_clamped_array_and_sh(
        Clamped(raster.pixels()),
        raster.width(),
        raster.height(),
    );
    if let Ok(image) = image {
        let _ = context.put_image_data(&image, 0.0, 0.0);
    }
}

/// Makes a canvas as large as a raster and shows it there.
pub fn show(raster: &Raster, canvas: &HtmlCanvasElement) {
    canvas.set_width(raster.width());
    canvas.set_height(raster.height());
    if let Some(context) = context_of(canvas, true) {
        put(raster, &context);
    }
}

/// Font families, and how wide they are beside the table of the scene.
#[derive(Clone, Debug, PartialEq)]
pub struct Fonts {
    families: String,
    /// One for each of [`Face::ALL`].
    ratios: [f32; 4],
}

/// Letters as they are common in names and versions.
const SAMPLE: &str = "kube-prometheus-stack 2.6.7-r4 PostgreSQL NSX Manager";

impl Fonts {
    /// Measures the families once with a context.
    pub fn new(families: &str, context: &CanvasRenderingContext2d) -> Self {
        let ratios = Face::ALL.map(|face| {
            context.set_font(&font(face, face.size(), families));
            let real = context.measure_text(SAMPLE).map_or(0.0, |metrics| metrics.width()) as f32;
            let table = WidthTable::default().width(SAMPLE, face);
            if real > 0.0 { (real / table).clamp(0.5, 2.0) } else { 1.0 }
        });
        Self { families: families.to_owned(), ratios }
    }
}

impl Measure for Fonts {
    fn width(&self, text: &str, face: Face) -> f32 {
        WidthTable { stretch: self.ratios[face as usize] }.width(text, face)
    }
}

fn font(face: Face, size: f32, families: &str) -> String {
    format!("{} {size}px {families}", face.weight())
}

/// Draws on a context. Remembers what is set, because setting it is what costs.
pub struct Brush<'a> {
    context: &'a CanvasRenderingContext2d,
    palette: &'a Palette,
    fonts: &'a Fonts,
    fill: Option<Ink>,
    pen: Option<Pen>,
    face: Option<(Face, f32)>,
    anchor: Option<Anchor>,
}

impl<'a> Brush<'a> {
    /// A brush that knows nothing of what is set.
    pub fn new(context: &'a CanvasRenderingContext2d, palette: &'a Palette, fonts: &'a Fonts) -> Self {
        context.set_line_join("round");
        context.set_line_cap("round");
        context.set_text_baseline("alphabetic");
        Self { context, palette, fonts, fill: None, pen: None, face: None, anchor: None }
    }

    fn trace(&self, path: &Path) {
        let context = self.context;
        context.begin_path();
        let pair = |point: Point| (f64::from(point.x), f64::from(point.y));
        for step in &path.steps {
            match *step {
                Step::Move(to) => context.move_to(pair(to).0, pair(to).1),
                Step::Line(to) => context.line_to(pair(to).0, pair(to).1),
                Step::Cubic(one, two, to) => {
                    let ((a, b), (c, d), (e, f)) = (pair(one), pair(two), pair(to));
                    context.bezier_curve_to(a, b, c, d, e, f);
                }
                Step::Close => context.close_path(),
            }
        }
    }

    fn use_fill(&mut self, ink: Ink) {
        if self.fill != Some(ink) {
            self.context.set_fill_style_str(self.palette.color(ink));
            self.fill = Some(ink);
        }
    }

    fn use_pen(&mut self, pen: Pen) {
        let before = self.pen.replace(pen);
        if before.map(|pen| pen.ink) != Some(pen.ink) {
            self.context.set_stroke_style_str(self.palette.color(pen.ink));
        }
        if before.map(|pen| pen.width) != Some(pen.width) {
            self.context.set_line_width(f64::from(pen.width));
        }
        if before.is_none_or(|before| before.dash != pen.dash) {
            let lengths: Array =
                pen.dash.iter().flatten().map(|length| JsValue::from_f64(f64::from(*length))).collect();
            let _ = self.context.set_line_dash(&lengths);
            // Round ends would close short gaps.
            self.context.set_line_cap(if pen.dash.is_some() { "butt" } else { "round" });
        }
    }
}

impl Surface for Brush<'_> {
    fn fill(&mut self, _depth: u8, path: &Path, ink: Ink) {
        self.use_fill(ink);
        self.trace(path);
        self.context.fill();
    }

    fn stroke(&mut self, _depth: u8, path: &Path, pen: Pen) {
        self.use_pen(pen);
        self.trace(path);
        self.context.stroke();
    }

    fn text(&mut self, text: &str, run: Run) {
        self.use_fill(run.ink);
        if self.face != Some((run.face, run.size)) {
            self.context.set_font(&font(run.face, run.size, &self.fonts.families));
            self.face = Some((run.face, run.size));
        }
        if self.anchor != Some(run.anchor) {
            self.context.set_text_align(match run.anchor {
                Anchor::Start => "left",
                Anchor::Middle => "center",
                Anchor::End => "right",
            });
            self.anchor = Some(run.anchor);
        }
        // Letters are sharpest, and their shapes cached best, on whole pixels.
        let (x, y) = (f64::from(run.at.x.round()), f64::from(run.at.y.round()));
        let _ = self.context.fill_text(text, x, y);
    }
}
