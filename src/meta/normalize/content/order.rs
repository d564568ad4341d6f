//! Orders from a catalog.

use crate::event::content;
use crate::json::owned;
use crate::meta::payload::{Order, ProductItem};

owned! {
    Order => content::Order { catalog_id, text; product_items => items }
    ProductItem => content::OrderItem { product_retailer_id, quantity, item_price, currency }
}
