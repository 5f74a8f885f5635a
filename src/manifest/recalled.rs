//! The list `recalledBundles`: what it is (absent, null, empty, junk or filled) and its entries.

use super::release::id;
use super::{Id, Manifest, Mention, MentionedBy, Recall, RecallList, Status};
use crate::excerpt::Excerpt;
use crate::json::{Kind, Value};
use crate::leaf;
use crate::pace::Pace;

/// Reads the member, whatever stands there.
pub(super) async fn add(manifest: &mut Manifest, list: Value<'_>, pace: Pace) {
    for entry in leaf::entries(list) {
        pace.turn().await;
        let Some(recall) = recall(entry) else { continue };
        let place = manifest.recalls.len() as u32;
        mention_all(&mut manifest.mentions, &recall.recalled, &MentionedBy::Recalled(place));
        mention_all(&mut manifest.mentions, &recall.replacements, &MentionedBy::Replacement(place));
        manifest.recalls.push(recall);
    }
    manifest.recalled = match list.kind() {
        Kind::Null => RecallList::Null,
        Kind::Array if list.items().next().is_none() => RecallList::Empty,
        Kind::Array | Kind::Object if manifest.recalls.iter().any(|recall| !recall.recalled.is_empty()) => {
            RecallList::Filled
        }
        Kind::Array | Kind::Object if !manifest.recalls.is_empty() => RecallList::Nameless,
        _ => RecallList::Junk,
    };
}

fn mention_all(mentions: &mut Vec<Mention>, ids: &[Id], by: &MentionedBy) {
    mentions.extend(ids.iter().map(|id| Mention { id: id.text.clone(), at: id.at, by: by.clone() }));
}

/// One entry. Bare text in place of an entry names a recalled bundle and says nothing about it.
fn recall(entry: Value<'_>) -> Option<Recall> {
    let nothing = Status::Other(Excerpt::EMPTY);
    let mut recall = Recall {
        at: entry.id(),
        recalled: Vec::new(),
        replacements: Vec::new(),
        placeholders: Vec::new(),
        status: nothing,
    };
    match entry.kind() {
        Kind::Object => add_members(&mut recall, entry)?,
        Kind::String => recall.recalled.push(Id { text: id(entry)?, at: entry.id() }),
        _ => return None,
    }
    Some(recall)
}

/// Reads the members; none if the object has none of an entry.
fn add_members(recall: &mut Recall, object: Value<'_>) -> Option<()> {
    let mut own = None;
    for member in object.members().filter(|member| !member.is_shadowed()) {
        match &*member.name() {
            "recalledBundleIds" => recall.recalled = ids(member.value, &mut recall.placeholders),
            "replacementBundleIds" => recall.replacements = ids(member.value, &mut recall.placeholders),
            "replacementBundleStatus" => recall.status = status(member.value),
            _ => continue,
        }
        own = Some(());
    }
    own
}

fn ids(list: Value<'_>, placeholders: &mut Vec<Id>) -> Vec<Id> {
    let mut ids = Vec::new();
    for entry in leaf::entries(list) {
        let Some(text) = leaf::filled(entry) else { continue };
        if leaf::is_placeholder(&text) {
            placeholders.push(Id { text, at: entry.id() });
        } else if !text.trim().is_empty() {
            ids.push(Id { text, at: entry.id() });
        }
    }
    ids
}

/// The word exactly as documented, or whatever else is written there.
fn status(value: Value<'_>) -> Status {
    let word = leaf::text(value);
    match word.as_str() {
        "NONE" => Status::None,
        "PENDING" => Status::Pending,
        "READY" => Status::Ready,
        _ => Status::Other(word),
    }
}
