//! From pointers and wheel to what the reader means by them.
//!
//! A small machine without a browser: it is told what the pointers do and answers with [`Gesture`]s. A press
//! becomes a drag only after a few pixels, so that a trembling hand still clicks. The wheel scrolls the page
//! unless a key is held or the graph owns the page.

use crate::geometry::{Point, Rect};

/// Pixels that a pointer may move and still click.
const SLACK: f32 = 4.0;
/// Milliseconds between the clicks of a double click: what Windows takes unless told otherwise.
const DOUBLE_MILLIS: f64 = 500.0;
/// Zoom factor for one pixel of wheel travel, as an exponent of 2.
const WHEEL_STEP: f32 = 1.0 / 240.0;
/// Pixels of a wheel's line and page.
const WHEEL_UNITS: [f32; 3] = [1.0, 18.0, 400.0];

/// Keys that change what a gesture means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    /// Shift.
    pub shift: bool,
    /// Ctrl, or Cmd on a Mac.
    pub control: bool,
}

/// What a pointer did; positions are CSS pixels from the canvas' upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Input {
    /// A pointer was pressed.
    Press {
        /// Which pointer.
        pointer: i32,
        /// Where.
        at: Point,
        /// With which keys.
        keys: Keys,
    },
    /// A pointer moved, pressed or not.
    Move {
        /// Which pointer.
        pointer: i32,
        /// To where.
        at: Point,
    },
    /// A pointer was released.
    Release {
        /// Which pointer.
        pointer: i32,
        /// Where.
        at: Point,
        /// When, in milliseconds of any clock.
        millis: f64,
    },
    /// A pointer was taken away by the system, or Escape was pressed.
    Cancel,
    /// The pointer left the canvas.
    Leave,
    /// The wheel was turned.
    Wheel {
        /// Where the pointer is.
        at: Point,
        /// How far, in its unit.
        delta: Point,
        /// The browser's `deltaMode`: 0 pixels, 1 lines, 2 pages.
        mode: u32,
        /// With which keys; a pinch on a touch pad arrives as a wheel with Ctrl.
        keys: Keys,
    },
}

/// What the reader means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Gesture {
    /// Nothing to do.
    None,
    /// Look at what is below this point.
    Hover(Point),
    /// Nothing is below the pointer any more.
    Unhover,
    /// Move the picture by this many pixels.
    Pan(Point),
    /// Zoom by a factor about a point.
    Zoom {
        /// What stays where it is.
        at: Point,
        /// Above 1 comes closer.
        factor: f32,
    },
    /// Move and zoom at once, by two fingers: pan first, then zoom about the point.
    Pinch {
        /// By how many pixels.
        by: Point,
        /// What stays where it is.
        at: Point,
        /// Above 1 comes closer.
        factor: f32,
    },
    /// Select what is below.
    Click(Point),
    /// Focus what is below.
    DoubleClick(Point),
    /// Fold or unfold what is below.
    ShiftClick(Point),
    /// Add to the selection, or take from it.
    ControlClick(Point),
    /// A rectangle is being drawn.
    Lasso(Rect),
    /// A rectangle was drawn: select what is in it.
    LassoDone(Rect),
    /// A rectangle was given up.
    LassoCancelled,
    /// The page scrolls; say that a key is needed to zoom.
    Scroll,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum State {
    #[default]
    Idle,
    Pressed {
        pointer: i32,
        start: Point,
        keys: Keys,
    },
    Panning {
        pointer: i32,
        last: Point,
    },
    Lasso {
        pointer: i32,
        start: Point,
    },
    Pinching {
        pointers: [i32; 2],
        last: [Point; 2],
    },
}

/// The machine.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Gestures {
    state: State,
    /// Where and when the last click was.
    last_click: Option<(Point, f64)>,
    /// Whether the wheel zooms without a key, as it does on a page of its own.
    pub greedy: bool,
}

impl Gestures {
    /// A machine at rest.
    pub fn new(greedy: bool) -> Self {
        Self { greedy, ..Self::default() }
    }

    /// Whether a drag is under way, so that the pointer should be captured.
    pub fn drags(&self) -> bool {
        !matches!(self.state, State::Idle | State::Pressed { .. })
    }

    /// What is below the pointer has moved by so much without it, as when a bar above takes another line: two
    /// clicks in one place are still one double click.
    pub fn shift(&mut self, by: Point) {
        if let Some((at, _)) = &mut self.last_click {
            *at = Point::new(at.x + by.x, at.y + by.y);
        }
    }

    /// Takes what happened and says what it means.
    pub fn take(&mut self, input: Input) -> Gesture {
        match input {
            Input::Press { pointer, at, keys } => self.press(pointer, at, keys),
            Input::Move { pointer, at } => self.moved(pointer, at),
            Input::Release { pointer, at, millis } => self.release(pointer, at, millis),
            Input::Cancel => self.cancel(),
            Input::Leave if self.state == State::Idle => Gesture::Unhover,
            Input::Leave => Gesture::None,
            Input::Wheel { at, delta, mode, keys } => self.wheel(at, delta, mode, keys),
        }
    }

    fn press(&mut self, pointer: i32, at: Point, keys: Keys) -> Gesture {
        let (given_up, other) = match self.state {
            State::Pressed { pointer, start, .. } => (Gesture::None, Some((pointer, start))),
            State::Panning { pointer, last } => (Gesture::None, Some((pointer, last))),
            State::Lasso { pointer, start } => (Gesture::LassoCancelled, Some((pointer, start))),
            State::Idle | State::Pinching { .. } => (Gesture::None, None),
        };
        self.state = match other {
            Some((first, last)) if first != pointer => {
                State::Pinching { pointers: [first, pointer], last: [last, at] }
            }
            _ => State::Pressed { pointer, start: at, keys },
        };
        given_up
    }

    fn moved(&mut self, pointer: i32, at: Point) -> Gesture {
        match self.state {
            State::Idle => Gesture::Hover(at),
            State::Pressed { pointer: pressed, start, keys } => {
                if pressed != pointer || start.distance(at) < SLACK {
                    return Gesture::None;
                }
                if keys.shift {
                    self.state = State::Lasso { pointer, start };
                    return Gesture::Lasso(spanned(start, at));
                }
                self.state = State::Panning { pointer, last: at };
                Gesture::Pan(minus(at, start))
            }
            State::Panning { pointer: pressed, last } if pressed == pointer => {
                self.state = State::Panning { pointer, last: at };
                Gesture::Pan(minus(at, last))
            }
            State::Lasso { pointer: pressed, start } if pressed == pointer => {
                Gesture::Lasso(spanned(start, at))
            }
            State::Pinching { pointers, last } => self.pinch(pointers, last, pointer, at),
            State::Panning { .. } | State::Lasso { .. } => Gesture::None,
        }
    }

    fn pinch(&mut self, pointers: [i32; 2], last: [Point; 2], pointer: i32, at: Point) -> Gesture {
        let Some(moved) = pointers.iter().position(|known| *known == pointer) else { return Gesture::None };
        let mut now = last;
        now[moved] = at;
        self.state = State::Pinching { pointers, last: now };
        let apart = |points: [Point; 2]| points[0].distance(points[1]).max(1.0);
        let middle = midpoint(now);
        Gesture::Pinch { by: minus(middle, midpoint(last)), at: middle, factor: apart(now) / apart(last) }
    }

    fn release(&mut self, pointer: i32, at: Point, millis: f64) -> Gesture {
        match self.state {
            State::Pressed { pointer: pressed, start, keys } if pressed == pointer => {
                self.state = State::Idle;
                self.click(start, millis, keys)
            }
            State::Panning { pointer: pressed, .. } if pressed == pointer => {
                self.state = State::Idle;
                Gesture::None
            }
            State::Lasso { pointer: pressed, start } if pressed == pointer => {
                self.state = State::Idle;
                Gesture::LassoDone(spanned(start, at))
            }
            State::Pinching { pointers, last } => {
                // The finger that stays goes on panning.
                if let Some(released) = pointers.iter().position(|known| *known == pointer) {
                    let stays = 1 - released;
                    self.state = State::Panning { pointer: pointers[stays], last: last[stays] };
                }
                Gesture::None
            }
            _ => Gesture::None,
        }
    }

    fn click(&mut self, at: Point, millis: f64, keys: Keys) -> Gesture {
        if keys.shift {
            return Gesture::ShiftClick(at);
        }
        if keys.control {
            return Gesture::ControlClick(at);
        }
        let doubled = self.last_click.is_some_and(|(before, then)| {
            millis - then <= DOUBLE_MILLIS && before.distance(at) <= 2.0 * SLACK
        });
        if doubled {
            self.last_click = None;
            return Gesture::DoubleClick(at);
        }
        self.last_click = Some((at, millis));
        Gesture::Click(at)
    }

    fn cancel(&mut self) -> Gesture {
        let was = std::mem::take(&mut self.state);
        if matches!(was, State::Lasso { .. }) { Gesture::LassoCancelled } else { Gesture::None }
    }

    fn wheel(&self, at: Point, delta: Point, mode: u32, keys: Keys) -> Gesture {
        if !self.greedy && !keys.control {
            return Gesture::Scroll;
        }
        let unit = WHEEL_UNITS.get(mode as usize).copied().unwrap_or(1.0);
        if keys.shift {
            // Browsers turn a wheel with Shift sideways, or leave that to the page.
            let along = if delta.x == 0.0 { delta.y } else { delta.x };
            return Gesture::Pan(Point::new(-along * unit, 0.0));
        }
        // A pinch on a touch pad comes in small steps.
        let small = keys.control && mode == 0 && delta.y.abs() < 30.0;
        let travel = (delta.y * unit).clamp(-240.0, 240.0) * if small { 4.0 } else { 1.0 };
        Gesture::Zoom { at, factor: (-travel * WHEEL_STEP).exp2() }
    }
}

fn minus(one: Point, two: Point) -> Point {
    Point::new(one.x - two.x, one.y - two.y)
}

fn midpoint(points: [Point; 2]) -> Point {
    Point::new(f32::midpoint(points[0].x, points[1].x), f32::midpoint(points[0].y, points[1].y))
}

fn spanned(one: Point, two: Point) -> Rect {
    let low = Point::new(one.x.min(two.x), one.y.min(two.y));
    Rect { min: low, max: Point::new(one.x.max(two.x), one.y.max(two.y)) }
}
