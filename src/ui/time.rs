//! Instants: relative in words, absolute in the title; what is no date is shown word for word.

use super::session::Session;
use crate::browser::clock::offset_minutes;
use crate::session::config::TimeZone;
use crate::stamp::{Distance, Relative, Stamp};
use crate::text::{Arg, visible};
use leptos::prelude::*;

/// An instant as people read it.
pub fn instant(session: Session, stamp: &Stamp) -> impl IntoView + use<> {
    let title = match stamp.instant() {
        Some(_) => absolute(session, stamp),
        None => session.t("not-a-date"),
    };
    let given = stamp.given().to_owned();
    let stamp = stamp.clone();
    view! { <time title=title><bdi>{given}</bdi> " " <span class="muted">{move || words(session, &stamp)}</span></time> }
}

/// An instant in a sentence or a line of facts: how long ago, with the instant by the clock that is wanted in the
/// title; what is no date as it is written.
pub fn moment(session: Session, stamp: &Stamp) -> AnyView {
    if stamp.is_odd() {
        return view! { <bdi>{visible(stamp.given()).into_owned()}</bdi> }.into_any();
    }
    let title = absolute(session, stamp);
    let stamp = stamp.clone();
    view! { <time title=title>{move || words(session, &stamp)}</time> }.into_any()
}

/// The day of a date that stands in a sentence; what is no date is shown as it is written.
pub fn day_text(written: &str) -> String {
    let stamp = Stamp::read(written);
    if stamp.is_odd() { written.to_owned() } else { stamp.utc_text().chars().take(10).collect() }
}

/// "2026-10-12T06:40:58.508Z" to "2026-10-12 06:40 UTC"; what has no time of day stays as it is.
pub fn to_the_minute(absolute: &str) -> String {
    let (Some(day), Some(minute)) = (absolute.get(..10), absolute.get(11..16)) else {
        return absolute.to_owned();
    };
    let is_utc = absolute.ends_with('Z') || absolute.ends_with("+00:00");
    let zone = if is_utc { " UTC" } else { absolute.get(19..).unwrap_or_default() };
    format!("{day} {minute}{zone}")
}

/// The day of an instant in UTC, with the distance from today; the whole of it in the title.
pub fn day(session: Session, stamp: &Stamp) -> impl IntoView + use<> {
    let whole = stamp.utc_text().into_owned();
    let day: String = if stamp.is_odd() { whole.clone() } else { whole.chars().take(10).collect() };
    let title = absolute(session, stamp);
    let stamp = stamp.clone();
    view! { <time title=title><bdi class="numbers">{day}</bdi> " " <span class="muted">{move || words(session, &stamp)}</span></time> }
}

/// The instant by the clock that is wanted: this machine's, or UTC. A bare date is the same on both.
fn absolute(session: Session, stamp: &Stamp) -> String {
    let is_local = session.hosting().config.with(|config| config.time_zone == TimeZone::Local);
    let offset = stamp.instant().filter(|_| is_local).map(offset_minutes);
    offset.and_then(|offset| stamp.local_text(offset)).unwrap_or_else(|| stamp.utc_text().into_owned())
}

/// "3 days ago", or nothing for what is no date. Changes as the clock ticks.
pub fn words(session: Session, stamp: &Stamp) -> String {
    let Some(relative) = stamp.relative(session.clock.get()) else { return String::new() };
    relative_words(session, relative)
}

fn relative_words(session: Session, relative: Relative) -> String {
    let (unit, count) = match relative.distance {
        Distance::Years(count) => ("years", i64::from(count)),
        Distance::Months(count) => ("months", i64::from(count)),
        Distance::Days(count) => ("days", i64::from(count)),
        // A clock that was read a moment ago is no future.
        Distance::Minutes(_) if relative.is_future => return session.t("just-now"),
        Distance::Hours(count) => ("hours", i64::from(count)),
        Distance::Minutes(count) => ("minutes", i64::from(count)),
        Distance::JustNow => return session.t("just-now"),
        Distance::Today => return session.t("today"),
    };
    let id = format!("{unit}-{}", if relative.is_future { "ahead" } else { "ago" });
    session.tr(&id, &[("count", Arg::Count(count))])
}
