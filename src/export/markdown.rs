//! Markdown (GitHub Flavored Markdown tables) in which words of documents stay words.

use super::Table;

/// Letters that mean something in Markdown, wherever they stand in a line.
const MARKS: [char; 14] = ['\\', '`', '*', '_', '[', ']', '<', '>', '|', '#', '~', '&', '!', '$'];

impl Table {
    /// The table as Markdown: its title as a heading, then the rows.
    pub fn markdown(&self) -> String {
        let mut text = String::new();
        if !self.title.is_empty() {
            text.push_str("## ");
            push_escaped(&mut text, &self.title);
            text.push_str("\n\n");
        }
        push_row(&mut text, self.head.iter().map(String::as_str));
        push_row(&mut text, self.head.iter().map(|_| "---"));
        for row in &self.rows {
            push_row(&mut text, self.cells(row));
        }
        text
    }
}

fn push_row<'c>(text: &mut String, cells: impl Iterator<Item = &'c str>) {
    text.push('|');
    for cell in cells {
        text.push(' ');
        if cell == "---" {
            text.push_str(cell);
        } else {
            push_escaped(text, cell);
        }
        text.push_str(" |");
    }
    text.push('\n');
}

/// Words without any meaning to Markdown; a line break becomes a space.
pub(super) fn push_escaped(text: &mut String, words: &str) {
    for letter in words.chars() {
        match letter {
            '\r' => {}
            '\n' | '\t' => text.push(' '),
            mark if MARKS.contains(&mark) => {
                text.push('\\');
                text.push(mark);
            }
            other => text.push(other),
        }
    }
}
