//! The command line; see the library.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use send::{Failure, Options, run};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let options = Options::parse();
    let mut out = io::stdout();
    let done = run(&options, &mut out).await;
    match done.and_then(|is_good| Ok(out.flush().map(|()| is_good)?)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Whoever reads has read enough.
        Err(Failure::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("send: {failure}");
            ExitCode::from(2)
        }
    }
}
