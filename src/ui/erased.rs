//! Effects and memos whose closures are told apart at run time: the library compiles what it does around one anew for
//! each closure, about one kilobyte of wasm, and the views have a hundred and more.

use leptos::prelude::*;

/// Runs on the next tick, and again when what it reads changes; it is given what it gave before.
pub fn effect<T: 'static>(mut run: impl FnMut(Option<T>) -> T + 'static) {
    let mut former = None;
    start(Box::new(move || former = Some(run(former.take()))));
}

fn start(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_: Option<()>| run());
}

/// A value that is made anew when what it is made of changes; whoever reads it runs again only if it is another one.
pub fn memo<T>(make: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    made_by(Box::new(make))
}

type Make<T> = Box<dyn Fn(Option<&T>) -> T + Send + Sync>;

fn made_by<T: PartialEq + Send + Sync + 'static>(make: Make<T>) -> Memo<T> {
    Memo::new(make)
}
