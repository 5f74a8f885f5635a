//! A document that was read and is none of the known kinds: what it is instead.
//!
//! Somebody who pastes the wrong answer has to see what they pasted, and what would have been the right one;
//! "other JSON" says neither.

use super::{Kind, Source};
use crate::json::Kind as Json;

/// How many of its members are named.
const NAMED: usize = 6;

/// What an unrecognised document is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Strange {
    /// A list without entries.
    EmptyList,
    /// A list of things that were not recognised, and how many.
    List(usize),
    /// An object without members.
    EmptyObject,
    /// An object with these members, the first few of them, and how many it has in all.
    Object(Vec<String>, usize),
    /// A single number, text, yes or no, or null.
    Single,
    /// A HAL resource of another kind.
    Hal,
    /// An error answer.
    Problem,
}

impl Strange {
    /// What a document is that is of no kind from which verdicts are made; none for one that is.
    pub fn of(source: &Source) -> Option<Self> {
        match source.kind {
            Kind::Hal => Some(Self::Hal),
            Kind::Problem => Some(Self::Problem),
            Kind::Other => Some(Self::other(source)),
            _ => None,
        }
    }

    fn other(source: &Source) -> Self {
        let root = source.document.root();
        match root.kind() {
            Json::Array if root.len() == 0 => Self::EmptyList,
            Json::Array => Self::List(root.len()),
            Json::Object if root.len() == 0 => Self::EmptyObject,
            Json::Object => {
                let names = root.members().take(NAMED).map(|member| member.name().into_owned());
                Self::Object(names.collect(), root.len())
            }
            _ => Self::Single,
        }
    }

    /// The word by which the texts name it.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::EmptyList => "empty-list",
            Self::List(_) => "list",
            Self::EmptyObject => "empty-object",
            Self::Object(..) => "object",
            Self::Single => "single",
            Self::Hal => "hal",
            Self::Problem => "problem",
        }
    }
}
