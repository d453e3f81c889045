import SpecNaming
import SpecRehearsal
import SpecWriting

/// What the tests of one file share: bodies, and rows that several of them run with.
///
/// A class, because all tests of a file add to it.
final class TestParts {
  private var bodies = SharedBodies { PythonNames.constant($0) }
  /// The constants that hold rows, in the order of first use.
  private var tables: [(rows: TestRows, name: String)] = []
  private let shared: Set<TestRows>

  /// - Parameter shared: the rows that several tests run with.
  init(sharing shared: Set<TestRows>) { self.shared = shared }

  /// The constant that holds a body.
  func constant(for body: JSONValue, of operation: String) -> PythonExpr {
    PythonExpr(stringLiteral: bodies.name(of: body, for: operation))
  }

  /// The constant that holds the rows of lists.
  func constant(for rows: ListedRows, of operation: String) -> PythonExpr {
    PythonExpr(stringLiteral: bodies.name(of: rows, listedBy: operation))
  }

  /// The rows as a value: the constant that holds them, where several tests share it.
  func list(_ rows: TestRows) -> PythonExpr {
    guard shared.contains(rows) else { return rows.list }
    if let known = tables.first(where: { $0.rows == rows }) { return PythonExpr(stringLiteral: known.name) }
    let name = bodies.names.claim(rows.constant.name)
    tables.append((rows, name))
    return PythonExpr(stringLiteral: name)
  }

  /// The declarations of the constants, each with what it is.
  var constants: [PythonStatement] {
    let bodies = bodies.all.flatMap { body -> [PythonStatement] in
      let name = PythonExpr(stringLiteral: body.name)
      let value = PythonExpr.json(body.value)
      return [
        .comment(body.documentation),
        body.annotation.map { .annotated(name, $0, value) } ?? .assign(name, value), .blank,
      ]
    }
    let tables = tables.flatMap { table -> [PythonStatement] in
      [.comment(table.rows.constant.documentation), .field(table.name, table.rows.type, table.rows.list), .blank]
    }
    return bodies + tables
  }
}

extension SharedBodies.Body {
  /// The type of the constant; nothing where mypy finds one that serves.
  fileprivate var annotation: PythonExpr? {
    let object = PythonExpr.generic("dict", ["str", "object"])
    switch (kind, value) {
    case (.rows, _): return .generic("list", [object])
    case (.body, .object): return value.holdsNothing ? object : nil
    case (.body, _): return value.holdsNothing ? "object" : nil
    }
  }
}

extension JSONValue {

  /// Whether a list or an object in it is empty, so that its type cannot be seen.
  fileprivate var holdsNothing: Bool {
    switch self {
    case .null, .bool, .number, .string: false
    case .array(let items): items.isEmpty || items.contains(where: \.holdsNothing)
    case .object(let members): members.isEmpty || members.contains { $0.value.holdsNothing }
    }
  }
}
