//! What a business offers: buttons, lists, templates. Mostly outbound.

use crate::event::content::Content;
use crate::event::model::model;

model! {
    /// A text with buttons.
    pub struct Buttons {
        /// Line above the text.
        pub header: Option<String> = text,
        /// Picture, video or file above the text. Meta (`standby`).
        pub attachment: Option<Box<Content>>,
        /// Text.
        pub body: Option<String> = text,
        /// Small print under it.
        pub footer: Option<String> = text,
        /// Buttons in order.
        pub buttons: Vec<Button>,
    }

    /// One button.
    pub struct Button {
        /// Id, or name of its action.
        pub id: Option<String>,
        /// Name of its action, where `id` is another. WhatzMeAPI.
        pub action: Option<String>,
        /// Label.
        pub title: Option<String> = text,
        /// Address that it opens.
        pub url: Option<String> = text,
        /// Number that it calls.
        pub phone_number: Option<String> = tail,
        /// Parameters of its action: a JSON document as text.
        pub parameters: Option<String> = text,
    }

    /// A text with a list to choose from.
    pub struct List {
        /// Line above the text.
        pub header: Option<String> = text,
        /// Text.
        pub body: Option<String> = text,
        /// Small print under it.
        pub footer: Option<String> = text,
        /// Label of the button that opens the list.
        pub button: Option<String> = text,
        /// Sections in order.
        pub sections: Vec<Section>,
    }

    /// A section of a list.
    pub struct Section {
        /// Title.
        pub title: Option<String> = text,
        /// Rows in order.
        pub rows: Vec<Row>,
    }

    /// A row of a list.
    pub struct Row {
        /// Id.
        pub id: Option<String>,
        /// Title.
        pub title: Option<String> = text,
        /// Second line.
        pub description: Option<String> = text,
    }

    /// A template that was sent.
    pub struct Template {
        /// Id of the template.
        pub id: Option<String>,
        /// Name of the template.
        pub name: Option<String>,
        /// Language of the template.
        pub language: Option<String>,
        /// Namespace that the name belongs to; older templates only.
        pub namespace: Option<String>,
        /// Texts that stand in for the placeholders, in order. Meta (`standby`) and WhatzMeAPI.
        pub parameters: Vec<String> = text,
        /// Line above the text.
        pub header: Option<String> = text,
        /// Text.
        pub body: Option<String> = text,
        /// Small print under it.
        pub footer: Option<String> = text,
        /// Buttons in order.
        pub buttons: Vec<Button>,
    }

    /// Another interactive message that was offered.
    pub struct Interactive {
        /// Provider's word for it: `native_flow`, `carousel` …
        pub kind: Option<String>,
        /// Line above the text.
        pub header: Option<String> = text,
        /// Second line above the text.
        pub subtitle: Option<String> = text,
        /// Picture, video or file above the text. Meta (`standby`).
        pub attachment: Option<Box<Content>>,
        /// Text.
        pub body: Option<String> = text,
        /// Small print under it.
        pub footer: Option<String> = text,
        /// Buttons in order.
        pub buttons: Vec<Button>,
        /// Catalog of the products that are offered. Meta (`standby`).
        pub catalog_id: Option<String>,
        /// Products that are offered, a row with its id each. Meta (`standby`).
        pub sections: Vec<Section>,
        /// Cards of a carousel in order; they hold none themselves. WhatzMeAPI.
        pub cards: Vec<Interactive>,
    }
}
