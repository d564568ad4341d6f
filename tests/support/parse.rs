//! Reads text into the tree.

use std::iter::Peekable;
use std::str::Chars;

use super::json::Json;

/// The code units of what stands between quotes.
pub(crate) fn decoded(text: &str) -> Vec<u16> {
    let mut units = Vec::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(next) = chars.next() {
        if next != '\\' {
            units.extend_from_slice(next.encode_utf16(&mut [0; 2]));
            continue;
        }
        units.push(match chars.next().unwrap() {
            'b' => 8,
            'f' => 12,
            'n' => 10,
            'r' => 13,
            't' => 9,
            'u' => {
                let digits: String = chars.by_ref().take(4).collect();
                u16::from_str_radix(&digits, 16).unwrap()
            }
            itself => u16::try_from(u32::from(itself)).unwrap(),
        });
    }
    units
}

/// What stands between quotes, every character as an escape.
pub(crate) fn escape(text: &str) -> String {
    decoded(text)
        .into_iter()
        .map(|unit| format!("\\u{unit:04x}"))
        .collect()
}

/// Passes over white space.
pub(crate) fn blanks(chars: &mut Peekable<Chars<'_>>) {
    while chars.next_if(|c| " \t\r\n".contains(*c)).is_some() {}
}

/// Reads one value.
pub(crate) fn value(chars: &mut Peekable<Chars<'_>>) -> Json {
    blanks(chars);
    match chars.peek() {
        Some('"') => Json::Text(string(chars)),
        Some('[') => {
            let mut elements = Vec::new();
            members(chars, |chars| elements.push(value(chars)));
            Json::List(elements)
        }
        Some('{') => {
            let mut pairs = Vec::new();
            members(chars, |chars| {
                let key = string(chars);
                blanks(chars);
                assert_eq!(chars.next(), Some(':'));
                pairs.push((key, value(chars)));
            });
            Json::Object(pairs)
        }
        _ => {
            let mut word = String::new();
            while let Some(next) =
                chars.next_if(|c| c.is_ascii_alphanumeric() || "+-.".contains(*c))
            {
                word.push(next);
            }
            assert!(!word.is_empty(), "a value");
            Json::Word(word)
        }
    }
}

fn members(chars: &mut Peekable<Chars<'_>>, mut member: impl FnMut(&mut Peekable<Chars<'_>>)) {
    chars.next();
    blanks(chars);
    if chars.next_if(|c| "]}".contains(*c)).is_some() {
        return;
    }
    loop {
        blanks(chars);
        member(chars);
        blanks(chars);
        match chars.next() {
            Some(',') => {}
            Some(']' | '}') => return,
            other => panic!("{other:?} in a list or object"),
        }
    }
}

fn string(chars: &mut Peekable<Chars<'_>>) -> String {
    assert_eq!(chars.next(), Some('"'));
    let mut text = String::new();
    loop {
        match chars.next().unwrap() {
            '"' => return text,
            '\\' => text.extend(['\\', chars.next().unwrap()]),
            other => text.push(other),
        }
    }
}
