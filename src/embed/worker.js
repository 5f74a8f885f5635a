// The worker: the same wasm in a second instance, which lays out graphs and does nothing else.
//
// Put after parts.js and the glue of wasm-bindgen by `cargo xtask build`, in one scope. The page's loader starts
// it and posts the compiled program, with the files of the part that lays out; every other message is a request in
// the flat form of `layout::Wire`, answered under the same id; where that takes longer, messages before say how far
// it is. An instance that dies takes only the worker with it.

function atlasGuard(exports) {
  atlasExports = exports;
  return exports;
}

function atlasGuarded(inside) {
  return inside;
}

function atlasMarkup() {
  throw new TypeError('a worker has no document');
}

let atlasPartModules = {};

async function compileAtlasPart(file) {
  if (!atlasPartModules[file]) {
    throw new Error(`the page has sent no ${file}`);
  }
  return atlasPartModules[file];
}

let startAtlasWorker;
const atlasStarted = new Promise((started) => { startAtlasWorker = started; });

self.onmessage = ({ data }) => {
  if (data.module) {
    atlasPartModules = data.parts ?? {};
    startAtlasWorker(wasm_bindgen({ module_or_path: data.module }));
    return;
  }
  atlasStarted
    .then(() => wasm_bindgen.arrange_flat(data.words, data.numbers, (progress) => self.postMessage({ id: data.id, progress })))
    .then(
      ([words, numbers]) => self.postMessage({ id: data.id, words, numbers }, [words.buffer, numbers.buffer]),
      (failure) => self.postMessage({ id: data.id, error: String(failure) }),
    );
};
