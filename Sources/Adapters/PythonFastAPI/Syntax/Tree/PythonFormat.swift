/// A part of an f-string.
package enum PythonFormatPart: Sendable {
  case text(String)
  /// `{value!conversion:spec}`. The conversion and the specification are ours, such as `r` and `.3f`.
  case value(PythonExpr, conversion: String = "", spec: String = "")
}

extension PythonExpr {
  /// `f"…"`.
  ///
  /// Before Python 3.12 a replacement field holds neither a backslash nor the quote of its string. Where one of the values
  /// would need them, the same text is made by `"…".format(…)`.
  package static func format(_ parts: [PythonFormatPart]) -> PythonExpr {
    let isPlain = parts.allSatisfy { part in
      if case .value(let value, _, _) = part { value.isPlainInFormat } else { true }
    }
    if isPlain { return PythonExpr(.formatted(parts)) }
    var template = ""
    var values: [PythonArgument] = []
    for part in parts {
      switch part {
      case .text(let text): template += doubled(text)
      case .value(let value, let conversion, let spec):
        template += "{" + (conversion.isEmpty ? "" : "!" + conversion) + (spec.isEmpty ? "" : ":" + spec) + "}"
        values.append(.positional(value))
      }
    }
    return PythonExpr(.call(PythonExpr(.attribute(.string(template), "format")), values))
  }

  /// Text between the fields: braces stand twice.
  static func doubled(_ text: String) -> String {
    String(text.flatMap { $0 == "{" || $0 == "}" ? [$0, $0] : [$0] })
  }

  /// Whether the expression can stand in a replacement field: a path of names, calls and subscripts with plain arguments.
  private var isPlainInFormat: Bool {
    switch kind {
    case .name, .number, .constant: true
    case .string(let string):
      string.parts.count == 1 && string.parts[0].prefix.isEmpty && string.parts[0].quote == "\""
        && !string.parts[0].content.contains { $0 == "\\" || $0 == "'" || $0 == "{" || $0 == "}" }
    case .attribute(let value, _): value.isPlainInFormat
    case .call(let callee, let arguments): callee.isPlainInFormat && arguments.allSatisfy(\.isPlainInFormat)
    case .subscript(let value, let items): value.isPlainInFormat && items.allSatisfy(\.isPlainInFormat)
    case .binary(let left, _, let right): left.isPlainInFormat && right.isPlainInFormat
    case .parenthesized(let inner): inner.isPlainInFormat
    case .quoted, .formatted, .slice, .tuple, .list, .set, .dict, .comprehension, .lambda, .unary, .compare, .boolean, .conditional,
      .await, .yield, .yieldFrom, .walrus, .starred, .bound:
      false
    }
  }
}

extension PythonArgument {
  fileprivate var isPlainInFormat: Bool {
    switch self {
    case .positional(let value), .keyword(_, let value): PythonExpr.format([.value(value)]).isFormatted
    case .star, .doubleStar: false
    }
  }
}

extension PythonExpr {
  var isFormatted: Bool { if case .formatted = kind { true } else { false } }
}
