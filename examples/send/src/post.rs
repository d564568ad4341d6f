//! Sending, and the answers.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use futures_util::{Stream, StreamExt, stream};
use reqwest::redirect::Policy;
use reqwest::{Client, Url};
use tokio::net::lookup_host;
use tokio::time::interval;

use crate::plan::Planned;
use crate::{Failure, Options};

/// What came back for a delivery.
#[derive(Debug)]
pub struct Answer {
    /// Name of the delivery.
    pub name: String,
    /// Status, or why there is none.
    pub status: Result<u16, String>,
    /// Time from the start of the request to the end of the answer.
    pub time: Duration,
    /// Whether the status is the one for such a delivery.
    pub is_expected: bool,
}

/// Creates a client that connects to the addresses of the URL and to no other: it follows no redirect and uses no
/// proxy.
///
/// # Errors
///
/// [`Failure`] if the URL is not HTTP, or its host is unknown or another machine.
pub async fn client(options: &Options, url: &Url) -> Result<Client, Failure> {
    if url.scheme() != "http" {
        return Err(Failure::NotHttp);
    }
    let host = url.host_str().ok_or(Failure::NotHttp)?;
    // An IPv6 address stands in brackets.
    let name = host.trim_start_matches('[').trim_end_matches(']');
    let port = url.port_or_known_default().unwrap_or(80);
    let found = lookup_host((name, port)).await.map_err(Failure::Host)?;
    let addresses: Vec<SocketAddr> = found.collect();
    let is_local = addresses.iter().all(|address| address.ip().is_loopback());
    if !is_local && !options.allow_remote {
        return Err(Failure::Remote {
            host: host.to_owned(),
        });
    }
    let client = Client::builder()
        .no_proxy()
        .redirect(Policy::none())
        .timeout(Duration::from_secs(options.timeout))
        // The addresses that were looked at are those that are used.
        .resolve_to_addrs(name, &addresses);
    Ok(client.build()?)
}

/// Answers to deliveries, in the order of their arrival.
pub fn answers(
    options: &Options,
    client: Client,
    url: Url,
    deliveries: impl Iterator<Item = Planned>,
) -> impl Stream<Item = Answer> {
    let is_bad = options.bad_signature;
    paced(deliveries, options.rate)
        .map(move |planned| post(client.clone(), url.clone(), planned, is_bad))
        .buffer_unordered(options.concurrency.get())
}

/// Items one by one, with this time between two of them on average: one that came too late is made up for.
fn paced<T>(items: impl Iterator<Item = T>, time: Option<Duration>) -> impl Stream<Item = T> {
    let pace = time.map(interval);
    stream::unfold((items, pace), |(mut items, mut pace)| async {
        let next = items.next()?;
        if let Some(pace) = &mut pace {
            pace.tick().await;
        }
        Some((next, (items, pace)))
    })
}

async fn post(client: Client, mut url: Url, planned: Planned, is_bad: bool) -> Answer {
    let Planned { name, sent } = planned;
    // The sender has a path only if it contains the secret.
    if sent.path != "/" {
        url.set_path(&sent.path);
    }
    url.set_query(Some(sent.query.as_str()).filter(|query| !query.is_empty()));
    let mut request = client.post(url).body(sent.body);
    for (name, value) in sent.headers {
        request = request.header(name, value);
    }
    let start = Instant::now();
    let status = async {
        let response = request.send().await?;
        let status = response.status().as_u16();
        // The connection is free for the next delivery once the body was read.
        response.bytes().await?;
        Ok(status)
    };
    // The URL can contain the secret.
    let status = status
        .await
        .map_err(|error: reqwest::Error| whole(&error.without_url()));
    let is_expected = match status {
        Ok(401 | 403) => is_bad,
        Ok(200..=299) => !is_bad,
        _ => false,
    };
    Answer {
        name,
        status,
        time: start.elapsed(),
        is_expected,
    }
}

/// An error with its causes: the last one says what happened.
fn whole(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    let texts: Vec<String> = causes.map(ToString::to_string).collect();
    texts.join(": ")
}

#[cfg(test)]
mod tests {
    use std::pin::pin;

    use tokio::time::{Instant, advance};

    use super::*;

    const PACE: Duration = Duration::from_millis(20);

    #[tokio::test(start_paused = true)]
    async fn deliveries_keep_their_pace() {
        let start = Instant::now();
        let mut paced = pin!(paced(0..5, Some(PACE)));
        for number in 0..3_u32 {
            assert_eq!(paced.next().await, Some(number));
            assert_eq!(start.elapsed(), number * PACE);
        }
        // The server was busy for a while: the next ones do not wait.
        advance(3 * PACE).await;
        let late = start.elapsed();
        assert_eq!(paced.next().await, Some(3));
        assert_eq!(paced.next().await, Some(4));
        assert_eq!(start.elapsed(), late);
        assert_eq!(paced.next().await, None);
    }

    #[tokio::test(start_paused = true)]
    async fn without_a_pace_nothing_waits() {
        let start = Instant::now();
        let all: Vec<u32> = paced(0..1000, None).collect().await;
        assert_eq!((all.len(), start.elapsed()), (1000, Duration::ZERO));
    }
}
