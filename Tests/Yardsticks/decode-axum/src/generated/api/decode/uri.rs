//! The formats `uri` and `uri-reference`.

use super::{Fault, Pointer, Report};

/// Reports what is no URI (RFC 3986): a scheme, a colon, and characters that a URI may have.
pub fn uri(text: &str, at: &Pointer<'_>, report: &mut Report) {
    let valid = text
        .split_once(':')
        .is_some_and(|(scheme, _)| is_scheme(scheme) && has_uri_characters(text));
    if !valid {
        report.add(at, &Fault::Format("a URI"));
    }
}

/// Reports what is neither a URI nor a part of one.
pub fn uri_reference(text: &str, at: &Pointer<'_>, report: &mut Report) {
    if !has_uri_characters(text) {
        report.add(at, &Fault::Format("a URI or a part of one"));
    }
}

fn is_scheme(scheme: &str) -> bool {
    scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

fn has_uri_characters(text: &str) -> bool {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let valid = if byte == b'%' {
            let digits = [bytes.next(), bytes.next()];
            digits
                .iter()
                .flatten()
                .filter(|byte| byte.is_ascii_hexdigit())
                .count()
                == 2
        } else {
            byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=".contains(&byte)
        };
        if !valid {
            return false;
        }
    }
    true
}
