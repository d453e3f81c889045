import SpecAdapters

extension ListedCodes {
  /// Returns the case of `error`; `variant` spells the case of a word.
  func expression(variant: (String) -> PythonExpr?, otherwise: PythonExpr) -> PythonExpr {
    var seen: Set<String> = []
    var cases: [PythonEntry] = []
    for entry in entries {
      let isSeen = !seen.insert(entry.code).inserted
      guard asksStatus || !isSeen, entry.word != other, let value = variant(entry.word) else { continue }
      cases.append(PythonEntry(asksStatus ? .tuple([.string(entry.code), .integer(entry.status)]) : .string(entry.code), value))
    }
    let statuses = byStatus.compactMap { status, word in variant(word).map { PythonEntry(.integer(status), $0) } }
    let last = Self.looked(up: "error.status", in: statuses, otherwise: other.flatMap(variant) ?? otherwise)
    return Self.looked(up: asksStatus ? .tuple(["error.code", "error.status"]) : "error.code", in: cases, otherwise: last)
  }

  private static func looked(up key: PythonExpr, in cases: [PythonEntry], otherwise: PythonExpr) -> PythonExpr {
    cases.isEmpty ? otherwise : PythonExpr.dict(cases).call("get", [.positional(key), .positional(otherwise)])
  }
}
