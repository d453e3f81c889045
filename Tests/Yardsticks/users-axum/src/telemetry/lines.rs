//! How an event is spelled: as a JSON object, with the fields of its span.
//!
//! `tracing-subscriber` has such a format, too, which reads the fields of the span back from their
//! text for each line: one instruction in seven of all that a small request takes.

use std::fmt::{self, Debug, Display};

use serde_json::Value;
use tracing::{
    Event, Subscriber,
    field::{Field, Visit},
};
use tracing_subscriber::{
    field::RecordFields,
    fmt::{
        FmtContext, FormatEvent, FormatFields, FormattedFields,
        format::Writer,
        time::{FormatTime as _, SystemTime},
    },
    registry::LookupSpan,
};

/// The format of events, and of the fields of spans.
#[derive(Debug)]
pub struct Lines;

impl<S> FormatEvent<S, Self> for Lines
where
    S: Subscriber + for<'a> LookupSpan<'a>,
{
    fn format_event(
        &self,
        context: &FmtContext<'_, S, Self>,
        mut writer: Writer<'_>,
        event: &Event<'_>,
    ) -> fmt::Result {
        let metadata = event.metadata();
        writer.write_str(r#"{"timestamp":""#)?;
        SystemTime.format_time(&mut writer)?;
        write!(writer, r#"","level":"{}""#, metadata.level())?;
        self.format_fields(writer.by_ref(), event)?;
        write!(writer, r#","target":"{}""#, metadata.target())?;
        if let Some(span) = context.lookup_current() {
            writer.write_str(r#","span":{"name":""#)?;
            write!(writer, r#"{}""#, span.name())?;
            if let Some(fields) = span.extensions().get::<FormattedFields<Self>>() {
                writer.write_str(fields)?;
            }
            writer.write_char('}')?;
        }
        writer.write_str("}\n")
    }
}

impl<'writer> FormatFields<'writer> for Lines {
    /// Writes the fields as members of an object, each behind a comma.
    fn format_fields<R: RecordFields>(&self, writer: Writer<'writer>, fields: R) -> fmt::Result {
        let mut members = Members {
            writer,
            result: Ok(()),
        };
        fields.record(&mut members);
        members.result
    }
}

/// Writes members until one cannot be written.
struct Members<'writer> {
    writer: Writer<'writer>,
    result: fmt::Result,
}

impl Members<'_> {
    fn add(&mut self, field: &Field, json: impl Display) {
        if self.result.is_ok() {
            self.result = write!(self.writer, r#","{}":{json}"#, field.name());
        }
    }
}

impl Visit for Members<'_> {
    fn record_bool(&mut self, field: &Field, value: bool) {
        self.add(field, value);
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.add(field, value);
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.add(field, value);
    }

    fn record_f64(&mut self, field: &Field, value: f64) {
        self.add(field, Value::from(value));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.add(field, Value::from(value));
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.add(field, Value::from(format!("{value:?}")));
    }
}

#[cfg(test)]
mod tests {
    use std::{
        io::{self, Read as _},
        sync::Arc,
    };

    use tracing::subscriber;
    use tracing_subscriber::{fmt, prelude::*};

    use super::*;

    #[test]
    fn whatever_is_logged_is_json() {
        let (mut log, writer) = io::pipe().expect("a pipe");
        let lines = fmt::layer()
            .fmt_fields(Lines)
            .event_format(Lines)
            .with_writer(Arc::new(writer));
        subscriber::with_default(tracing_subscriber::registry().with(lines), || {
            let span = tracing::info_span!(
                "request",
                route = r#"/"quoted""#,
                status = tracing::field::Empty
            );
            let _inside = span.enter();
            span.record("status", 200);
            tracing::info!(ratio = f64::NAN, fine = true, text = %"a\nb", "it \\ works");
        });
        let mut text = String::new();
        log.read_to_string(&mut text).expect("the log is UTF-8");
        let mut line: Value = serde_json::from_str(&text).expect("the line is JSON");
        assert!(line["timestamp"].take().is_string());
        assert_eq!(
            line,
            serde_json::json!({
                "timestamp": null, "level": "INFO", "message": "it \\ works", "ratio": null,
                "fine": true, "text": "a\nb", "target": module_path!(),
                "span": { "name": "request", "route": "/\"quoted\"", "status": 200 },
            })
        );
    }
}
