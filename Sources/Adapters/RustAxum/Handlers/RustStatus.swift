import SpecAdapters

/// Status codes as constants of the `http` crate.
enum RustStatus {
  /// Returns the constant; a code that has none is made of its number, which is one from 100 to 999.
  static func expression(_ code: Int) -> RustExpr {
    if let name = StatusName.of(code) { return .path(.statusCode, name) }
    return .call(RustPath(.statusCode, "from_u16"), .integer(code))
      .call("unwrap_or", .path(.statusCode, code < 400 ? "OK" : "INTERNAL_SERVER_ERROR"))
  }
}
