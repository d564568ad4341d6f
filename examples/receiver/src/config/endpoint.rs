//! Endpoints of the crate, built from the configuration.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::Deserialize;
use whatsapp_webhooks::verify::{AppSecret, Verified};
use whatsapp_webhooks::{Provider, Request, VerifyError, cooby, engage, meta, partner, whatzmeapi};

use super::{Config, ConfigError, SecretSource};

/// One `[[endpoint]]` of the file. Every condition that it names has to be met.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndpointConfig {
    pub provider: Provider,
    /// Last part of the route: `/webhooks/{provider}/{account}`.
    pub account: String,
    /// Secrets that bodies are signed with, the newest first.
    #[serde(default)]
    pub secrets: Vec<SecretSource>,
    /// Meta's verify token.
    pub verify_token: Option<SecretSource>,
    pub header: Option<Named>,
    pub bearer: Option<SecretSource>,
    pub basic: Option<Basic>,
    pub query_secret: Option<Named>,
    pub path_secret: Option<SecretSource>,
    /// Source addresses and ranges.
    #[serde(default)]
    pub addresses: Vec<String>,
    /// Accepts every delivery: only behind a gateway that verifies.
    #[serde(default)]
    pub unverified: bool,
}

/// A header or a parameter.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    pub name: String,
    pub value: SecretSource,
}

/// A user with a password.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Basic {
    pub user: String,
    pub password: SecretSource,
}

type Verify = Box<dyn Fn(&Request<'_>, &[u8]) -> Result<Verified, VerifyError> + Send + Sync>;
type Challenge = Box<dyn Fn(&str) -> Result<String, VerifyError> + Send + Sync>;

/// An endpoint of any provider.
pub struct Endpoint {
    pub provider: Provider,
    /// `meta/main`.
    pub name: Arc<str>,
    verify: Verify,
    challenge: Option<Challenge>,
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Endpoint")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

impl Endpoint {
    /// Verifies a delivery.
    pub fn verify(&self, request: &Request<'_>, body: &[u8]) -> Result<Verified, VerifyError> {
        (self.verify)(request, body)
    }

    /// Answers Meta's handshake; `None` for providers without one.
    pub fn challenge(&self, query: &str) -> Option<Result<String, VerifyError>> {
        self.challenge.as_ref().map(|challenge| challenge(query))
    }
}

/// All endpoints by provider and account.
#[derive(Debug, Default)]
pub struct Endpoints(BTreeMap<(Provider, String), Arc<Endpoint>>);

impl Endpoints {
    /// Builds the endpoints, and refuses blank and missing secrets.
    pub fn build(config: &Config) -> Result<Self, ConfigError> {
        let mut all = BTreeMap::new();
        for written in &config.endpoints {
            let name = written.name();
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte);
            if written.account.is_empty() || !written.account.bytes().all(plain) {
                return Err(ConfigError::invalid(
                    name,
                    "`account` consists of letters, digits, `_`, `-` and `.`",
                ));
            }
            let endpoint = Arc::new(written.build(config.limits.body)?);
            if all
                .insert((written.provider, written.account.clone()), endpoint)
                .is_some()
            {
                return Err(ConfigError::invalid(name, "stands twice"));
            }
        }
        Ok(Self(all))
    }

    pub fn get(&self, provider: &str, account: &str) -> Option<&Arc<Endpoint>> {
        self.0.get(&(provider.parse().ok()?, account.to_owned()))
    }

    pub fn iter(&self) -> impl Iterator<Item = &Arc<Endpoint>> {
        self.0.values()
    }
}

/// Adds the conditions that all providers share, and erases the type.
macro_rules! finish {
    ($written:expr, $limit:expr, $endpoint:expr) => {{
        let written: &EndpointConfig = $written;
        let name = written.name();
        let refused = |error| ConfigError::Endpoint {
            name: name.clone(),
            error,
        };
        let mut endpoint = $endpoint;
        if let Some(Named {
            name: header,
            value,
        }) = &written.header
        {
            endpoint = endpoint
                .and_header(header, value.read(&name)?)
                .map_err(refused)?;
        }
        if let Some(bearer) = &written.bearer {
            endpoint = endpoint.and_bearer(bearer.read(&name)?).map_err(refused)?;
        }
        if let Some(Basic { user, password }) = &written.basic {
            endpoint = endpoint
                .and_basic(user, password.read(&name)?)
                .map_err(refused)?;
        }
        if let Some(Named {
            name: parameter,
            value,
        }) = &written.query_secret
        {
            endpoint = endpoint
                .and_query_secret(parameter, value.read(&name)?)
                .map_err(refused)?;
        }
        if let Some(secret) = &written.path_secret {
            endpoint = endpoint
                .and_path_secret(secret.read(&name)?)
                .map_err(refused)?;
        }
        if !written.addresses.is_empty() {
            endpoint = endpoint.and_peers(&written.addresses).map_err(refused)?;
        }
        endpoint.with_max_body_len($limit)
    }};
}

impl EndpointConfig {
    pub fn name(&self) -> String {
        format!("{}/{}", self.provider, self.account)
    }

    pub(super) fn secret_sources(&mut self) -> impl Iterator<Item = &mut SecretSource> {
        let named = [&mut self.header, &mut self.query_secret];
        let named = named.into_iter().flatten().map(|named| &mut named.value);
        let single = [
            &mut self.verify_token,
            &mut self.bearer,
            &mut self.path_secret,
        ];
        let single = single.into_iter().flatten();
        let basic = self.basic.iter_mut().map(|basic| &mut basic.password);
        self.secrets
            .iter_mut()
            .chain(named)
            .chain(single)
            .chain(basic)
    }

    fn build(&self, limit: usize) -> Result<Endpoint, ConfigError> {
        let name = self.name();
        let wrong = |problem: &str| Err(ConfigError::invalid(&name, problem));
        let refused = |error| ConfigError::Endpoint {
            name: name.clone(),
            error,
        };
        let has_condition = self.header.is_some()
            || self.bearer.is_some()
            || self.basic.is_some()
            || self.query_secret.is_some()
            || self.path_secret.is_some()
            || !self.addresses.is_empty()
            || !self.secrets.is_empty();
        if self.unverified == has_condition {
            return wrong(
                "name at least one condition that proves the sender, or say `unverified = true`",
            );
        }
        let signs = matches!(self.provider, Provider::Meta | Provider::WhatzMeApi);
        if !signs && !self.secrets.is_empty() {
            return wrong("this provider signs nothing: use another condition than `secrets`");
        }
        if self.provider != Provider::Meta && self.verify_token.is_some() {
            return wrong("only Meta has a `verify_token`");
        }
        let secrets = || {
            let read = |source: &SecretSource| AppSecret::new(source.read(&name)?).map_err(refused);
            self.secrets.iter().map(read).collect::<Result<Vec<_>, _>>()
        };
        let (verify, challenge): (Verify, Option<Challenge>) = match self.provider {
            Provider::Meta => {
                let endpoint = match (&self.verify_token, self.secrets.is_empty()) {
                    (Some(token), false) => {
                        meta::Endpoint::with_secrets(secrets()?, token.read(&name)?)
                            .map_err(refused)?
                    }
                    (None, true) => meta::Endpoint::unverified(),
                    _ => return wrong("Meta needs both `secrets` and `verify_token`"),
                };
                let endpoint = finish!(self, limit, endpoint);
                let handshake = endpoint.clone();
                (
                    Box::new(move |request, body| endpoint.verify(request, body)),
                    Some(Box::new(move |query| handshake.challenge(query))),
                )
            }
            Provider::WhatzMeApi => {
                let endpoint = if self.secrets.is_empty() {
                    whatzmeapi::Endpoint::unverified()
                } else {
                    whatzmeapi::Endpoint::with_secrets(secrets()?).map_err(refused)?
                };
                let endpoint = finish!(self, limit, endpoint);
                (
                    Box::new(move |request, body| endpoint.verify(request, body)),
                    None,
                )
            }
            Provider::Engage => {
                let endpoint = finish!(self, limit, engage::Endpoint::unverified());
                (
                    Box::new(move |request, body| endpoint.verify(request, body)),
                    None,
                )
            }
            Provider::Cooby => {
                let endpoint = finish!(self, limit, cooby::Endpoint::unverified());
                (
                    Box::new(move |request, body| endpoint.verify(request, body)),
                    None,
                )
            }
            Provider::Partner => {
                let endpoint = finish!(self, limit, partner::Endpoint::unverified());
                (
                    Box::new(move |request, body| endpoint.verify(request, body)),
                    None,
                )
            }
            _ => return wrong("this receiver does not know the provider"),
        };
        Ok(Endpoint {
            provider: self.provider,
            name: name.clone().into(),
            verify,
            challenge,
        })
    }
}
