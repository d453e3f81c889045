import SpecWriting

extension PythonFile {
  /// The text of the file, the distributions it uses in order of first use, and what it imports of its own package.
  package func printed() -> (text: String, distributions: [String], own: Set<PythonSymbol>) {
    let imports = PythonImports(declared: statements.flatMap(\.declaredNames) + locals, home: module)
    let printer = PythonPrinter(imports: imports)
    let docstring = documentation.flatMap(printer.spellDocstring)
    // The imports are known when all is spelled, but whether something stands before the statements changes only empty lines.
    for symbol in exports { _ = imports.spelling(of: symbol) }
    let body = printer.spell(statements, in: .module, follows: true)
    let sections = imports.sections.map { Document.joined($0.map(\.document), separator: .hardLine) }
    let before = (docstring.map { [$0] } ?? []) + sections
    let head = Document.joined(before, separator: .blankLine)
    let text = String(Document.concat(head, body).printed(width: PythonPrinter.width).drop { $0 == "\n" })
    return (text.isEmpty ? "" : text + "\n", imports.distributions, imports.own)
  }
}

extension PythonImport {
  /// One line, or a member per line in parentheses.
  fileprivate var document: Document {
    if members.isEmpty { return .text("import " + module + (alias.map { " as \($0)" } ?? "")) }
    let items = PythonPrinter.commaSeparated(members.map { .text($0.text) })
    return .concat(
      .text("from \(module) import "),
      .group(.concat(.only(.broken(), "("), PythonPrinter.block(items), .only(.broken(), ")"))))
  }
}

extension PythonStatement {
  /// The names that the statement puts into the scope of its file.
  fileprivate var declaredNames: [String] {
    switch self {
    case .function(let function): [function.name]
    case .class(let type): [type.name]
    case .assign(let targets, _): targets.flatMap(\.boundNames)
    case .annotated(let target, _, _): target.boundNames
    case .if(let branches, let otherwise): (branches.flatMap(\.body) + otherwise).flatMap(\.declaredNames)
    case .for(let loop): loop.target.boundNames + (loop.body + loop.otherwise).flatMap(\.declaredNames)
    case .with(let with): with.items.flatMap { $0.target?.boundNames ?? [] } + with.body.flatMap(\.declaredNames)
    case .try(let attempt):
      (attempt.body + attempt.handlers.flatMap(\.body) + attempt.otherwise + attempt.finally).flatMap(\.declaredNames)
    case .while(_, let body, let otherwise): (body + otherwise).flatMap(\.declaredNames)
    case .match(_, let cases): cases.flatMap(\.body).flatMap(\.declaredNames)
    case .noted(let inner, _): inner.declaredNames
    case .expression, .augmented, .return, .raise, .assert, .delete, .pass, .break, .continue, .global, .nonlocal, .comment,
      .description, .blank:
      []
    }
  }
}

extension PythonExpr {
  fileprivate var boundNames: [String] {
    switch kind {
    case .name(let symbol): symbol.origin == .scope ? [symbol.name] : []
    case .tuple(let items), .list(let items): items.flatMap(\.boundNames)
    case .starred(let value), .parenthesized(let value): value.boundNames
    default: []
    }
  }
}
