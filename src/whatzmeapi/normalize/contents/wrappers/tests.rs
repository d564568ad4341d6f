use super::*;

fn found(json: &str) -> Found<'_> {
    read(RawSlice::new(json, 0))
}

#[test]
fn metadata_and_nulls_are_not_the_content() {
    let content = found(
        r#"{"messageContextInfo":{},"senderKeyDistributionMessage":{},"imageMessage":null,
            "newThing":{},"conversation":"","extendedTextMessage":{"text":"x"}}"#,
    );
    assert_eq!(content.content.text(), Some("x"));
    assert_eq!(found(r#"{"conversation":""}"#).content.text(), Some(""));
    assert_eq!(
        found(r#"{"senderKeyDistributionMessage":{},"newThing":{}}"#).content,
        unknown(Some("newThing".to_owned()))
    );
    assert_eq!(found(r#"{"messageContextInfo":{}}"#).content, unknown(None));
}

#[test]
fn of_several_contents_the_same_one_counts_in_any_order() {
    let several = [
        (
            r#""conversation":"x""#,
            r#""imageMessage":{"caption":"y"}"#,
            "image",
        ),
        (
            r#""reactionMessage":{"key":{"id":"A"},"text":"z"}"#,
            r#""conversation":"x""#,
            "reaction",
        ),
        (
            r#""editedMessage":{"message":{"conversation":"y"}}"#,
            r#""conversation":"x""#,
            "text",
        ),
        (r#""oldThing":{}"#, r#""newThing":{}"#, "unknown"),
    ];
    for (one, other, kind) in several {
        let first = found(&format!("{{{one},{other}}}")).content;
        assert_eq!(first.kind(), kind, "{one}");
        assert_eq!(found(&format!("{{{other},{one}}}")).content, first);
    }
}

#[test]
fn a_known_kind_without_a_payload_is_malformed() {
    for (key, value) in [
        ("imageMessage", "null"),
        ("imageMessage", "{}"),
        ("imageMessage", "[]"),
        ("imageMessage", "5"),
        ("conversation", "null"),
        ("conversation", "[1]"),
        ("extendedTextMessage", "{}"),
        ("extendedTextMessage", r#"{"title":"x"}"#),
        ("protocolMessage", "{}"),
    ] {
        let json = format!(r#"{{"messageContextInfo":{{}},"{key}":{value}}}"#);
        match found(&json).content {
            Content::Malformed(content) => {
                assert_eq!(content.kind, key);
                assert_eq!(content.path, format!("message.{key}"), "{json}");
            }
            other => panic!("{json}: {other:?}"),
        }
    }
    assert_eq!(found("{}").content, found("[]").content);
    assert_eq!(found("{}").content.kind(), "malformed");
}

#[test]
fn wrappers_are_followed_so_far_and_no_further() {
    let nested = |levels: usize| {
        let open = r#"{"ephemeralMessage":{"message":"#.repeat(levels);
        format!(r#"{open}{{"conversation":"x"}}{}"#, "}}".repeat(levels))
    };
    assert_eq!(found(&nested(MAX_WRAPPERS - 1)).content.text(), Some("x"));
    let unread = unknown(Some("ephemeralMessage".to_owned()));
    assert_eq!(found(&nested(MAX_WRAPPERS)).content, unread);
    let place = "message.ephemeralMessage.message";
    let empty = malformed(Some("ephemeralMessage"), &Problem::no_object(place));
    for nothing in [
        r#"{"ephemeralMessage":{"message":{}}}"#,
        r#"{"ephemeralMessage":{"message":[1]}}"#,
        r#"{"ephemeralMessage":{}}"#,
        r#"{"ephemeralMessage":null}"#,
    ] {
        assert_eq!(found(nothing).content, empty, "{nothing}");
    }
}

#[test]
fn what_stands_beside_the_content_is_found_on_any_level() {
    let info = |kind: &str| {
        format!(
            r#""messageContextInfo":{{"messageAssociation":{{"associationType":{kind},"parentMessageKey":{{"id":"ALBUM"}}}}}}"#
        )
    };
    let album = |json: &str| found(json).album.map(|id| id.as_str().to_owned());
    for kind in [r#""MEDIA_ALBUM""#, "1", r#""1""#] {
        let info = info(kind);
        let outside = format!(
            r#"{{{info},"associatedChildMessage":{{"message":{{"imageMessage":{{"url":"u"}}}}}}}}"#
        );
        let inside = format!(
            r#"{{"associatedChildMessage":{{"message":{{"imageMessage":{{"url":"u"}},{info}}}}}}}"#
        );
        assert_eq!(album(&outside).as_deref(), Some("ALBUM"), "{kind}");
        assert_eq!(album(&inside).as_deref(), Some("ALBUM"), "{kind}");
    }
    assert_eq!(
        album(&format!(
            r#"{{{},"imageMessage":{{"url":"u"}}}}"#,
            info("2")
        )),
        None
    );
    let voice = r#"{"mediaUrl":"https://files.example/a","speechToText":"two","ephemeralMessage":
        {"message":{"audioMessage":{"ptt":true}}}}"#;
    let mut voice = found(voice);
    assert!(voice.ephemeral);
    let media = media(&mut voice.content).unwrap();
    assert_eq!(media.transcript.as_deref(), Some("two"));
    assert_eq!(
        media.decrypted_url.as_deref(),
        Some("https://files.example/a")
    );
}

#[test]
fn what_only_devices_can_read_names_its_message() {
    let edit = r#"{"secretEncryptedMessage":{"targetMessageKey":{"id":"T"},"secretEncType":2}}"#;
    assert!(matches!(found(edit).content, Content::Edit(edit) if edit.content.is_none()));
    let answer = r#"{"encEventResponseMessage":{"eventCreationMessageKey":{"id":"E"}}}"#;
    assert_eq!(found(answer).part.target.unwrap().id, "E");
}

#[test]
fn edits_are_read_once() {
    let edit = |inner: &str| {
        format!(r#"{{"protocolMessage":{{"key":{{"id":"T"}},"type":14,"editedMessage":{inner}}}}}"#)
    };
    let once = edit(r#"{"conversation":"new"}"#);
    assert_eq!(found(&once).content.text(), Some("new"));
    assert_eq!(found(&edit(&once)).content.text(), None);
}
