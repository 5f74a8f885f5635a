//! Where the program is cut into parts, each a file of its own that is loaded when it is needed.
//!
//! A page that has to show a verdict should not wait for the code of views that nobody has opened yet. What a
//! function of [`split!`] reaches, and nothing else does, moves out of the program into its part when the
//! release is built (`xtask/src/split.rs`, feature `split`). Without that feature, as `trunk serve` and the
//! tests build, it is a plain call.

/// A part could not be had: there is no network, or the server has no such file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Missing {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// Puts a function into a part: `split! { part, load: fn name(argument: Type) -> Result { … } }`.
///
/// The function becomes a future of `Result<_, Missing>`, which loads the part first; once that is there the
/// future is ready at once. `load` is a function that only loads.
macro_rules! split {
    (
        $(#[$note:meta])*
        $part:ident, $load:ident: fn $name:ident($($argument:ident: $type:ty),* $(,)?) -> $answer:ty { $($body:tt)* }
    ) => {
        #[cfg(feature = "split")]
        $(#[$note])*
        #[::wasm_split_helpers::wasm_split($part, fallible, preload(#[allow(dead_code)] $load))]
        fn $name($($argument: $type),*) -> Result<$answer, $crate::ui::split::Missing> {
            Ok({ $($body)* })
        }

        #[cfg(not(feature = "split"))]
        $(#[$note])*
        fn $name($($argument: $type),*) -> std::future::Ready<Result<$answer, $crate::ui::split::Missing>> {
            std::future::ready(Ok({ $($body)* }))
        }

        #[cfg(not(feature = "split"))]
        #[allow(dead_code)]
        fn $load() -> std::future::Ready<Result<(), $crate::ui::split::Missing>> {
            std::future::ready(Ok(()))
        }
    };
}
pub(crate) use split;
