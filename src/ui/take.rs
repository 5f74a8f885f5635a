//! A table to take away: the export menu with the formats of tables.

use super::export_menu::{What, export_menu};
use super::session::Session;
use crate::export::Table;
use crate::pace::Work;
use leptos::prelude::*;
use std::rc::Rc;

/// The menu for the table that `make` makes when a format is chosen; `name` is the stem of the files.
pub fn take(session: Session, name: &'static str, make: impl Fn() -> Table + Copy + 'static) -> AnyView {
    take_later(session, name, move || Box::pin(std::future::ready(make())))
}

/// The same for a table that takes long to make.
pub fn take_later(session: Session, name: &'static str, make: impl Fn() -> Work<Table> + 'static) -> AnyView {
    export_menu(session, &What::Table(name, Rc::new(make)))
}
