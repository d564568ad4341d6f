//! Messages with a list to choose from.

use std::borrow::Cow;

use crate::json::{RawSlice, wire};

wire! {
    /// `listMessage`.
    pub struct ListMessage<'a> {
        /// Line above.
        pub title: Option<Cow<'a, str>> = text,
        /// Text.
        pub description: Option<Cow<'a, str>> = text,
        /// Label of the button.
        pub button_text "buttonText": Option<Cow<'a, str>> = text,
        /// Small print.
        pub footer_text "footerText": Option<Cow<'a, str>> = text,
        /// Sections.
        pub sections: Vec<ListSection<'a>> = list,
        /// Products, where those are listed.
        pub product_list_info "productListInfo": Option<ProductListInfo<'a>> = object,
        /// What it refers to.
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// A section of a list.
    pub struct ListSection<'a> {
        /// Title.
        pub title: Option<Cow<'a, str>> = text,
        /// Rows.
        pub rows: Vec<ListRow<'a>> = list,
    }

    /// A row of a list.
    pub struct ListRow<'a> {
        /// Title.
        pub title: Option<Cow<'a, str>> = text,
        /// Second line.
        pub description: Option<Cow<'a, str>> = text,
        /// Id.
        pub row_id "rowId": Option<Cow<'a, str>> = id,
    }

    /// Products of a list.
    pub struct ProductListInfo<'a> {
        /// Sections.
        pub product_sections "productSections": Vec<ProductSection<'a>> = list,
    }

    /// A section of a list of products.
    pub struct ProductSection<'a> {
        /// Title.
        pub title: Option<Cow<'a, str>> = text,
        /// Products.
        pub products: Vec<ListedProduct<'a>> = list,
    }

    /// A product of a list.
    pub struct ListedProduct<'a> {
        /// Id.
        pub product_id "productId": Option<Cow<'a, str>> = id,
    }
}
