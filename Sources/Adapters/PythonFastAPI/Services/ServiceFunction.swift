import SpecAdapters
import SpecIR
import SpecNaming

/// A function of the service layer with its Python names.
struct ServiceFunction {
  let target: PythonTarget
  let function: Function
  let name: String
  let group: OperationGroup
  let tables: TableNames
  /// By ``LocalID``; what is unwrapped has the name of what holds it, since `None` is no other type.
  let locals: [String]
  /// Expressions that stand where a local would be named, by ``LocalID``.
  let spelling: Spelling
  /// The locals that have no statement of their own.
  let inlined: Set<LocalID>

  /// What the file imports and what statements name themselves.
  private static let taken = [
    "b64decode", "b64encode", "connection", "date", "datetime", "db", "fits", "identifiers", "mapping", "narrowed", "queries",
    "read_instant", "refusals", "single", "values", "write_instant",
  ]

  init(_ target: PythonTarget, _ id: FunctionID, in group: OperationGroup, _ tables: TableNames) {
    self.target = target
    self.group = group
    self.tables = tables
    function = target.core[id]
    name = target.names.functions[id.index]
    locals = Self.names(target.core[id])
    (spelling, inlined) = Self.inline(Spelling(target, target.core[id], names: locals), target.core[id])
  }

  private static func names(_ function: Function) -> [String] {
    let holders = function.body.holders
    var scope = NameScope(reserved: PythonNames.reserved(with: taken))
    // The name of the content is the better one; a parameter keeps its own.
    var chosen: [Int: String] = [:]
    for (content, holder) in holders where holder.index >= function.parameterCount {
      chosen[holder.index] = function.locals[content.index].name
    }
    var names = function.locals.indices.map { _ in "" }
    for index in function.locals.indices where holders[LocalID(index)] == nil {
      let name = chosen[index] ?? function.locals[index].name
      names[index] = scope.claim(name == "body" ? "request" : PythonNames.value(name))
    }
    for index in function.locals.indices {
      var holder = LocalID(index)
      while let next = holders[holder] { holder = next }
      names[index] = names[holder.index]
    }
    return names
  }

  /// Puts what is bound where it is used: a member anywhere, anything else that cannot fail where it is used once.
  private static func inline(_ start: Spelling, _ function: Function) -> (Spelling, Set<LocalID>) {
    var spelling = start
    var inlined: Set<LocalID> = []
    for case .bind(let local, let value) in function.body {
      let spelled = spelling.spell(value)
      guard spelled.isPath || value.isTotal && function.body.uses(of: local) == 1 else { continue }
      spelling.substitute(local, spelled)
      inlined.insert(local)
    }
    return (spelling, inlined)
  }

  func name(of local: LocalID) -> PythonExpr { .name(PythonSymbol(stringLiteral: locals[local.index])) }

  /// Whether the function asks the database; otherwise it has no parameter for it.
  var usesDatabase: Bool { function.body.asksDatabase }

  var parameters: [PythonParameter] {
    zip(function.parameters, locals).map { PythonParameter($1, target.type($0.type)) }
  }

  /// The class of a failure.
  func error(_ id: ErrorID) -> PythonExpr { .name(target.symbol(of: id, in: group)) }

  // MARK: Documentation

  var documentation: String {
    let summary = Docstring.text(function.documentation, summary: "Do `\(function.name)`.")
    let refused = function.errors.filter { id in function.body.violations.contains { $0.error == id } }
    let rest = function.errors.filter { !refused.contains($0) }
    var lines: [String] = []
    if !refused.isEmpty {
      let names = refused.map { target.errorName($0, in: group) }.joined(separator: ", ")
      lines.append("\(names): where the database refuses it.")
    }
    for id in rest {
      let reason = target.core[id].status == 404 ? "where there is none." : Self.reason(target.core[id].message)
      lines.append("\(target.errorName(id, in: group)): \(reason)")
    }
    return summary + (lines.isEmpty ? "" : "\n\nRaises:\n" + lines.flatMap(Docstring.item).joined(separator: "\n"))
  }

  /// The message of a failure as what `Raises` says: "where the name is too long."
  private static func reason(_ message: String) -> String { "where " + message.prefix(1).lowercased() + message.dropFirst() }
}

extension [Statement] {
  /// The locals whose content another local names, where the content is the same value in Python.
  var holders: [LocalID: LocalID] {
    var found: [LocalID: LocalID] = [:]
    for statement in self {
      switch statement {
      case .unwrap(let local, .local(let holder), let block):
        found[local] = holder
        found.merge(block.holders) { first, _ in first }
      case .unwrap(_, _, let block), .each(_, _, let block), .transaction(let block):
        found.merge(block.holders) { first, _ in first }
      case .branch(_, let then, let otherwise):
        found.merge(then.holders) { first, _ in first }
        found.merge(otherwise.holders) { first, _ in first }
      case .bind, .query, .effect, .fail, .return: continue
      }
    }
    return found
  }

  /// How often a local is named.
  func uses(of local: LocalID) -> Int { expressions.reduce(0) { $0 + $1.uses(of: local) } }
}

extension Expression {
  fileprivate func uses(of local: LocalID) -> Int {
    if case .local(local) = self { return 1 }
    return operands.reduce(0) { $0 + $1.uses(of: local) }
  }

  /// The locals inside.
  var locals: [LocalID] {
    if case .local(let id) = self { return [id] }
    return operands.flatMap(\.locals)
  }
}
