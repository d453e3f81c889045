package import SpecIR

/// How a parameter is written, as far as reading it differs.
package enum ParameterStyle: Hashable, Sendable {
  /// One text.
  case single
  /// A list: one text a value, or one text with separators.
  case list(separator: Unicode.Scalar?)

  package init(_ parameter: Parameter) {
    switch parameter.style {
    case .form where parameter.isExploded: self = .list(separator: nil)
    case .form, .simple: self = .list(separator: ",")
    case .spaceDelimited: self = .list(separator: " ")
    case .pipeDelimited: self = .list(separator: "|")
    case .label, .matrix, .deepObject, .json: self = .single
    }
  }
}
