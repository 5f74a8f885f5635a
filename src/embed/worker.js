// The worker: the same wasm in a second instance, which lays out graphs and does nothing else.
//
// Put after the glue of wasm-bindgen by `cargo xtask build`, in one scope. The page's loader starts it
// and posts the compiled module first; then each message is a request in the flat form of
// `layout::Wire`, answered under the same id; where that takes longer, messages before say how far it is.
// An instance that dies takes only the worker with it.

function atlasGuard(exports) {
  return exports;
}

function atlasMarkup() {
  throw new TypeError('a worker has no document');
}

let atlasStarted = null;

self.onmessage = ({ data }) => {
  if (data.module) {
    atlasStarted = wasm_bindgen({ module_or_path: data.module });
    return;
  }
  atlasStarted
    .then(() => wasm_bindgen.arrange_flat(data.words, data.numbers, (progress) => self.postMessage({ id: data.id, progress })))
    .then(
      ([words, numbers]) => self.postMessage({ id: data.id, words, numbers }, [words.buffer, numbers.buffer]),
      (failure) => self.postMessage({ id: data.id, error: String(failure) }),
    );
};
