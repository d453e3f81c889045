import SpecAdapters
import SpecIR
import SpecWriting

/// What the templates may insert. Text of an input is made harmless here for the language it lands in.
struct SkeletonValues {
  let target: RustTarget
  let derived: DerivedFiles

  init(_ target: RustTarget, _ derived: DerivedFiles) {
    self.target = target
    self.derived = derived
  }

  var values: [String: TemplateValue] {
    let isSQLite = target.options.database == .sqlite
    return [
      "crate": .text(target.crate.package), "lib": .text(target.crate.library), "title": .text(documentation),
      "heading": .text(Self.line(target.core.service.title)), "description": .text(description),
      "database": .flag(target.hasDatabase), "envelopes": .flag(!target.core.envelopes.isEmpty),
      "violation_texts": .flag(derived.spellsViolations), "violation_places": .flag(derived.spellsViolations || derived.placesViolations), "services": .flag(derived.hasServices), "constraints": .flag(derived.hasConstraints),
      "rows": .flag(!target.core.rows.isEmpty), "queries": .flag(!target.core.queries.isEmpty),
      "transactions": .flag(target.core.functions.contains { $0.body.hasTransaction }), "values": .flag(derived.usesValues), "keywords": .flag(derived.converts("named")),
      "timestamps": .flag(derived.converts("timestamp")),
      "decimals": .flag(["decimal", "double", "scaled"].contains { derived.converts($0) }),
      "sqlite": .flag(target.hasDatabase && isSQLite), "engine": .text(isSQLite ? "SQLite" : "PostgreSQL"),
      "operations": .list(
        target.core.operations.map { operation in
          [
            "name": .text(Self.line(operation.name)),
            "route": .text(Self.line("\(operation.method.rawValue) \(operation.path.text)")),
            "summary": .text(Self.line(operation.summary ?? "")),
          ]
        }),
    ]
  }

  /// The title as `//!` lines.
  private var documentation: String {
    let title = target.core.service.title
    return RustFile(documentation: title.hasSuffix(".") ? title : title + ".", []).printed().text
      .split(separator: "\n").joined(separator: "\n")
  }

  private var description: String {
    let text = target.core.service.documentation ?? "Generated from its contract."
    return MarkdownText.wrapped(text, width: 100).joined(separator: "\n")
  }

  /// One line of Markdown in which nothing of the text is markup or ends a table's cell.
  private static func line(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": line += " "
      case "|", "`", "<", ">", "[", "]", "*", "\\": line += "\\" + String(scalar)
      case _ where scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format: line += ""
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }
}

extension RustTarget {
  /// Whether a decimal is a type of some model or column.
  var usesDecimals: Bool {
    core.rows.contains { row in
      row.columns.contains { core.database?[row.table][$0].type.isDecimal == true }
    }
  }

  /// Whether some column that is read or written has a type for which this holds.
  func hasColumn(_ predicate: (ColumnType) -> Bool) -> Bool {
    core.rows.contains { row in row.columns.contains { id in core.database.map { predicate($0[row.table][id].type) } ?? false } }
  }
}
