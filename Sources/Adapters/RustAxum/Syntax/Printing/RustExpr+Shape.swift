// What rustfmt asks of an expression before it chooses a layout for the list that it stands in.

extension RustExpr {
  func mayOverflow(count: Int) -> Bool {
    switch kind {
    case .asyncBlock, .block, .closure: true
    case .match, .if, .for, .loop, .while, .array, .structure, .macro, .call, .method, .tuple: count == 1
    case .reference(_, let value), .try(let value), .prefix(_, let value), .cast(let value, _): value.mayOverflow(count: count)
    default: false
    }
  }

  var isMethodCall: Bool {
    switch kind {
    case .method: true
    case .reference(_, let value), .try(let value), .prefix(_, let value), .cast(let value, _): value.isMethodCall
    default: false
    }
  }

  var isNestedCall: Bool {
    switch kind {
    case .call, .macro: true
    case .reference(_, let value), .try(let value), .prefix(_, let value), .cast(let value, _): value.isNestedCall
    default: false
    }
  }

  /// Plain enough for several on a line.
  var isSimple: Bool {
    switch kind {
    case .literal: true
    case .path(let path): path.isSingleSegment
    case .reference(_, let value), .cast(let value, _), .field(let value, _), .try(let value), .prefix(_, let value):
      value.isSimple
    case .index(let value, let position): value.isSimple && position.isSimple
    case .repeat(let value, let count): value.isSimple && count.isSimple
    default: false
    }
  }
}

extension RustMacro {
  /// The place of the format string among the arguments of the macros that rustfmt knows.
  static func formatPosition(of head: String) -> Int? {
    switch head {
    case "eprint!", "eprintln!", "format!", "format_args!", "print!", "println!", "panic!", "unreachable!", "debug!", "error!",
      "info!", "warn!":
      0
    case "assert!", "debug_assert!", "write!", "writeln!": 1
    case "assert_eq!", "assert_ne!", "debug_assert_eq!", "debug_assert_ne!": 2
    default: nil
    }
  }
}
