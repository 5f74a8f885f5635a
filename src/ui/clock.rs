//! The clock that "3 minutes ago" is read by: it ticks once a minute while the page is in sight.
//!
//! The instant by which verdicts judge stays as it is for a day, so that nothing on screen is judged anew
//! every minute; only the words of relative times change.

use super::session::Session;
use crate::browser::timer::{Timer, now_millis};
use crate::browser::visible::{self, Watch};
use leptos::prelude::*;

/// How often the clock ticks.
const MINUTE_MILLIS: u64 = 60_000;
/// After so long, verdicts are judged by a new day.
const DAY_MILLIS: i64 = 86_400_000;

type Kept = StoredValue<Option<Timer>, LocalStorage>;

impl Session {
    /// Ticks as long as the session lives; nothing runs while the page is out of sight.
    pub(super) fn follow_clock(self) {
        let timer: Kept = StoredValue::new_local(None);
        let watch = StoredValue::new_local(None::<Watch>);
        watch.set_value(Some(Watch::new(move |is_visible| {
            if is_visible {
                self.tick();
                self.wind(timer);
            } else {
                let _ = timer.try_set_value(None);
            }
        })));
        if visible::is_visible() {
            self.wind(timer);
        }
        on_cleanup(move || {
            watch.set_value(None);
            timer.set_value(None);
        });
    }

    fn wind(self, timer: Kept) {
        let again = move || {
            self.tick();
            self.wind(timer);
        };
        let _ = timer.try_set_value(Some(Timer::after(MINUTE_MILLIS, again)));
    }

    /// Reads the clock. What an evidence file recorded stays at its own time.
    fn tick(self) {
        let Some(is_recorded) = self.answers().evidence.try_with_untracked(Option::is_some) else { return };
        if is_recorded {
            return;
        }
        let now = now_millis();
        self.clock.set(now);
        if now.div_euclid(DAY_MILLIS) != self.now.get_untracked().div_euclid(DAY_MILLIS) {
            self.now.set(now);
        }
    }
}
