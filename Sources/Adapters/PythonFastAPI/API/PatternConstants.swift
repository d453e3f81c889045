import SpecIR

/// The patterns of one file, each compiled once per process.
///
/// A class, because every type of the file may name one.
final class PatternConstants {
  private var constants: [(pattern: Pattern, name: String)] = []
  /// A constant never hides what the files import in capitals.
  private var taken: Set<String> = Set(DecodeModule.formats.names + DecodeModule.absent.names + ["UTC", "UUID", "DECLARED"])

  /// Returns the constant that holds a pattern; the same pattern has one constant in a file.
  func constant(for pattern: Pattern, named name: String) -> PythonExpr {
    if let known = constants.first(where: { $0.pattern == pattern }) { return Self.reference(known.name) }
    let wished = PythonNames.constant(name, fallback: "pattern")
    var constant = wished
    var number = 2
    while !taken.insert(constant).inserted {
      constant = "\(wished)_\(number)"
      number += 1
    }
    constants.append((pattern, constant))
    return Self.reference(constant)
  }

  private static func reference(_ name: String) -> PythonExpr { .name(PythonSymbol(stringLiteral: name)) }

  var isEmpty: Bool { constants.isEmpty }

  /// The declarations, in the order of first use.
  func declarations(_ pattern: PythonSymbol) -> [PythonStatement] {
    constants.flatMap { constant -> [PythonStatement] in
      let sources = [constant.pattern.source, constant.pattern.portable].map { PythonArgument.positional(.pattern($0)) }
      return [.blank, .assign(Self.reference(constant.name), .call(pattern, sources))]
    }
  }
}
