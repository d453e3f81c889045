/// Text of an input in TOML 1.0.
package enum TOMLText {
  /// Returns a basic string on one line: quotes and backslashes escaped, what is not printed left out.
  package static func string(_ text: String) -> String {
    var token = "\""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: token += " "
      case .format, .surrogate, .unassigned, .privateUse: continue
      default:
        if scalar == "\"" || scalar == "\\" { token += "\\" }
        token.unicodeScalars.append(scalar)
      }
    }
    return token + "\""
  }
}
