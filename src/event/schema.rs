//! JSON Schema of the types with their own JSON, and of events of later versions.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::json;

use super::extra::Extra;
use super::kept_key::KeptKey;
use super::meta::EventMeta;
use crate::path::Path;
use crate::schema::tagged;
use crate::types::{Code, PhoneNumber, Raw, Timestamp};

/// Implements `JsonSchema` for types whose JSON is written by hand: name and schema.
macro_rules! schemas {
    ($($type:ty = $name:literal $schema:tt)*) => {$(
        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )*};
}

schemas! {
    Timestamp = "Timestamp" {
        "description": "A time in UTC between the years 1970 and 9999, in RFC 3339.",
        "type": "string",
        "format": "date-time",
    }
    PhoneNumber = "PhoneNumber" {
        "description": "A phone number: the digits of its E.164 form, without `+`.",
        "type": "string",
        "pattern": "^[0-9]{1,15}$",
    }
    Path = "Path" {
        "description": "Path of a value in the body, such as `entry[0].changes[1].value.messages[2]`.",
        "type": "string",
    }
    KeptKey = "Key" {
        "description": "Key that tells a repeated delivery from a new event.",
        "type": "string",
    }
    Raw = "Raw" {
        "description": "Raw JSON of one item as the provider sent it, without white space outside strings. It is a \
            string if strict readers would reject or change it.",
    }
    Code = "Code" {
        "description": "A value kept as received, because its meaning or format is not public: a number, a text, or \
            other JSON.",
    }
    Extra = "Extra" {
        "description": "Values of the envelope that no field of an event contains: an object with their paths as keys. \
            A value that strict readers would reject or change is a list with its text.",
        "type": "object",
    }
}

/// [`Event`](crate::Event): an event of a later version has `meta` too.
pub(crate) fn event(schema: &mut Schema) {
    tagged(schema);
    let meta = json!({ "$ref": format!("#/$defs/{}", EventMeta::schema_name()) });
    let later = json!({
        "description": "An event of a kind that only a later version knows.",
        "type": "object",
        "properties": { "meta": meta },
        "required": ["meta"],
    });
    schema.insert("additionalProperties".to_owned(), later);
}
