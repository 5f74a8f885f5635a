//! Tokens by origin, in memory alone.
//!
//! A token belongs to exactly one origin (scheme, host and port). It is never written to an address, a
//! store, an export or a log: it leaves this room only through [`Tokens::header`], which one function in
//! the whole program calls.

use super::secret::Secrets;
use super::trust::Parts;
use crate::sorted::SortedMap;

/// The tokens that were entered or handed over.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Tokens {
    by_origin: SortedMap<String, String>,
}

/// A text that cannot be sent as a token: empty, or with characters that a header cannot have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a token is one line of visible ASCII characters")]
pub struct BadToken;

impl std::fmt::Debug for Tokens {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.by_origin.keys()).finish()
    }
}

impl Tokens {
    /// Keeps a token for an origin (see [`Parts::origin`]) in place of the one before. A leading `Bearer `
    /// and quotes, as people paste them, are taken off.
    ///
    /// # Errors
    /// [`BadToken`]; the token before is kept.
    pub fn set(&mut self, origin: &str, token: &str) -> Result<(), BadToken> {
        let token = token.trim().trim_matches('"').trim();
        let scheme = token.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("bearer"));
        let token = token
            .get(6..)
            .filter(|rest| scheme && (rest.is_empty() || rest.starts_with(' ')))
            .unwrap_or(token)
            .trim();
        if token.is_empty() || !token.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(BadToken);
        }
        self.by_origin.insert(origin.to_owned(), token.to_owned());
        Ok(())
    }

    /// Whether there is a token for an origin.
    pub fn has(&self, origin: &str) -> bool {
        self.by_origin.contains_key(origin)
    }

    /// The value of `Authorization` for a request to `target`; none for any other origin than the token's.
    pub fn header(&self, target: &Parts) -> Option<String> {
        let token = self.by_origin.get(&target.origin())?;
        Some(format!("Bearer {token}"))
    }

    /// Forgets the token of an origin.
    pub fn forget(&mut self, origin: &str) {
        self.by_origin.remove(origin);
    }

    /// Forgets all.
    pub fn clear(&mut self) {
        self.by_origin.clear();
    }

    /// The mask for everything that a server may echo.
    pub fn secrets(&self) -> Secrets {
        Secrets::new(self.by_origin.values().cloned())
    }
}
