//! Short names for what the program takes from its glue.
//!
//! wasm-bindgen gives each of some three hundred functions a name of thirty to fifty letters with a number that
//! nothing can compress, and writes it into both files: 9 KB of what loads before the first verdict. Nobody else
//! reads these names: each belongs to one build, and what its function does stands beside it in the glue.

use crate::{Outcome, wasm};
use std::collections::BTreeMap;

/// The module under which the program knows its glue.
const GLUE: &[u8] = b"./release-atlas_bg.js";

/// The program and the glue, with the same short names in both.
pub fn shortened(program: &[u8], glue: &str) -> Outcome<(Vec<u8>, String)> {
    let mut imports = wasm::imports(program).ok_or("what the program imports could not be read")?;
    let taken = imports.iter().filter(|import| import.module == GLUE).map(|import| import.name);
    let short: BTreeMap<&[u8], String> =
        taken.enumerate().map(|(number, name)| (name, format!("f{number}"))).collect();
    let mut found = 0;
    let lines: Vec<String> = glue
        .lines()
        .map(|line| {
            let of = line.split_once(": function(").and_then(|(name, rest)| {
                Some(format!("{}: function({rest}", short.get(name.trim_start().as_bytes())?))
            });
            found += usize::from(of.is_some());
            of.unwrap_or_else(|| line.to_owned())
        })
        .collect();
    if found != short.len() {
        return Err(format!(
            "the program takes {} functions from the glue of wasm-bindgen, and {found} of them are there. Another \
             version of wasm-bindgen? Then xtask/src/split/glue_names.rs has to follow it.",
            short.len()
        ));
    }
    for import in imports.iter_mut().filter(|import| import.module == GLUE) {
        import.name = short.get(import.name).map_or(import.name, String::as_bytes);
    }
    let program =
        wasm::with_imports(program, &imports).ok_or("the program's imports could not be written")?;
    Ok((program, lines.join("\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &str = "./release-atlas_bg.js";
    const TEXT: &str =
        "const import0 = {\n  __wbg_now_1f: function() {\n  },\n  __wbg_log_2e: function(arg0) {\n  },\n};";

    #[test]
    fn both_files_have_the_same_short_names() {
        let program = wasm::tests::file(OWN, &["__wbg_log_2e", "__wbg_now_1f"], &[]);
        let (program, glue) = shortened(&program, TEXT).unwrap();
        assert_eq!(glue, "const import0 = {\nf1: function() {\n  },\nf0: function(arg0) {\n  },\n};");
        let names: Vec<&[u8]> = wasm::imports(&program).unwrap().iter().map(|import| import.name).collect();
        assert_eq!(names, [b"f0", b"f1"]);
    }

    #[test]
    fn what_is_not_of_the_glue_keeps_its_name() {
        let program = wasm::tests::file("atlas-parts", &["__wbg_log_2e"], &[]);
        assert_eq!(shortened(&program, TEXT).unwrap(), (program, TEXT.to_owned()));
    }

    #[test]
    fn a_glue_without_a_function_ends_the_build() {
        assert!(shortened(&wasm::tests::file(OWN, &["__wbg_gone_3d"], &[]), TEXT).is_err());
    }
}
