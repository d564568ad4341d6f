use super::*;

fn marks(text: &str) -> Vec<Mark> {
    let document = check(text, 0).unwrap();
    document.tokens().iter().map(|token| token.mark()).collect()
}

fn stop(text: &str) -> (Fault, usize) {
    let error = check(text, 10).unwrap_err();
    (error.fault, error.at)
}

#[test]
fn every_key_and_value_has_a_token() {
    use Mark::{Array, Bool, End, Escaped, Null, Number, Object, Plain};
    assert_eq!(
        marks(r#" {"a": [1, -2.5e+3, true, false], "b\n": null, "c": {"d": "\u00e9"}} "#),
        [
            Object, Plain, Array, Number, Number, Bool, Bool, End, Escaped, Null, Plain, Object,
            Plain, Escaped, End, End
        ]
    );
    assert_eq!(marks("[]"), [Array, End]);
    assert_eq!(marks("\t7\r\n"), [Number]);
}

#[test]
fn every_token_knows_its_bytes() {
    let document = check(r#"{"a" : [1, {"b":2}] ,"c":"x"}"#, 5).unwrap();
    let values: Vec<&str> = (0..document.tokens().len())
        .map(|at| document.value(at))
        .collect();
    assert_eq!(
        values,
        [
            document.text(),
            "\"a\"",
            r#"[1, {"b":2}]"#,
            "1",
            r#"{"b":2}"#,
            "\"b\"",
            "2",
            "",
            "",
            "\"c\"",
            "\"x\"",
            ""
        ]
    );
    assert_eq!(document.base(), 5);
}

#[test]
fn what_is_wrong_has_a_kind_and_a_place() {
    for (text, fault, at) in [
        (r#"{"a":tru}"#, Fault::Syntax, 18),
        (r#"{"a":"#, Fault::Truncated, 15),
        (r#"["a"#, Fault::Truncated, 13),
        (r#"["a\"#, Fault::Truncated, 14),
        (r#"["\u12"#, Fault::Truncated, 16),
        (r#"["\u12x4"]"#, Fault::Syntax, 16),
        (r#"["\x"]"#, Fault::Syntax, 13),
        ("[\"\t\"]", Fault::Syntax, 12),
        ("[\"\\n\t\"]", Fault::Syntax, 14),
        ("[\0]", Fault::Syntax, 11),
        ("[1 2]", Fault::Syntax, 13),
        ("[1}", Fault::Syntax, 12),
        ("[1,]", Fault::Syntax, 13),
        ("[,1]", Fault::Syntax, 11),
        ("[01]", Fault::Syntax, 12),
        ("[1.]", Fault::Syntax, 13),
        ("[-]", Fault::Syntax, 12),
        ("[1e]", Fault::Syntax, 13),
        ("-", Fault::Truncated, 11),
        ("", Fault::Truncated, 10),
        (r#"{"a" 1}"#, Fault::Syntax, 15),
        (r#"{"a":1,}"#, Fault::Syntax, 17),
        ("{1:1}", Fault::Syntax, 11),
        ("{}{}", Fault::Trailing, 12),
        ("[] x", Fault::Trailing, 13),
    ] {
        assert_eq!(stop(text), (fault, at), "{text}");
    }
}

#[test]
fn numbers_and_half_pairs_are_json_at_any_length() {
    assert!(check(&"9".repeat(100_000), 0).is_ok());
    assert!(check(r#"["\ud83d", "\ude00\ud83d"]"#, 0).is_ok());
    let wrong = format!("[{}-]", "9".repeat(5000));
    assert_eq!(stop(&wrong), (Fault::Syntax, 5011));
}

#[test]
fn the_grammar_holds_at_any_depth_and_costs_no_stack() {
    let nest =
        |depth: usize, inner: &str| format!("{}{inner}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(check(&nest(1_000_000, ""), 0).is_ok());
    assert!(check(&nest(300, "1"), 0).is_ok());
    assert_eq!(stop(&nest(300, "nonsense")).0, Fault::Syntax);
    assert_eq!(stop(&nest(300, "{]")).0, Fault::Syntax);
    assert_eq!(stop(&"[".repeat(300)), (Fault::Truncated, 310));
}

#[test]
fn a_part_too_deep_is_one_token_of_its_length() {
    let inner = format!("{}\"x\"{}", "[".repeat(40), "]".repeat(40));
    let around = |depth: usize| format!("{}{inner},7{}", "[".repeat(depth), "]".repeat(depth));
    let text = around(MAX_DEPTH);
    let document = check(&text, 0).unwrap();
    let deep = document.tokens()[MAX_DEPTH];
    assert_eq!(
        (deep.mark(), document.value(MAX_DEPTH)),
        (Mark::Null, &*inner)
    );
    assert_eq!(document.value(MAX_DEPTH + 1), "7");
    assert_eq!(document.value(0), text);
    let just = check(&around(MAX_DEPTH - 40), 0).map(|it| it.tokens().len());
    assert_eq!(just.unwrap(), 2 * MAX_DEPTH + 2);
}

#[test]
fn a_document_whose_places_do_not_fit_a_token_is_refused() {
    // Zeroed pages use no memory until they are read, and these are not read.
    let long = String::from_utf8(vec![0; MAX_SIZE]).unwrap();
    assert_eq!(stop(&long), (Fault::TooLong, 10));
}
