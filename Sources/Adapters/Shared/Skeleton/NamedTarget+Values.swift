import SpecIR
import SpecWriting

extension NamedTarget {
  /// What the templates of every skeleton may insert: what it is about, on which database, and the operations for its README.
  package var commonValues: [String: TemplateValue] {
    let isSQLite = options.database == .sqlite
    return [
      "heading": .text(MarkdownLine.inert(core.service.title)), "description": .text(description),
      "database": .flag(hasDatabase), "sqlite": .flag(hasDatabase && isSQLite), "postgres": .flag(hasDatabase && !isSQLite),
      "engine": .text(isSQLite ? "SQLite" : "PostgreSQL"), "pointers": .flag(core.pointsAtFailures),
      "operations": .list(
        core.operations.map { operation in
          [
            "name": .text(MarkdownLine.inert(operation.name)),
            "route": .text(MarkdownLine.inert("\(operation.method.rawValue) \(operation.path.text)")),
            "summary": .text(MarkdownLine.inert(operation.summary ?? "")),
          ]
        }),
    ]
  }

  private var description: String {
    let text = core.service.documentation ?? "Generated from its contract."
    return MarkdownText.wrapped(text, width: 100).joined(separator: "\n")
  }
}
