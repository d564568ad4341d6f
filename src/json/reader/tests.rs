use super::*;

/// Checks that `read` returns the same for a text with a document and without one.
fn both<T: PartialEq + std::fmt::Debug>(text: &str, read: impl Fn(&mut Reader<'_>) -> T) -> T {
    let document = check(text, 10).unwrap();
    let lent = read(&mut Reader::new(RawSlice::part_of(&document, 0)));
    let own = read(&mut Reader::new(RawSlice::new(text, 10)));
    assert_eq!(lent, own, "{text}");
    lent
}

#[test]
fn plain_strings_are_borrowed_and_escaped_ones_decoded() {
    assert!(both(r#" "ab""#, |reader| {
        reader.kind() == Ok(Kind::String) && matches!(reader.string(), Ok(Cow::Borrowed("ab")))
    }));
    assert_eq!(
        both("\"ab\"", |reader| reader.plain().map(str::to_owned)).unwrap(),
        "ab"
    );
    let escaped = r#""a\u00e9\ud83d\ude00\n""#;
    assert!(both(escaped, |reader| reader.plain().is_none()));
    let decoded = both(escaped, |reader| reader.string().unwrap().into_owned());
    assert_eq!(decoded, "aé😀\n");
}

#[test]
fn numbers_keep_every_digit() {
    for digits in [
        "123456789012345678901234567890",
        "-1.50e+3",
        &"7".repeat(5000),
    ] {
        assert_eq!(
            both(digits, |reader| reader.number().unwrap().to_owned()),
            digits
        );
    }
}

#[test]
fn a_skipped_part_knows_its_bytes_and_its_place() {
    both(r#"{"a": [1, {"b":2}] ,"c":3}"#, |reader| {
        assert_eq!(reader.first_key().unwrap(), Some("a"));
        let part = reader.skip().unwrap();
        assert_eq!((part.as_str(), part.at()), (r#"[1, {"b":2}]"#, 16));
        assert_eq!(reader.next_key().unwrap(), Some("c"));
        assert_eq!(reader.number().unwrap(), "3");
        assert_eq!(reader.next_key().unwrap(), None);
        assert!(reader.finish().is_ok());
    });
}

#[test]
fn a_part_is_read_in_its_turn() {
    both(r#"{"a": [1, {"b":"x"}]}"#, |reader| {
        reader.first_key().unwrap();
        let mut inner = Reader::new(reader.skip().unwrap());
        assert!(inner.first_element().unwrap());
        inner.skip().unwrap();
        assert!(inner.next_element().unwrap());
        let object = inner.skip().unwrap();
        assert_eq!((object.as_str(), object.at()), (r#"{"b":"x"}"#, 20));
        assert!(object.is_object());
        assert!(!inner.next_element().unwrap());
        assert!(inner.finish().is_ok());
    });
}

#[test]
fn keys_with_escapes_are_decoded() {
    both(r#"{"\u0074ype":1,"\ud83d":2}"#, |reader| {
        assert_eq!(reader.first_key().unwrap(), Some("type"));
        reader.skip().unwrap();
        assert_eq!(reader.next_key().unwrap(), Some("\u{fffd}"));
    });
}

#[test]
fn asking_for_another_kind_takes_nothing() {
    both("[1]", |reader| {
        assert!(reader.first_key().is_err());
        assert!(reader.string().is_err() && reader.bool().is_err() && reader.number().is_err());
        assert!(reader.finish().is_err());
        assert_eq!(reader.kind(), Ok(Kind::Array));
        assert!(reader.first_element().unwrap());
        assert!(reader.first_element().is_err());
        assert_eq!(reader.number().unwrap(), "1");
        assert!(reader.kind().is_err() && reader.skip().is_err());
        assert!(!reader.next_element().unwrap());
        assert!(reader.kind().is_err() && reader.skip().is_err());
        assert!(reader.next_element().is_err() && reader.next_key().is_err());
        assert!(reader.finish().is_ok());
    });
}

#[test]
fn a_text_that_is_no_json_has_nothing_in_it() {
    for text in ["", "{", "[1,]", "x"] {
        let mut reader = Reader::new(RawSlice::new(text, 10));
        assert_eq!(reader.kind().unwrap_err().at, 10, "{text}");
        assert!(reader.skip().is_err() && reader.first_key().is_err());
    }
}

#[test]
fn a_part_too_deep_is_passed_over_and_kept() {
    let inner = format!("{}1{}", "[".repeat(200), "]".repeat(200));
    let text = format!("{}{inner}{}", "[".repeat(128), "]".repeat(128));
    let document = check(&text, 10).unwrap();
    let mut reader = Reader::new(RawSlice::part_of(&document, 0));
    for _ in 0..128 {
        assert!(reader.first_element().unwrap());
    }
    assert_eq!(reader.kind(), Ok(Kind::Null));
    let part = reader.skip().unwrap();
    assert_eq!((part.as_str(), part.at()), (&*inner, 138));
    assert!(!part.is_object() && !reader.next_element().unwrap());
}

#[test]
fn elements_are_counted_before_they_are_read() {
    both(r#"[[1,2],{"a":[]},"x",{},null]"#, |reader| {
        assert_eq!(reader.count(|_, _| true), 5);
        assert_eq!(reader.count(|kind, _| kind == Kind::Object), 2);
        reader.first_element().unwrap();
        assert_eq!(reader.count(|_, _| true), 2);
    });
}
