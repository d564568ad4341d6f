//! The store: repeats, retention, groups.

use std::time::Duration;

use receiver::clock;
use receiver::config::Retention;
use receiver::entry::Entry;
use receiver::store::{NewDelivery, Store, StoreError};
use tempfile::TempDir;

fn delivery(keys: &[String], at: i64) -> NewDelivery {
    let entry = |key: &String| Entry {
        key: key.clone(),
        endpoint: "meta/main".into(),
        provider: "meta".into(),
        kind: "message".into(),
        detail: "text".into(),
        lane: key.clone(),
        message: None,
        status: None,
        occurred_at: None,
        json: format!("{{\"message\":{:?}}}", "x".repeat(2_000)),
    };
    NewDelivery {
        received_at: at,
        endpoint: "meta/main".into(),
        provider: "meta".into(),
        body: vec![b'x'; 2_000].into(),
        problem: None,
        secret_index: None,
        entries: keys.iter().map(entry).collect(),
        findings: Vec::new(),
        body_key: "body".into(),
    }
}

async fn store() -> (TempDir, Store) {
    let folder = TempDir::new().unwrap();
    let store = Store::open(&folder.path().join("store.db"), None).unwrap();
    (folder, store)
}

async fn settle_all(store: &Store) {
    let settle = |connection: &rusqlite::Connection| {
        connection.execute_batch("UPDATE events SET state = 'done' WHERE key NOT LIKE 'open%'; DELETE FROM queue WHERE event IN (SELECT id FROM events WHERE state = 'done')")
    };
    store.write(settle).await.unwrap();
}

#[tokio::test]
async fn old_events_go_and_what_is_not_handled_stays() {
    let (_folder, store) = store().await;
    let now = clock::now();
    let day = 86_400_000;
    store
        .deliver(delivery(&["old1".into(), "open1".into()], now - 40 * day))
        .await
        .unwrap();
    store
        .deliver(delivery(&["old2".into()], now - 40 * day))
        .await
        .unwrap();
    store
        .deliver(delivery(&["new1".into()], now - 5 * day))
        .await
        .unwrap();
    settle_all(&store).await;
    let purged = store.purge(&Retention::default(), now).await.unwrap();
    assert_eq!((purged.events, purged.bodies), (2, 1));
    let counts = store.counts().await.unwrap();
    assert_eq!(
        (counts.events, counts.waiting, counts.deliveries),
        (2, 1, 2)
    );
    // A key is kept as long as its event, at least.
    let again = store
        .deliver(delivery(&["open1".into(), "new1".into()], now))
        .await
        .unwrap();
    assert_eq!((again.new, again.known), (0, 2));
}

#[tokio::test]
async fn the_oldest_go_when_there_are_too_many_or_they_are_too_large() {
    let (_folder, store) = store().await;
    let now = clock::now();
    for index in 0..300 {
        let keys = [format!("{}{index}", if index == 0 { "open" } else { "k" })];
        store.deliver(delivery(&keys, now)).await.unwrap();
    }
    settle_all(&store).await;
    let limits = Retention {
        events: 100,
        ..Retention::default()
    };
    store.purge(&limits, now).await.unwrap();
    let counts = store.counts().await.unwrap();
    assert_eq!((counts.events, counts.waiting), (100, 1));
    assert!(store.event("k299").await.unwrap().is_some());
    assert!(store.event("k1").await.unwrap().is_none());
    let limits = Retention {
        bytes: 200_000,
        ..Retention::default()
    };
    store.purge(&limits, now).await.unwrap();
    let counts = store.counts().await.unwrap();
    assert!(counts.events < 100 && counts.waiting == 1, "{counts:?}");
    // What was deleted is still known, for a week.
    let again = store.deliver(delivery(&["k1".into()], now)).await.unwrap();
    assert_eq!((again.new, again.known), (0, 1));
}

/// Cases: M16.
#[tokio::test]
async fn of_equal_deliveries_at_one_instant_one_is_new() {
    let (_folder, store) = store().await;
    let now = clock::now();
    let mut jobs = tokio::task::JoinSet::new();
    for _ in 0..32 {
        let store = store.clone();
        jobs.spawn(async move {
            store
                .deliver(delivery(&["same".into()], now))
                .await
                .unwrap()
        });
    }
    let (mut new, mut known) = (0, 0);
    while let Some(stored) = jobs.join_next().await {
        let stored = stored.unwrap();
        new += stored.new;
        known += stored.known;
    }
    assert_eq!((new, known), (1, 31));
    assert_eq!(store.counts().await.unwrap().events, 1);
}

/// Cases: M17.
#[tokio::test]
async fn a_job_that_fails_takes_no_other_with_it() {
    let (_folder, store) = store().await;
    let now = clock::now();
    let mut jobs = tokio::task::JoinSet::new();
    for index in 0..100 {
        let store = store.clone();
        jobs.spawn(async move {
            if index % 10 == 0 {
                let broken = store.write(|connection| {
                    connection.execute(
                        "INSERT INTO keys (key, delivery, at) VALUES ('half', 0, 0)",
                        (),
                    )?;
                    connection.execute("INSERT INTO nowhere VALUES (1)", ())
                });
                assert!(matches!(broken.await, Err(StoreError::Sqlite(_))));
            } else {
                let stored = store
                    .deliver(delivery(&[format!("k{index}")], now))
                    .await
                    .unwrap();
                assert_eq!(stored.new, 1);
            }
        });
    }
    while let Some(job) = jobs.join_next().await {
        job.unwrap();
    }
    assert_eq!(store.counts().await.unwrap().events, 90);
    let half = store.read(|connection| {
        connection.query_row("SELECT count(*) FROM keys WHERE key = 'half'", (), |row| {
            row.get::<_, i64>(0)
        })
    });
    assert_eq!(half.await.unwrap(), 0);
}

#[tokio::test]
async fn a_limit_is_an_error_and_nothing_is_half_stored() {
    let folder = TempDir::new().unwrap();
    let store = Store::open(&folder.path().join("store.db"), Some(600_000)).unwrap();
    let mut stored = 0;
    let error = loop {
        match store
            .deliver(delivery(&[format!("k{stored}")], clock::now()))
            .await
        {
            Ok(_) => stored += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(error, StoreError::Full), "{error}");
    let counts = store.counts().await.unwrap();
    assert_eq!((counts.events, counts.deliveries), (stored, stored));
    let waits = tokio::time::timeout(
        Duration::from_secs(5),
        store.deliver(delivery(&["k0".into()], clock::now())),
    );
    // A repeat needs no space.
    assert_eq!(waits.await.unwrap().unwrap().known, 1);
}
