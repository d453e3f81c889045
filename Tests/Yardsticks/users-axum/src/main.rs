//! Starts the server; `--check-config` and `--probe` serve operators and containers.

use std::process::ExitCode;

use users_api::{app, config::Config, probe};

#[tokio::main]
async fn main() -> ExitCode {
    let config = match Config::from_env() {
        Ok(config) => config,
        Err(errors) => {
            eprintln!("{errors}");
            return ExitCode::FAILURE;
        }
    };
    let result = match std::env::args().nth(1).as_deref() {
        None => app::run(config).await,
        Some("--check-config") => {
            println!("{config:#?}");
            Ok(())
        }
        Some("--probe") => probe::run(&config).await,
        Some(argument) => Err(format!("unknown argument `{argument}`").into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
