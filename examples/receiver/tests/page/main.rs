//! The page in headless Chromium: by keyboard, light and dark, wide and narrow. Without Chromium it is skipped.
//!
//! With `SHOTS=folder` every view is kept as an image.

mod chromium;
mod receiver;

use std::env;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use self::chromium::Chromium;
use self::receiver::{Receiver, TOKEN};

fn status_of(message: &str, status: &str) -> Vec<u8> {
    format!(
        r#"{{"object":"whatsapp_business_account","entry":[{{"id":"102030405060708","changes":[{{"field":"messages","value":{{"messaging_product":"whatsapp","metadata":{{"display_phone_number":"15550109988","phone_number_id":"104857600123456"}},"statuses":[{{"id":"{message}","status":"{status}","timestamp":"1784000000","recipient_id":"16505551234"}}]}}}}]}}]}}"#
    )
    .into_bytes()
}

/// No text that is shown has a number of somebody in it.
async fn assert_masked(chromium: &mut Chromium) {
    let text = chromium
        .text("document.querySelector('main').innerText")
        .await;
    let long = text
        .split(|c: char| !c.is_ascii_digit())
        .find(|digits| digits.len() >= 7);
    // Keys are hashes: runs of digits in them are nobody's.
    let without_keys: String = text
        .split_whitespace()
        .filter(|word| !word.starts_with("meta:"))
        .collect();
    let found = without_keys
        .split(|c: char| !c.is_ascii_digit())
        .find(|digits| digits.len() >= 10);
    assert_eq!(found, None, "{long:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_works_by_keyboard_in_every_shape() {
    let Some(mut chromium) = Chromium::start().await else {
        eprintln!("SKIPPED: chromium is not installed");
        return;
    };
    let receiver = Receiver::start().await;
    receiver
        .deliver_fixtures(&[
            "text",
            "image",
            "location",
            "status",
            "template_status",
            "calls",
            "unknown",
            "contacts",
        ])
        .await;
    for status in ["sent", "read", "delivered"] {
        receiver
            .deliver(status_of("wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI", status))
            .await;
        receiver.settled().await;
    }
    receiver
        .deliver(b"{\"wa_id\":\"16505551234\",\"object\":".to_vec())
        .await;
    receiver.settled().await;
    let shots = env::var_os("SHOTS").map(PathBuf::from);

    // Without login there is nothing to see.
    chromium.open(&format!("{}/dead", receiver.page)).await;
    assert_eq!(chromium.text("location.pathname").await, "/login");
    chromium.shoot(&shots, "login").await;
    chromium
        .text("document.getElementById('who').focus(), ''")
        .await;
    chromium.write("Ada").await;
    chromium.key("Tab").await;
    chromium.write(TOKEN).await;
    chromium.key("Enter").await;
    chromium.settle().await;
    assert_eq!(chromium.text("location.pathname").await, "/");

    // The list, and the skip link as the first stop.
    assert_masked(&mut chromium).await;
    chromium.text("document.activeElement.blur(), ''").await;
    chromium.key("Tab").await;
    assert_eq!(
        chromium.text("document.activeElement.className").await,
        "skip"
    );
    let nameless = "[...document.querySelectorAll('a,button,input,select')].filter(it => \
        !(it.textContent.trim() || it.labels?.length || it.getAttribute('aria-label') || it.type == 'hidden')).length";
    assert_eq!(chromium.text(nameless).await, "0");
    chromium.shoot(&shots, "list").await;

    // The list follows by itself.
    let count = "[...document.querySelectorAll('.counts dd')][1].textContent";
    let before: u32 = chromium.text(count).await.parse().unwrap();
    receiver.deliver(status_of("wamid.NEW", "sent")).await;
    let begin = Instant::now();
    while chromium.text(count).await.parse::<u32>().unwrap() == before {
        assert!(
            begin.elapsed() < Duration::from_secs(10),
            "the list does not follow"
        );
        tokio::time::sleep(Duration::from_millis(100)).await;
    }

    // Filters are plain links.
    chromium
        .open(&format!("{}/?kind=status&state=superseded", receiver.page))
        .await;
    let rows = "[...document.querySelectorAll('tbody tr')].map(it => it.querySelector('a').textContent.split(' ')[0] + \
        it.querySelector('.state').textContent)";
    let kinds = chromium.text(&format!("[...new Set({rows})].join()")).await;
    assert_eq!(kinds, "statussuperseded");

    // One event, masked; then, asked for, with numbers, and that is recorded.
    chromium
        .open(&format!("{}/?kind=message&detail=text", receiver.page))
        .await;
    chromium
        .text("document.querySelector('tbody a').click(), ''")
        .await;
    chromium.settle().await;
    assert_masked(&mut chromium).await;
    chromium.shoot(&shots, "event").await;
    chromium
        .text("document.querySelector('.tools a').click(), ''")
        .await;
    chromium.settle().await;
    let command = chromium
        .text("document.getElementById('command').textContent")
        .await;
    assert!(
        command.contains("$APP_SECRET") && !command.contains("an app secret"),
        "{command}"
    );
    chromium.shoot(&shots, "event_open").await;

    // The timeline of a message, in order, with the status that came too late.
    chromium
        .open(&format!(
            "{}/?kind=status&detail=delivered&state=superseded",
            receiver.page
        ))
        .await;
    chromium
        .text("document.querySelector('tbody a').click(), ''")
        .await;
    chromium.settle().await;
    chromium
        .text("document.querySelectorAll('.tools a')[1].click(), ''")
        .await;
    chromium.settle().await;
    let states = chromium
        .text("[...document.querySelectorAll('.timeline li')].map(it => it.dataset.state).join()")
        .await;
    assert_eq!(states, "done,done,superseded");
    assert_masked(&mut chromium).await;
    chromium.shoot(&shots, "timeline").await;

    chromium.open(&format!("{}/unknown", receiver.page)).await;
    let text = chromium
        .text("document.querySelector('main').innerText")
        .await;
    assert!(text.contains("ends before its JSON is complete"), "{text}");
    assert!(text.contains("unknown item"), "{text}");
    let plots = "[...document.querySelectorAll('.days svg')].every(it => it.querySelectorAll('rect').length == 1)";
    assert_eq!(chromium.text(plots).await, "true");
    chromium.shoot(&shots, "unknown").await;

    chromium
        .text("document.querySelector('[aria-label=\"Parked bodies\"] a').click(), ''")
        .await;
    chromium.settle().await;
    let text = chromium
        .text("document.querySelector('pre').innerText")
        .await;
    assert!(
        text.ends_with("\"object\":") && !text.contains("16505551234"),
        "{text}"
    );
    chromium
        .text("document.querySelector('.tools a').click(), ''")
        .await;
    chromium.settle().await;
    let text = chromium
        .text("document.querySelector('pre').innerText")
        .await;
    assert_eq!(text.trim(), "{\"wa_id\":\"16505551234\",\"object\":");
    chromium.shoot(&shots, "delivery").await;

    // A dead letter, retried by keyboard: it dies again, and who did it is written down.
    chromium.open(&format!("{}/dead", receiver.page)).await;
    assert_masked(&mut chromium).await;
    chromium.shoot(&shots, "dead").await;
    chromium
        .text("document.querySelector('.decide input[name=why]').focus(), ''")
        .await;
    chromium.write("the other side is mended").await;
    chromium.key("Tab").await;
    chromium.key("Enter").await;
    chromium.settle().await;
    chromium.open(&format!("{}/actions", receiver.page)).await;
    let text = chromium
        .text("document.querySelector('tbody').innerText")
        .await;
    for part in [
        "dead retry",
        "the other side is mended",
        "show numbers",
        "Ada",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    chromium.shoot(&shots, "actions").await;
    assert!(receiver.folder.path().join("receiver.db").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_not_logged_in_gets_and_changes_nothing() {
    let receiver = Receiver::start().await;
    let client = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap();
    for path in [
        "/",
        "/list",
        "/dead",
        "/unknown",
        "/actions",
        "/event/x",
        "/message?of=x",
    ] {
        let answer = client
            .get(format!("{}{path}", receiver.page))
            .send()
            .await
            .unwrap();
        assert_eq!(
            (
                answer.status().as_u16(),
                answer.headers()["location"].to_str().unwrap()
            ),
            (303, "/login"),
            "{path}"
        );
    }
    let login = |token: &str, origin: &str| {
        let body = format!("who=Ada&token={}", token.replace(' ', "+"));
        client
            .post(format!("{}/login", receiver.page))
            .header("content-type", "application/x-www-form-urlencoded")
            .header("origin", origin.to_owned())
            .body(body)
            .send()
    };
    assert_eq!(login("wrong", &receiver.page).await.unwrap().status(), 401);
    assert_eq!(
        login(TOKEN, "http://elsewhere.example")
            .await
            .unwrap()
            .status(),
        403
    );
    let answer = login(TOKEN, &receiver.page).await.unwrap();
    let cookie = answer.headers()["set-cookie"].to_str().unwrap().to_owned();
    assert!(cookie.contains("HttpOnly; SameSite=Strict"), "{cookie}");
    let cookie = cookie.split(';').next().unwrap().to_owned();
    // Logged in, but sent by another page.
    let decide = client
        .post(format!("{}/dead", receiver.page))
        .header("cookie", &cookie)
        .header("content-type", "application/x-www-form-urlencoded")
        .body("key=x&what=purge&why=y");
    assert_eq!(decide.send().await.unwrap().status(), 403);
    // A name that was made to mean this machine.
    let host = client
        .get(&receiver.page)
        .header("host", "elsewhere.example")
        .header("cookie", &cookie);
    assert_eq!(host.send().await.unwrap().status(), 421);
    let page = client
        .get(&receiver.page)
        .header("cookie", &cookie)
        .send()
        .await
        .unwrap();
    assert_eq!(page.status(), 200);
    assert!(
        page.headers()["content-security-policy"]
            .to_str()
            .unwrap()
            .starts_with("default-src 'none'")
    );
    for _ in 0..12 {
        login("wrong", &receiver.page).await.unwrap();
    }
    assert_eq!(login(TOKEN, &receiver.page).await.unwrap().status(), 429);
}
