//! Orders and products. Amounts are decimal text, without rounding.

use crate::event::model::model;

model! {
    /// An order: a cart of products.
    pub struct Order {
        /// ID of the order. WhatzMeAPI only.
        pub id: Option<String>,
        /// ID of the catalog of the products. Meta only.
        pub catalog_id: Option<String>,
        /// Text that was sent with the order.
        pub text: Option<String> = text,
        /// Title that the chat shows. WhatzMeAPI only.
        pub title: Option<String> = text,
        /// Products of the order. Meta only.
        pub items: Vec<OrderItem>,
        /// Number of products. WhatzMeAPI only.
        pub item_count: Option<i64>,
        /// Total amount in the main unit of the currency. WhatzMeAPI only.
        pub total: Option<String>,
        /// ISO code of the currency of the total. WhatzMeAPI only.
        pub currency: Option<String>,
        /// Provider's value for the status of the order. WhatzMeAPI only.
        pub status: Option<String> = word,
        /// Token to request the products of the order. WhatzMeAPI only.
        pub token: Option<String> = secret,
        /// Seller, exactly as received. WhatzMeAPI only.
        pub seller: Option<String> = tail,
    }

    /// A product in an order. Meta only.
    pub struct OrderItem {
        /// The seller's ID for the product.
        pub product_retailer_id: Option<String>,
        /// Quantity, as decimal text.
        pub quantity: Option<String>,
        /// Price of one item in the main unit of the currency, as decimal text.
        pub item_price: Option<String>,
        /// ISO code of the currency.
        pub currency: Option<String>,
    }

    /// A product of a catalog.
    pub struct Product {
        /// ID of the product. WhatzMeAPI only.
        pub id: Option<String>,
        /// The seller's ID for the product.
        pub product_retailer_id: Option<String>,
        /// ID of the catalog. Meta only.
        pub catalog_id: Option<String>,
        /// Name of the product.
        pub title: Option<String> = text,
        /// Description of the product.
        pub description: Option<String> = text,
        /// Text that was sent with the product.
        pub body: Option<String> = text,
        /// Footer text.
        pub footer: Option<String> = text,
        /// Price in the main unit of the currency, as decimal text.
        pub price: Option<String>,
        /// ISO code of the currency.
        pub currency: Option<String>,
        /// URL of the product.
        pub url: Option<String> = text,
        /// Seller, exactly as received.
        pub owner: Option<String> = tail,
    }
}
