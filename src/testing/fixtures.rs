//! The fixtures of this crate.

use bytes::Bytes;

use crate::{Event, Provider};

/// One body of a provider, with the events that it gives.
#[derive(Clone, Copy)]
pub struct Fixture {
    provider: Provider,
    name: &'static str,
    body: &'static [u8],
    golden: &'static str,
}

impl Fixture {
    /// Returns the provider that the body is from.
    #[must_use]
    pub fn provider(&self) -> Provider {
        self.provider
    }

    /// Returns the name, such as `text`: unique for a provider, and stable between releases unless the changelog says
    /// otherwise.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the body.
    #[must_use]
    pub fn body(&self) -> Bytes {
        Bytes::from_static(self.body)
    }

    /// Returns the headers of a delivery with this body, signed with [`SECRET`](super::SECRET).
    ///
    /// What else proves a delivery, such as a secret in the query, is in [`Sender::good`](super::Sender::good).
    #[must_use]
    pub fn headers(&self) -> Vec<(String, String)> {
        super::Sender::of(self.provider).good(self.body()).headers
    }

    /// Returns the events of the body, in their order; `None` if it is a body that `parse` refuses.
    ///
    /// They are read from the JSON that this crate's own tests compare with, not from the body.
    #[must_use]
    pub fn events(&self) -> Option<Vec<Event>> {
        serde_json::from_str(self.golden).ok()
    }
}

impl std::fmt::Debug for Fixture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Fixture({}/{})", self.provider, self.name)
    }
}

/// Returns the fixtures of a provider, sorted by name: one for each type, variant and oddity that this crate knows.
///
/// # Examples
///
/// ```
/// use whatsapp_webhooks::{Provider, testing};
///
/// let text = testing::fixtures(Provider::Meta).iter().find(|fixture| fixture.name() == "text");
/// assert_eq!(text.unwrap().events().unwrap().len(), 1);
/// ```
#[must_use]
pub fn fixtures(provider: Provider) -> &'static [Fixture] {
    match provider {
        Provider::Meta => meta::FIXTURES,
        Provider::Engage => engage::FIXTURES,
        Provider::WhatzMeApi => whatzmeapi::FIXTURES,
        Provider::Cooby => cooby::FIXTURES,
        Provider::Partner => partner::FIXTURES,
    }
}

/// Name of the module and of the variant of a provider.
macro_rules! variant {
    (meta) => {
        Provider::Meta
    };
    (engage) => {
        Provider::Engage
    };
    (whatzmeapi) => {
        Provider::WhatzMeApi
    };
    (cooby) => {
        Provider::Cooby
    };
    (partner) => {
        Provider::Partner
    };
}

macro_rules! tables {
    ($($provider:ident: [$($case:ident,)*])*) => {
        $(mod $provider {
            use super::{Fixture, Provider};

            pub(super) const FIXTURES: &[Fixture] = &[$(Fixture {
                provider: variant!($provider),
                name: stringify!($case),
                body: include_bytes!(concat!(
                    "../../fixtures/", stringify!($provider), "/", stringify!($case), ".json"
                )),
                golden: include_str!(concat!(
                    "../../tests/golden/", stringify!($provider), "/", stringify!($case), ".json"
                )),
            }),*];
        })*
    };
}

include!("../../fixtures/cases.rs");

each_fixture!(tables);
