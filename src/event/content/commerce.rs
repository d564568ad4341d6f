//! Carts, products, payments. Amounts are kept as decimal text: no rounding.

use crate::event::model::model;
use crate::types::Timestamp;

model! {
    /// A cart.
    #[derive(Default)]
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
        #[serde(default)]
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
    #[derive(Default)]
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
    #[derive(Default)]
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

    /// A payment, a request for one, or an answer to a request.
    #[derive(Default)]
    pub struct Payment {
        /// Provider's word: `sendPaymentMessage`, `payment` …
        pub kind: Option<String>,
        /// What was written with it.
        pub note: Option<String> = text,
        /// Amount in the currency's main unit, as decimal text.
        pub amount: Option<String>,
        /// ISO code of the currency.
        pub currency: Option<String>,
        /// Message with the request that this answers.
        pub request_id: Option<String>,
        /// End of a request.
        pub expires_at: Option<Timestamp>,
    }
}
