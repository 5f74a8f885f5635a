//! A bill of materials as CycloneDX 1.6 (cyclonedx.org), the same bytes for the same bill.
//!
//! Neither a serial number nor a time of writing: both would differ from one export to the next. What is
//! not known to be all is said to be incomplete (`compositions`), never passed off as the whole.

use serde_json::{Map, Value, json};

use super::{Bom, Part};

impl Bom {
    /// The bill as JSON.
    pub fn cyclonedx(&self) -> String {
        let all = || self.subject.iter().chain(&self.parts);
        let mut metadata = json!({
            "tools": { "components": [{
                "type": "application", "name": "Release Atlas", "version": env!("CARGO_PKG_VERSION"),
            }] },
        });
        if let (Some(subject), Some(metadata)) = (&self.subject, metadata.as_object_mut()) {
            metadata.insert("component".to_owned(), component(subject));
        }
        let bom = json!({
            "bomFormat": "CycloneDX",
            "specVersion": "1.6",
            "version": 1,
            "metadata": metadata,
            "components": self.parts.iter().map(component).collect::<Vec<_>>(),
            "dependencies": all().map(dependency).collect::<Vec<_>>(),
            "compositions": self.compositions(),
        });
        format!("{bom:#}\n")
    }

    fn compositions(&self) -> Vec<Value> {
        let of = |aggregate: &str| {
            let all = self.subject.iter().chain(&self.parts);
            let references: Vec<&str> =
                all.filter(|part| part.aggregate == aggregate).map(|part| part.reference.as_str()).collect();
            (!references.is_empty()).then(|| json!({ "aggregate": aggregate, "dependencies": references }))
        };
        ["complete", "incomplete", "unknown"].into_iter().filter_map(of).collect()
    }
}

fn component(part: &Part) -> Value {
    let mut component = Map::new();
    let mut put = |name: &str, value: Value| component.insert(name.to_owned(), value);
    put("type", part.kind.into());
    put("bom-ref", part.reference.as_str().into());
    put("name", part.name.as_str().into());
    if !part.version.is_empty() {
        put("version", part.version.as_str().into());
    }
    if !part.purl.is_empty() {
        put("purl", part.purl.as_str().into());
    }
    if is_address(&part.address) {
        put("externalReferences", json!([{ "type": "distribution", "url": part.address }]));
    }
    let properties = part.properties.iter().map(|(name, value)| json!({ "name": name, "value": value }));
    put("properties", properties.collect::<Vec<_>>().into());
    Value::Object(component)
}

fn dependency(part: &Part) -> Value {
    let mut needs: Vec<&str> = part.needs.iter().map(String::as_str).collect();
    needs.sort_unstable();
    needs.dedup();
    json!({ "ref": part.reference, "dependsOn": needs })
}

/// Whether it is an absolute address without anything that must be escaped.
fn is_address(text: &str) -> bool {
    let has_scheme = ["https://", "http://", "oci://"].iter().any(|scheme| text.starts_with(scheme));
    has_scheme && text.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"{}|\\^`".contains(&byte))
}
