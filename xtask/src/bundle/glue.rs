//! The changes that are made to the glue of wasm-bindgen, each at a known place.
//!
//! They are made to the text because wasm-bindgen has no setting for any; its version is fixed
//! in Cargo.toml, and a glue that looks different ends the build with words instead of a viewer
//! without its guards.

use crate::Outcome;

/// Markup goes through the loader's policy (Trusted Types), and only into templates.
const MARKUP: Change = Change {
    from: "arg0.innerHTML = getStringFromWasm0(arg1, arg2);",
    to: "atlasMarkup(arg0, getStringFromWasm0(arg1, arg2));",
    purpose: "the sink for markup",
};

/// Every call into the wasm goes through the loader's guard (the abort alert).
const GUARD: Change = Change {
    from: "wasm = instance.exports;",
    to: "wasm = atlasGuard(instance.exports);",
    purpose: "the instance's exports",
};

/// The loaders of the parts are in the same scope (`src/embed/parts.js`), and there is no `require`; the glue
/// says this once for each loader that the program imports.
const PARTS: (&str, &str) = ("require(\"atlas-parts\")", "atlasParts");

struct Change {
    from: &'static str,
    to: &'static str,
    purpose: &'static str,
}

/// The glue with all changes.
pub fn adapted(glue: &str) -> Outcome<String> {
    if !glue.starts_with("let wasm_bindgen") {
        return Err(
            "the glue is not of the target no-modules: see data-bindgen-target in index.html".to_owned()
        );
    }
    let glue = GUARD.apply(glue, false)?;
    let glue = MARKUP.apply(&glue, true)?.replace(PARTS.0, PARTS.1);
    if glue.contains("require(") {
        return Err("the glue wants a module that is not there: see xtask/src/bundle/glue.rs".to_owned());
    }
    Ok(glue)
}

impl Change {
    /// `optional`: a view without unchanging parts brings no such sink.
    fn apply(&self, glue: &str, optional: bool) -> Outcome<String> {
        match glue.matches(self.from).count() {
            1 => Ok(glue.replace(self.from, self.to)),
            0 if optional && !glue.contains("innerHTML") && !glue.contains("insertAdjacentHTML") => {
                Ok(glue.to_owned())
            }
            count => Err(format!(
                "{} was expected once in the glue of wasm-bindgen and is there {count} times: `{}`. \
                 Another version of wasm-bindgen? Then xtask/src/bundle/glue.rs has to follow it.",
                self.purpose, self.from
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "let wasm_bindgen = (function() { wasm = instance.exports;\n\
                        arg0.innerHTML = getStringFromWasm0(arg1, arg2); })();";

    #[test]
    fn both_places_are_changed() {
        let changed = adapted(GLUE).unwrap();
        assert!(changed.contains("atlasGuard(instance.exports)") && changed.contains("atlasMarkup(arg0, "));
        assert!(!changed.contains("innerHTML"));
    }

    #[test]
    fn the_loaders_of_the_parts_are_found_in_the_scope() {
        let wanting =
            |name: &str| GLUE.replace("{ wasm", &format!("{{ const import1 = require(\"{name}\"); wasm"));
        let changed = adapted(&wanting(crate::split::IMPORT)).unwrap();
        assert!(changed.contains("const import1 = atlasParts;") && !changed.contains("require"));
        assert!(adapted(&wanting("fs")).is_err());
    }

    #[test]
    fn a_glue_of_another_shape_ends_the_build() {
        let second_sink = GLUE.replace("})();", "el.innerHTML = getStringFromWasm(a, b); })();");
        assert!(adapted(&second_sink.replace("arg0.innerHTML", "arg9.innerHTML")).is_err());
        assert!(adapted(&GLUE.replace("instance.exports", "made.exports")).is_err());
    }
}
