//! As much of the binary format of WebAssembly as the build has to read and write: sections, numbers, names.
//!
//! See the core specification, chapter 5. Whatever is not as it says there is none, and ends the build with words.

/// A section: its number and what stands in it.
pub type Section<'a> = (u8, &'a [u8]);

/// The first bytes of every file: its kind and its version.
const HEAD: usize = 8;

/// The number of the section for what a program takes from outside.
pub const IMPORTS: u8 = 2;
/// The number of the section for what a program gives to outside.
const EXPORTS: u8 = 7;
/// The number of the section with the bodies of functions.
pub const CODE: u8 = 10;
/// The number of the section with what memory holds at the start.
pub const DATA: u8 = 11;
/// The number of a section for tools.
const CUSTOM: u8 = 0;

/// What is read piece by piece.
#[derive(Clone, Copy)]
pub struct Reader<'a>(pub &'a [u8]);

impl<'a> Reader<'a> {
    /// A number in groups of seven bits, the lowest first (LEB128).
    pub fn number(&mut self) -> Option<usize> {
        let mut value = 0;
        for at in 0..5 {
            let byte = self.byte()?;
            value |= usize::from(byte & 0x7f) << (7 * at);
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }

    /// One byte.
    pub fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// So many bytes.
    pub fn bytes(&mut self, length: usize) -> Option<&'a [u8]> {
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }

    /// Bytes whose number stands before them: a name, a section, the body of a function.
    pub fn counted(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?;
        self.bytes(length)
    }

    /// What `next` has read of it, as it stands there.
    pub fn piece(&mut self, next: impl FnOnce(&mut Self) -> Option<()>) -> Option<&'a [u8]> {
        let before = self.0;
        next(self)?;
        before.get(..before.len() - self.0.len())
    }
}

/// All sections in their order.
pub fn sections(wasm: &[u8]) -> Option<Vec<Section<'_>>> {
    let mut reader = Reader(wasm.get(HEAD..)?);
    let mut sections = Vec::new();
    while !reader.0.is_empty() {
        sections.push((reader.byte()?, reader.counted()?));
    }
    Some(sections)
}

/// What stands in the section of this number.
pub fn section(wasm: &[u8], number: u8) -> Option<&[u8]> {
    sections(wasm)?.into_iter().find(|(own, _)| *own == number).map(|(_, content)| content)
}

/// One import: the module that it is taken from, its name there, and what it is.
pub struct Import<'a> {
    /// The module.
    pub module: &'a [u8],
    /// The name.
    pub name: &'a [u8],
    /// Its kind and type, as they stand in the file.
    pub kind: &'a [u8],
}

impl Import<'_> {
    /// Whether it is a function.
    pub fn is_function(&self) -> bool {
        self.kind.first() == Some(&0)
    }
}

/// What a program takes from outside.
pub fn imports(wasm: &[u8]) -> Option<Vec<Import<'_>>> {
    let Some(content) = section(wasm, IMPORTS) else { return Some(Vec::new()) };
    let mut reader = Reader(content);
    let count = reader.number()?;
    (0..count).map(|_| import(&mut reader)).collect()
}

fn import<'a>(reader: &mut Reader<'a>) -> Option<Import<'a>> {
    let (module, name) = (reader.counted()?, reader.counted()?);
    let kind = reader.piece(|reader| match reader.byte()? {
        // A function has the number of its type.
        0 => reader.number().map(drop),
        // A table is limited, and so is a memory; a table holds things of a type.
        1 => reader.byte().and_then(|_| limits(reader)),
        2 => limits(reader),
        // A global variable has a type and may change or not.
        3 => reader.bytes(2).map(drop),
        _ => None,
    })?;
    Some(Import { module, name, kind })
}

fn limits(reader: &mut Reader<'_>) -> Option<()> {
    let has_most = reader.byte()? & 1 == 1;
    reader.number()?;
    if has_most { reader.number().map(drop) } else { Some(()) }
}

/// The bodies of the functions.
pub fn bodies(wasm: &[u8]) -> Option<Vec<&[u8]>> {
    let Some(content) = section(wasm, CODE) else { return Some(Vec::new()) };
    let mut reader = Reader(content);
    let count = reader.number()?;
    (0..count).map(|_| reader.counted()).collect()
}

/// The file with other imports.
pub fn with_imports(wasm: &[u8], imports: &[Import<'_>]) -> Option<Vec<u8>> {
    let mut content = Vec::new();
    put_number(imports.len(), &mut content);
    for import in imports {
        put_counted(import.module, &mut content);
        put_counted(import.name, &mut content);
        content.extend_from_slice(import.kind);
    }
    with_section(wasm, IMPORTS, &content)
}

/// The file without the exports of these names.
pub fn without_exports(wasm: &[u8], is_unwanted: &dyn Fn(&[u8]) -> bool) -> Option<Vec<u8>> {
    let mut reader = Reader(section(wasm, EXPORTS)?);
    let mut kept = Vec::new();
    for _ in 0..reader.number()? {
        let name = reader.counted()?;
        // What it is, and which of these.
        let place = reader.piece(|reader| reader.byte().and_then(|_| reader.number()).map(drop))?;
        if !is_unwanted(name) {
            kept.push((name, place));
        }
    }
    let mut content = Vec::new();
    put_number(kept.len(), &mut content);
    for (name, place) in kept {
        put_counted(name, &mut content);
        content.extend_from_slice(place);
    }
    with_section(wasm, EXPORTS, &content)
}

fn with_section(wasm: &[u8], number: u8, content: &[u8]) -> Option<Vec<u8>> {
    let mut file = wasm.get(..HEAD)?.to_vec();
    for (own_number, own) in sections(wasm)? {
        file.push(own_number);
        put_counted(if own_number == number { content } else { own }, &mut file);
    }
    Some(file)
}

/// The file with names for its functions: pairs of the number of a function, imports first, and its name. In the
/// order of these numbers.
pub fn with_names(wasm: &[u8], names: &[(usize, String)]) -> Vec<u8> {
    const FUNCTIONS: u8 = 1;
    let mut pairs = Vec::new();
    put_number(names.len(), &mut pairs);
    for (function, name) in names {
        put_number(*function, &mut pairs);
        put_counted(name.as_bytes(), &mut pairs);
    }
    let mut content = Vec::new();
    put_counted(b"name", &mut content);
    content.push(FUNCTIONS);
    put_counted(&pairs, &mut content);
    let mut file = wasm.to_vec();
    file.push(CUSTOM);
    put_counted(&content, &mut file);
    file
}

fn put_counted(bytes: &[u8], to: &mut Vec<u8>) {
    put_number(bytes.len(), to);
    to.extend_from_slice(bytes);
}

fn put_number(number: usize, to: &mut Vec<u8>) {
    let mut rest = number;
    while rest >= 0x80 {
        to.push(low_bits(rest) | 0x80);
        rest >>= 7;
    }
    to.push(low_bits(rest));
}

fn low_bits(number: usize) -> u8 {
    u8::try_from(number & 0x7f).unwrap_or_default()
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A file that takes these functions of type 0 from `module`, with functions of these bodies.
    pub fn file(module: &str, imports: &[&str], bodies: &[&[u8]]) -> Vec<u8> {
        let mut taken = Vec::new();
        put_number(imports.len(), &mut taken);
        for name in imports {
            put_counted(module.as_bytes(), &mut taken);
            put_counted(name.as_bytes(), &mut taken);
            taken.extend([0, 0]);
        }
        let mut code = Vec::new();
        put_number(bodies.len(), &mut code);
        for body in bodies {
            put_counted(body, &mut code);
        }
        let mut file = b"\0asm\x01\0\0\0".to_vec();
        for (number, content) in [(IMPORTS, taken), (CODE, code)] {
            file.push(number);
            put_counted(&content, &mut file);
        }
        file
    }

    /// A file that exports functions by these names.
    pub fn exporting(names: &[&str]) -> Vec<u8> {
        let mut content = Vec::new();
        put_number(names.len(), &mut content);
        for name in names {
            put_counted(name.as_bytes(), &mut content);
            content.extend([0, 1]);
        }
        let mut file = b"\0asm\x01\0\0\0".to_vec();
        file.push(EXPORTS);
        put_counted(&content, &mut file);
        file
    }

    #[test]
    fn what_is_written_is_read_again() {
        let long = [7; 300];
        let wasm = file("m", &["one", "two"], &[&long, b"b"]);
        let taken = imports(&wasm).unwrap();
        assert!(taken.iter().all(|import| import.module == b"m" && import.is_function()));
        assert_eq!(taken.iter().map(|import| import.name).collect::<Vec<_>>(), [b"one", b"two"]);
        assert_eq!(bodies(&wasm).unwrap(), [&long[..], b"b"]);
        assert_eq!(with_imports(&wasm, &taken).unwrap(), wasm);
    }

    #[test]
    fn memory_table_and_variables_are_imports_too() {
        let kinds: [&[u8]; 4] =
            [b"\x01\x70\x00\x05", b"\x02\x01\x11\x80\x80\x01", b"\x03\x7f\x00", b"\x00\x02"];
        let mut content = vec![4];
        for kind in kinds {
            content.extend(b"\x01m\x01n");
            content.extend(kind);
        }
        let mut wasm = b"\0asm\x01\0\0\0\x02".to_vec();
        put_counted(&content, &mut wasm);
        let taken = imports(&wasm).unwrap();
        assert_eq!(taken.iter().map(|import| import.kind).collect::<Vec<_>>(), kinds);
    }

    #[test]
    fn a_file_that_ends_early_is_none() {
        let wasm = file("m", &["one"], &[b"b"]);
        assert!(sections(&wasm[..wasm.len() - 1]).is_none());
        assert!(imports(b"\0asm\x01\0\0\0\x02\x01\x05").is_none());
    }
}
