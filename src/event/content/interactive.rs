//! Interactive messages that a business sends: buttons, lists, templates. Mostly outbound.

use crate::event::content::Content;
use crate::event::model::model;

model! {
    /// A text with buttons.
    pub struct Buttons {
        /// Header text.
        pub header: Option<String> = text,
        /// Image, video, document or location in the header. Meta in echoes, and WhatzMeAPI.
        pub attachment: Option<Box<Content>>,
        /// Body text.
        pub body: Option<String> = text,
        /// Footer text.
        pub footer: Option<String> = text,
        /// Buttons, in order.
        pub buttons: Vec<Button>,
    }

    /// A button of an interactive message.
    pub struct Button {
        /// ID of the button, or the name of its action.
        pub id: Option<String>,
        /// Name of the action, if `id` is something else. WhatzMeAPI only.
        pub action: Option<String>,
        /// Label of the button.
        pub title: Option<String> = text,
        /// URL that the button opens.
        pub url: Option<String> = text,
        /// Phone number that the button calls.
        pub phone_number: Option<String> = tail,
        /// Parameters of the action: a JSON document as text.
        pub parameters: Option<String> = text,
    }

    /// A text with a list of options.
    pub struct List {
        /// Header text.
        pub header: Option<String> = text,
        /// Body text.
        pub body: Option<String> = text,
        /// Footer text.
        pub footer: Option<String> = text,
        /// Label of the button that opens the list.
        pub button: Option<String> = text,
        /// Sections, in order.
        pub sections: Vec<Section>,
    }

    /// A section of a list.
    pub struct Section {
        /// Title of the section.
        pub title: Option<String> = text,
        /// Rows, in order.
        pub rows: Vec<Row>,
    }

    /// A row of a list.
    pub struct Row {
        /// ID of the row.
        pub id: Option<String>,
        /// Title of the row.
        pub title: Option<String> = text,
        /// Description below the title.
        pub description: Option<String> = text,
    }

    /// A template message.
    pub struct Template {
        /// ID of the template.
        pub id: Option<String>,
        /// Name of the template.
        pub name: Option<String>,
        /// Language of the template.
        pub language: Option<String>,
        /// Namespace of the template; older templates only.
        pub namespace: Option<String>,
        /// Texts for the placeholders, in order.
        pub parameters: Vec<String> = text,
        /// Header text.
        pub header: Option<String> = text,
        /// Image, video, document or location in the header. WhatzMeAPI, and Meta in echoes.
        pub attachment: Option<Box<Content>>,
        /// Body text.
        pub body: Option<String> = text,
        /// Footer text.
        pub footer: Option<String> = text,
        /// Buttons, in order. Meta, in echoes: only the quick reply buttons that were sent with a payload, which is the
        /// `id`.
        pub buttons: Vec<Button>,
    }

    /// An interactive message of another kind.
    pub struct Interactive {
        /// Provider's value for the kind: `native_flow`, `carousel` …
        pub kind: Option<String> = word,
        /// Header text.
        pub header: Option<String> = text,
        /// Subtitle below the header. WhatzMeAPI only.
        pub subtitle: Option<String> = text,
        /// Image, video, document or location in the header. Meta in echoes, and WhatzMeAPI.
        pub attachment: Option<Box<Content>>,
        /// Body text.
        pub body: Option<String> = text,
        /// Footer text.
        pub footer: Option<String> = text,
        /// Buttons, in order.
        pub buttons: Vec<Button>,
        /// ID of the catalog of the products. Meta only, in echoes.
        pub catalog_id: Option<String>,
        /// Sections of products: the ID of a row is the ID of a product. Meta only, in echoes.
        pub sections: Vec<Section>,
        /// Cards of a carousel, in order; they have no cards of their own. WhatzMeAPI only.
        pub cards: Vec<Interactive>,
    }
}
