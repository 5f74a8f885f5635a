//! The document as read: a flat arena of values over the text they came from.
//!
//! A value is 16 bytes: where it stands in the text, where its subtree ends, where its name begins.
//! Everything else (decoded strings, numbers, names) is taken from the text when somebody asks, so that
//! reading allocates nothing for a value, and what is shown is what was written.

use std::borrow::Cow;
use std::sync::Arc;

use super::node::Node;
use super::notice::{Notice, NoticeKind, Notices};
use super::value::{Kind, Value, ValueId};

/// One JSON document: its text, its values, and what was odd about it.
pub struct Document {
    pub(super) text: Arc<String>,
    nodes: Vec<Node>,
    notices: Notices,
    bytes: usize,
    received: Option<Vec<u8>>,
}

impl Document {
    pub(super) fn new(
        text: String,
        nodes: Vec<Node>,
        notices: Notices,
        bytes: usize,
        received: Option<Vec<u8>>,
    ) -> Self {
        Self { text: Arc::new(text), nodes, notices, bytes, received }
    }

    /// The outermost value.
    pub fn root(&self) -> Value<'_> {
        Value { document: self, id: 0 }
    }

    /// The value `id` of this document (an id that it does not have gives its last value).
    pub fn value(&self, id: ValueId) -> Value<'_> {
        Value { document: self, id: id.0.min(self.nodes.len().saturating_sub(1) as u32) }
    }

    /// The text as read: UTF-8, without byte-order mark, broken bytes replaced.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes exactly as they came. Those of plain UTF-8 are the text's own; others were kept beside it.
    pub fn received(&self) -> Cow<'_, [u8]> {
        let body = self.received.as_deref().unwrap_or(self.text.as_bytes());
        let has_mark = self.notice_count(NoticeKind::ByteOrderMark) > 0;
        if has_mark && self.notice_count(NoticeKind::Utf16) == 0 {
            return Cow::Owned([b"\xEF\xBB\xBF", body].concat());
        }
        Cow::Borrowed(body)
    }

    /// The bytes exactly as they came, if they are the text itself.
    pub fn received_text(&self) -> Option<&str> {
        let is_same = self.received.is_none() && self.notice_count(NoticeKind::ByteOrderMark) == 0;
        is_same.then_some(self.text.as_str())
    }

    /// The bytes exactly as they came, without the values.
    pub(super) fn into_received(self) -> Vec<u8> {
        match (self.received(), self.received.is_some()) {
            (Cow::Borrowed(_), false) => Arc::unwrap_or_clone(self.text).into_bytes(),
            (bytes, _) => bytes.into_owned(),
        }
    }

    /// What was odd but could be read, in document order; the first thousand of them.
    pub fn notices(&self) -> &[Notice] {
        self.notices.list()
    }

    /// How often `kind` occurred, also beyond the notices that are kept.
    pub fn notice_count(&self, kind: NoticeKind) -> u32 {
        self.notices.count(kind)
    }

    /// How many values there are, arrays and objects included.
    #[expect(clippy::len_without_is_empty, reason = "a document has at least its root")]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// How many bytes were read, in the encoding they came in.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// The value that `pointer` names (RFC 6901); of members with one name, the last.
    pub fn resolve(&self, pointer: &str) -> Option<Value<'_>> {
        if pointer.is_empty() {
            return Some(self.root());
        }
        let steps = pointer.strip_prefix('/')?.split('/');
        let mut value = self.root();
        for step in steps {
            value = match value.kind() {
                Kind::Object => value.get(&step.replace("~1", "/").replace("~0", "~"))?,
                Kind::Array => value.items().nth(array_index(step)?)?,
                _ => return None,
            };
        }
        Some(value)
    }

    /// The JSON pointer of a value (RFC 6901), `""` for the root.
    ///
    /// Takes time with the number of siblings before the value and its ancestors. A member that a
    /// later one of the same name replaces has the pointer of that later one.
    pub fn pointer(&self, id: ValueId) -> String {
        let goal = self.value(id).id;
        let mut pointer = String::new();
        let mut at = self.root();
        while at.id != goal {
            let Some((index, child)) = at.children().enumerate().find(|(_, child)| goal < child.next())
            else {
                break;
            };
            pointer.push('/');
            match child.name() {
                Some(name) => pointer.push_str(&name.replace('~', "~0").replace('/', "~1")),
                None => pointer.push_str(&index.to_string()),
            }
            at = child;
        }
        pointer
    }

    /// Line and column of an offset in the text, both from 1; columns count characters.
    pub fn line_column(&self, offset: usize) -> (u32, u32) {
        line_column(&self.text, offset)
    }

    #[inline]
    pub(super) fn node(&self, id: u32) -> Node {
        self.nodes[id as usize]
    }
}

impl std::fmt::Debug for Document {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Document")
            .field("bytes", &self.bytes)
            .field("values", &self.nodes.len())
            .finish_non_exhaustive()
    }
}

/// Line and column of an offset, both from 1; lines end with LF, CR or CR LF, columns count characters.
pub(super) fn line_column(text: &str, offset: usize) -> (u32, u32) {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let bytes = text.as_bytes();
    let (mut line, mut line_start) = (1, 0);
    for (index, &byte) in bytes[..offset].iter().enumerate() {
        if byte == b'\n' || (byte == b'\r' && bytes.get(index + 1) != Some(&b'\n')) {
            line += 1;
            line_start = index + 1;
        }
    }
    (line, text[line_start..offset].chars().count() as u32 + 1)
}

/// An array index of RFC 6901: digits without leading zeros.
fn array_index(step: &str) -> Option<usize> {
    let canonical = step == "0" || !step.starts_with('0');
    let digits = !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit());
    if canonical && digits { step.parse().ok() } else { None }
}
