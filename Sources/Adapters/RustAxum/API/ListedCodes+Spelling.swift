import SpecAdapters

extension ListedCodes {
  /// Returns the case of `error`; `variant` spells the case of a word.
  func expression(_ error: RustExpr, variant: (String) -> RustExpr?, otherwise: RustExpr) -> RustExpr {
    let other = self.other.flatMap(variant) ?? otherwise
    var arms = cases.compactMap { entry in
      variant(entry.word).map { value in
        RustArm(.tuple([.literal(.string(entry.code)), asksStatus ? .literal(.integer(entry.status)) : .wildcard]), value)
      }
    }
    for (status, word) in byStatus {
      if let value = variant(word) { arms.append(RustArm(.tuple([.wildcard, .literal(.integer(status))]), value)) }
    }
    guard !arms.isEmpty else { return other }
    arms.append(RustArm(.wildcard, other))
    return .match(.tuple(error.field("code"), error.field("status").call("as_u16")), arms)
  }
}
