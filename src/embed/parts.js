// The parts of the program, which come when they are needed: for the page and for the worker alike.
//
// A part is some files of wasm that join the running instance: they bring their own code and data, and take
// memory, stack and table from it. The program imports one function for each part (`__wasm_split_load_…`), which
// the glue finds in `atlasParts`; it is called with a function of the table, to be told how that went.
// Before the glue, which wants `atlasParts` at once; in one scope with loader.js or worker.js, which bring
// `compileAtlasPart(file)`.
// `atlasBuild.parts` says which files each part is made of.

/** What the instance exports, for its parts. */
let atlasExports = null;

/** File name → promise of its instance. A file that failed is asked for again the next time. */
const atlasPartFiles = new Map();

const atlasParts = Object.fromEntries(
  Object.entries(atlasBuild.parts).map(([name, files]) => [
    `__wasm_split_load_${name}`,
    (call, data) => {
      loadAtlasPart(files).then(
        () => tellAtlasPart(call, data, 1),
        (failure) => {
          console.warn('Release Atlas: a part of the program could not be loaded.', failure);
          tellAtlasPart(call, data, 0);
        },
      );
    },
  ]),
);

function loadAtlasPart(files) {
  return Promise.all(files.map(loadAtlasPartFile));
}

function loadAtlasPartFile(file) {
  if (!atlasPartFiles.has(file)) {
    const loading = compileAtlasPart(file).then((module) => WebAssembly.instantiate(module, { __wasm_split: atlasExports }));
    loading.catch(() => atlasPartFiles.delete(file));
    atlasPartFiles.set(file, loading);
  }
  return atlasPartFiles.get(file);
}

function tellAtlasPart(call, data, hasCome) {
  atlasGuarded(() => atlasExports.__indirect_function_table.get(call)(data, hasCome))();
}
