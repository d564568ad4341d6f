//! Comparison with `serde_json`: every fixture, intact and damaged, is accepted by both or by neither, and reads as
//! the same value.

#![allow(clippy::arithmetic_side_effects, reason = "a test")]

use serde::de::IgnoredAny;
use serde_json::{Map, Value};

use super::RawSlice;
use super::check::{check, check_within};
use super::reader::{Kind, Reader};
use super::token;

/// What the reader sees, as a `serde_json` value.
fn value(reader: &mut Reader<'_>) -> Value {
    match reader.kind().unwrap() {
        Kind::Null => {
            reader.skip().unwrap();
            Value::Null
        }
        Kind::Bool => Value::Bool(reader.bool().unwrap()),
        Kind::Number => serde_json::from_str(reader.number().unwrap()).unwrap(),
        Kind::String => Value::String(reader.string().unwrap().into_owned()),
        Kind::Array => {
            let mut list = Vec::new();
            let mut more = reader.first_element().unwrap();
            while more {
                list.push(value(reader));
                more = reader.next_element().unwrap();
            }
            Value::Array(list)
        }
        Kind::Object => {
            let mut map = Map::new();
            let mut key = reader.first_key().unwrap().map(str::to_owned);
            while let Some(name) = key {
                map.insert(name, value(reader));
                key = reader.next_key().unwrap().map(str::to_owned);
            }
            Value::Object(map)
        }
    }
}

/// Compares on one text; returns whether both accept it.
fn agree(text: &str) -> bool {
    let expected = serde_json::from_str::<IgnoredAny>(text);
    let checked = check(text, 0);
    assert_eq!(checked.is_ok(), expected.is_ok(), "{text}");
    let mut room = token::EMPTY;
    let within = check_within(&mut room, text, 0);
    let (Ok(document), Ok(within)) = (&checked, &within) else {
        assert_eq!(checked.err(), within.err(), "{text}");
        return false;
    };
    assert_eq!(document.tokens(), within.tokens(), "{text}");
    for at in 0..document.tokens().len() {
        let value = document.value(at);
        assert!(
            value.is_empty() || check(value, 0).is_ok(),
            "{value} in {text}"
        );
    }
    // Some JSON is not a value: unpaired surrogates, numbers out of range, parts nested too deep.
    let Ok(expected) = serde_json::from_str::<Value>(text) else {
        return false;
    };
    let read = value(&mut Reader::new(RawSlice::part_of(document, 0)));
    assert_eq!(read, expected, "{text}");
    assert_eq!(
        value(&mut Reader::new(RawSlice::new(text, 0))),
        expected,
        "{text}"
    );
    true
}

fn fixtures() -> Vec<String> {
    let mut texts = Vec::new();
    for provider in crate::Provider::ALL {
        let folder = format!("{}/fixtures/{provider}", env!("CARGO_MANIFEST_DIR"));
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_some_and(|it| it == "json") {
                texts.push(std::fs::read_to_string(path).unwrap());
            }
        }
    }
    texts.sort_unstable();
    texts
}

/// Numbers that look random and are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005);
        self.0 = self.0.wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

/// Bytes that mean something in JSON, and some that do not.
const ODD: &[u8] = b"\"\\{}[]:,0123456789eE+-.tfnu \n\t\x01abcdefD8C9/xX";

/// Replaces, inserts and removes a few bytes; `None` where the rest is no text.
fn damaged(text: &str, count: usize, random: &mut Random) -> Option<String> {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..count {
        let (at, byte) = (random.below(bytes.len()), ODD[random.below(ODD.len())]);
        match random.below(4) {
            0 => bytes[at] = byte,
            1 => bytes.insert(at, byte),
            2 => bytes.truncate(at + 1),
            _ => drop(bytes.remove(at)),
        }
        if bytes.is_empty() {
            break;
        }
    }
    String::from_utf8(bytes).ok()
}

#[test]
fn every_fixture_whole_and_damaged_is_read_as_serde_json_reads_it() {
    let mut random = Random(1);
    let (mut read, mut compared) = (0, 0);
    for text in fixtures() {
        for round in 0..48 {
            let Some(damaged) = damaged(&text, round.min(3), &mut random) else {
                continue;
            };
            compared += 1;
            read += usize::from(agree(&damaged));
        }
    }
    assert!(
        read * 10 > compared && read * 2 < compared,
        "{read} of {compared}"
    );
}

#[test]
fn what_is_made_of_the_grammar_alone_is_read_as_serde_json_reads_it() {
    const PARTS: &[&str] = &[
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"a\":",
        "\"b\"",
        "\"\\u0061\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"",
        "0",
        "-1",
        "1.5e-3",
        "1e400",
        "true",
        "false",
        "null",
        " ",
        "\n",
        "\\",
        "[]",
        "{}",
        "[1,",
        "{\"c\":",
    ];
    let mut random = Random(2);
    let mut read = 0;
    for _ in 0..200_000 {
        let text: String = (0..=random.below(7))
            .map(|_| PARTS[random.below(PARTS.len())])
            .collect();
        read += usize::from(agree(&text));
    }
    assert!(read > 5000, "{read}");
}

#[test]
fn a_fixture_cut_anywhere_is_no_document() {
    for text in fixtures() {
        let text = text.trim_end();
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
            assert!(check(&text[..end], 0).is_err(), "{}", &text[..end]);
        }
    }
}

#[test]
fn deeper_than_serde_json_reads_the_check_still_tells_json_from_none() {
    for depth in [1, 64, 127, 128, 129, 300] {
        for inner in [
            "",
            "1",
            "{\"a\":[]}",
            "nonsense",
            "1,",
            "{]",
            "\"\\x\"",
            "]",
        ] {
            for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[0,", ",{}]")] {
                agree(&format!(
                    "{}{inner}{}",
                    open.repeat(depth),
                    close.repeat(depth)
                ));
            }
        }
    }
}
