//! Addresses that deliveries may come from.

use std::net::IpAddr;

use ipnet::{IpNet, Ipv4Net};

use super::{ConfigError, VerifyError};

/// Prefix length of IPv4-mapped IPv6 addresses.
const MAPPED_PREFIX_LEN: u8 = 96;

/// A list of addresses and ranges, one of which must match.
#[derive(Clone, Debug)]
pub(super) struct Peers(Vec<IpNet>);

impl Peers {
    pub(super) fn new(addresses: impl IntoIterator<Item: AsRef<str>>) -> Result<Self, ConfigError> {
        let peers = addresses
            .into_iter()
            .enumerate()
            .map(|(index, address)| {
                range(address.as_ref()).ok_or(ConfigError::BadAddress { index })
            })
            .collect::<Result<Vec<_>, _>>()?;
        if peers.is_empty() {
            Err(ConfigError::NoAddresses)
        } else {
            Ok(Self(peers))
        }
    }

    pub(super) fn verify(&self, peer: IpAddr) -> Result<(), VerifyError> {
        let peer = peer.to_canonical();
        if self.0.iter().any(|range| range.contains(&peer)) {
            Ok(())
        } else {
            Err(VerifyError::PeerNotAllowed)
        }
    }
}

impl From<IpAddr> for Peers {
    fn from(address: IpAddr) -> Self {
        Self(vec![address.to_canonical().into()])
    }
}

/// Reads an address or a range; IPv4-mapped IPv6 becomes IPv4. A range of all addresses is not
/// accepted.
fn range(text: &str) -> Option<IpNet> {
    let Some((address, len)) = text.split_once('/') else {
        return Some(IpNet::from(text.parse::<IpAddr>().ok()?.to_canonical()));
    };
    let address = address.parse::<IpAddr>().ok()?;
    if len.is_empty() || !len.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let range = IpNet::new(address, len.parse().ok()?).ok()?;
    let range = match (
        address.to_canonical(),
        range.prefix_len().checked_sub(MAPPED_PREFIX_LEN),
    ) {
        // Only IPv6 has prefixes this long.
        (IpAddr::V4(address), Some(len)) => Ipv4Net::new(address, len).ok()?.into(),
        _ => range,
    };
    (range.prefix_len() > 0).then_some(range)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verify(peers: &[&str], peer: &str) -> Result<(), VerifyError> {
        Peers::new(peers).unwrap().verify(peer.parse().unwrap())
    }

    /// Cases: F14.
    #[test]
    fn an_ipv4_address_matches_however_it_is_written() {
        for configured in [
            "34.165.99.212",
            "34.165.99.212/32",
            "::ffff:34.165.99.212",
            "::ffff:34.165.99.212/128",
        ] {
            for peer in ["34.165.99.212", "::ffff:34.165.99.212", "::ffff:22a5:63d4"] {
                assert_eq!(verify(&[configured], peer), Ok(()), "{configured} {peer}");
            }
            for peer in ["34.165.99.213", "::34.165.99.212", "2001:db8::1"] {
                assert_eq!(
                    verify(&[configured], peer),
                    Err(VerifyError::PeerNotAllowed),
                    "{configured} {peer}"
                );
            }
        }
    }

    #[test]
    fn ranges_hold_what_is_in_them() {
        for configured in ["10.0.0.0/8", "10.1.2.3/8", "::ffff:10.0.0.0/104"] {
            assert_eq!(
                verify(&["192.0.2.1", configured], "10.255.0.1"),
                Ok(()),
                "{configured}"
            );
            assert_eq!(
                verify(&[configured], "11.0.0.0"),
                Err(VerifyError::PeerNotAllowed),
                "{configured}"
            );
        }
        assert_eq!(verify(&["2001:db8::/32"], "2001:db8:1::1"), Ok(()));
        assert_eq!(
            verify(&["2001:db8::/32"], "2001:db9::1"),
            Err(VerifyError::PeerNotAllowed)
        );
    }

    #[test]
    fn what_is_no_address_is_refused_with_its_place() {
        for wrong in [
            "",
            " 10.0.0.1",
            "10.0.0",
            "10.0.0.256",
            "010.0.0.1",
            "example.com",
            "10.0.0.0/33",
            "10.0.0.0/",
            "10.0.0.0/+8",
            "0.0.0.0/0",
            "::/0",
            "::ffff:0.0.0.0/96",
            "10.0.0.1:443",
            "10.0.0.0/8/8",
        ] {
            let error = Peers::new(["192.0.2.1", wrong]).unwrap_err();
            assert_eq!(error, ConfigError::BadAddress { index: 1 }, "{wrong}");
        }
        assert_eq!(Peers::new([""; 0]).unwrap_err(), ConfigError::NoAddresses);
    }
}
