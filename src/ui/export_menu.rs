//! The export menu: a button with a sheet of formats, each to be saved or copied.
//!
//! The sheet is the browser's own popover: it closes with Esc and with a click elsewhere, gives the focus
//! back, and lies above whatever would cut it off.

use super::export::{Made, make, make_item, make_lit};
use super::icon::{self, icon};
use super::parts;
use super::session::Session;
use super::task::spawn_while;
use crate::browser::download;
use crate::export::{Format, Scope, Table};
use crate::pace::Work;
use crate::ui::erased::memo;
use leptos::html::Div;
use leptos::prelude::*;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

/// What a menu exports.
#[derive(Clone)]
pub enum What {
    /// What the view shows, or all, or the selection.
    View,
    /// The selected item.
    Item,
    /// A table; its name is the stem of the files.
    Table(&'static str, Rc<dyn Fn() -> Work<Table>>),
}

impl What {
    const fn formats(&self) -> &'static [Format] {
        match self {
            Self::View | Self::Item => &Format::ALL,
            Self::Table(..) => &Format::OF_TABLES,
        }
    }

    /// The text that says what a format is good for.
    fn lead(&self, format: Format) -> String {
        match (self, format) {
            (Self::Table(..), Format::Markdown | Format::Json) => format!("format-table-{}", format.word()),
            _ => format!("format-{}", format.word()),
        }
    }

    fn make(&self, session: Session, format: Format, scope: Scope, is_lit: bool) -> Making {
        Box::pin(parts::make(session, self.clone(), format, scope, is_lit))
    }
}

type Making = Pin<Box<dyn Future<Output = Result<Made, String>>>>;

/// Makes the file.
pub fn making(session: Session, what: &What, format: Format, scope: Scope, is_lit: bool) -> Making {
    match what {
        What::View if is_lit => Box::pin(make_lit(session, format, scope)),
        What::View => Box::pin(make(session, format, scope)),
        What::Item => Box::pin(make_item(session, format)),
        What::Table(name, make) => {
            let (name, table) = (*name, make());
            Box::pin(async move { Ok(of_table(name, &table.await, format)) })
        }
    }
}

fn of_table(name: &str, table: &Table, format: Format) -> Made {
    let text = match format {
        Format::Csv => table.csv(),
        Format::Json => table.json(),
        _ => table.markdown(),
    };
    Made {
        bytes: text.into_bytes(),
        media_type: format.media_type(),
        name: format!("{name}.{}", format.ending()),
    }
}

/// The button and its sheet.
pub fn export_menu(session: Session, what: &What) -> AnyView {
    let id = format!("export-{}", session.fresh_id());
    let scope = RwSignal::new(Scope::default());
    let is_lit = RwSignal::new(false);
    let sheet = NodeRef::<Div>::new();
    let label = session.t(if matches!(what, What::Item) { "export-item-menu" } else { "export-menu" });
    let has_words = !matches!(what, What::Item);
    let class = if has_words { "button small" } else { "button quiet icon-only small" };
    let rows =
        what.formats().iter().map(|format| row(session, what, *format, (scope, is_lit), &id)).collect_view();
    let scopes =
        matches!(what, What::View).then(|| view! { {scopes(session, scope)} {lights(session, is_lit)} });
    view! {
        <div class="export" on:keydown=move |event| {
            let is_open = sheet.get_untracked().is_some_and(|sheet| sheet.matches(":popover-open").unwrap_or_default());
            if is_open && event.key() == "Escape" {
                event.stop_propagation(); // closes the sheet, and nothing behind it
            }
        }>
            <button class=class popovertarget=id.clone() title=label.clone() aria-label=label.clone()>
                {icon(icon::DOWNLOAD)}{has_words.then(|| label.clone())}
            </button>
            <div id=id class="export-sheet" popover="auto" role="group" aria-label=label node_ref=sheet>
                {scopes}
                <ul>{rows}</ul>
            </div>
        </div>
    }
    .into_any()
}

fn scopes(session: Session, scope: RwSignal<Scope>) -> AnyView {
    let is_selected = memo(move |_| {
        session.state.with(|state| state.selected.is_some())
            || session.marked.with(|marked| !marked.is_empty())
    });
    let options = Scope::ALL
        .into_iter()
        .map(|one| {
            let words = session.t(&format!("scope-{}", one.word()));
            let is_out = move || one == Scope::Selection && !is_selected.get();
            view! { <option value=one.word() prop:selected=move || scope.get() == one disabled=is_out>{words}</option> }
        })
        .collect_view();
    view! {
        <label class="export-scope">
            <span class="minor muted">{session.t("export-scope")}</span>
            <select class="field small" on:change=move |event| {
                scope.set(Scope::from_word(&event_target_value(&event)).unwrap_or_default());
            }>{options}</select>
        </label>
    }
    .into_any()
}

/// Whether pictures carry what is selected and lit; they do not unless asked, so that the same documents give
/// the same file.
fn lights(session: Session, is_lit: RwSignal<bool>) -> AnyView {
    view! {
        <label class="export-scope">
            <input type="checkbox" prop:checked=move || is_lit.get() on:change=move |event| is_lit.set(event_target_checked(&event)) />
            <span class="small">{session.t("export-lights")}</span>
        </label>
    }
    .into_any()
}

type Chosen = (RwSignal<Scope>, RwSignal<bool>);

fn row(session: Session, what: &What, format: Format, (scope, is_lit): Chosen, sheet: &str) -> AnyView {
    let lead = session.t(&what.lead(format));
    let named = |id: &str| session.tr(id, &[("format", format.name().into())]);
    let (save, copy) = (what.clone(), what.clone());
    let copying = format.is_text().then(|| {
        let label = named("export-copy");
        view! {
            <button class="button quiet icon-only small" popovertarget=sheet.to_owned() popovertargetaction="hide" title=label.clone() aria-label=label
                on:click=move |_| start(session, format, copy.make(session, format, scope.get_untracked(), is_lit.get_untracked()), copied)>{icon(icon::COPY)}</button>
        }
    });
    view! {
        <li class="export-row">
            <button class="export-save" popovertarget=sheet.to_owned() popovertargetaction="hide" title=named("export-save")
                on:click=move |_| start(session, format, save.make(session, format, scope.get_untracked(), is_lit.get_untracked()), saved)>
                <strong>{format.name()}</strong><span class="muted clip">{lead}</span>
            </button>
            {copying}
        </li>
    }
    .into_any()
}

/// Waits for a file and hands it over; what went wrong is said.
fn start(session: Session, format: Format, making: Making, give: fn(Session, &Made)) {
    session.say(session.tr("export-working", &[("format", format.name().into())]));
    spawn_while(session.state, async move {
        match making.await {
            Ok(made) => give(session, &made),
            Err(words) => session.say(words),
        }
    });
}

fn saved(session: Session, made: &Made) {
    download::offer(&made.bytes, made.media_type, &made.name);
    session.say(session.tr("exported", &[("name", made.name.as_str().into())]));
}

fn copied(session: Session, made: &Made) {
    session.copy(String::from_utf8_lossy(&made.bytes).into_owned());
}

/// A button that copies the decision record of the selected item.
pub fn copy_for_ticket(session: Session) -> AnyView {
    let label = session.t("copy-for-ticket");
    view! {
        <button class="a-link small" on:click=move |_| {
            start(session, Format::Markdown, What::Item.make(session, Format::Markdown, Scope::Selection, false), copied);
        }>{label}</button>
    }
    .into_any()
}
