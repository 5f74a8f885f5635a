//! HTML from a document, as clean structure: paragraphs, list items, links, emphasis. Never as HTML.
//!
//! Manifests carry release descriptions in HTML. What is kept is what such texts mean to a reader; every
//! tag beyond that is dropped, its text is kept, except in script and style. No recursion, one pass.

/// A paragraph or a list item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// 0 for a paragraph, else how deep the list is nested.
    pub list_depth: u8,
    /// Whether it is a heading.
    pub is_heading: bool,
    /// What it says.
    pub parts: Vec<Part>,
}

/// A run of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The words.
    pub text: String,
    /// Where it leads, as written.
    pub href: Option<String>,
    /// Whether it is emphasised.
    pub is_strong: bool,
}

/// Reads a text that may hold HTML.
pub fn read(html: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    let mut rest = html;
    while !rest.is_empty() {
        let next = rest.find('<').unwrap_or(rest.len());
        let (text, from_tag) = rest.split_at(next);
        reader.text(text);
        rest = if let Some((tag, after)) = tag(from_tag) {
            reader.tag(&tag);
            after
        } else {
            let first = from_tag.chars().next().map_or(0, char::len_utf8);
            reader.text(&from_tag[..first]);
            &from_tag[first..]
        };
    }
    reader.end_block();
    reader.blocks
}

struct Tag<'h> {
    name: String,
    is_end: bool,
    attributes: &'h str,
}

/// The tag that a text begins with, and what follows it.
fn tag(text: &str) -> Option<(Tag<'_>, &str)> {
    let inner = text.strip_prefix('<')?;
    if let Some(comment) = inner.strip_prefix("!--") {
        let after = comment.find("-->").map_or("", |end| &comment[end + 3..]);
        return Some((Tag { name: "!".to_owned(), is_end: false, attributes: "" }, after));
    }
    let (is_end, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
    if !inner.starts_with(|first: char| first.is_ascii_alphabetic() || first == '!' || first == '?') {
        return None;
    }
    let end = inner.find('>')?;
    let name_end = inner.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(end).min(end);
    let name = inner[..name_end].to_ascii_lowercase();
    Some((Tag { name, is_end, attributes: &inner[name_end..end] }, &inner[end + 1..]))
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    block: Block,
    list_depth: u8,
    strong: u32,
    href: Option<String>,
    hidden: u32,
}

impl Reader {
    fn text(&mut self, raw: &str) {
        if self.hidden > 0 || raw.is_empty() {
            return;
        }
        let words = collapse(&entities(raw));
        let starts_block = self.block.parts.is_empty();
        let words = if starts_block { words.trim_start() } else { &words };
        if words.is_empty() {
            return;
        }
        let (href, is_strong) = (self.href.clone(), self.strong > 0);
        match self.block.parts.last_mut() {
            Some(last) if last.href == href && last.is_strong == is_strong => {
                let doubled = last.text.ends_with(' ') && words.starts_with(' ');
                last.text.push_str(if doubled { &words[1..] } else { words });
            }
            _ => self.block.parts.push(Part { text: words.to_owned(), href, is_strong }),
        }
    }

    fn tag(&mut self, tag: &Tag<'_>) {
        match tag.name.as_str() {
            "ul" | "ol" => {
                self.end_block();
                self.list_depth = if tag.is_end {
                    self.list_depth.saturating_sub(1)
                } else {
                    self.list_depth.saturating_add(1)
                };
                self.block.list_depth = 0;
            }
            "li" => {
                self.end_block();
                self.block.list_depth = if tag.is_end { 0 } else { self.list_depth.max(1) };
            }
            "p" | "div" | "br" | "tr" | "table" | "section" | "hr" | "pre" | "blockquote" => self.end_line(),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end_block();
                self.block.is_heading = !tag.is_end;
            }
            "td" | "th" if tag.is_end => self.text(" "),
            "b" | "strong" | "em" | "i" => self.strong = step(self.strong, tag.is_end),
            "script" | "style" | "template" => self.hidden = step(self.hidden, tag.is_end),
            "a" => self.href = if tag.is_end { None } else { attribute(tag.attributes, "href") },
            _ => {}
        }
    }

    /// A new line within a list item stays in its item.
    fn end_line(&mut self) {
        let list_depth = self.block.list_depth;
        if list_depth == 0 || self.block.parts.is_empty() { self.end_block() } else { self.text(" ") }
    }

    fn end_block(&mut self) {
        let mut block = std::mem::take(&mut self.block);
        if let Some(last) = block.parts.last_mut() {
            last.text.truncate(last.text.trim_end().len());
        }
        block.parts.retain(|part| !part.text.is_empty());
        if !block.parts.is_empty() {
            self.blocks.push(block);
        }
    }
}

fn step(count: u32, is_end: bool) -> u32 {
    if is_end { count.saturating_sub(1) } else { count + 1 }
}

fn attribute(attributes: &str, name: &str) -> Option<String> {
    let lower = attributes.to_ascii_lowercase();
    let at = lower.find(&format!("{name}="))? + name.len() + 1;
    let value = attributes.get(at..)?;
    let quote = value.chars().next()?;
    let value = match quote {
        '"' | '\'' => value[1..].split(quote).next()?,
        _ => value.split_ascii_whitespace().next()?,
    };
    Some(entities(value).into_owned())
}

fn collapse(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        let is_space = letter.is_ascii_whitespace();
        if !(is_space && out.ends_with(' ')) {
            out.push(if is_space { ' ' } else { letter });
        }
    }
    out
}

/// Character references (HTML 13.5, the few that such texts use, and numeric ones).
fn entities(text: &str) -> std::borrow::Cow<'_, str> {
    if !text.contains('&') {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(';').filter(|end| *end <= 12);
        let letter = end.and_then(|end| reference(&rest[1..end]));
        if let (Some(letter), Some(end)) = (letter, end) {
            out.push(letter);
            rest = &rest[end + 1..];
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    out.into()
}

fn reference(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    let named = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", '\u{a0}'),
        ("ndash", '–'),
        ("mdash", '—'),
        ("hellip", '…'),
        ("bull", '•'),
        ("copy", '©'),
        ("reg", '®'),
        ("trade", '™'),
        ("rsquo", '’'),
        ("lsquo", '‘'),
        ("ldquo", '“'),
        ("rdquo", '”'),
    ];
    named.into_iter().find(|(known, _)| *known == name).map(|(_, letter)| letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(html: &str) -> Vec<(u8, String)> {
        let joined = |block: &Block| block.parts.iter().map(|part| part.text.as_str()).collect::<String>();
        read(html).iter().map(|block| (block.list_depth, joined(block))).collect()
    }

    #[test]
    fn a_list_keeps_its_items() {
        let read =
            words("<ul><li><b>VCF</b> 9.1 &amp; later</li>\n<li>fixes<ul><li>one</li></ul></li></ul>after");
        assert_eq!(
            read,
            [(1, "VCF 9.1 & later".into()), (1, "fixes".into()), (2, "one".into()), (0, "after".into())]
        );
    }

    #[test]
    fn script_is_dropped_with_its_text_and_unknown_tags_without() {
        assert_eq!(words("a<script>alert(1)</script><blink>b</blink>"), [(0, "ab".into())]);
    }

    #[test]
    fn a_link_keeps_its_address_as_written() {
        let blocks = read("see <a class=x href=\"https://example.com/?a=1&amp;b=2\">notes</a>.");
        assert_eq!(blocks[0].parts[1].href.as_deref(), Some("https://example.com/?a=1&b=2"));
    }

    #[test]
    fn plain_text_with_angle_brackets_survives() {
        assert_eq!(words("1 < 2 and 3 > 2"), [(0, "1 < 2 and 3 > 2".into())]);
    }
}
