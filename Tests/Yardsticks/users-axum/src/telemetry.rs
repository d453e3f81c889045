//! Logs: one JSON object per line on standard output.

mod lines;

use tracing_subscriber::{EnvFilter, filter::ParseError, fmt, prelude::*};

use lines::Lines;

/// Installs the log for the whole process; a second call changes nothing.
///
/// # Errors
/// Fails where `filter` is no filter such as `info` or `info,sqlx=warn`.
pub fn init(filter: &str) -> Result<(), ParseError> {
    let filter = EnvFilter::try_new(filter)?;
    let lines = fmt::layer().fmt_fields(Lines).event_format(Lines);
    // Fails only where a log is installed already, as in a test: that one stays.
    let _ = tracing_subscriber::registry()
        .with(filter)
        .with(lines)
        .try_init();
    Ok(())
}
