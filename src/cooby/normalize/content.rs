//! The table of message types: the content for each of Cooby's types.

use crate::event::content::{
    ButtonReply, CallLog, ContactCard, Contacts, Content, FlowReply, GroupInvite, Interactive,
    List, ListReply, Location, Media, Order, Payment, Poll, Product, Reaction, System, Text,
    UnknownContent, Unsupported,
};
use crate::vcard;

/// Type of a status update (story).
pub(super) const STORY: &str = "status_v3";

/// First line of a vCard.
const VCARD: &str = "BEGIN:VCARD";

/// The parts of a message, whatever its type. An empty text is absent.
pub(super) struct Parts<'a> {
    text: Option<&'a str>,
    caption: Option<&'a str>,
    file_name: Option<&'a str>,
    file_url: Option<&'a str>,
}

type Maker = fn(&'static str, &Parts<'_>) -> Content;

const TYPES: &[(&str, Maker)] = &[
    ("chat", |_, parts| {
        let body = parts.written().unwrap_or_default();
        Content::Text(Text {
            body,
            ..Text::default()
        })
    }),
    ("image", |_, parts| Content::Image(parts.file(None))),
    ("video", |_, parts| Content::Video(parts.file(None))),
    ("audio", |_, parts| Content::Audio(parts.file(None))),
    ("sticker", |_, parts| Content::Sticker(parts.file(None))),
    ("document", |_, parts| Content::Document(parts.file(None))),
    ("location", |_, parts| {
        let caption = parts.written();
        Content::from(Location {
            caption,
            ..Location::default()
        })
    }),
    ("vcard", contacts),
    ("multi_vcard", contacts),
    ("call_log", |word, _| {
        let kind = Some(word.to_owned());
        Content::from(CallLog {
            kind,
            ..CallLog::default()
        })
    }),
    ("payment", |word, parts| {
        let (kind, note) = (Some(word.to_owned()), parts.written());
        Content::from(Payment {
            kind,
            note,
            ..Payment::default()
        })
    }),
    ("product", |_, parts| {
        let body = parts.written();
        Content::from(Product {
            body,
            ..Product::default()
        })
    }),
    ("order", |_, parts| {
        let text = parts.written();
        Content::from(Order {
            text,
            ..Order::default()
        })
    }),
    ("list", |_, parts| {
        let body = parts.written();
        Content::from(List {
            body,
            ..List::default()
        })
    }),
    ("interactive", interactive),
    ("native_flow", interactive),
    ("list_response", |_, parts| {
        let title = parts.written();
        Content::from(ListReply {
            title,
            ..ListReply::default()
        })
    }),
    ("buttons_response", button_reply),
    ("template_button_reply", button_reply),
    ("interactive_response", |_, parts| {
        let body = parts.written();
        Content::from(FlowReply {
            body,
            ..FlowReply::default()
        })
    }),
    ("poll_creation", |_, parts| {
        let name = parts.written();
        Content::from(Poll {
            name,
            ..Poll::default()
        })
    }),
    ("poll_update", |_, _| Content::PollVote(Box::default())),
    ("reaction", reaction),
    ("reaction_enc", reaction),
    ("revoked", |_, _| Content::Revoke(Box::default())),
    ("keep_in_chat", |_, _| Content::Keep(Box::default())),
    ("pin_message", |_, _| Content::Pin(Box::default())),
    ("groups_v4_invite", |_, parts| {
        let caption = parts.written();
        Content::from(GroupInvite {
            caption,
            ..GroupInvite::default()
        })
    }),
    ("request_phone_number", system),
    ("biz-cover-photo", system),
    ("ciphertext", |_, _| Content::Undecryptable(Box::default())),
    ("oversized", unsupported),
    (STORY, unsupported),
    ("debug", unsupported),
    ("unknown", unsupported),
];

/// File types that are sent instead of `document`. Documented: `pdf`, `csv`, `doc`.
const FILE_TYPES: &[&str] = &[
    "pdf", "csv", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "txt", "rtf", "odt", "ods", "odp",
    "zip",
];

/// Returns the content for a type, in upper or lower case.
pub(super) fn content(word: Option<&str>, parts: &Parts<'_>) -> Content {
    let same = |known: &str| word.is_some_and(|word| known.eq_ignore_ascii_case(word));
    if let Some((known, make)) = TYPES.iter().find(|(known, _)| same(known)) {
        return make(known, parts);
    }
    if let Some(known) = FILE_TYPES.iter().find(|known| same(known)) {
        return Content::Document(parts.file(Some(known)));
    }
    if let Some(extension) = parts.extension()
        && same(extension)
    {
        return Content::Document(parts.file(Some(extension)));
    }
    let kind = word.map(str::to_owned);
    let text = parts.written();
    UnknownContent { kind, text }.into()
}

impl<'a> Parts<'a> {
    pub(super) fn new(
        text: Option<&'a str>,
        caption: Option<&'a str>,
        file_name: Option<&'a str>,
        file_url: Option<&'a str>,
    ) -> Self {
        Self {
            text: text.filter(|text| !text.is_empty()),
            caption,
            file_name,
            file_url,
        }
    }

    /// The text, or the caption if there is no text.
    fn written(&self) -> Option<String> {
        self.text.or(self.caption).map(str::to_owned)
    }

    /// The extension of the file name.
    fn extension(&self) -> Option<&'a str> {
        self.file_name?.rsplit_once('.').map(|(_, after)| after)
    }

    fn file(&self, file_type: Option<&str>) -> Box<Media> {
        let caption = self.caption.or(self.text);
        let text = if self.text == caption {
            None
        } else {
            self.text
        };
        Box::new(Media {
            url: self.file_url.map(str::to_owned),
            caption: caption.map(str::to_owned),
            text: text.map(str::to_owned),
            file_name: self.file_name.map(str::to_owned),
            file_type: file_type.map(str::to_ascii_lowercase),
            ..Media::default()
        })
    }
}

fn interactive(word: &str, parts: &Parts<'_>) -> Content {
    Interactive {
        kind: Some(word.to_owned()),
        body: parts.written(),
        ..Interactive::default()
    }
    .into()
}

fn button_reply(_: &str, parts: &Parts<'_>) -> Content {
    ButtonReply {
        title: parts.written(),
        ..ButtonReply::default()
    }
    .into()
}

fn reaction(_: &str, parts: &Parts<'_>) -> Content {
    Reaction {
        emoji: parts.written(),
        ..Reaction::default()
    }
    .into()
}

fn system(word: &str, parts: &Parts<'_>) -> Content {
    System {
        kind: Some(word.into()),
        body: parts.written(),
        ..System::default()
    }
    .into()
}

/// Contact cards; the text, if there is one, may be a vCard.
fn contacts(_: &str, parts: &Parts<'_>) -> Content {
    let text = parts.text.unwrap_or_default();
    let starts = text.match_indices(VCARD).map(|(start, _)| start);
    let ends = starts.clone().skip(1).chain([text.len()]);
    let cards = starts.zip(ends).filter_map(|(start, end)| {
        let vcard = text.get(start..end)?.trim_end();
        Some(ContactCard {
            phones: vcard::phones(vcard),
            vcard: Some(vcard.to_owned()),
            ..ContactCard::default()
        })
    });
    Contacts {
        cards: cards.collect(),
    }
    .into()
}

fn unsupported(word: &str, parts: &Parts<'_>) -> Content {
    Unsupported {
        kind: Some(word.into()),
        text: parts.written(),
        ..Unsupported::default()
    }
    .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts<'a>(text: Option<&'a str>, caption: Option<&'a str>) -> Parts<'a> {
        Parts::new(text, caption, Some("name"), Some("url"))
    }

    #[test]
    fn every_documented_word_has_one_content_in_any_case() {
        assert_eq!(TYPES.len(), 35, "as many as the page has");
        for (word, _) in TYPES {
            let rows = TYPES.iter().filter(|row| row.0 == *word).count();
            assert_eq!(rows, 1, "{word}");
            let made = content(Some(word), &parts(Some("x"), None));
            let upper = word.to_ascii_uppercase();
            assert_eq!(content(Some(&upper), &parts(Some("x"), None)), made);
            assert!(!matches!(made, Content::Unknown(_)), "{word}");
        }
    }

    #[test]
    fn a_text_that_is_a_vcard_is_a_card() {
        let two = "BEGIN:VCARD\nTEL;waid=44770:+44 770\nEND:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD\n";
        let Content::Contacts(contacts) = content(Some("multi_vcard"), &parts(Some(two), None))
        else {
            panic!("no contacts")
        };
        let [one, other] = &*contacts.cards else {
            panic!("{contacts:?}")
        };
        assert_eq!(one.phones[0].wa_id.as_deref(), Some("44770"));
        assert_eq!(other.vcard.as_deref(), Some("BEGIN:VCARD\nFN:B\nEND:VCARD"));
        for nothing in [None, Some("Lena")] {
            let contacts = content(Some("vcard"), &parts(nothing, None));
            assert_eq!(contacts, Content::Contacts(Box::default()));
        }
    }

    #[test]
    fn types_of_files_are_documents_and_other_words_stay_unknown() {
        let of = |word, name| content(Some(word), &Parts::new(Some(""), None, name, Some("url")));
        for (word, name, file_type) in [
            ("PDF", Some("a.pdf"), "pdf"),
            ("csv", None, "csv"),
            ("docx", Some("name"), "docx"),
            ("Pages", Some("a.b.PAGES"), "pages"),
        ] {
            let Content::Document(file) = of(word, name) else {
                panic!("{word} is no document")
            };
            assert_eq!(file.file_type.as_deref(), Some(file_type));
            assert_eq!((file.file_name.as_deref(), file.caption), (name, None));
        }
        for name in [None, Some("hologram"), Some("a.hologram.zip")] {
            let Content::Unknown(hologram) = of("Hologram", name) else {
                panic!("known")
            };
            assert_eq!(hologram.kind.as_deref(), Some("Hologram"));
        }
        assert_eq!(content(None, &parts(None, None)).kind(), "unknown");
    }

    #[test]
    fn text_counts_before_caption_and_neither_is_lost() {
        let text = |word, text, caption| {
            let content = content(Some(word), &parts(text, caption));
            content.text().map(str::to_owned)
        };
        let some = |text: &str| Some(text.to_owned());
        for nothing in [None, Some("")] {
            assert_eq!(text("CHAT", nothing, None), some(""));
            assert_eq!(text("chat", nothing, Some("c")), some("c"));
            assert_eq!(text("image", nothing, Some("c")), some("c"));
            assert_eq!(text("image", nothing, None), None);
        }
        assert_eq!(text("image", Some("t"), Some("c")), some("t"));
        assert_eq!(text("reaction", Some("👍"), None), some("👍"));
        for word in [
            "location",
            "product",
            "ciphertext_v2",
            "unknown",
            "debug",
            "oversized",
            "status_v3",
        ] {
            assert_eq!(text(word, Some("t"), None), some("t"), "{word}");
            assert_eq!(text(word, Some(""), Some("c")), some("c"), "{word}");
            assert_eq!(text(word, None, None), None, "{word}");
        }
        for (written, caption, expected) in [
            (Some("t"), Some("t"), (Some("t"), None)),
            (Some("t"), None, (Some("t"), None)),
            (Some("t"), Some("c"), (Some("c"), Some("t"))),
        ] {
            let Content::Image(image) = content(Some("image"), &parts(written, caption)) else {
                panic!("no image")
            };
            assert_eq!((image.caption.as_deref(), image.text.as_deref()), expected);
        }
    }
}
