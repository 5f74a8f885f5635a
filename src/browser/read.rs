//! JSON read in slices, so that a large document never holds the page.

use crate::json::{Document, Limits, Progress, Reader, Refusal};

use super::measure::{Moment, measure};
use super::timer::breathe;

/// Bytes of one slice: some milliseconds of work on an office machine.
const SLICE_BYTES: usize = 1 << 20;
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

/// Reads one document; `progress` is told bytes read and bytes in all after every slice.
///
/// # Errors
/// The reader's [`Refusal`], with the bytes.
pub async fn read(
    bytes: Vec<u8>,
    limits: &Limits,
    progress: impl Fn(usize, usize),
) -> Result<Document, Refused> {
    let start = Moment::now();
    let size = bytes.len() as f64;
    let mut reader = Reader::new(bytes, limits);
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
