import SpecAdapters
import SpecIR

extension PatternConstants {
  /// A constant never hides what the files import in capitals.
  convenience init() {
    self.init(reserved: Set(DecodeModule.formats.names + DecodeModule.absent.names + ["UTC", "UUID", "DECLARED"])) {
      PythonNames.constant($0, fallback: "pattern")
    }
  }

  func constant(for pattern: Pattern, named name: String) -> PythonExpr { Self.reference(self.name(of: pattern, for: name)) }

  private static func reference(_ name: String) -> PythonExpr { .name(PythonSymbol(stringLiteral: name)) }

  func declarations(_ pattern: PythonSymbol) -> [PythonStatement] {
    all.flatMap { constant -> [PythonStatement] in
      let sources = [constant.pattern.source, constant.pattern.portable].map { PythonArgument.positional(.pattern($0)) }
      return [.blank, .constant(constant.name, .call(pattern, sources))]
    }
  }
}
