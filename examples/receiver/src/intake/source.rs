//! Where a request comes from, and how much it may ask for.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv6Addr};
use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::http::HeaderMap;
use governor::clock::DefaultClock;
use governor::state::keyed::DefaultKeyedStateStore;
use governor::{Quota, RateLimiter};
use ipnet::IpNet;

use crate::config::Config;

type Limiter = RateLimiter<IpAddr, DefaultKeyedStateStore<IpAddr>, DefaultClock>;

/// Limits for each source.
pub struct Sources {
    trusted: Vec<IpNet>,
    requests: Limiter,
    refused_per_minute: u32,
    refusals: Mutex<BTreeMap<IpAddr, Refusals>>,
}

/// Refusals of one source since a time.
struct Refusals {
    since: Instant,
    count: u32,
}

const MINUTE: Duration = Duration::from_secs(60);

/// Sources remembered at most: beyond that all are forgotten, so that nobody can fill the memory.
const SOURCES: usize = 100_000;

impl Sources {
    pub fn new(config: &Config) -> Self {
        let at_least_one = |number: u32| NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN);
        let limits = &config.limits;
        let burst = at_least_one(limits.per_second.saturating_mul(2));
        let requests = Quota::per_second(at_least_one(limits.per_second)).allow_burst(burst);
        Self {
            trusted: config.server.trusted_proxies.clone(),
            requests: RateLimiter::keyed(requests),
            refused_per_minute: limits.refused_per_minute,
            refusals: Mutex::default(),
        }
    }

    /// Returns the address of the client: the last one in `X-Forwarded-For` that is none of the trusted proxies.
    pub fn address(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let is_trusted = |address: &IpAddr| self.trusted.iter().any(|net| net.contains(address));
        let peer = peer.to_canonical();
        if !is_trusted(&peer) {
            return peer;
        }
        let forwarded = headers.get_all("x-forwarded-for").iter();
        let mut addresses: Vec<&str> = Vec::new();
        for value in forwarded {
            addresses.extend(value.to_str().unwrap_or("?").split(',').map(str::trim));
        }
        for address in addresses.iter().rev() {
            match address
                .parse::<IpAddr>()
                .map(|address| address.to_canonical())
            {
                Ok(address) if is_trusted(&address) => {}
                Ok(address) => return address,
                // Whatever stands before what cannot be read was written by nobody that is trusted.
                Err(_) => break,
            }
        }
        peer
    }

    /// Counts a request, and returns whether the source asked for too much, or was refused too often.
    pub fn is_limited(&self, source: IpAddr) -> bool {
        let key = network(source);
        self.requests.check_key(&key).is_err() || self.is_refused_too_often(key)
    }

    fn is_refused_too_often(&self, key: IpAddr) -> bool {
        let refusals = self.refusals.lock().unwrap_or_else(PoisonError::into_inner);
        refusals.get(&key).is_some_and(|refusals| {
            refusals.since.elapsed() < MINUTE && refusals.count >= self.refused_per_minute
        })
    }

    /// Counts a refused request.
    pub fn refuse(&self, source: IpAddr) {
        let mut all = self.refusals.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= SOURCES {
            all.clear();
        }
        let new = || Refusals {
            since: Instant::now(),
            count: 0,
        };
        let refusals = all.entry(network(source)).or_insert_with(new);
        if refusals.since.elapsed() >= MINUTE {
            *refusals = new();
        }
        refusals.count = refusals.count.saturating_add(1);
    }

    /// Forgets sources that have not been seen for a while.
    pub fn tidy(&self) {
        self.requests.retain_recent();
        let mut refusals = self.refusals.lock().unwrap_or_else(PoisonError::into_inner);
        refusals.retain(|_, refusals| refusals.since.elapsed() < MINUTE);
    }
}

/// Whoever has an address of version 6 has the whole network.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(toml: &str) -> Sources {
        Sources::new(&toml::from_str(toml).unwrap())
    }

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        let sources = sources("[server]\ntrusted_proxies = [\"10.0.0.0/8\"]");
        let mut headers = HeaderMap::new();
        headers.append(
            "x-forwarded-for",
            "192.0.2.1, 198.51.100.7".parse().unwrap(),
        );
        headers.append("x-forwarded-for", "10.0.0.9".parse().unwrap());
        let client = |peer: &str| sources.address(address(peer), &headers).to_string();
        assert_eq!(client("10.1.2.3"), "198.51.100.7");
        assert_eq!(client("::ffff:10.1.2.3"), "198.51.100.7");
        assert_eq!(client("203.0.113.5"), "203.0.113.5");
        assert_eq!(
            sources.address(address("10.1.2.3"), &HeaderMap::new()),
            address("10.1.2.3")
        );
    }

    #[test]
    fn who_is_refused_too_often_is_no_longer_read() {
        let sources = sources("[limits]\nrefused_per_minute = 3");
        for _ in 0..3 {
            assert!(!sources.is_limited(address("2001:db8::1")));
            sources.refuse(address("2001:db8::1"));
        }
        assert!(
            sources.is_limited(address("2001:db8::2")),
            "one network, one source"
        );
        assert!(!sources.is_limited(address("2001:db8:0:1::1")));
    }

    #[test]
    fn who_asks_too_much_waits() {
        let sources = sources("[limits]\nper_second = 5");
        let limited = (0..20)
            .filter(|_| sources.is_limited(address("192.0.2.1")))
            .count();
        assert!((9..=10).contains(&limited), "{limited}");
        assert!(!sources.is_limited(address("192.0.2.2")));
    }
}
