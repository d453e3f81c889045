//! Gives every request an id that its log lines and its response share.

use axum::{
    extract::Request,
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use uuid::Uuid;

pub const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Longer ids would only fill the log.
const MAX_LENGTH: usize = 128;

/// The id of a request, kept among its extensions.
#[derive(Debug, Clone)]
pub struct RequestId(HeaderValue);

impl RequestId {
    pub fn as_str(&self) -> &str {
        self.0.to_str().unwrap_or_default()
    }
}

/// Takes the id that the client sent, if it is one, or makes a new one; and sends it back.
pub async fn assign(mut request: Request, next: Next) -> Response {
    let id = match request.headers().get(X_REQUEST_ID) {
        Some(value) if is_id(value.as_bytes()) => value.clone(),
        _ => generate(),
    };
    request.extensions_mut().insert(RequestId(id.clone()));
    let mut response = next.run(request).await;
    response.headers_mut().insert(X_REQUEST_ID, id);
    response
}

/// Anything else could forge log lines or break the programs that read them.
fn is_id(bytes: &[u8]) -> bool {
    let allowed = |byte: &u8| byte.is_ascii_alphanumeric() || b"._-".contains(byte);
    (1..=MAX_LENGTH).contains(&bytes.len()) && bytes.iter().all(allowed)
}

fn generate() -> HeaderValue {
    let mut buffer = Uuid::encode_buffer();
    let text = Uuid::new_v4().hyphenated().encode_lower(&mut buffer);
    HeaderValue::from_str(text).unwrap_or_else(|_| HeaderValue::from_static("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_short_and_plain() {
        assert!(is_id(b"a"));
        assert!(is_id(b"4bf92f35-77b3_4da6.A"));
        assert!(is_id(&[b'x'; MAX_LENGTH]));
        assert!(!is_id(b""));
        assert!(!is_id(&[b'x'; MAX_LENGTH + 1]));
        assert!(!is_id(b"a b"));
        assert!(!is_id("\u{e9}".as_bytes()));
    }

    #[test]
    fn generated_ids_are_ids() {
        assert!(is_id(generate().as_bytes()));
    }
}
