//! Logs: one JSON object per line on standard output.

use tracing_subscriber::{EnvFilter, filter::ParseError, fmt, prelude::*};

/// Installs the log for the whole process; a second call changes nothing.
///
/// # Errors
/// Fails where `filter` is no filter such as `info` or `info,sqlx=warn`.
pub fn init(filter: &str) -> Result<(), ParseError> {
    let filter = EnvFilter::try_new(filter)?;
    let lines = fmt::layer()
        .json()
        .flatten_event(true)
        .with_current_span(true)
        .with_span_list(false);
    // Fails only where a log is installed already, as in a test: that one stays.
    let _ = tracing_subscriber::registry()
        .with(filter)
        .with(lines)
        .try_init();
    Ok(())
}
