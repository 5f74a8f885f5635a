//! Members of one name in one object: the last one counts, the others are marked.
//!
//! RFC 8259 section 4 leaves open what duplicates mean, so two readers can disagree about one document.
//! Here the last wins, as in `JSON.parse`, and each loser is named.

use super::node::Node;
use super::notice::{NoticeKind, Notices};
use super::string::decoded;
use crate::order;
use std::borrow::Cow;

/// Marks the members of the object `id` that a later one of the same name replaces.
pub(super) fn shadow_duplicates(text: &str, nodes: &mut [Node], id: u32, notices: &mut Notices) {
    let mut names: Vec<(Cow<'_, str>, u32)> = Vec::new();
    let end = nodes.len() as u32;
    let mut at = id + 1;
    while at < end {
        let node = nodes[at as usize];
        names.push((name(text, node), at));
        at = node.next(at);
    }
    order::sort(&mut names);
    for pair in names.windows(2) {
        if let [(one, loser), (other, _)] = pair
            && one == other
        {
            nodes[*loser as usize].shadow();
            notices.add(*loser, NoticeKind::DuplicateKey);
        }
    }
}

fn name(text: &str, node: Node) -> Cow<'_, str> {
    let inner = node.name_inner(text);
    if node.is_name_escaped() { Cow::Owned(decoded(inner)) } else { Cow::Borrowed(inner) }
}
