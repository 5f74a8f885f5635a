//! The layout worker, seen from the page; a script of the test stands for the real one.

use js_sys::{Array, Function};
use release_atlas::browser::worker::{LayoutWorker, WorkerError, offer};
use release_atlas::geometry::Size;
use release_atlas::layout::{Request, arrange};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Blob, Url};

/// Offers workers that answer each message with this script's `answer(data)`.
fn offer_script(answer: &str) {
    let script = format!("const answer = {answer}; onmessage = ({{ data }}) => postMessage(answer(data));");
    let blob = Blob::new_with_str_sequence(&Array::of1(&script.into())).unwrap();
    let address = Url::create_object_url_with_blob(&blob).unwrap();
    offer(Function::new_no_args(&format!("return new Worker('{address}')")));
}

fn request() -> Request {
    Request {
        sizes: vec![Size { width: 200.0, height: 40.0 }; 3],
        edges: vec![(0, 1), (0, 2)],
        ..Request::default()
    }
}

#[wasm_bindgen_test]
async fn a_layout_comes_back_as_it_was_made() {
    let layout = arrange(&request());
    let wire = layout.encode();
    offer_script(&format!(
        "({{ id }}) => ({{ id, words: Uint32Array.from({:?}), numbers: Float32Array.from({:?}) }})",
        wire.words, wire.numbers
    ));
    let worker = LayoutWorker::start().unwrap();
    let (first, second) = (worker.arrange(&request()).await, worker.arrange(&request()).await);
    assert_eq!(first.unwrap(), layout);
    assert_eq!(second.unwrap(), layout);
}

#[wasm_bindgen_test]
async fn a_refusal_and_nonsense_are_errors_with_words() {
    offer_script("({ id }) => ({ id, error: 'version 7 instead of 1' })");
    let refused = LayoutWorker::start().unwrap().arrange(&request()).await.unwrap_err();
    assert_eq!(refused, WorkerError::Refused("version 7 instead of 1".to_owned()));
    offer_script("({ id }) => ({ id, words: 'a lot', numbers: [] })");
    assert!(LayoutWorker::start().unwrap().arrange(&request()).await.is_err());
    offer_script("({ id }) => ({ id, words: Uint32Array.of(9), numbers: Float32Array.of() })");
    assert!(LayoutWorker::start().unwrap().arrange(&request()).await.is_err());
}

#[wasm_bindgen_test]
async fn a_worker_that_dies_leaves_nobody_waiting() {
    offer_script("() => { throw new Error('out of memory'); }");
    let ended = LayoutWorker::start().unwrap().arrange(&request()).await;
    assert_eq!(ended.unwrap_err(), WorkerError::Ended);
}

#[wasm_bindgen_test]
fn where_none_is_allowed_there_is_none() {
    offer(Function::new_no_args("return null"));
    assert!(LayoutWorker::start().is_none());
    offer(Function::new_no_args("throw new Error('SecurityError')"));
    assert!(LayoutWorker::start().is_none());
}
