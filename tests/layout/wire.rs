//! What goes to a worker comes back unchanged, and nothing that comes from one can do harm.

use crate::graphs::any_request;
use proptest::prelude::*;
use release_atlas::geometry::Point;
use release_atlas::layout::{Layout, Request, WireError, arrange};

proptest! {
    #[test]
    fn request_survives_the_wire(mut request in any_request(), place in any::<bool>()) {
        request.former = vec![place.then_some(Point::new(1.0, 2.0)); request.sizes.len()];
        let wire = request.encode();
        prop_assert_eq!(Request::decode(&wire.words, &wire.numbers), Ok(request));
    }

    #[test]
    fn layout_survives_the_wire(request in any_request()) {
        let layout = arrange(&request);
        let wire = layout.encode();
        prop_assert_eq!(Layout::decode(&wire.words, &wire.numbers), Ok(layout));
    }

    #[test]
    fn any_numbers_give_a_result(words in proptest::collection::vec(0_u32..9, 0..40), count in 0_usize..20) {
        let numbers = vec![1.0; count];
        let _ = Request::decode(&words, &numbers);
        let _ = Layout::decode(&words, &numbers);
    }
}

#[test]
fn wire_of_another_version_is_refused() {
    let mut wire = Request::default().encode();
    wire.words[0] += 1;
    let version = wire.words[0];
    assert_eq!(Request::decode(&wire.words, &wire.numbers), Err(WireError::Version(version)));
    assert_eq!(Layout::decode(&Request::default().encode().words, &[]), Err(WireError::Kind));
}
