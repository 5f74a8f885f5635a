//! The list of what the readers accept, which people can read: `tests/data/README.md` is made by this test.

use std::fmt::Write;
use std::path::Path;

use release_atlas::shape::NoticeKind;
use release_atlas::source::{Content, Source};

use crate::{data_of, source};

const HEAD: &str = "# What the readers accept\n\n\
    One row for each document in this folder: what it is taken for and by which members, what was read of it, and\n\
    what was said to be odd about it. Nothing in a document is lost for being odd. The list is made by\n\
    `tests/source/accepted.rs`; after a change that is meant, `UPDATE=1 cargo test --test source accepted` writes it\n\
    anew.\n";

#[test]
fn list_of_accepted_documents_is_as_it_was() {
    let mut list = HEAD.to_owned();
    for folder in ["catalog", "manifest"] {
        let _ = write!(
            list,
            "\n## {folder}\n\n| document | taken for | by | read | odd |\n| --- | --- | --- | --- | --- |\n"
        );
        for (name, text) in data_of(folder) {
            let source = source(&text);
            let by = source.because.join(", ");
            let _ = writeln!(
                list,
                "| {name} | {:?} | {by} | {} | {} |",
                source.kind,
                read(&source),
                odd(&source)
            );
        }
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/README.md");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&file, &list).expect("the list can be written");
    }
    let written = std::fs::read_to_string(&file).expect("the list is there");
    assert!(
        written == list,
        "tests/data/README.md is not what is read now; UPDATE=1 writes it anew:\n{list}"
    );
}

fn read(source: &Source) -> String {
    match &source.content {
        Content::Catalog(catalog) => counted(&[
            (catalog.customizations.len(), "customizations"),
            (catalog.releases.len(), "releases"),
            (catalog.relations.len(), "relations"),
        ]),
        Content::Manifest(manifest) => {
            let dialect = &manifest.dialect;
            let bundles = manifest.releases.iter().map(|release| release.bundles.len()).sum();
            let counts = counted(&[
                (manifest.releases.len(), "releases"),
                (bundles, "bundles"),
                (manifest.recalls.len(), "recalls"),
                (manifest.async_patches.len(), "async patches"),
            ]);
            format!("as {} to {}: {counts}", dialect.oldest, dialect.newest)
        }
        Content::Other => "as a tree".to_owned(),
    }
}

fn counted(counts: &[(usize, &str)]) -> String {
    let told = counts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}"));
    told.collect::<Vec<_>>().join(", ")
}

fn odd(source: &Source) -> String {
    let document = &source.document;
    let told = source.report.notices().iter().map(|notice| {
        let what = match notice.kind {
            NoticeKind::WrongType { expected, found } => format!("{found:?} for {expected:?}"),
            NoticeKind::UnknownMember => "unknown member".to_owned(),
            NoticeKind::UnknownWord => "unknown word".to_owned(),
            NoticeKind::MissingRequired(name) => format!("no {name}"),
            NoticeKind::ObjectForList => "object for a list".to_owned(),
            NoticeKind::JunkInList { expected, found } => format!("{found:?} in a list of {expected:?}"),
            NoticeKind::Placeholder => "placeholder".to_owned(),
        };
        format!("{what} at `{}`", document.pointer(notice.at))
    });
    told.collect::<Vec<_>>().join("; ").replace('|', "\\|")
}
