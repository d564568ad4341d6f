//! The running system: routes, worker, page, and their end.

use std::future::IntoFuture;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use arc_swap::ArcSwap;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

use crate::clock::Watch;
use crate::config::{Config, ConfigError, Endpoints};
use crate::handler::{self, Handler};
use crate::health::Health;
use crate::intake::{self, Intake};
use crate::metrics;
use crate::page::{self, Page};
use crate::queue::{self, NatsQueue, Queue, QueueError};
use crate::retention;
use crate::store::{Store, StoreError};
use crate::worker::{Pulse, Worker};

/// Why the system does not start, or ended.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    #[error(transparent)]
    Config(#[from] ConfigError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Queue(#[from] QueueError),
    #[error("{address}: {error}")]
    Listen {
        address: SocketAddr,
        error: std::io::Error,
    },
    #[error("{0}")]
    Io(#[from] std::io::Error),
}

/// What runs in this process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    pub intake: bool,
    pub worker: bool,
}

/// Runs until SIGTERM or SIGINT.
pub async fn run(path: PathBuf, config: Config, parts: Parts) -> Result<(), ServeError> {
    // A worker of a broker needs no file: what it works on is in the broker.
    let store = if parts.intake || !config.is_nats() {
        Some(Store::open(&config.data, config.retention.hard_limit)?)
    } else {
        None
    };
    let queue: Arc<dyn Queue> = match &store {
        Some(store) => queue::open(&config, store).await?,
        None => Arc::new(NatsQueue::connect(&config, None).await?),
    };
    let handler = Arc::new(ArcSwap::from_pointee(handler::build(&config)?));
    let (stop, stopped) = watch::channel(false);
    let pulse = parts.worker.then(Arc::<Pulse>::default);
    let worker = match &pulse {
        Some(pulse) => {
            queue.start().await?;
            let worker = Worker {
                queue: queue.clone(),
                handler: handler.clone(),
                limits: config.worker.clone(),
                pulse: pulse.clone(),
            };
            Some(tokio::spawn(
                worker.run(stopped.clone(), config.server.drain),
            ))
        }
        None => None,
    };
    let health = Arc::new(Health {
        store: store.clone(),
        queue: queue.clone(),
        pulse,
        least_free: config.retention.free,
        stopping: AtomicBool::new(false),
    });
    let clock = Arc::new(Watch::default());
    let mut background = Vec::new();
    background.push(tokio::spawn(measure(health.clone())));
    let mut intake = None;
    let mut serving = None;
    if let (true, Some(store)) = (parts.intake, &store) {
        let endpoints = Endpoints::build(&config)?;
        let state = Arc::new(Intake::new(
            config.clone(),
            endpoints,
            store.clone(),
            queue.clone(),
        ));
        intake = Some(state.clone());
        let app = intake::router(state.clone()).into_make_service_with_connect_info::<SocketAddr>();
        let listener = listen(config.server.listen).await?;
        tracing::info!(address = %listener.local_addr()?, "listening for deliveries");
        let mut stopped = stopped.clone();
        let end = async move { drop(stopped.wait_for(|stop| *stop).await) };
        serving = Some(tokio::spawn(
            axum::serve(listener, app)
                .with_graceful_shutdown(end)
                .into_future(),
        ));
        let (store, limits, clock) = (store.clone(), config.retention.clone(), clock.clone());
        background.push(tokio::spawn(async move {
            retention::run(store, limits, &clock).await
        }));
        background.push(tokio::spawn(async move {
            loop {
                sleep(Duration::from_secs(60)).await;
                state.sources.tidy();
            }
        }));
    }
    let page = Arc::new(Page::new(
        &config,
        store.clone(),
        queue.clone(),
        health.clone(),
    )?);
    let listener = listen(config.page.listen).await?;
    tracing::info!(address = %listener.local_addr()?, "page, metrics and health");
    background.push(tokio::spawn(async move {
        let app = page::router(page).into_make_service_with_connect_info::<SocketAddr>();
        axum::serve(listener, app).await.ok();
    }));

    until_told(&path, &handler, intake.as_deref(), &clock).await?;

    tracing::info!("stopping: no new deliveries, what is in work is finished");
    health.stopping.store(true, Ordering::Relaxed);
    stop.send_replace(true);
    if let Some(serving) = serving {
        timeout(config.server.drain, serving).await.ok();
    }
    if let Some(worker) = worker {
        worker.await.ok();
    }
    background.iter().for_each(tokio::task::JoinHandle::abort);
    tracing::info!("stopped");
    Ok(())
}

async fn listen(address: SocketAddr) -> Result<TcpListener, ServeError> {
    TcpListener::bind(address)
        .await
        .map_err(|error| ServeError::Listen { address, error })
}

async fn measure(health: Arc<Health>) {
    loop {
        health.measure().await;
        sleep(Duration::from_secs(2)).await;
    }
}

/// Reloads secrets on SIGHUP; returns on SIGTERM and SIGINT.
async fn until_told(
    path: &std::path::Path,
    handler: &ArcSwap<Arc<dyn Handler>>,
    intake: Option<&Intake>,
    clock: &Watch,
) -> Result<(), ServeError> {
    let mut hangup = signal(SignalKind::hangup())?;
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    loop {
        tokio::select! {
            _ = hangup.recv() => {
                clock.trust();
                match reload(path, handler, intake) {
                    Ok(()) => {
                        metrics::get().reloads.with_label_values(&["done"]).inc();
                        tracing::info!("endpoints and handler are reloaded");
                    }
                    Err(error) => {
                        metrics::get().reloads.with_label_values(&["refused"]).inc();
                        tracing::error!(%error, "the configuration is refused: the old one stays");
                    }
                }
            }
            _ = terminate.recv() => return Ok(()),
            _ = interrupt.recv() => return Ok(()),
        }
    }
}

/// Builds everything first: a configuration with an error changes nothing.
fn reload(
    path: &std::path::Path,
    handler: &ArcSwap<Arc<dyn Handler>>,
    intake: Option<&Intake>,
) -> Result<(), ConfigError> {
    let config = Config::load(path)?;
    let endpoints = Endpoints::build(&config)?;
    let next = handler::build(&config)?;
    if let Some(intake) = intake {
        intake.endpoints.store(Arc::new(endpoints));
    }
    handler.store(Arc::new(next));
    Ok(())
}
