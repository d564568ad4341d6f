//! placeholder replaced below
use super::*;
use futures_util::future::BoxFuture;
pub struct NatsQueue;
impl NatsQueue {
    pub async fn connect(_: &Config, _: Option<Store>) -> Result<Self, QueueError> {
        Ok(Self)
    }
}
impl Queue for NatsQueue {
    fn accept(&self, _: Stored) -> BoxFuture<'_, Result<(), QueueError>> {
        Box::pin(async { Ok(()) })
    }
    fn start(&self) -> BoxFuture<'_, Result<(), QueueError>> {
        Box::pin(async { Ok(()) })
    }
    fn lease(&self, _: usize) -> BoxFuture<'_, Result<Vec<Leased>, QueueError>> {
        Box::pin(async { Ok(vec![]) })
    }
    fn settle(&self, _: Vec<Settled>) -> BoxFuture<'_, Result<(), QueueError>> {
        Box::pin(async { Ok(()) })
    }
    fn stop(&self) -> BoxFuture<'_, ()> {
        Box::pin(async {})
    }
    fn depth(&self) -> BoxFuture<'_, Result<Depth, QueueError>> {
        Box::pin(async { Ok(Depth::default()) })
    }
    fn is_up(&self) -> bool {
        true
    }
    fn dead(&self, _: usize) -> BoxFuture<'_, Result<Vec<DeadLetter>, QueueError>> {
        Box::pin(async { Ok(vec![]) })
    }
    fn retry_dead<'a>(&'a self, _: &'a str) -> BoxFuture<'a, Result<(), QueueError>> {
        Box::pin(async { Ok(()) })
    }
    fn purge_dead<'a>(&'a self, _: &'a str) -> BoxFuture<'a, Result<(), QueueError>> {
        Box::pin(async { Ok(()) })
    }
}
