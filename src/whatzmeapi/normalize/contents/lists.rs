//! Messages with a list to choose from.

use super::part::Part;
use crate::collector::Problem;
use crate::event::Content;
use crate::event::content::{List, Row, Section};
use crate::json::{Owned, owned};
use crate::whatzmeapi::payload::{
    ListMessage, ListRow, ListSection, ListedProduct, ProductSection,
};

owned! {
    ListSection => Section { title, rows }
    ListRow => Row { title, description; row_id => id }
    // Only the IDs of products are sent.
    ProductSection => Section { title; products => rows }
    ListedProduct => Row { ; product_id => id }
}

pub(super) fn list(part: &mut Part<'_>) -> Result<Content, Problem> {
    let ListMessage {
        title,
        description,
        button_text,
        footer_text,
        sections,
        product_list_info,
        context_info,
    } = part.wire()?;
    part.context = context_info;
    let products = product_list_info.unwrap_or_default().product_sections;
    Ok(List {
        header: title.owned(),
        body: description.owned(),
        footer: footer_text.owned(),
        button: button_text.owned(),
        sections: (sections.into_iter().map(Section::from))
            .chain(products.into_iter().map(Section::from))
            .collect(),
    }
    .into())
}
