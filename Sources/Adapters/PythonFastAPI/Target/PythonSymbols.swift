import SpecAdapters
import SpecIR

/// Where the package's own names live.
extension PythonTarget {
  /// `users.generated.api`
  func module(_ path: String...) -> String { ([package.module] + path).joined(separator: ".") }

  /// A model, by the file in which it lives.
  func symbol(of id: ModelID) -> PythonSymbol { .own(module("generated", "api", self[id].file.rawValue), self[id].name) }

  /// A structure of parameters, which only requests have.
  func parameters(_ name: String) -> PythonSymbol { .own(module("generated", "api", "requests"), name) }

  /// A row.
  func symbol(of id: RowID) -> PythonSymbol { .own(module("generated", "db", "models"), self[id].name) }

  /// A name of the constraint library.
  func decoding(_ name: String) -> PythonSymbol { .own(module("generated", "api", "decode"), name) }
}

extension PythonSymbol {
  static let annotated = PythonSymbol.std("typing", "Annotated")
  static let datetime = PythonSymbol.std("datetime", "datetime")
  static let date = PythonSymbol.std("datetime", "date")
  static let decimal = PythonSymbol.std("decimal", "Decimal")
  static let uuid = PythonSymbol.std("uuid", "UUID")
  static let final = PythonSymbol.std("typing", "Final")
  static let baseModel = PythonSymbol.of("pydantic", "pydantic", "BaseModel")
  static let field = PythonSymbol.of("pydantic", "pydantic", "Field")
}
