//! Whether a release is safe to move to, in line with its verdict, and that answer in words.

use super::sentence::short_id;
use crate::manifest::safety::{Check, Safe, recalled, safe};
use crate::text::Texts;
use crate::verdict::Standing;

/// The answer of the checks, never better than the verdict allows: what is hit is never a yes, and what is not known
/// to be clear is none either.
pub fn answer(standing: Standing, checks: &[Check]) -> Safe {
    let is_recalled = recalled(checks).next().is_some();
    let most = match standing {
        Standing::Hit if !is_recalled => Safe::No,
        Standing::Hit | Standing::AtRisk => Safe::WithCare,
        Standing::Unknown if is_recalled => Safe::No,
        Standing::Unknown => Safe::Unsaid,
        Standing::Clear => Safe::Yes,
    };
    safe(checks).min(most)
}

/// The answer in words: "No: 3 recalled bundles".
pub fn words(texts: &Texts, answer: Safe, checks: &[Check]) -> String {
    let all: Vec<(&str, Option<&str>)> = recalled(checks).collect();
    match (answer, all.as_slice()) {
        (Safe::No, [_, ..]) => texts.with("safe-no-recalled", &[("count", all.len().into())]),
        (Safe::WithCare, [(id, Some(target))]) => {
            let args = [("id", short_id(id).into()), ("target", short_id(target).into())];
            texts.with("safe-with-care-instead", &args)
        }
        (Safe::WithCare, [_, ..]) => texts.with("safe-with-care-replaced", &[("count", all.len().into())]),
        _ => texts.plain(&format!("safe-{}", answer.word())),
    }
}
