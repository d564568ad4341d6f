//! Recipes: how to do common things with this crate, with examples that are tested.
//!
//! | you want to | recipe |
//! |---|---|
//! | reply to a message | [`reply`] |
//! | download a file, from Meta or from a gateway | [`media`] |
//! | attach statuses to messages, and order them, also in SQL | [`statuses`] |
//! | count the answers to a campaign | [`campaigns`] |
//! | respect opt-outs | [`opt_outs`] |
//! | recognize people without a phone number, and those with a LID | [`people`] |
//! | tell echoes of the WhatsApp Business app, history and standby copies apart | [`echoes`] |
//! | handle every event once | [`duplicates`] |
//! | store events in PostgreSQL or SQLite | [`storage`] |
//! | rotate secrets, or serve several tenants | [`secrets`] |
//! | run behind a framework, a proxy or a gateway | [`servers`] |
//! | read events in another language | [`languages`] |
//! | log safely | [`logging`] |
//! | test your handler | [`testing`] |

/// Declares the page of each recipe.
macro_rules! recipes {
    ($($(#[$attribute:meta])* $name:ident: $page:literal, see [$($see:literal),*];)*) => {$(
        $(#[$attribute])*
        #[doc = include_str!(concat!("../docs/cookbook/", $page))]
        #[doc = concat!("\n\n# See also\n", $("\n- [`", $see, "`](crate::", $see, ")",)*)]
        pub mod $name {}
    )*};
}

recipes! {
    campaigns: "campaigns.md", see ["event::StatusUpdate", "event::Context", "event::Referral"];
    duplicates: "duplicates.md", see ["Event::dedup_key"];
    echoes: "echoes.md", see ["event::Origin", "event::History", "event::Handover"];
    languages: "languages.md", see ["Event", "event::EventMeta"];
    logging: "logging.md", see ["Event", "types::Raw"];
    media: "media.md", see ["event::content::Media", "event::content::MediaEncryption"];
    opt_outs: "opt-outs.md", see ["event::Preference", "event::ErrorDetail"];
    people: "people.md", see ["event::Party", "types::PhoneNumber::comparison_key", "types::Jid"];
    reply: "reply.md", see ["event::Message::reply_to", "whatzmeapi::api::OutgoingText"];
    secrets: "secrets.md", see ["meta::Endpoint::with_secrets", "Verified::secret_index"];
    servers: "servers.md", see ["Request", "meta::Endpoint::challenge", "ReceiveError::suggested_status"];
    statuses: "statuses.md", see ["MessageStatus::supersedes", "MessageStatus::rank"];
    storage: "storage.md", see ["Event::without_secrets", "Event::without_raw", "replay"];
    // Its examples need the feature.
    #[cfg(any(not(doctest), feature = "testing"))]
    testing: "testing.md", see ["testing::fixtures", "testing::Sender", "meta::Endpoint::sign", "verify::AppSecret::sign"];
}
