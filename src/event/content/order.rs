//! Carts and products. Amounts are kept as decimal text: no rounding.

use crate::event::model::model;

model! {
    /// A cart.
    pub struct Order {
        /// Id of the order. WhatzMeAPI.
        pub id: Option<String>,
        /// Catalog of the products. Meta.
        pub catalog_id: Option<String>,
        /// What was written with it.
        pub text: Option<String> = text,
        /// Title that the chat shows. WhatzMeAPI.
        pub title: Option<String> = text,
        /// Products. Meta.
        pub items: Vec<OrderItem>,
        /// Number of products. WhatzMeAPI.
        pub item_count: Option<i64>,
        /// Sum, in the currency's main unit. WhatzMeAPI.
        pub total: Option<String>,
        /// ISO code of the sum's currency. WhatzMeAPI.
        pub currency: Option<String>,
        /// State of the order, the provider's word. WhatzMeAPI.
        pub status: Option<String>,
        /// Token to ask for the order's products. WhatzMeAPI.
        pub token: Option<String> = secret,
        /// Who sells, as received. WhatzMeAPI.
        pub seller: Option<String> = tail,
    }

    /// One product in a cart.
    pub struct OrderItem {
        /// Id that the seller gave the product.
        pub product_retailer_id: Option<String>,
        /// How many, as decimal text.
        pub quantity: Option<String>,
        /// Price of one in the currency's main unit, as decimal text.
        pub item_price: Option<String>,
        /// ISO code of the currency.
        pub currency: Option<String>,
    }

    /// A product of a catalog.
    pub struct Product {
        /// Id of the product.
        pub id: Option<String>,
        /// Id that the seller gave the product.
        pub product_retailer_id: Option<String>,
        /// Catalog of the product.
        pub catalog_id: Option<String>,
        /// Name of the product.
        pub title: Option<String> = text,
        /// What the seller says of it.
        pub description: Option<String> = text,
        /// What was written with it.
        pub body: Option<String> = text,
        /// Small print under it.
        pub footer: Option<String> = text,
        /// Price in the currency's main unit, as decimal text.
        pub price: Option<String>,
        /// ISO code of the currency.
        pub currency: Option<String>,
        /// Page of the product.
        pub url: Option<String> = text,
        /// Who sells, as received.
        pub owner: Option<String> = tail,
    }
}
