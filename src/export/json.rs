//! A table as JSON, for scripts.

use serde_json::{Map, Value};

use super::Table;

impl Table {
    /// The table as a list of objects, one a row, with the columns' names as members.
    pub fn json(&self) -> String {
        let object = |row: &Vec<String>| {
            let members = self.head.iter().cloned().zip(self.cells(row).map(Value::from));
            Value::Object(members.collect::<Map<_, _>>())
        };
        let rows = Value::Array(self.rows.iter().map(object).collect());
        format!("{rows:#}\n")
    }
}
