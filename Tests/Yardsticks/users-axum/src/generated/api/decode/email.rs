//! The format `email`.

use super::{Fault, Pointer, Report};

/// Reports what is no e-mail address as web browsers define it: the HTML Living Standard's "valid
/// e-mail address", without the quoted local parts and comments of RFC 5322.
pub fn email(text: &str, at: &Pointer<'_>, report: &mut Report) {
    let valid = text
        .split_once('@')
        .is_some_and(|(local, domain)| is_local(local) && domain.split('.').all(is_label));
    if !valid {
        report.add(at, &Fault::Format("an e-mail address"));
    }
}

fn is_local(local: &str) -> bool {
    !local.is_empty()
        && local
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte))
}

/// A label of a host name: letters, digits, and hyphens between them.
fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
