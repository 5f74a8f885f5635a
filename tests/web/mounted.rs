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

fn mount(host: &HtmlElement, root: &ShadowRoot) -> Mounted {
    Mounted::new(host, root, &js_sys::Object::new(), &js_sys::Object::new(), false).unwrap()
}

#[wasm_bindgen_test]
fn mounting_shows_the_product_and_freeing_leaves_nothing() {
    let (host, root) = host();
    let mounted = mount(&host, &root);
    assert!(
        root.text_content().unwrap_or_default().contains("Release Atlas") || root.child_element_count() > 0
    );
    drop(mounted);
    assert_eq!(root.child_nodes().length(), 0);
    host.remove();
}

#[wasm_bindgen_test]
fn attributes_and_properties_may_be_anything() {
    let (host, root) = host();
    let odd =
        [JsValue::NULL, JsValue::from(7), JsValue::from("{"), js_sys::Array::of1(&JsValue::TRUE).into()];
    for given in odd {
        drop(Mounted::new(&host, &root, &given, &given, false).unwrap());
    }
    host.remove();
}

#[wasm_bindgen_test]
fn two_elements_live_side_by_side() {
    let (first_host, first_root) = host();
    let (second_host, second_root) = host();
    let first = mount(&first_host, &first_root);
    let second = mount(&second_host, &second_root);
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
    let mounted = mount(&host, &root);
    let refused = JsFuture::from(mounted.call("juggle", &JsValue::NULL)).await;
    assert!(refused.is_err());
    host.remove();
}
