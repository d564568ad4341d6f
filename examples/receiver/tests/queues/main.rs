//! The same promises, kept by both queues. Without `nats-server` those of the broker are skipped.

mod bench;
#[path = "../../src/bin/prove/broker.rs"]
mod broker;

use std::sync::Arc;
use std::time::{Duration, Instant};

use receiver::queue::{NatsQueue, Outcome, Queue, QueueError, SqliteQueue};

use self::bench::{Bench, Kind, entry, names, one, open};

async fn order_is_kept_within_a_lane(bench: Bench) {
    bench
        .deliver(&[("a", "a1"), ("b", "b1"), ("a", "a2")])
        .await;
    bench.deliver(&[("a", "a3")]).await;
    let mut leased = bench.lease(2).await;
    assert_eq!(names(&leased), ["a1", "b1"]);
    bench.nothing().await;
    bench.settle(leased.remove(0), Outcome::Done).await;
    for name in ["a2", "a3"] {
        let next = one(bench.lease(1).await);
        assert_eq!((next.entry.key.as_str(), next.tries), (name, 1));
        bench.settle(next, Outcome::Done).await;
    }
    bench.settle(leased.remove(0), Outcome::Done).await;
    bench.nothing().await;
    for name in ["a1", "a2", "a3", "b1"] {
        bench.becomes(name, "done").await;
    }
    assert_eq!(bench.queue.depth().await.unwrap().entries, 0);
}

async fn what_is_known_is_not_handed_over_again(bench: Bench) {
    bench.deliver(&[("a", "a1"), ("a", "a1")]).await;
    bench.deliver(&[("a", "a1")]).await;
    bench.settle(one(bench.lease(1).await), Outcome::Done).await;
    bench.deliver(&[("a", "a1")]).await;
    bench.nothing().await;
    let select = "SELECT count(*), max(repeats) FROM deliveries";
    let counted = bench.store.read(move |connection| {
        connection.query_row(select, (), |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?))
        })
    });
    assert_eq!(counted.await.unwrap(), (1, 2));
}

async fn another_try_holds_its_own_lane_only(bench: Bench) {
    bench
        .deliver(&[("a", "a1"), ("a", "a2"), ("b", "b1"), ("b", "b2")])
        .await;
    let mut leased = bench.lease(2).await;
    let after = Duration::from_millis(1_500);
    let begin = Instant::now();
    let reason = "not now".to_owned();
    bench
        .settle(leased.remove(0), Outcome::Retry { after, reason })
        .await;
    bench.becomes("a1", "retry").await;
    bench.settle(leased.remove(0), Outcome::Done).await;
    let next = one(bench.lease(1).await);
    assert_eq!(next.entry.key, "b2");
    bench.settle(next, Outcome::Done).await;
    let again = one(bench.lease(1).await);
    assert_eq!((again.entry.key.as_str(), again.tries), ("a1", 2));
    assert!(begin.elapsed() >= after, "{:?}", begin.elapsed());
    bench.settle(again, Outcome::Done).await;
    assert_eq!(one(bench.lease(1).await).entry.key, "a2");
}

async fn dead_letters_are_kept_retried_and_purged(bench: Bench) {
    bench.deliver(&[("a", "a1"), ("a", "a2")]).await;
    let reason = "answered with 400".to_owned();
    bench
        .settle(one(bench.lease(1).await), Outcome::Dead { reason })
        .await;
    let next = one(bench.lease(1).await);
    assert_eq!(next.entry.key, "a2");
    let letter = bench.queue.dead(10).await.unwrap().remove(0);
    assert_eq!(
        (
            letter.entry.key.as_str(),
            letter.reason.as_str(),
            letter.tries
        ),
        ("a1", "answered with 400", 1)
    );
    assert_eq!(bench.queue.depth().await.unwrap().dead, 1);
    bench.settle(next, Outcome::Done).await;

    bench.queue.retry_dead("a1").await.unwrap();
    let again = one(bench.lease(1).await);
    assert_eq!((again.entry.key.as_str(), again.replay), ("a1", false));
    assert_eq!(bench.queue.dead(10).await.unwrap(), []);
    bench
        .settle(
            again,
            Outcome::Dead {
                reason: "still".into(),
            },
        )
        .await;
    bench.becomes("a1", "dead").await;
    bench.queue.purge_dead("a1").await.unwrap();
    bench.becomes("a1", "purged").await;
    assert!(matches!(
        bench.queue.retry_dead("a1").await,
        Err(QueueError::NotFound)
    ));
    assert!(matches!(
        bench.queue.purge_dead("nobody").await,
        Err(QueueError::NotFound)
    ));
}

async fn what_was_in_work_is_taken_up_again(mut bench: Bench) {
    bench
        .deliver(&[("a", "a1"), ("a", "a2"), ("b", "b1")])
        .await;
    let leased = bench.lease(2).await;
    assert_eq!(names(&leased), ["a1", "b1"]);
    // The process ends without a word.
    bench.queue = Arc::new(SqliteQueue::new(bench.store.clone(), Duration::ZERO));
    bench.queue = open(bench.kind, &bench.config, &bench.store).await;
    let leased = bench.lease(2).await;
    assert_eq!(names(&leased), ["a1", "b1"], "in order, from the beginning");
    for item in leased {
        assert_eq!(item.tries, 2, "what ends a process counts");
        bench.settle(item, Outcome::Done).await;
    }
    assert_eq!(one(bench.lease(1).await).entry.key, "a2");
}

async fn tries_are_counted_on_by_the_next_worker(mut bench: Bench) {
    bench.deliver(&[("a", "a1"), ("b", "b1")]).await;
    for tries in 1..=3 {
        let mut leased = bench.lease(2).await;
        let found: Vec<_> = leased.iter().map(|leased| leased.tries).collect();
        assert_eq!(found, [tries, tries]);
        let again = Outcome::Retry {
            after: Duration::ZERO,
            reason: "not now".into(),
        };
        bench.settle(leased.remove(0), again).await;
        // The process ends while `b1` is in work.
        bench.queue = Arc::new(SqliteQueue::new(bench.store.clone(), Duration::ZERO));
        bench.queue = open(bench.kind, &bench.config, &bench.store).await;
    }
    for item in bench.lease(2).await {
        bench.settle(item, Outcome::Done).await;
    }
    bench.deliver(&[("a", "a2")]).await;
    assert_eq!(one(bench.lease(1).await).tries, 1);
}

async fn the_last_status_comes_with_the_next(bench: Bench) {
    bench
        .deliver_entries(vec![
            entry("m", "m1", Some("read")),
            entry("m", "m2", Some("sent")),
        ])
        .await;
    let first = one(bench.lease(1).await);
    assert_eq!(first.current_status, None);
    bench.settle(first, Outcome::Done).await;
    let second = one(bench.lease(1).await);
    assert_eq!(second.current_status.as_deref(), Some("read"));
    bench.settle(second, Outcome::Superseded).await;
    bench.becomes("m2", "superseded").await;
    bench
        .deliver_entries(vec![entry("m", "m3", Some("played"))])
        .await;
    assert_eq!(
        one(bench.lease(1).await).current_status.as_deref(),
        Some("read")
    );
}

async fn depth_tells_how_much_waits(bench: Bench) {
    let before = receiver::clock::now();
    assert_eq!(bench.queue.depth().await.unwrap().entries, 0);
    bench.deliver(&[("a", "a1"), ("b", "b1")]).await;
    let depth = bench.queue.depth().await.unwrap();
    assert_eq!((depth.entries, depth.dead), (2, 0));
    assert!(
        depth.oldest.is_some_and(|oldest| oldest >= before - 1_000),
        "{depth:?}"
    );
    assert!(bench.queue.is_up());
}

macro_rules! suite {
    ($($test:ident)*) => {
        mod sqlite {
            $(#[tokio::test]
            async fn $test() {
                super::$test(super::Bench::new(super::Kind::Sqlite).await.unwrap()).await;
            })*
        }
        mod nats {
            $(#[tokio::test]
            async fn $test() {
                if let Some(bench) = super::Bench::new(super::Kind::Nats).await {
                    super::$test(bench).await;
                }
            })*
        }
    };
}

suite! {
    order_is_kept_within_a_lane
    what_is_known_is_not_handed_over_again
    another_try_holds_its_own_lane_only
    dead_letters_are_kept_retried_and_purged
    what_was_in_work_is_taken_up_again
    tries_are_counted_on_by_the_next_worker
    the_last_status_comes_with_the_next
    depth_tells_how_much_waits
}

#[tokio::test]
async fn two_workers_share_the_partitions_and_one_takes_all_when_the_other_ends() {
    let Some(bench) = Bench::new(Kind::Nats).await else {
        return;
    };
    // The second worker has no store: it is another machine.
    let second: Arc<dyn Queue> = Arc::new(NatsQueue::connect(&bench.config, None).await.unwrap());
    second.start().await.unwrap();
    tokio::time::sleep(Duration::from_secs(2)).await;
    let lanes: Vec<String> = (0..40).map(|lane| format!("lane {lane}")).collect();
    let events: Vec<(&str, &str)> = lanes
        .iter()
        .map(|lane| (lane.as_str(), lane.as_str()))
        .collect();
    bench.deliver(&events).await;
    let begin = Instant::now();
    let (mut here, mut there) = (Vec::new(), Vec::new());
    while here.len() + there.len() < 40 {
        assert!(
            begin.elapsed() < Duration::from_secs(20),
            "{} and {}",
            here.len(),
            there.len()
        );
        here.extend(bench.queue.lease(100).await.unwrap());
        there.extend(second.lease(100).await.unwrap());
    }
    assert!(
        !here.is_empty() && !there.is_empty(),
        "{} and {}",
        here.len(),
        there.len()
    );
    for item in here {
        bench.settle(item, Outcome::Done).await;
    }
    let left = there.len();
    drop(second);
    assert_eq!(
        bench.lease(left).await.len(),
        left,
        "all of the other's work, once"
    );
}
