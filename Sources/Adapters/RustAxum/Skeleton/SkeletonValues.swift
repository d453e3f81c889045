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
    let values: [String: TemplateValue] = [
      "crate": .text(target.crate.package), "lib": .text(target.crate.library), "title": .text(documentation),
      "hasLongName": .flag(hasLongName),
      "envelopes": .flag(!target.core.envelopes.isEmpty),
      "failed_requests": .flag(target.core.tellsRequests),
      "violation_texts": .flag(spellsViolations), "violation_places": .flag(spellsViolations || placesViolations),
      "listed_failures": .flag(target.core.envelopes.contains { $0.listsFailure }),
      "star": .text(RustRoute.star), "starred_paths": .flag(hasStarredPaths),
      "services": .flag(derived.hasServices), "constraints": .flag(derived.hasConstraints),
      "rows": .flag(!target.core.rows.isEmpty), "queries": .flag(!target.core.queries.isEmpty),
      "values": .flag(derived.usesValues),
      "transactions": .flag(target.core.functions.contains { $0.body.hasTransaction }),
    ]
    return target.commonValues.merging(values) { $1 }.merging(conversions) { $1 }
  }

  /// Whether what the tests take from the crate does not fit on a line of 100 columns.
  private var hasLongName: Bool {
    "use \(target.crate.library)::{app, config::Config, middleware, state::AppState};".count > 100
  }

  /// Whether the name of some path parameter holds what has a meaning in the router.
  private var hasStarredPaths: Bool {
    target.core.operations.contains { $0.path.parameterNames.contains { $0.contains("*") } }
  }

  /// Whether an envelope lists violations as sentences.
  private var spellsViolations: Bool { target.core.envelopes.contains { $0.roles.contains(.messages) } }

  /// Whether an envelope tells the places of violations.
  private var placesViolations: Bool {
    target.core.envelopes.contains { envelope in
      envelope.roles.contains {
        if case .violations(let pointer, let parameter, _, _) = $0 { pointer != nil || parameter != nil } else { false }
      }
    }
  }

  /// Which helpers between the database and the contract are called, and what these need.
  private var conversions: [String: TemplateValue] {
    let helpers = ["named", "parsed", "from_json", "narrowed", "double", "decimal", "scaled", "fits", "timestamp", "clock"]
    var called = Set(helpers.filter(derived.converts))
    if called.contains("fits") { called.insert("scaled") }
    let flags = helpers.map { ("value_\($0)", TemplateValue.flag(called.contains($0))) }
    let times = [
      ("DateTime", ["clock", "timestamp"]), ("NaiveTime", ["clock"]), ("SecondsFormat", ["timestamp"]), ("TimeDelta", ["clock"]),
      ("Timelike", ["clock"]), ("Utc", ["timestamp"]),
    ].filter { !called.isDisjoint(with: $0.1) }.map(\.0)
    let decimals = !called.isDisjoint(with: ["double", "decimal", "scaled", "fits"])
    return [
      "decimals": .flag(decimals), "value_imports": .flag(decimals || !times.isEmpty), "value_times": .flag(!times.isEmpty),
      "value_chrono": .text("{" + times.joined(separator: ", ") + "}"),
      "value_unknown": .flag(!called.isDisjoint(with: ["named", "parsed", "from_json", "narrowed"])),
    ].merging(flags) { $1 }
  }

  /// The title as `//!` lines.
  private var documentation: String {
    let title = target.core.service.title
    return RustFile(documentation: title.hasSuffix(".") ? title : title + ".", []).printed().text
      .split(separator: "\n").joined(separator: "\n")
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
