//! What derived JSON Schemas are turned into.
//!
//! The schema describes what is written: an absent value is left out and never `null`. A document of a later version is
//! valid, as objects may have more keys and enums more words; what [`Event`](crate::Event) refuses to read is not.

use schemars::Schema;
use serde_json::{Map, Value};

/// The description of a type or field without links, examples and sections.
pub(crate) fn described(schema: &mut Schema) {
    if let Some(object) = schema.as_object_mut() {
        shorten(object);
    }
}

/// A struct: absent values are left out.
pub(crate) fn object(schema: &mut Schema) {
    described(schema);
    let properties = schema.get_mut("properties").and_then(Value::as_object_mut);
    for (_, property) in properties.into_iter().flatten() {
        if let Some(property) = property.as_object_mut() {
            property.remove("default");
            without_null(property);
            shorten(property);
        }
    }
}

/// An enum with data: an object with one key, which may be one of a later version.
pub(crate) fn tagged(schema: &mut Schema) {
    described(schema);
    let mut properties = Map::new();
    for mut variant in variants(schema) {
        let description = variant.remove("description");
        let Some(Value::Object(tags)) = variant.remove("properties") else {
            continue;
        };
        for (tag, mut content) in tags {
            if let (Some(content), Some(description)) =
                (content.as_object_mut(), description.clone())
            {
                content.insert("description".to_owned(), description);
                shorten(content);
            }
            properties.insert(tag, content);
        }
    }
    schema.insert("type".to_owned(), "object".into());
    schema.insert("properties".to_owned(), properties.into());
    schema.insert("minProperties".to_owned(), 1.into());
    schema.insert("maxProperties".to_owned(), 1.into());
}

/// An enum of words: any string, with the known words and their descriptions under `x-known`.
pub(crate) fn open_enum(schema: &mut Schema) {
    described(schema);
    let mut known = Map::new();
    for mut variant in variants(schema) {
        shorten(&mut variant);
        let words = match (variant.remove("const"), variant.remove("enum")) {
            (Some(word), _) => vec![word],
            (None, Some(Value::Array(words))) => words,
            _ => continue,
        };
        let description = variant.remove("description").unwrap_or_default();
        for word in words {
            if let Value::String(word) = word {
                known.insert(word, description.clone());
            }
        }
    }
    schema.remove("enum");
    schema.insert("type".to_owned(), "string".into());
    schema.insert("x-known".to_owned(), known.into());
}

/// Takes the variants out of a schema.
fn variants(schema: &mut Schema) -> Vec<Map<String, Value>> {
    let Some(Value::Array(variants)) = schema.remove("oneOf") else {
        return Vec::new();
    };
    let objects = variants.into_iter().filter_map(|variant| match variant {
        Value::Object(variant) => Some(variant),
        _ => None,
    });
    objects.collect()
}

/// Removes the `null` that an absent value would be in JSON that is read.
fn without_null(property: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = property.get_mut("type") {
        types.retain(|kind| kind != "null");
        if let [kind] = &mut types[..] {
            let kind = kind.take();
            property.insert("type".to_owned(), kind);
        }
    }
    if let Some(Value::Array(mut choices)) = property.remove("anyOf") {
        choices.retain(|choice| choice.get("type") != Some(&"null".into()));
        for choice in choices {
            if let Value::Object(choice) = choice {
                property.extend(choice);
            }
        }
    }
}

/// Shortens a description to its text.
fn shorten(object: &mut Map<String, Value>) {
    // How many bits a number has is a matter of Rust.
    let format = object.get("format").and_then(Value::as_str);
    if format.is_some_and(|format| format != "date-time") {
        object.remove("format");
    }
    if let Some(Value::String(description)) = object.get_mut("description") {
        *description = text_of(description);
    }
}

/// The first paragraph of a documentation as one line without links. What follows is about Rust.
fn text_of(documentation: &str) -> String {
    let lines = documentation.lines().map(str::trim);
    let lines: Vec<&str> = lines.take_while(|line| !line.is_empty()).collect();
    let text = lines.join(" ");
    let mut plain = String::new();
    let mut rest = text.as_str();
    // A link is `[text](target)` or `[text]`.
    while let Some((before, link)) = rest.split_once("[`") {
        plain.push_str(before);
        let Some((name, after)) = link.split_once("`]") else {
            rest = link;
            plain.push('`');
            continue;
        };
        plain.push('`');
        plain.push_str(name);
        plain.push('`');
        let target = after
            .strip_prefix('(')
            .and_then(|target| target.split_once(')'));
        rest = target.map_or(after, |(_, after)| after);
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_description_is_text() {
        let docs = "An [`Event`](crate::Event) of\na [`Kind`], `entry[0]`.\n\nMore.\n\n# Examples";
        assert_eq!(text_of(docs), "An `Event` of a `Kind`, `entry[0]`.");
    }

    #[test]
    fn null_is_no_value() {
        let mut property = json!({"type": ["string", "null"]});
        without_null(property.as_object_mut().unwrap());
        assert_eq!(property, json!({"type": "string"}));
        let mut property = json!({"anyOf": [{"$ref": "#/$defs/A"}, {"type": "null"}]});
        without_null(property.as_object_mut().unwrap());
        assert_eq!(property, json!({"$ref": "#/$defs/A"}));
    }
}
