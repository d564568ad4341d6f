//! The five providers, and the one dispatch table.

use std::fmt;
use std::str::FromStr;

use bytes::Bytes;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::ParseError;
use crate::event::Event;
use crate::marks::Marks;
use crate::{cooby, engage, json, meta, partner, whatzmeapi};

macro_rules! providers {
    ($($(#[$attribute:meta])* $variant:ident = $name:literal, $module:ident;)*) => {
        /// Who sent a delivery.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Provider {
            $($(#[$attribute])* $variant,)*
        }

        impl Provider {
            /// All providers.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Returns the name: of the module, of the fixtures' folder, and in JSON.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// Reads one delivery of this provider.
            ///
            /// # Errors
            ///
            /// [`ParseError`] when `body` is not JSON or not this provider's envelope. An item that cannot
            /// be read is not an error: it comes back as [`Event::Malformed`].
            ///
            /// # Examples
            ///
            /// ```
            /// use whatsapp_webhooks::Provider;
            ///
            /// let provider: Provider = "partner".parse()?;
            /// let events = provider.parse(r#"{"status":"OK","event":"builder","builderID":611}"#)?;
            /// assert_eq!(events[0].kind(), "partner_builder");
            /// # Ok::<(), Box<dyn std::error::Error>>(())
            /// ```
            pub fn parse(self, body: impl Into<Bytes>) -> Result<Vec<Event>, ParseError> {
                match self {
                    $(Self::$variant => $module::parse(body),)*
                }
            }

            /// Whether the top level of a delivery has the marks of this provider.
            fn fits(self, marks: &Marks<'_>) -> bool {
                match self {
                    $(Self::$variant => $module::fits(marks),)*
                }
            }
        }
    };
}

providers! {
    /// Meta's WhatsApp Business Platform, Cloud API.
    Meta = "meta", meta;
    /// Engage by Aivo: delivery statuses of campaigns.
    Engage = "engage", engage;
    /// WhatzMeAPI, and other gateways built on Baileys.
    WhatzMeApi = "whatzmeapi", whatzmeapi;
    /// Cooby: chat rows.
    Cooby = "cooby", cooby;
    /// Partner by 99digital: onboarding events.
    Partner = "partner", partner;
}

impl Provider {
    /// Guesses the provider from the shape of the top level, for tools and logs.
    ///
    /// Never for trust: the sender chooses the shape, so it must not choose how the sender is proven.
    /// `None` where no provider fits, or more than one.
    ///
    /// # Examples
    ///
    /// ```
    /// use whatsapp_webhooks::Provider;
    ///
    /// let body = br#"{"object":"whatsapp_business_account","entry":[]}"#;
    /// assert_eq!(Provider::detect(body), Some(Provider::Meta));
    /// assert_eq!(Provider::detect(b"{}"), None);
    /// ```
    #[must_use]
    pub fn detect(body: &[u8]) -> Option<Self> {
        let body = Bytes::copy_from_slice(body);
        json::document(&body, |root| {
            if root.as_str().starts_with('[') {
                return Ok(whatzmeapi::fits_list(root).then_some(Self::WhatzMeApi));
            }
            let marks: Marks<'_> = json::read(root)?;
            if marks.event.as_deref().is_some_and(partner::is_siblings) {
                return Ok(None);
            }
            let mut claimants = Self::ALL.iter().filter(|provider| provider.fits(&marks));
            Ok(claimants
                .next()
                .copied()
                .filter(|_| claimants.next().is_none()))
        })
        .ok()
        .flatten()
    }
}

impl fmt::Display for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A name that is none of the providers'.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
#[error("unknown provider: expected one of meta, engage, whatzmeapi, cooby, partner")]
pub struct UnknownProvider {}

impl FromStr for Provider {
    type Err = UnknownProvider;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .iter()
            .copied()
            .find(|provider| provider.as_str() == name)
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
