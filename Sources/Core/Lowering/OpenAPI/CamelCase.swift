internal import SpecNaming

/// Joins the words of a text, each with a capital: `list-users` and `listUsers` both give `ListUsers`.
///
/// Names of models that the contract does not name are made so; adapters spell them as their language does.
func upperCamelCase(_ text: String) -> String { Words(text).joined(.pascal) }
