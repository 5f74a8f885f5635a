//! The markup that puts what is looked at into another page.
//!
//! A person who has found the right view wants it in their portal without reading a table of attributes
//! first. The element takes what attributes can say; the iframe takes the whole route.

use std::fmt::Write;

use super::route::{show, standing_word, status_word};
use super::state::{DEFAULT_DEPTH, Direction, Group, Status, View, ViewState};
use crate::graph::{NodeKey, NodeKind};
use crate::layout::Flow;
use crate::verdict::Standing;

/// What is put into the other page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// The custom element.
    #[default]
    Element,
    /// A sandboxed iframe that the page feeds.
    Frame,
}

/// What the markup is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmbedCode {
    /// Where the viewer is published; ends with a slash.
    pub home: String,
    /// Addresses of the documents that are loaded.
    pub documents: Vec<String>,
    /// What is looked at.
    pub state: ViewState,
    /// The theme, as the attribute says it.
    pub theme: &'static str,
}

impl EmbedCode {
    /// The markup, ready to be pasted.
    pub fn markup(&self, form: Form) -> String {
        match form {
            Form::Element => self.element(),
            Form::Frame => self.frame(),
        }
    }

    /// The element's attributes; only what differs from the default.
    pub fn attributes(&self) -> Vec<(&'static str, String)> {
        let state = &self.state;
        let hidden = hidden(state);
        let direction = [
            (state.flow == Flow::TopToBottom).then_some("tb"),
            (state.direction != Direction::default()).then_some(state.direction.word()),
        ];
        let all = [
            ("src", self.documents.join(" ")),
            ("view", view(state).to_owned()),
            ("focus", state.focus.as_ref().map(key).unwrap_or_default()),
            ("depth", if state.depth == DEFAULT_DEPTH { String::new() } else { state.depth.to_string() }),
            ("direction", direction.into_iter().flatten().collect::<Vec<_>>().join(" ")),
            ("group", if state.group == Group::None { "" } else { state.group.word() }.to_owned()),
            ("find", state.find.clone()),
            ("hide", hidden.join(" ")),
            ("theme", if self.theme == "auto" { "" } else { self.theme }.to_owned()),
        ];
        all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
    }

    fn element(&self) -> String {
        let mut tag = String::from("<release-atlas");
        for (name, value) in self.attributes() {
            let _ = write!(tag, "\n  {name}=\"{}\"", in_markup(&value));
        }
        let script = in_markup(&format!("{}release-atlas.js", self.home));
        format!("<script type=\"module\" src=\"{script}\"></script>\n{tag}></release-atlas>\n")
    }

    /// The route says the view, so that only the documents and the theme are left for attributes.
    fn frame(&self) -> String {
        let page = format!("{}embed.html?parent=https://portal.example{}", self.home, show(&self.state));
        let given = self.attributes().into_iter().filter(|(name, _)| matches!(*name, "src" | "theme"));
        let given: Vec<_> = given.map(|(name, value)| format!(" {name}: {},", in_script(&value))).collect();
        let attributes = given.concat();
        let script = in_script(&format!("{}release-atlas-embed.js", self.home));
        format!(
            "<!-- parent is the exact origin of your page -->\n\
             <iframe id=\"atlas\" title=\"Release Atlas\" sandbox=\"allow-scripts\" width=\"100%\" height=\"640\"\n  src=\"{}\"></iframe>\n\
             <script type=\"module\">\n  import {{ embed }} from {script};\n  embed(document.querySelector('#atlas'), {{\n    \
             attributes: {{{attributes} }},\n    fetcher: (request) => fetch(request),\n  }});\n</script>\n",
            in_markup(&page)
        )
    }
}

/// The folder that a page's address is in.
pub fn home(page: &str) -> String {
    let path = page.split(['?', '#']).next().unwrap_or_default();
    path.rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default()
}

fn view(state: &ViewState) -> &'static str {
    if state.view == View::Graph && state.as_table == Some(true) { "table" } else { state.view.word() }
}

fn key(key: &NodeKey) -> String {
    format!("{}/{}", key.kind.word(), key.id)
}

/// What is left out, as `hide` says it; `unknown` there is the status, so the verdict has no word.
fn hidden(state: &ViewState) -> Vec<&'static str> {
    let statuses = Status::ALL.into_iter().filter(|one| is_hidden(&state.statuses, one)).map(status_word);
    let kinds =
        NodeKind::ALL.into_iter().filter(|one| *one != NodeKind::Unknown && is_hidden(&state.kinds, one));
    let standings =
        Standing::ALL.into_iter().filter(|one| *one != Standing::Unknown && is_hidden(&state.standings, one));
    statuses.chain(kinds.map(NodeKind::word)).chain(standings.map(standing_word)).collect()
}

fn is_hidden<T: Ord>(shown: &crate::sorted::SortedSet<T>, one: &T) -> bool {
    !shown.is_empty() && !shown.contains(one)
}

fn in_markup(value: &str) -> String {
    value.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A string of JavaScript that cannot end the script that it stands in.
fn in_script(value: &str) -> String {
    let quoted = serde_json::Value::from(value).to_string();
    quoted.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}
