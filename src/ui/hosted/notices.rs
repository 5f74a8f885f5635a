//! What the host page or `config.json` set and was not understood, said on the page where it happens.
//!
//! Nothing of it is fatal; a portal's author sees it at once instead of wondering.

use super::super::icon::{self, icon};
use super::super::session::Session;
use crate::session::config::{Expected, Place, Problem};
use crate::text::Arg;
use leptos::prelude::*;

impl Session {
    /// One problem as a sentence.
    pub fn problem_sentence(self, problem: &Problem) -> String {
        let expected = self.expected(&problem.expected);
        let id = match problem.place {
            Place::File => "problem-config",
            Place::Attribute => "problem-attribute",
            Place::Property => "problem-property",
        };
        self.tr(
            id,
            &[
                ("name", problem.name.clone().into()),
                ("given", shortened(&problem.given).into()),
                ("expected", expected.into()),
            ],
        )
    }

    fn expected(self, expected: &Expected) -> String {
        let args: Vec<(&str, Arg)> = match expected {
            Expected::OneOf(words) => vec![("words", words.join(", ").into())],
            Expected::Number { low, high } => {
                vec![("low", low.to_string().into()), ("high", high.to_string().into())]
            }
            _ => Vec::new(),
        };
        self.tr(expected.text(), &args)
    }
}

/// The beginning of what was written: it may be a whole document.
fn shortened(given: &str) -> String {
    const LONGEST: usize = 60;
    let mut letters = given.chars();
    let start: String = letters.by_ref().take(LONGEST).collect();
    if letters.next().is_some() { start + "…" } else { start }
}

/// The notice above the view; nothing where all was understood.
pub fn notices(session: Session) -> impl IntoView {
    move || {
        let problems = session.hosting().problems.get();
        (!problems.is_empty()).then(|| {
            let lines = problems
                .iter()
                .map(|problem| view! { <li class="break">{session.problem_sentence(problem)}</li> })
                .collect_view();
            view! {
                <section class="banner settings-notice" part="banner" role="status">
                    {icon(icon::WARNING)}
                    <div class="grow stack">
                        <h2 class="third">{session.t("problems-title")}</h2>
                        <ul>{lines}</ul>
                    </div>
                    <button class="button quiet icon-only small" title=session.t("dismiss") aria-label=session.t("dismiss")
                        on:click=move |_| session.hosting().problems.set(Vec::new())>{icon(icon::CLOSE)}</button>
                </section>
            }
            .into_any()
        })
    }
}
