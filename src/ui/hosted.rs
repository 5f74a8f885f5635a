//! What the host page sets, and how a change of it acts.
//!
//! The page speaks in text (attributes) and plain values (properties, methods), which become one
//! [`Config`]; what changed between two of them is carried over to the signals of the session, so that a
//! host page and a person never work on two copies of one thing.

use super::Options;
use super::language;
use super::session::{Incoming, Session, Theme};
use super::task::spawn_while;
use crate::browser::address::{self, Address};
use crate::browser::call::HostFunction;
use crate::browser::fetch::Settings;
use crate::browser::{location, storage};
use crate::session::config::{Chrome, Config, Deployment, Expected, Layers, Place, Problem, find_id};
use crate::session::{Action, View, ViewState, parse};
use crate::sorted::SortedMap;
use crate::source::{Origin, SourceId};
use crate::text::Language;
use crate::ui::erased::{effect, memo};
use leptos::prelude::*;
use std::rc::Rc;

pub mod answers;
pub mod chip;
mod events;
pub mod notices;
mod requests;
mod tokens;

/// What the host page set.
#[derive(Clone, Copy)]
pub struct Hosting {
    /// What holds now.
    pub config: RwSignal<Config>,
    /// What was not understood.
    pub problems: RwSignal<Vec<Problem>>,
    /// The language that is shown.
    pub language: Memo<Language>,
    /// The one that the person chose, which goes before all else.
    pub chosen_language: RwSignal<Option<Language>>,
    /// Counts how often the page asked to fit the picture.
    pub fits: RwSignal<u32>,
    /// Whether the page is the viewer's own.
    pub owns_page: bool,
    layers: StoredValue<Layers, LocalStorage>,
    deployment: StoredValue<Rc<(Deployment, Vec<Problem>)>, LocalStorage>,
    /// Where the script and `config.json` stand.
    home: StoredValue<Option<String>>,
    get_token: StoredValue<Option<HostFunction>, LocalStorage>,
    /// When the page was last asked for a token of an origin; none while the question is open.
    asked_tokens: StoredValue<SortedMap<String, Option<i64>>, LocalStorage>,
}

impl Hosting {
    /// What holds at the beginning, and the state to begin with: that of the address, else that of a
    /// script, else that of the attributes.
    pub fn new(options: &Options) -> (Self, ViewState) {
        let layers =
            Layers { file: options.deployment.0.attributes.clone(), attributes: options.attributes.clone() };
        let (config, mut problems) = Config::merged(&layers);
        problems.splice(0..0, options.deployment.1.iter().cloned());
        let fragment = Some(location::fragment()).filter(|text| config.writes_address && text.len() > 1);
        let given = fragment.or_else(|| options.view_state.clone());
        let fallback = first_view(&config);
        let state = given.map_or_else(|| config.opening.state(fallback), |route| parse(&route));
        let config = RwSignal::new(config);
        let owns_page = options.owns_page;
        let chosen_language = RwSignal::new(language::preferred());
        let hosting = Self {
            config,
            problems: RwSignal::new(problems),
            language: memo(move |_| {
                chosen_language.get().unwrap_or_else(|| config.with(|config| language_of(config, owns_page)))
            }),
            chosen_language,
            fits: RwSignal::new(0),
            owns_page,
            layers: StoredValue::new_local(layers),
            deployment: StoredValue::new_local(Rc::clone(&options.deployment)),
            home: StoredValue::new(options.home.clone()),
            get_token: StoredValue::new_local(None),
            asked_tokens: StoredValue::new_local(SortedMap::new()),
        };
        (hosting, state)
    }

    /// The theme to begin with: a person's own choice goes before all else.
    pub fn first_theme(self) -> Theme {
        preferred_theme().unwrap_or_else(|| self.config.with_untracked(|config| config.theme))
    }

    /// What holds for requests.
    pub fn settings(self) -> Settings {
        let mut settings = Settings::default();
        self.config.with_untracked(|config| requests::set(config, &mut settings));
        settings
    }

    /// Whether the address bar follows what is looked at.
    pub fn writes_address(self) -> bool {
        self.config.try_with_untracked(|config| config.writes_address).unwrap_or_default()
    }

    /// Whether documents can be neither opened nor closed by hand.
    pub fn is_readonly(self) -> bool {
        self.config.with(|config| config.is_readonly)
    }

    /// Whether the deployment lets a link open documents of an origin without a question.
    pub fn allows(self, origin: &str) -> bool {
        self.deployment.with_value(|deployment| deployment.0.allows(origin))
    }

    /// An address that `config.json` names or that stands beside the script.
    pub fn beside(self, text: &str) -> Option<Address> {
        self.home.with_value(|home| address::parse(text.trim(), home.as_deref()))
    }

    /// What the deployment says.
    pub fn with_deployment<R>(self, look: impl FnOnce(&Deployment) -> R) -> R {
        self.deployment.with_value(|deployment| look(&deployment.0))
    }
}

fn preferred_theme() -> Option<Theme> {
    storage::read("theme").as_deref().and_then(Theme::from_word)
}

/// The view where none is named: the verdicts, but the start page where the viewer is the page.
fn first_view(config: &Config) -> View {
    if config.chrome == Chrome::Full { View::Sources } else { View::Hit }
}

/// The one that is asked for; else the reader's own where the viewer is the page, and the page's inside one.
fn language_of(config: &Config, owns_page: bool) -> Language {
    let tag = match config.language.as_str() {
        "" if owns_page => window().navigator().language(),
        "" => document_language(),
        asked => Some(asked.to_owned()),
    };
    Language::from_tag(&tag.unwrap_or_default())
}

fn document_language() -> Option<String> {
    window().document()?.document_element()?.get_attribute("lang")
}

impl Session {
    /// Opens what the attributes, the page's own query or the deployment name, in this order; the sample
    /// where nothing says anything, unless a reload has just lost the person's own documents.
    pub fn open_first(self, options: &Options) {
        self.hosting().config.with_untracked(|config| self.take_base(&config.base_url));
        let named = self.hosting().config.with_untracked(|config| config.sources.clone());
        let asked_for = if options.owns_page { location::query_values("src") } else { Vec::new() };
        self.open_given(&named);
        let is_any = self.open_named(&asked_for) || !named.is_empty();
        let has_lost = options.owns_page && self.recall_own();
        if !is_any && has_lost {
            self.show_start();
        } else if !is_any && options.owns_page {
            match self.hosting().with_deployment(|deployment| deployment.open.clone()) {
                None => self.load_sample(),
                Some(open) => self.open_of_deployment(&open),
            }
        }
        self.end_opening(options.owns_page);
    }

    /// Opens documents that the host page itself names: no link of a stranger, so nothing is asked.
    fn open_given(self, named: &[String]) {
        let found: Vec<_> = named.iter().filter_map(|text| address::parse_typed(text)).collect();
        if found.len() < named.len() {
            self.report(&named.join(" "), &named.join(" "));
        }
        if !found.is_empty() {
            self.load_addresses(found, Origin::Address);
        }
    }

    fn open_of_deployment(self, open: &[String]) {
        let found: Vec<_> = open.iter().filter_map(|text| self.hosting().beside(text)).collect();
        let samples = self.hosting().beside("sample/").map(|address| address.href);
        let is_sample = samples.is_some_and(|samples| found.iter().all(|one| one.href.starts_with(&samples)));
        if !found.is_empty() {
            self.load_addresses(found, if is_sample { Origin::Sample } else { Origin::Address });
        }
    }

    /// An attribute was set, changed or (with no value) taken away.
    pub fn attribute_changed(self, name: &str, value: Option<String>) {
        self.hosting().layers.update_value(|layers| {
            match value {
                Some(value) => layers.attributes.insert(name.to_owned(), value),
                None => layers.attributes.remove(name),
            };
        });
        let (config, mut problems) = self.hosting().layers.with_value(Config::merged);
        let of_file = self.hosting().deployment.with_value(|deployment| deployment.1.clone());
        problems.splice(0..0, of_file);
        self.hosting().problems.with_untracked(|all| {
            problems.extend(all.iter().filter(|one| one.place == Place::Property).cloned());
        });
        if self.hosting().problems.with_untracked(|known| *known != problems) {
            self.hosting().problems.set(problems);
        }
        let before = self.hosting().config.get_untracked();
        if before != config {
            self.hosting().config.set(config.clone());
            self.carry_over(&before, &config);
        }
    }

    /// Makes a changed configuration act.
    fn carry_over(self, before: &Config, now: &Config) {
        self.carry_over_requests(before, now);
        if now.theme != before.theme && preferred_theme().is_none() {
            self.theme.set(now.theme);
        }
        if now.base_url != before.base_url {
            self.take_base(&now.base_url);
        }
        if now.opening != before.opening {
            let mut state = self.state.get_untracked();
            now.opening.steer(&before.opening, first_view(now), &mut state);
            self.go_to(state);
        }
        if now.sources != before.sources {
            self.replace_given(&before.sources, &now.sources);
        }
    }

    /// What links of files resolve against; the address parser decides whether it is one.
    fn take_base(self, given: &str) {
        if !self.set_base(given) {
            let (place, name) = (Place::Attribute, "base-url".to_owned());
            let problem = Problem { place, name, given: given.to_owned(), expected: Expected::Address };
            self.hosting().problems.update(|all| all.push(problem));
        }
    }

    /// Closes documents that the host page no longer names, and opens those that it names now.
    fn replace_given(self, before: &[String], now: &[String]) {
        let hrefs = |named: &[String]| -> Vec<String> {
            let found = named.iter().filter_map(|text| address::parse_typed(text));
            found.map(|address| crate::hal::secret::address(&address.href)).collect()
        };
        let (gone, stays) = (hrefs(before), hrefs(now));
        let closed = self.sources.with_untracked(|all| {
            let is_gone = |address: &String| gone.contains(address) && !stays.contains(address);
            let found = all.iter().filter(|source| source.address.as_ref().is_some_and(is_gone));
            found.map(|source| source.id).collect::<Vec<_>>()
        });
        for id in closed {
            self.close(id);
        }
        let new: Vec<_> = now.iter().filter(|text| !before.contains(text)).cloned().collect();
        self.open_given(&new);
    }

    /// Shows a state, without asking the host page, whose own wish it is.
    pub fn go_to(self, state: ViewState) {
        if self.hosting().writes_address() {
            let history = crate::session::History::Replace;
            location::write_fragment(&crate::session::show(&state), history);
        }
        self.state.set(state);
    }

    /// Restores a state from the fragment that stands for it.
    pub fn restore(self, route: &str) {
        self.go_to(parse(route));
    }

    /// Names what a script set and was not understood, or that it is understood now.
    pub fn property_taken(self, name: &str, problem: Option<Problem>) {
        let known = |other: &Problem| other.place == Place::Property && other.name == name;
        let is_known = self.hosting().problems.with_untracked(|all| all.iter().any(known));
        if is_known || problem.is_some() {
            self.hosting().problems.update(|all| {
                all.retain(|other| !known(other));
                all.extend(problem);
            });
        }
    }

    /// Puts documents in the place of those that the page gave before.
    pub fn replace_documents(self, incoming: Vec<Incoming>) {
        let former: Vec<SourceId> = self.sources.with_untracked(|all| {
            all.iter().filter(|source| source.origin == Origin::Host).map(|source| source.id).collect()
        });
        spawn_while(self.state, async move {
            self.take_in(incoming).await;
            for id in former {
                self.close(id);
            }
        });
    }

    /// The attributes by which style sheets see what holds.
    pub(super) fn follow_look(self) {
        effect(move |_| {
            let (theme, host) = (self.theme.get(), self.host());
            let _ = host.set_attribute("data-atlas-theme", theme.word());
        });
        effect(move |_| {
            let host = self.host();
            self.hosting().config.with(|config| {
                let chip = if config.opening.is_chip { "chip" } else { "view" };
                let _ = host.set_attribute("data-atlas-density", config.density.word());
                let _ = host.set_attribute("data-atlas-chrome", config.chrome.word());
                let _ = host.set_attribute("data-atlas-form", chip);
            });
        });
        effect(move |_| self.host().set_language(self.hosting().language.get().tag()));
        self.follow_bare_focus();
    }

    /// A bare id in `focus` becomes an item once one with that id is loaded.
    fn follow_bare_focus(self) {
        let wanted = memo(move |_| self.hosting().config.with(|config| config.opening.focus.clone()));
        effect(move |done: Option<String>| {
            let wanted = wanted.get();
            let found = self.graph.with(|graph| find_id(graph, &wanted));
            if wanted.is_empty() || done.as_ref() == Some(&wanted) {
                return wanted;
            }
            let Some(key) = found else { return String::new() };
            if self.state.with_untracked(|state| state.focus.is_none()) {
                spawn_while(self.state, async move {
                    let state = ViewState { focus: Some(key), ..self.state.get_untracked() };
                    self.go_to(state);
                });
            }
            wanted
        });
    }

    /// Selects what the host page names; false if nothing that is loaded has that id.
    pub fn select_named(self, id: &str) -> bool {
        let found = self.graph.with_untracked(|graph| find_id(graph, id));
        if let Some(key) = found.clone() {
            self.act(Action::Select(key));
        }
        found.is_some()
    }
}
