//! The border between the element's JavaScript class and Rust.

use release_atlas::embed::Mounted;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

fn host() -> (HtmlElement, ShadowRoot) {
    let document = web_sys::window().unwrap().document().unwrap();
    let host: HtmlElement = document.create_element("div").unwrap().unchecked_into();
    document.body().unwrap().append_child(&host).unwrap();
    let root = host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap();
    (host, root)
}

#[wasm_bindgen_test]
fn mounting_shows_the_product_and_freeing_leaves_nothing() {
    let (host, root) = host();
    let mounted = Mounted::new(&host, &root, r#"{"view":"hit"}"#).unwrap();
    assert!(
        root.text_content().unwrap_or_default().contains("Release Atlas") || root.child_element_count() > 0
    );
    drop(mounted);
    assert_eq!(root.child_nodes().length(), 0);
    host.remove();
}

#[wasm_bindgen_test]
fn attributes_that_are_no_json_object_are_taken_as_none() {
    let (host, root) = host();
    for attributes in ["", "[]", "{\"view\":1}", "\u{0}"] {
        drop(Mounted::new(&host, &root, attributes).unwrap());
    }
    host.remove();
}

#[wasm_bindgen_test]
fn two_elements_live_side_by_side() {
    let (first_host, first_root) = host();
    let (second_host, second_root) = host();
    let first = Mounted::new(&first_host, &first_root, "{}").unwrap();
    let second = Mounted::new(&second_host, &second_root, "{}").unwrap();
    drop(first);
    assert_eq!(first_root.child_nodes().length(), 0);
    assert!(second_root.child_element_count() > 0);
    drop(second);
    first_host.remove();
    second_host.remove();
}

#[wasm_bindgen_test]
async fn a_method_that_does_not_exist_is_a_rejected_promise() {
    let (host, root) = host();
    let mounted = Mounted::new(&host, &root, "{}").unwrap();
    let refused = JsFuture::from(mounted.call("juggle", JsValue::NULL)).await;
    assert!(refused.is_err());
    host.remove();
}
