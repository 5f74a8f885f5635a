use release_atlas::geometry::{Point, Rect};
use release_atlas::scene::gesture::{Gesture, Gestures, Input, Keys};

const SHIFT: Keys = Keys { shift: true, control: false };
const CONTROL: Keys = Keys { shift: false, control: true };

fn press(machine: &mut Gestures, x: f32, y: f32, keys: Keys) -> Gesture {
    machine.take(Input::Press { pointer: 1, at: Point::new(x, y), keys })
}

fn drag(machine: &mut Gestures, pointer: i32, x: f32, y: f32) -> Gesture {
    machine.take(Input::Move { pointer, at: Point::new(x, y) })
}

fn release(machine: &mut Gestures, x: f32, y: f32, millis: f64) -> Gesture {
    machine.take(Input::Release { pointer: 1, at: Point::new(x, y), millis })
}

#[test]
fn a_trembling_hand_still_clicks() {
    let mut machine = Gestures::default();
    press(&mut machine, 10.0, 10.0, Keys::default());
    assert_eq!(drag(&mut machine, 1, 12.0, 11.0), Gesture::None);
    assert_eq!(release(&mut machine, 12.0, 11.0, 100.0), Gesture::Click(Point::new(10.0, 10.0)));
}

#[test]
fn a_drag_pans_by_all_that_the_pointer_moved() {
    let mut machine = Gestures::default();
    press(&mut machine, 10.0, 10.0, Keys::default());
    assert_eq!(drag(&mut machine, 1, 20.0, 10.0), Gesture::Pan(Point::new(10.0, 0.0)));
    assert!(machine.drags());
    assert_eq!(drag(&mut machine, 1, 25.0, 7.0), Gesture::Pan(Point::new(5.0, -3.0)));
    assert_eq!(release(&mut machine, 25.0, 7.0, 100.0), Gesture::None);
    assert_eq!(drag(&mut machine, 1, 26.0, 7.0), Gesture::Hover(Point::new(26.0, 7.0)));
}

#[test]
fn two_quick_clicks_are_a_double_click_and_two_slow_ones_are_not() {
    let at = Point::new(5.0, 5.0);
    let mut machine = Gestures::default();
    let mut click = |millis: f64| {
        press(&mut machine, 5.0, 5.0, Keys::default());
        release(&mut machine, 5.0, 5.0, millis)
    };
    assert_eq!(click(100.0), Gesture::Click(at));
    assert_eq!(click(300.0), Gesture::DoubleClick(at));
    assert_eq!(click(400.0), Gesture::Click(at), "a third click begins anew");
    assert_eq!(click(2_000.0), Gesture::Click(at));
}

#[test]
fn shift_folds_on_a_click_and_draws_a_lasso_on_a_drag() {
    let mut machine = Gestures::default();
    press(&mut machine, 5.0, 5.0, SHIFT);
    assert_eq!(release(&mut machine, 5.0, 5.0, 0.0), Gesture::ShiftClick(Point::new(5.0, 5.0)));
    press(&mut machine, 50.0, 50.0, SHIFT);
    let rect = Rect { min: Point::new(20.0, 50.0), max: Point::new(50.0, 90.0) };
    assert_eq!(drag(&mut machine, 1, 20.0, 90.0), Gesture::Lasso(rect));
    assert_eq!(release(&mut machine, 20.0, 90.0, 0.0), Gesture::LassoDone(rect));
}

#[test]
fn escape_gives_a_lasso_up() {
    let mut machine = Gestures::default();
    press(&mut machine, 50.0, 50.0, SHIFT);
    drag(&mut machine, 1, 20.0, 90.0);
    assert_eq!(machine.take(Input::Cancel), Gesture::LassoCancelled);
    assert_eq!(release(&mut machine, 20.0, 90.0, 0.0), Gesture::None);
}

#[test]
fn two_fingers_pinch_about_their_middle_and_the_one_that_stays_pans_on() {
    let mut machine = Gestures::default();
    press(&mut machine, 100.0, 100.0, Keys::default());
    machine.take(Input::Press { pointer: 2, at: Point::new(200.0, 100.0), keys: Keys::default() });
    let pinch = drag(&mut machine, 2, 300.0, 100.0);
    assert_eq!(
        pinch,
        Gesture::Pinch { by: Point::new(50.0, 0.0), at: Point::new(200.0, 100.0), factor: 2.0 }
    );
    assert_eq!(release(&mut machine, 100.0, 100.0, 0.0), Gesture::None);
    assert_eq!(drag(&mut machine, 2, 310.0, 100.0), Gesture::Pan(Point::new(10.0, 0.0)));
    machine.take(Input::Release { pointer: 2, at: Point::new(310.0, 100.0), millis: 1.0 });
    assert_eq!(machine, Gestures::default());
}

#[test]
fn the_wheel_scrolls_the_page_unless_a_key_is_held_or_the_graph_owns_the_page() {
    let at = Point::new(9.0, 9.0);
    let wheel = |keys| Input::Wheel { at, delta: Point::new(0.0, -120.0), mode: 0, keys };
    let mut polite = Gestures::default();
    assert_eq!(polite.take(wheel(Keys::default())), Gesture::Scroll);
    let Gesture::Zoom { factor, .. } = polite.take(wheel(CONTROL)) else { panic!("no zoom") };
    assert!(factor > 1.2 && factor < 2.0, "{factor}");
    let mut greedy = Gestures::new(true);
    assert_eq!(greedy.take(wheel(Keys::default())), polite.take(wheel(CONTROL)));
}

#[test]
fn turning_the_wheel_there_and_back_restores_the_zoom() {
    let mut machine = Gestures::new(true);
    let mut turn = |y: f32| {
        let input =
            Input::Wheel { at: Point::default(), delta: Point::new(0.0, y), mode: 1, keys: Keys::default() };
        let Gesture::Zoom { factor, .. } = machine.take(input) else { panic!("no zoom") };
        factor
    };
    assert!((turn(3.0) * turn(-3.0) - 1.0).abs() < 1e-5);
}
