//! What `errors` asks of a database; there is none here.

/// Whether there is no connection to be had.
pub fn is_cut_off(_: &sqlx::Error) -> bool {
    false
}
