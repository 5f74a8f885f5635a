//! Takes out classes that a library hands to JavaScript and that nothing makes: those of streams, which come with the
//! server functions of Leptos, of which there are none here. wasm-bindgen cannot know that nobody takes them; with
//! what only they need they were 4 KB of what loads before the first verdict.

use crate::{Outcome, wasm};

const CLASSES: [&str; 3] = ["IntoUnderlyingByteSource", "IntoUnderlyingSink", "IntoUnderlyingSource"];

/// The program and the glue without these classes.
pub fn removed(program: &[u8], glue: &str) -> Outcome<(Vec<u8>, String)> {
    let is_of_class = |name: &[u8]| {
        let name = String::from_utf8_lossy(name);
        let name = name.trim_start_matches("__wbg_");
        CLASSES.iter().any(|class| name.starts_with(&format!("{}_", class.to_ascii_lowercase())))
    };
    let program =
        wasm::without_exports(program, &is_of_class).ok_or("what the program exports could not be read")?;
    let mut glue = glue.to_owned();
    for class in CLASSES {
        glue = without(&glue, &format!("class {class} {{"), &format!("exports.{class} = {class};"))?;
        glue = without(&glue, &format!("const {class}Finalization = "), ", 1));")?;
        if glue.contains(&format!("{class}.")) || glue.contains(&format!("{class}(")) {
            return Err(format!("the glue makes a {class}: see xtask/src/split/unused.rs"));
        }
    }
    Ok((program, glue))
}

/// The text without what stands from `begin` to `end`, if it is there.
fn without(text: &str, begin: &str, end: &str) -> Outcome<String> {
    let Some((before, rest)) = text.split_once(begin) else { return Ok(text.to_owned()) };
    let (_, after) = rest.split_once(end).ok_or_else(|| {
        format!("{begin} has no end {end} in the glue of wasm-bindgen: see xtask/src/split/unused.rs")
    })?;
    Ok(format!("{before}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &str = "class Mounted {\n}\nexports.Mounted = Mounted;\n";

    fn glue(class: &str) -> String {
        format!(
            "class {class} {{\n  free() {{ {class}Finalization.unregister(this); }}\n}}\nexports.{class} = {class};\n{OWN}\
             const {class}Finalization = (typeof FinalizationRegistry === 'undefined')\n  ? {{}}\n  : new FinalizationRegistry(ptr => wasm.free(ptr, 1));\n"
        )
    }

    #[test]
    fn classes_that_nothing_makes_go_from_both_files() {
        let program = wasm::tests::exporting(&[
            "mounted_new",
            "intounderlyingsink_write",
            "__wbg_intounderlyingsink_free",
        ]);
        let (program, glue) = removed(&program, &glue("IntoUnderlyingSink")).unwrap();
        assert_eq!(program, wasm::tests::exporting(&["mounted_new"]));
        assert_eq!(glue.trim(), OWN.trim());
    }

    #[test]
    fn a_class_that_something_makes_ends_the_build() {
        let glue = format!("{}return IntoUnderlyingSink.__wrap(arg0);", glue("IntoUnderlyingSink"));
        assert!(removed(&wasm::tests::exporting(&[]), &glue).is_err());
    }

    #[test]
    fn a_program_without_such_classes_stays_as_it_is() {
        let program = wasm::tests::exporting(&["mounted_new"]);
        assert_eq!(removed(&program, OWN).unwrap(), (program, OWN.to_owned()));
    }
}
