//! Templated links (RFC 6570): which variables they ask for, and what comes out.
//!
//! Expansion is done by `std-uritemplate`, which passes the whole official suite. Around it stands what a
//! form needs: the list of variables, and a report for templates that are malformed, which are never half
//! expanded and never requested.

use std::collections::{BTreeMap, HashMap};

use stduritemplate::Value;

/// A variable of a template, as a form asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// Where its value goes.
    pub operator: Operator,
    /// Whether a list or map is spread over several values (`*`).
    pub explodes: bool,
    /// The most characters that are taken (`:n`).
    pub prefix: Option<u16>,
}

/// Where a variable's value goes (RFC 6570, section 3.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Operator {
    /// `{x}`: encoded text.
    Simple,
    /// `{+x}`: text with reserved characters as they are.
    Reserved,
    /// `{#x}`: a fragment.
    Fragment,
    /// `{.x}`: a label after a dot.
    Label,
    /// `{/x}`: a path segment.
    Path,
    /// `{;x}`: a path parameter.
    PathParameter,
    /// `{?x}`: a query.
    Query,
    /// `{&x}`: a continued query.
    QueryContinuation,
}

/// What a form gives for a variable; a variable that is not given vanishes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// One text, perhaps empty.
    Text(String),
    /// A list.
    List(Vec<String>),
    /// Pairs, in order.
    Pairs(Vec<(String, String)>),
}

impl From<&str> for Given {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// What is wrong with a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("malformed template: {fault:?} at character {column}")]
pub struct Malformed {
    /// What.
    pub fault: Fault,
    /// Where, in characters from 1.
    pub column: u32,
}

/// The ways in which a template is malformed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fault {
    /// `{` without `}`.
    Unclosed,
    /// `}` without `{`.
    Unopened,
    /// `{` inside an expression.
    Nested,
    /// An expression or a name in it is empty.
    Empty,
    /// An operator that is reserved for the future (`= , ! @ |`).
    UnknownOperator,
    /// A character that a name cannot have.
    BadName,
    /// `:n` with n not from 1 to 9999, or on a list or map.
    BadPrefix,
    /// A literal that a template cannot have, such as a space.
    BadLiteral,
    /// A value does not fit its expression.
    BadValue,
}

/// The variables of a template in order of appearance, each name once.
///
/// # Errors
/// [`Malformed`], with the first fault.
pub fn variables(template: &str) -> Result<Vec<Variable>, Malformed> {
    let mut found: Vec<Variable> = Vec::new();
    for (column, expression) in expressions(template)? {
        for variable in expression_variables(expression, column)? {
            if found.iter().all(|other| other.name != variable.name) {
                found.push(variable);
            }
        }
    }
    Ok(found)
}

/// The address that comes of a template.
///
/// # Errors
/// [`Malformed`]; nothing is ever half expanded.
pub fn expand(template: &str, given: &BTreeMap<String, Given>) -> Result<String, Malformed> {
    check_literals(template)?;
    check_prefixes(&variables(template)?, given)?;
    let values: HashMap<String, Value> =
        given.iter().filter_map(|(name, value)| Some((name.clone(), library_value(value)?))).collect();
    stduritemplate::expand(template, &values).map_err(|_| Malformed { fault: Fault::BadValue, column: 1 })
}

/// A prefix fits text alone (RFC 6570, section 2.4.1).
fn check_prefixes(variables: &[Variable], given: &BTreeMap<String, Given>) -> Result<(), Malformed> {
    let fits = |variable: &Variable| {
        variable.prefix.is_none() || matches!(given.get(&variable.name), None | Some(Given::Text(_)))
    };
    if variables.iter().all(fits) { Ok(()) } else { Err(Malformed { fault: Fault::BadPrefix, column: 1 }) }
}

/// A value in the library's terms; empty lists and maps are undefined (RFC 6570, section 2.3).
fn library_value(given: &Given) -> Option<Value> {
    let text = |text: &String| Value::String(text.clone());
    match given {
        Given::Text(value) => Some(text(value)),
        Given::List(items) if items.is_empty() => None,
        Given::Pairs(pairs) if pairs.is_empty() => None,
        Given::List(items) => Some(Value::List(items.iter().map(text).collect())),
        Given::Pairs(pairs) => {
            Some(Value::Map(pairs.iter().map(|(key, value)| (key.clone(), text(value))).collect()))
        }
    }
}

/// The texts between braces, each with the column of its first character.
fn expressions(template: &str) -> Result<Vec<(u32, &str)>, Malformed> {
    let mut found = Vec::new();
    let mut open: Option<(u32, usize)> = None;
    for (column, (offset, character)) in (1..).zip(template.char_indices()) {
        match (character, open) {
            ('{', None) => open = Some((column, offset)),
            ('{', Some(_)) => return Err(Malformed { fault: Fault::Nested, column }),
            ('}', None) => return Err(Malformed { fault: Fault::Unopened, column }),
            ('}', Some((start, from))) => {
                found.push((start + 1, template.get(from + 1..offset).unwrap_or_default()));
                open = None;
            }
            _ => {}
        }
    }
    match open {
        Some((column, _)) => Err(Malformed { fault: Fault::Unclosed, column }),
        None => Ok(found),
    }
}

fn expression_variables(expression: &str, column: u32) -> Result<Vec<Variable>, Malformed> {
    let operator = match expression.chars().next() {
        None => return Err(Malformed { fault: Fault::Empty, column }),
        Some('=' | ',' | '!' | '@' | '|') => return Err(Malformed { fault: Fault::UnknownOperator, column }),
        Some(first) => operator_of(first),
    };
    let names =
        if operator == Operator::Simple { expression } else { expression.get(1..).unwrap_or_default() };
    names.split(',').map(|spec| variable(spec, operator, column)).collect()
}

fn operator_of(first: char) -> Operator {
    match first {
        '+' => Operator::Reserved,
        '#' => Operator::Fragment,
        '.' => Operator::Label,
        '/' => Operator::Path,
        ';' => Operator::PathParameter,
        '?' => Operator::Query,
        '&' => Operator::QueryContinuation,
        _ => Operator::Simple,
    }
}

fn variable(spec: &str, operator: Operator, column: u32) -> Result<Variable, Malformed> {
    let (spec, explodes) = spec.strip_suffix('*').map_or((spec, false), |spec| (spec, true));
    let (name, prefix) = match spec.split_once(':') {
        Some((name, digits)) => {
            (name, Some(prefix(digits, explodes).ok_or(Malformed { fault: Fault::BadPrefix, column })?))
        }
        None => (spec, None),
    };
    match name_fault(name) {
        Some(fault) => Err(Malformed { fault, column }),
        None => Ok(Variable { name: name.to_owned(), operator, explodes, prefix }),
    }
}

/// 1 to 9999 without leading zeros; prefix and explode exclude each other.
fn prefix(digits: &str, explodes: bool) -> Option<u16> {
    let number = digits.parse().ok().filter(|number| (1..=9999).contains(number))?;
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
    (plain && !explodes).then_some(number)
}

/// Names are letters, digits, `_` and percent-encoded triplets, with single dots between them (RFC 6570,
/// section 2.3); other letters than ASCII are let through, as people write them.
fn name_fault(name: &str) -> Option<Fault> {
    if name.is_empty() {
        return Some(Fault::Empty);
    }
    let dots = name.starts_with('.') || name.ends_with('.') || name.contains("..");
    let letter = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '%');
    let bytes = name.as_bytes();
    let hex = |index: usize| bytes.get(index).is_some_and(u8::is_ascii_hexdigit);
    let triplets =
        (0..bytes.len()).all(|index| bytes.get(index) != Some(&b'%') || (hex(index + 1) && hex(index + 2)));
    (dots || !name.chars().all(letter) || !triplets).then_some(Fault::BadName)
}

/// Literals: no control characters, space, quotes, `<`, `>`, `\`, `^`, backtick, `|` (RFC 6570, section 2.1).
/// The apostrophe is let through: the RFC's own examples use it.
fn check_literals(template: &str) -> Result<(), Malformed> {
    let mut inside = false;
    for (column, character) in (1..).zip(template.chars()) {
        match character {
            '{' => inside = true,
            '}' => inside = false,
            '"' | '<' | '>' | '\\' | '^' | '`' | '|' if !inside => {
                return Err(Malformed { fault: Fault::BadLiteral, column });
            }
            _ if !inside && (character.is_control() || character == ' ') => {
                return Err(Malformed { fault: Fault::BadLiteral, column });
            }
            _ => {}
        }
    }
    Ok(())
}
