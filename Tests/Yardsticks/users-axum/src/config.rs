//! The configuration, read from the environment; all its errors are reported at once.

use std::{
    env,
    fmt::{self, Display},
    net::{IpAddr, Ipv4Addr},
    str::FromStr,
    time::Duration,
};

use axum::http::HeaderValue;

use crate::generated::db;

/// Everything that a deployment may set. `.env.example` says the same for people.
#[derive(Debug, Clone)]
pub struct Config {
    pub host: IpAddr,
    pub port: u16,
    pub log_filter: String,
    pub request_timeout: Duration,
    pub body_limit: usize,
    pub cors_allowed_origins: Vec<HeaderValue>,
    pub database: DatabaseConfig,
    pub shutdown: ShutdownConfig,
}

/// How to reach the database, and how many connections to keep.
#[derive(Debug, Clone)]
pub struct DatabaseConfig {
    pub url: Secret,
    pub max_connections: u32,
    pub min_connections: u32,
    /// The longest wait for a connection.
    pub acquire_timeout: Duration,
    /// The longest wait for one statement, its locks included.
    pub statement_timeout: Duration,
}

/// How the server stops.
#[derive(Debug, Clone, Copy)]
pub struct ShutdownConfig {
    /// How long requests are still accepted after readiness is off, so that a balancer notices.
    pub drain_delay: Duration,
    /// The longest wait for requests in flight after that.
    pub timeout: Duration,
}

/// A value that never shows in a log.
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    pub fn new(value: impl Into<String>) -> Self {
        Self(value.into())
    }

    /// The value itself, to be handed on and not to be printed.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// What is wrong with the environment, one line per variable.
#[derive(Debug, PartialEq, Eq)]
pub struct ConfigErrors(Vec<String>);

impl Display for ConfigErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the configuration is not valid:\n  {}",
            self.0.join("\n  ")
        )
    }
}

impl std::error::Error for ConfigErrors {}

impl Config {
    /// Reads the process environment.
    ///
    /// # Errors
    /// Lists every variable whose value cannot be used.
    pub fn from_env() -> Result<Self, ConfigErrors> {
        Self::read(|name| env::var(name).ok())
    }

    /// Reads the variables that `lookup` finds; an empty value counts as none.
    ///
    /// # Errors
    /// Lists every variable whose value cannot be used.
    pub fn read(lookup: impl Fn(&str) -> Option<String>) -> Result<Self, ConfigErrors> {
        let mut variables = Variables {
            lookup,
            errors: Vec::new(),
        };
        let level = variables.text("LOG_LEVEL", "info");
        let request_timeout = variables.milliseconds("REQUEST_TIMEOUT_MS", 30_000);
        let config = Self {
            host: variables.value("HOST", IpAddr::V4(Ipv4Addr::LOCALHOST)),
            port: variables.value("PORT", 3000),
            log_filter: variables.text("RUST_LOG", &level),
            request_timeout,
            body_limit: variables.value("BODY_LIMIT_BYTES", 1_048_576),
            cors_allowed_origins: variables.origins("CORS_ALLOWED_ORIGINS"),
            database: DatabaseConfig {
                url: Secret(variables.text("DATABASE_URL", db::DEFAULT_URL)),
                max_connections: variables.value("DATABASE_MAX_CONNECTIONS", 10),
                min_connections: variables.value("DATABASE_MIN_CONNECTIONS", 0),
                acquire_timeout: variables.milliseconds("DATABASE_ACQUIRE_TIMEOUT_MS", 5_000),
                statement_timeout: request_timeout,
            },
            shutdown: ShutdownConfig {
                drain_delay: variables.milliseconds("DRAIN_DELAY_MS", 0),
                timeout: variables.milliseconds("SHUTDOWN_TIMEOUT_MS", 10_000),
            },
        };
        variables.require(
            config.database.max_connections > 0,
            "DATABASE_MAX_CONNECTIONS must be at least 1",
        );
        variables.require(
            config.database.min_connections <= config.database.max_connections,
            "DATABASE_MIN_CONNECTIONS must not exceed DATABASE_MAX_CONNECTIONS",
        );
        variables.require(
            !config.request_timeout.is_zero(),
            "REQUEST_TIMEOUT_MS must be at least 1",
        );
        if variables.errors.is_empty() {
            Ok(config)
        } else {
            Err(ConfigErrors(variables.errors))
        }
    }
}

/// Reads variables and remembers what was wrong with them.
struct Variables<L> {
    lookup: L,
    errors: Vec<String>,
}

impl<L: Fn(&str) -> Option<String>> Variables<L> {
    fn get(&self, name: &str) -> Option<String> {
        (self.lookup)(name).filter(|value| !value.is_empty())
    }

    fn text(&self, name: &str, default: &str) -> String {
        self.get(name).unwrap_or_else(|| default.to_owned())
    }

    fn value<T: FromStr<Err: Display>>(&mut self, name: &str, default: T) -> T {
        let Some(text) = self.get(name) else {
            return default;
        };
        text.parse().unwrap_or_else(|error| {
            self.errors.push(format!("{name}: {error}"));
            default
        })
    }

    fn milliseconds(&mut self, name: &str, default: u64) -> Duration {
        Duration::from_millis(self.value(name, default))
    }

    fn origins(&mut self, name: &str) -> Vec<HeaderValue> {
        let text = self.text(name, "");
        let mut origins = Vec::new();
        for origin in text
            .split(',')
            .map(str::trim)
            .filter(|origin| !origin.is_empty())
        {
            match HeaderValue::from_str(origin) {
                Ok(value) if origin.contains("://") => origins.push(value),
                _ => self.errors.push(format!(
                    "{name}: `{origin}` is no origin such as https://example.org"
                )),
            }
        }
        origins
    }

    fn require(&mut self, holds: bool, message: &str) {
        if !holds {
            self.errors.push(message.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_need_no_environment() {
        let config = Config::read(|_| None).expect("defaults are valid");
        assert_eq!(config.port, 3000);
        assert_eq!(config.database.url.expose(), db::DEFAULT_URL);
        assert!(config.cors_allowed_origins.is_empty());
    }

    #[test]
    fn all_errors_are_reported_at_once() {
        let errors = Config::read(|name| match name {
            "PORT" => Some("70000".to_owned()),
            "HOST" => Some("nowhere".to_owned()),
            "DATABASE_MAX_CONNECTIONS" => Some("0".to_owned()),
            "CORS_ALLOWED_ORIGINS" => Some("https://example.org, *".to_owned()),
            _ => None,
        })
        .expect_err("four variables are wrong");
        let text = errors.to_string();
        for name in [
            "PORT",
            "HOST",
            "DATABASE_MAX_CONNECTIONS",
            "CORS_ALLOWED_ORIGINS",
        ] {
            assert!(text.contains(name), "{name} is missing in: {text}");
        }
    }

    #[test]
    fn secrets_are_not_printed() {
        let config = Config::read(|name| {
            (name == "DATABASE_URL").then(|| "scheme://user:hidden@host/name".to_owned())
        })
        .expect("the URL is only read when connecting");
        assert!(!format!("{config:?}").contains("hidden"));
    }
}
