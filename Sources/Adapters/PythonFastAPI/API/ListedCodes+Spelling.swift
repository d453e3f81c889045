import SpecAdapters

extension ListedCodes {
  /// Returns the case of `error`; `variant` spells the case of a word.
  func expression(variant: (String) -> PythonExpr?, otherwise: PythonExpr) -> PythonExpr {
    let cases = self.cases.compactMap { entry in
      variant(entry.word).map { value in
        PythonEntry(asksStatus ? .tuple([.string(entry.code), .integer(entry.status)]) : .string(entry.code), value)
      }
    }
    let statuses = byStatus.compactMap { status, word in variant(word).map { PythonEntry(.integer(status), $0) } }
    let last = Self.looked(up: "error.status", in: statuses, otherwise: other.flatMap(variant) ?? otherwise)
    return Self.looked(up: asksStatus ? .tuple(["error.code", "error.status"]) : "error.code", in: cases, otherwise: last)
  }

  private static func looked(up key: PythonExpr, in cases: [PythonEntry], otherwise: PythonExpr) -> PythonExpr {
    cases.isEmpty ? otherwise : PythonExpr.dict(cases).call("get", [.positional(key), .positional(otherwise)])
  }
}
