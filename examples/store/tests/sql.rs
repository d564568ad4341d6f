//! The SQL of the cookbook does what the pages say, in SQLite and, where it is reachable, in PostgreSQL.

use std::process::Command;
use std::{env, fs};

use event_store::keep;
use rusqlite::{Connection, types::Value};
use whatsapp_webhooks::{Event, engage, meta};

fn sql(name: &str) -> String {
    let folder = env!("CARGO_MANIFEST_DIR");
    fs::read_to_string(format!("{folder}/sql/{name}.sql")).unwrap()
}

fn database() -> Connection {
    let db = Connection::open_in_memory().unwrap();
    db.execute_batch(&sql("schema")).unwrap();
    db
}

/// All rows of a query as texts.
fn rows(db: &Connection, sql: &str, parameters: &[&str]) -> Vec<String> {
    let mut statement = db.prepare(sql).unwrap();
    let columns = statement.column_count();
    let rows = statement.query_map(rusqlite::params_from_iter(parameters), |row| {
        let texts = (0..columns).map(|index| {
            Ok(match row.get(index)? {
                Value::Null => "-".to_owned(),
                Value::Integer(number) => number.to_string(),
                Value::Text(text) => text,
                other => format!("{other:?}"),
            })
        });
        Ok(texts
            .collect::<Result<Vec<_>, rusqlite::Error>>()?
            .join(" "))
    });
    rows.unwrap().map(Result::unwrap).collect()
}

fn status(status: &str) -> Vec<Event> {
    let body = format!(
        r#"{{"event_name":"msg_status","message_id":"wamid.A","message_status":"{status}",
        "channel":{{"sender_id":"5491150066000"}},"campaign":{{"id":"spring"}}}}"#
    );
    engage::parse(body).unwrap()
}

fn of_meta(messages: &str) -> Vec<Event> {
    let body = format!(
        r#"{{"object":"whatsapp_business_account","entry":[{{"id":"1","changes":[{{"field":
        "smb_message_echoes","value":{{"metadata":{{"display_phone_number":"15550109988",
        "phone_number_id":"104857600123456"}},{messages}}}}}]}}]}}"#
    );
    meta::parse(body).unwrap()
}

#[test]
fn a_repeated_delivery_changes_nothing() {
    let mut db = database();
    assert_eq!(keep(&mut db, status("sent")).unwrap().len(), 1);
    assert_eq!(keep(&mut db, status("sent")).unwrap().len(), 0);
    assert_eq!(rows(&db, "SELECT count(*) FROM events", &[]), ["1"]);
    // What is stored reads back.
    let json = rows(&db, "SELECT event FROM events", &[]);
    assert_eq!(
        vec![serde_json::from_str::<Event>(&json[0]).unwrap()],
        status("sent")
    );
}

#[test]
fn a_late_status_never_replaces_a_later_one() {
    let orders = [
        ["sent", "delivered", "read"],
        ["read", "sent", "delivered"],
        ["delivered", "read", "sent"],
    ];
    for order in orders {
        let mut db = database();
        for word in order {
            keep(&mut db, status(word)).unwrap();
        }
        let query = "SELECT account, message_id, status FROM statuses";
        assert_eq!(
            rows(&db, query, &[]),
            ["5491150066000 wamid.A read"],
            "{order:?}"
        );
    }
    let mut db = database();
    for word in ["hologram", "failed", "sent", "hologram"] {
        keep(&mut db, status(word)).unwrap();
    }
    assert_eq!(rows(&db, "SELECT status FROM statuses", &[]), ["failed"]);
}

#[test]
fn participants_of_a_group_have_their_own_statuses_and_received_messages_have_none() {
    let mut db = database();
    let update = |person: &str, status: &str, direction: &str| -> Event {
        serde_json::from_str(&format!(
            r#"{{"status":{{"meta":{{"provider":"whatzmeapi","account":{{"instance":"ventas"}}}},
            "message_id":"3EB0","status":"{status}","participant":{{"id":"{person}"}},
            "direction":"{direction}"}}}}"#
        ))
        .unwrap()
    };
    let updates = vec![
        update("1@lid", "read", "outbound"),
        update("2@lid", "delivered", "outbound"),
        update("3@lid", "read", "inbound"),
    ];
    assert_eq!(keep(&mut db, updates).unwrap().len(), 3);
    let query = "SELECT account, participant, status FROM statuses ORDER BY participant";
    assert_eq!(
        rows(&db, query, &[]),
        ["ventas 1@lid read", "ventas 2@lid delivered"]
    );
}

/// Two echoes and a status of the first; a text has a character that PostgreSQL cannot keep.
fn thread() -> Vec<Event> {
    of_meta(
        r#""message_echoes":[{"from":"15550109988","to":"16505551234","id":"wamid.X",
        "timestamp":"1784000000","type":"text","text":{"body":"Hi \u0000"}},{"from":"15550109988",
        "to":"16505551234","id":"wamid.Y","timestamp":"1784000001","type":"text",
        "text":{"body":"Still there?"}}],"statuses":[{"id":"wamid.X","status":"read",
        "timestamp":"1784000002"}]"#,
    )
}

#[test]
fn a_thread_has_its_statuses() {
    let mut db = database();
    assert_eq!(keep(&mut db, thread()).unwrap().len(), 3);
    let number = "104857600123456";
    let rows_of = |chat| rows(&db, &sql("statuses_of_thread"), &[number, chat]);
    assert_eq!(rows_of("16505551234"), ["wamid.X  read", "wamid.Y - -"]);
    assert!(rows_of("16505555678").is_empty());
}

/// A campaign of one message with two statuses, and one answer to it.
fn campaign() -> Vec<Event> {
    let answer = r#"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":
        "messages","value":{"messages":[{"from":"5491150066001","id":"wamid.C","type":"text",
        "text":{"body":"Yes"},"context":{"from":"5491150066000","id":"wamid.A"}},
        {"from":"5491150066001","id":"wamid.D","type":"text","text":{"body":"Hi"}}]}}]}]}"#;
    [status("sent"), status("read"), meta::parse(answer).unwrap()].concat()
}

#[test]
fn answers_of_a_campaign_are_counted() {
    let mut db = database();
    keep(&mut db, campaign()).unwrap();
    assert_eq!(rows(&db, &sql("campaign_answers"), &[]), ["spring 1 1"]);
}

#[test]
fn old_events_are_deleted() {
    let mut db = database();
    keep(&mut db, status("sent")).unwrap();
    db.execute_batch(&sql("purge_sqlite")).unwrap();
    assert_eq!(rows(&db, "SELECT count(*) FROM events", &[]), ["1"]);
    let old = "UPDATE events SET received_at = datetime('now', '-9 days')";
    db.execute_batch(old).unwrap();
    db.execute_batch(&sql("purge_sqlite")).unwrap();
    assert_eq!(rows(&db, "SELECT count(*) FROM events", &[]), ["0"]);
}

/// Runs with `EVENT_STORE_POSTGRES` set to a connection string that `psql` understands: the statements, with
/// the values that SQLite has stored. The tables are temporary.
#[test]
fn the_same_sql_runs_in_postgres() {
    let Ok(server) = env::var("EVENT_STORE_POSTGRES") else {
        eprintln!("skipped: EVENT_STORE_POSTGRES is not set");
        return;
    };
    let mut db = database();
    keep(&mut db, [campaign(), thread()].concat()).unwrap();

    let mut script = sql("schema").replace("CREATE TABLE", "CREATE TEMPORARY TABLE");
    let columns = "key, kind, account, direction, chat_id, message_id, reply_to_id, campaign_id, \
                   occurred_at, event";
    for row in values(&db, &format!("SELECT {columns} FROM events")) {
        // Twice: the second changes nothing.
        script += &with_literals("keep_event", &row).repeat(2);
    }
    for (status, rank) in [("delivered", "4"), ("read", "5"), ("sent", "2")] {
        let at = "2026-07-14T03:33:20Z";
        let row = ["104857600123456", "wamid.X", "", status, rank, at];
        script += &with_literals("keep_status", &row.map(|value| Some(value.to_owned())));
    }
    script += &sql("purge_postgres");
    script += "SELECT count(*) FROM events; SELECT status FROM statuses;";
    script += &sql("campaign_answers");
    let thread = ["104857600123456", "16505551234"].map(|value| Some(value.to_owned()));
    script += &with_literals("statuses_of_thread", &thread);
    let arguments = [
        "-qtA",
        "-F",
        " ",
        "-v",
        "ON_ERROR_STOP=1",
        "-d",
        &server,
        "-c",
        &script,
    ];
    let output = Command::new("psql").args(arguments).output().unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let printed = String::from_utf8_lossy(&output.stdout);
    assert_eq!(printed, "7\nread\nspring 1 1\nwamid.X  read\nwamid.Y  \n");
}

/// All rows of a query as texts or nulls.
fn values(db: &Connection, sql: &str) -> Vec<Vec<Option<String>>> {
    let mut statement = db.prepare(sql).unwrap();
    let columns = statement.column_count();
    let rows = statement.query_map([], |row| (0..columns).map(|index| row.get(index)).collect());
    rows.unwrap().map(Result::unwrap).collect()
}

/// The statement with literals in place of its parameters.
fn with_literals(name: &str, values: &[Option<String>]) -> String {
    let mut sql = sql(name);
    for (index, value) in values.iter().enumerate().rev() {
        let literal = match value {
            Some(value) => format!("'{}'", value.replace('\'', "''")),
            None => "NULL".to_owned(),
        };
        sql = sql.replace(&format!("${}", index + 1), &literal);
    }
    sql
}
