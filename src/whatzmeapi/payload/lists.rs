//! Messages with a list to choose from.

use std::borrow::Cow;

use crate::json::{RawSlice, wire};

wire! {
    #![any_case]

    /// A message with a list to choose from: `listMessage`.
    pub struct ListMessage<'a> {
        /// Header.
        pub title: Option<Cow<'a, str>> = text,
        /// Body.
        pub description: Option<Cow<'a, str>> = text,
        /// Label of the button that opens the list.
        pub button_text "buttonText": Option<Cow<'a, str>> = text,
        /// Footer.
        pub footer_text "footerText": Option<Cow<'a, str>> = text,
        /// Sections of the list.
        pub sections: Vec<ListSection<'a>> = list,
        /// Products, if it is a list of products.
        pub product_list_info "productListInfo": Option<ProductListInfo<'a>> = object,
        /// Quote, mentions and forwarding: a [`ContextInfo`](super::ContextInfo).
        pub context_info "contextInfo": Option<RawSlice<'a>> = raw,
    }

    /// A section of a list.
    pub struct ListSection<'a> {
        /// Title of the section.
        pub title: Option<Cow<'a, str>> = text,
        /// Rows of the section.
        pub rows: Vec<ListRow<'a>> = list,
    }

    /// A row of a list.
    pub struct ListRow<'a> {
        /// Title of the row.
        pub title: Option<Cow<'a, str>> = text,
        /// Description of the row.
        pub description: Option<Cow<'a, str>> = text,
        /// ID of the row.
        pub row_id "rowId": Option<Cow<'a, str>> = id,
    }

    /// The products of a list.
    pub struct ProductListInfo<'a> {
        /// Sections of the list.
        pub product_sections "productSections": Vec<ProductSection<'a>> = list,
    }

    /// A section of a list of products.
    pub struct ProductSection<'a> {
        /// Title of the section.
        pub title: Option<Cow<'a, str>> = text,
        /// Products of the section.
        pub products: Vec<ListedProduct<'a>> = list,
    }

    /// A product of a list.
    pub struct ListedProduct<'a> {
        /// ID of the product.
        pub product_id "productId": Option<Cow<'a, str>> = id,
    }
}
