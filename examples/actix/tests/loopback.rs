//! Sends requests to the handlers over a connection.

use actix_handlers::{App, configure};
use actix_web::web::Data;
use actix_web::{App as Service, HttpServer, rt};
use reqwest::Client;
use whatsapp_webhooks::testing::{self, Sender};
use whatsapp_webhooks::{Provider, meta, partner};

#[actix_web::test]
async fn a_client_is_answered_over_a_connection() {
    let app = Data::new(App {
        meta: meta::Endpoint::new(testing::SECRET, testing::TOKEN).unwrap(),
        partner: partner::Endpoint::by_path_secret("p4th").unwrap(),
    });
    let server = HttpServer::new(move || {
        let app = app.clone();
        Service::new().configure(|config| configure(config, app))
    });
    let server = server.workers(1).bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", server.addrs()[0]);
    rt::spawn(server.run());
    let client = Client::builder().no_proxy().build().unwrap();

    let query = testing::handshake(testing::TOKEN, "115");
    let response = client.get(format!("{url}/meta?{query}")).send().await;
    assert_eq!(response.unwrap().text().await.unwrap(), "115");

    // As long as Meta's deliveries get.
    let mut body = testing::fixtures(Provider::Meta)[0].body().to_vec();
    body.resize(3 * 1024 * 1024, b' ');
    let meta = Sender::of(Provider::Meta).with_path("/meta");
    let partner = Sender::unsigned().with_path("/partner/p4th");
    let onboarded = testing::fixtures(Provider::Partner)[0].body();
    for (sent, expected) in [
        (meta.good(body.clone()), 200),
        (meta.truncated(body), 401),
        (partner.good(onboarded.clone()), 200),
        (partner.wrong_signature(onboarded), 401),
    ] {
        let mut request = client.post(format!("{url}{}", sent.path)).body(sent.body);
        for (name, value) in sent.headers {
            request = request.header(name, value);
        }
        assert_eq!(request.send().await.unwrap().status().as_u16(), expected);
    }
}
