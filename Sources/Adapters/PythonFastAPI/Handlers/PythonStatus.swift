import SpecAdapters

/// Status codes as members of `http.HTTPStatus`.
enum PythonStatus {
  /// Source: the reference of Python 3.11, `http.HTTPStatus`.
  private static let own = [
    413: "REQUEST_ENTITY_TOO_LARGE", 414: "REQUEST_URI_TOO_LONG", 416: "REQUESTED_RANGE_NOT_SATISFIABLE",
  ]

  /// Returns the member, or the number of a code that has none.
  static func expression(_ code: Int) -> PythonExpr {
    StatusName.of(code, own: own).map { PythonExpr.name(.std("http", "HTTPStatus")).attribute($0) } ?? .integer(code)
  }
}
