//! JSON read in slices, so that a large document never holds the page.

use std::borrow::Cow;

use memchr::memmem::Finder;

use crate::hal::secret::Secrets;
use crate::json::{Document, Limits, Progress, Reader, Refusal};

use super::measure::{Moment, measure};
use super::pace::pace;
use super::timer::breathe;

/// Bytes of one slice: less than a millisecond of work. Few, since an engine changes to faster code between two slices.
const SLICE_BYTES: usize = 1 << 16;
/// Work is handed back to the browser after so long.
const SLICE_MILLIS: f64 = 30.0;

/// What could not be read: why, and the bytes as they came.
#[derive(Debug)]
pub struct Refused {
    /// Why, and where.
    pub refusal: Refusal,
    /// All of it.
    pub bytes: Vec<u8>,
}

/// Reads one document; `progress` is told bytes read and bytes in all after every slice. Known tokens that a
/// server echoes in it are masked before anything of it is read, so that no view can show them.
///
/// # Errors
/// The reader's [`Refusal`], with the bytes.
pub async fn read(
    bytes: Vec<u8>,
    limits: &Limits,
    secrets: &Secrets,
    progress: impl Fn(usize, usize),
) -> Result<Document, Refused> {
    let start = Moment::now();
    let size = bytes.len() as f64;
    let may_echo = may_echo(&bytes, secrets).await;
    let mut reader = Reader::new(bytes, limits);
    if may_echo {
        reader.mask(&|text| match secrets.known_masked(text) {
            Cow::Borrowed(_) => None,
            Cow::Owned(masked) => Some(masked),
        });
    }
    let mut slice = Moment::now();
    loop {
        match reader.advance(SLICE_BYTES) {
            Progress::Done(result) => {
                measure("atlas:parse", start, &[("bytes", size)]);
                return result.map_err(|refusal| Refused { refusal, bytes: reader.into_refused() });
            }
            Progress::Continue { done, total } if slice.elapsed_millis() > SLICE_MILLIS => {
                progress(done, total);
                breathe().await;
                slice = Moment::now();
            }
            Progress::Continue { .. } => {}
        }
    }
}

/// Whether a known token may stand in the bytes. Those that are not UTF-8 are looked at when they are text.
async fn may_echo(bytes: &[u8], secrets: &Secrets) -> bool {
    let signs = secrets.signs();
    let is_utf16 = bytes.iter().take(4).any(|byte| matches!(byte, 0 | 0xFE | 0xFF));
    if signs.is_empty() || is_utf16 {
        return !signs.is_empty();
    }
    let pace = pace();
    for sign in signs {
        let finder = Finder::new(sign);
        for start in (0..bytes.len()).step_by(SLICE_BYTES) {
            pace.rest().await;
            let end = bytes.len().min(start + SLICE_BYTES + sign.len());
            if bytes.get(start..end).is_some_and(|slice| finder.find(slice).is_some()) {
                return true;
            }
        }
    }
    false
}
