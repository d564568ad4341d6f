//! Functions of a provider selected at run time: `parse` and `detect`.

use bytes::Bytes;

use crate::error::ParseError;
use crate::event::Event;
use crate::marks::Marks;
use crate::provider::{Provider, providers};
use crate::{cooby, engage, json, meta, partner, whatzmeapi};

macro_rules! dispatch {
    ($($(#[$attribute:meta])* $variant:ident = $name:literal, $module:ident;)*) => {
        impl Provider {
            /// Reads one delivery and returns its events.
            ///
            /// # Errors
            ///
            /// Returns [`ParseError`] if the body is not JSON or not an envelope of this provider. An item
            /// that cannot be read is not an error: it is returned as [`Event::Malformed`].
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

            /// Returns whether an object with these keys at its top level is a delivery of this provider.
            fn fits(self, marks: &Marks<'_>) -> bool {
                match self {
                    $(Self::$variant => $module::fits(marks),)*
                }
            }
        }
    };
}

providers!(dispatch);

impl Provider {
    /// Guesses the provider of a body from the keys at its top level, for tools and logs.
    ///
    /// Returns `None` if the body fits no provider, or more than one. It fits a provider if the
    /// provider's [`parse`](Self::parse) accepts its envelope.
    ///
    /// Do not select the verification by the guess: the sender controls the body, and would choose how
    /// it is verified.
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
        let claimant = json::document(body, |root| {
            if root.as_str().starts_with('[') {
                return Ok(whatzmeapi::fits_list(root).then_some(Self::WhatzMeApi));
            }
            let marks: Marks<'_> = json::read(root)?;
            let mut claimants = Self::ALL.iter().filter(|provider| provider.fits(&marks));
            let first = claimants.next().copied();
            Ok(if claimants.next().is_none() {
                first
            } else {
                None
            })
        });
        claimant.ok().flatten()
    }
}
