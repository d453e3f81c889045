//! The formats `ipv4`, `ipv6` and `hostname`.

use std::net::{Ipv4Addr, Ipv6Addr};

use super::{Fault, Pointer, Report};

/// Reports what is no IPv4 address.
pub fn ipv4(text: &str, at: &Pointer<'_>, report: &mut Report) {
    if text.parse::<Ipv4Addr>().is_err() {
        report.add(at, &Fault::Format("an IPv4 address"));
    }
}

/// Reports what is no IPv6 address.
pub fn ipv6(text: &str, at: &Pointer<'_>, report: &mut Report) {
    if text.parse::<Ipv6Addr>().is_err() {
        report.add(at, &Fault::Format("an IPv6 address"));
    }
}

/// Reports what is no host name (RFC 1123): labels of letters, digits, and hyphens between them.
pub fn hostname(text: &str, at: &Pointer<'_>, report: &mut Report) {
    if text.len() > 253 || !text.split('.').all(is_label) {
        report.add(at, &Fault::Format("a host name"));
    }
}

fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
