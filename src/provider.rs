//! The table of the five providers, and their names.
//!
//! Their functions are in [`dispatch`](crate::dispatch), so that this file imports no other one.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Table of providers: variant, name, module. Passes all rows to a macro.
macro_rules! providers {
    ($with:ident) => {
        $with! {
            /// Meta's WhatsApp Business Platform, Cloud API.
            Meta = "meta", meta;
            /// Engage by Aivo, which sends delivery statuses of campaigns.
            Engage = "engage", engage;
            /// WhatzMeAPI, and other gateways built on Baileys.
            WhatzMeApi = "whatzmeapi", whatzmeapi;
            /// Cooby, which sends the messages of chats.
            Cooby = "cooby", cooby;
            /// Partner by 99digital, which sends onboarding events.
            Partner = "partner", partner;
        }
    };
}

pub(crate) use providers;

macro_rules! names {
    ($($(#[$attribute:meta])* $variant:ident = $name:literal, $module:ident;)*) => {
        /// Provider of a delivery.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(
            feature = "schema",
            derive(schemars::JsonSchema),
            schemars(transform = crate::schema::open_enum)
        )]
        #[non_exhaustive]
        pub enum Provider {
            $(
                $(#[$attribute])*
                #[cfg_attr(feature = "schema", schemars(rename = $name))]
                $variant,
            )*
        }

        impl Provider {
            /// All providers.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Returns the name of the provider, which is also the name of its module and its name in JSON.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

providers!(names);

impl fmt::Display for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Error returned when a text is not the name of a provider.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
#[error("unknown provider: expected one of {}", all_names())]
pub struct UnknownProvider {}

fn all_names() -> String {
    let names: Vec<&str> = Provider::ALL.iter().map(|it| it.as_str()).collect();
    names.join(", ")
}

/// Reads the name of a provider in any letter case.
///
/// # Examples
///
/// ```
/// use whatsapp_webhooks::Provider;
///
/// assert_eq!("WhatzMeAPI".parse(), Ok(Provider::WhatzMeApi));
/// assert!("telegram".parse::<Provider>().is_err());
/// ```
impl FromStr for Provider {
    type Err = UnknownProvider;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let mut all = Self::ALL.iter().copied();
        all.find(|provider| provider.as_str().eq_ignore_ascii_case(name))
            .ok_or(UnknownProvider {})
    }
}

impl Serialize for Provider {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Provider {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        name.parse().map_err(serde::de::Error::custom)
    }
}
