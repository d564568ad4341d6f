//! Login with a token, and what a logged-in request has to show.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use axum::extract::{Form, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use maud::html;
use serde::Deserialize;
use whatsapp_webhooks::verify::VerifyToken;

use super::{Page, Shared, layout};

const COOKIE: &str = "receiver_session";

/// Time without a request after which a session ends.
const IDLE: Duration = Duration::from_secs(8 * 3_600);

/// Wrong tokens in a minute, after which none is looked at.
const WRONG: u32 = 10;

/// Who is logged in.
#[derive(Clone, Debug)]
pub(super) struct Session {
    pub who: String,
    last: Instant,
}

pub(super) struct Sessions {
    token: Option<VerifyToken>,
    hosts: Vec<String>,
    all: Mutex<BTreeMap<String, Session>>,
    wrong: Mutex<(Instant, u32)>,
}

impl Sessions {
    pub(super) fn new(token: Option<VerifyToken>, hosts: Vec<String>) -> Self {
        Self {
            token,
            hosts,
            all: Mutex::default(),
            wrong: Mutex::new((Instant::now(), 0)),
        }
    }

    fn all(&self) -> MutexGuard<'_, BTreeMap<String, Session>> {
        self.all.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn find(&self, headers: &HeaderMap) -> Option<Session> {
        let id = cookie(headers)?;
        let mut all = self.all();
        all.retain(|_, session| session.last.elapsed() < IDLE);
        let session = all.get_mut(&id)?;
        session.last = Instant::now();
        Some(session.clone())
    }

    /// Counts a wrong token; returns whether there were too many.
    fn is_guessed(&self, is_wrong: bool) -> bool {
        let mut wrong = self.wrong.lock().unwrap_or_else(PoisonError::into_inner);
        if wrong.0.elapsed() > Duration::from_secs(60) {
            *wrong = (Instant::now(), 0);
        }
        wrong.1 += u32::from(is_wrong);
        wrong.1 > WRONG
    }
}

fn cookie(headers: &HeaderMap) -> Option<String> {
    let cookies = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    let mut pairs = cookies
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    pairs
        .find(|(name, _)| *name == COOKIE)
        .map(|(_, id)| id.to_owned())
}

/// Refuses names that are not ours: a page of somebody else whose name was made to mean this machine.
pub(super) async fn known_host(State(page): Shared, request: Request, next: Next) -> Response {
    let host = request
        .headers()
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .unwrap_or_default();
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let address = name.trim_matches(['[', ']']).parse::<std::net::IpAddr>();
    let is_known = name == "localhost"
        || address.is_ok_and(|address| address.is_loopback())
        || page.sessions.hosts.iter().any(|known| known == name);
    if !is_known {
        return (
            StatusCode::MISDIRECTED_REQUEST,
            "add this name to `page.hosts`\n",
        )
            .into_response();
    }
    next.run(request).await
}

/// Lets only logged-in requests through; what changes something has to come from the page itself.
pub(super) async fn required(State(page): Shared, mut request: Request, next: Next) -> Response {
    if page.store.is_none() {
        return (
            StatusCode::NOT_FOUND,
            "no page here: this process only works\n",
        )
            .into_response();
    }
    let Some(session) = page.sessions.find(request.headers()) else {
        return Redirect::to("/login").into_response();
    };
    if request.method() != Method::GET && !is_from_here(request.headers()) {
        return StatusCode::FORBIDDEN.into_response();
    }
    request.extensions_mut().insert(session);
    next.run(request).await
}

fn is_from_here(headers: &HeaderMap) -> bool {
    let text = |name| {
        headers
            .get(name)
            .and_then(|value: &axum::http::HeaderValue| value.to_str().ok())
    };
    let origin = text(header::ORIGIN)
        .and_then(|origin| origin.split_once("://"))
        .map(|(_, host)| host);
    origin.is_some() && origin == text(header::HOST)
}

pub(super) async fn form(State(page): Shared) -> Response {
    login_form(&page, None).into_response()
}

fn login_form(page: &Page, problem: Option<&str>) -> maud::Markup {
    let text = html! {
        h1 { "Log in" }
        @if page.sessions.token.is_none() {
            p { "There is no page: the configuration has no " code { "page.token" } "." }
        } @else {
            @if let Some(problem) = problem { p.problem role="alert" { (problem) } }
            form.login method="post" action="/login" {
                label for="who" { "Your name, for the record of what you do" }
                input #who name="who" required maxlength="60" autocomplete="username";
                label for="token" { "Token" }
                input #token name="token" type="password" required autocomplete="current-password";
                button { "Log in" }
            }
        }
    };
    layout::bare("Log in", text)
}

#[derive(Deserialize)]
pub(super) struct Login {
    who: String,
    token: String,
}

pub(super) async fn login(
    State(page): State<Arc<Page>>,
    headers: HeaderMap,
    Form(login): Form<Login>,
) -> Response {
    let Some(token) = &page.sessions.token else {
        return StatusCode::NOT_FOUND.into_response();
    };
    if !is_from_here(&headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    if page.sessions.is_guessed(false) {
        return (
            StatusCode::TOO_MANY_REQUESTS,
            login_form(&page, Some("Too many wrong tokens: wait a minute.")),
        )
            .into_response();
    }
    let who = login.who.trim();
    if !token.matches(&login.token) || who.is_empty() {
        page.sessions.is_guessed(true);
        return (
            StatusCode::UNAUTHORIZED,
            login_form(&page, Some("The token is wrong.")),
        )
            .into_response();
    }
    let Ok(id) = random() else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let session = Session {
        who: who.chars().take(60).collect(),
        last: Instant::now(),
    };
    page.sessions.all().insert(id.clone(), session);
    let cookie = format!("{COOKIE}={id}; HttpOnly; SameSite=Strict; Path=/");
    ([(header::SET_COOKIE, cookie)], Redirect::to("/")).into_response()
}

pub(super) async fn logout(State(page): Shared, headers: HeaderMap) -> Response {
    if let Some(id) = cookie(&headers) {
        page.sessions.all().remove(&id);
    }
    Redirect::to("/login").into_response()
}

fn random() -> std::io::Result<String> {
    use std::io::Read;
    let mut bytes = [0_u8; 16];
    std::fs::File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
