import SpecIR
import SpecNaming

/// Chooses the table that an operation is about, by evidence alone.
struct TargetChooser {
  let operation: Operation
  let path: PathReading
  let answer: Answer
  let body: StructureRef?
  let hint: OperationHint?
  let core: CoreModel
  let database: Database
  let names: TableNames
  let modelHints: [ModelID: ModelHint]

  /// A table with what speaks for it.
  private struct Candidate {
    let table: TableID
    var score = 0
    var evidence: [String] = []
    var isNamedByPath = false

    mutating func add(_ points: Int, _ text: String) {
      score += points
      evidence.append(text)
    }
  }

  private var resolution: KeyResolution { KeyResolution(operation: operation, core: core, database: database) }

  func choose() throws(Refusal) -> Target {
    if let hint, let name = hint.table, !hint.key.isEmpty {
      let table = try stated(name)
      return Target(
        table: table, parents: [], key: try resolution.statedKey(hint.key, in: table), evidence: ["x-specforge names \(name)"])
    }
    var parents: [(table: TableID, key: [Target.KeyPart])] = []
    var links: [ForeignKey] = []
    for (index, level) in path.levels.dropLast().enumerated() {
      let table = try parentTable(level, after: parents.last?.table)
      var fixed: [ColumnID] = []
      if let outer = parents.last {
        let link = try link(from: table, to: outer.table, key: outer.key, thing: path.levels[index - 1].thing)
        links.append(link)
        fixed = database[table].columns(named: link.columns)
      }
      parents.append((table, try resolution.key(of: level, in: table, fixed: fixed, stated: [])))
    }
    let last = path.levels[path.levels.count - 1]
    let winner: (table: TableID, evidence: [String])
    if let name = hint?.table {
      winner = (try stated(name), ["x-specforge names \(name)"])
    } else {
      winner = try chosen(last, parent: parents.last?.table)
    }
    var fixed: [ColumnID] = []
    if let outer = parents.last {
      let link = try link(from: winner.table, to: outer.table, key: outer.key, thing: path.levels[path.levels.count - 2].thing)
      links.append(link)
      fixed = database[winner.table].columns(named: link.columns)
    }
    let key = try resolution.key(of: last, in: winner.table, fixed: fixed, stated: hint?.columns ?? [])
    return Target(
      table: winner.table, parents: zip(parents, links).map { Target.Parent(table: $0.table, key: $0.key, link: $1) }, key: key,
      evidence: winner.evidence)
  }

  private func stated(_ name: String) throws(Refusal) -> TableID {
    guard let table = names.table(fullName: name) else {
      throw Refusal(.noTable, "the extension x-specforge names the table '\(name)', which the migrations do not make")
    }
    return table
  }

  private func parentTable(_ level: PathReading.Level, after outer: TableID?) throws(Refusal) -> TableID {
    let named = tables(named: level.thing, parent: outer)
    guard let table = named.first else { throw Refusal(.noTable, "no table is named like '\(level.thing.sentence)' in the path") }
    guard named.count == 1 else {
      throw Refusal(.ambiguous, "several tables are named like '\(level.thing.sentence)' in the path")
    }
    return table
  }

  /// The tables that a segment names, also by what follows the name of its parent: `items` of an order are `order_items`.
  private func tables(named thing: Words, parent: TableID?) -> Set<TableID> {
    let named = names.tables(named: thing)
    guard let parent = parent.map({ Words(database[$0].name) }) else { return named }
    return named.union(names.tables(named: parent.singular + thing)).union(names.tables(named: parent + thing))
  }

  private func chosen(_ level: PathReading.Level, parent: TableID?) throws(Refusal) -> (TableID, [String]) {
    let named = NamedTables(
      byPath: tables(named: level.thing, parent: parent), byAnswer: tables(describedBy: answer.model),
      byBody: tables(describedBy: body))
    let candidates = named.all.filter { refers($0, to: parent) }.map { weigh($0, named) }
    guard let best = candidates.max(by: { $0.score < $1.score }), candidates.contains(where: \.isNamedByPath) else {
      throw Refusal(.noTable, missing(level.thing, parent))
    }
    let equals = candidates.filter { $0.score == best.score }
    guard equals.count == 1 else {
      let names = equals.map { database[$0.table].qualifiedName.description }.joined(separator: ", ")
      throw Refusal(.ambiguous, "the tables \(names) fit equally well")
    }
    guard best.isNamedByPath else {
      throw Refusal(.ambiguous, "the path names another table than \(database[best.table].name), which the schemas describe")
    }
    return (best.table, best.evidence)
  }

  private func missing(_ thing: Words, _ parent: TableID?) -> String {
    if let parent, let table = tables(named: thing, parent: parent).min() {
      return "\(database[table].name) has no reference to \(database[parent].name), as the path would ask"
    }
    return "no table is named like '\(thing.sentence)' in the path"
  }

  /// The tables that anything speaks for.
  private struct NamedTables {
    let byPath: Set<TableID>
    let byAnswer: Set<TableID>
    let byBody: Set<TableID>

    var all: [TableID] { byPath.union(byAnswer).union(byBody).sorted() }
  }

  private func refers(_ table: TableID, to parent: TableID?) -> Bool {
    guard let parent else { return true }
    return database[table].foreignKeys.contains { $0.references == database[parent].qualifiedName }
  }

  private func weigh(_ id: TableID, _ named: NamedTables) -> Candidate {
    let table = database[id]
    var candidate = Candidate(table: id)
    if named.byPath.contains(id) {
      candidate.isNamedByPath = true
      candidate.add(4, "the path names \(table.name)")
    }
    if let model = answer.model {
      if named.byAnswer.contains(id) {
        candidate.add(2, "the answer's schema \(model.name) describes it")
      }
      let columns = ColumnNames(id, in: database, stated: hint?.columns ?? [])
      let required = model.structure.fields.filter { $0.presence == .required }
      if !required.isEmpty, required.allSatisfy({ columns.column($0.name) != nil }) {
        candidate.add(2, "every required field of \(model.name) is a column")
      }
    }
    if let body, named.byBody.contains(id) {
      candidate.add(2, "the body's schema \(body.name) describes it")
    }
    if Words(operation.group).namesSameThing(as: Words(table.name)) { candidate.add(1, "the tag names it") }
    return candidate
  }

  private func tables(describedBy model: StructureRef?) -> Set<TableID> {
    guard let model else { return [] }
    if let stated = modelHints[model.id]?.table { return names.table(fullName: stated).map { [$0] } ?? [] }
    return names.tables(describedBy: model.name)
  }

  /// Returns the one reference between two levels of the path.
  private func link(
    from child: TableID, to parent: TableID, key: [Target.KeyPart], thing: Words
  ) throws(Refusal) -> ForeignKey {
    let keyed = Set(key.map { database[parent][$0.column].name })
    let all = database[child].foreignKeys.filter { $0.references == database[parent].qualifiedName }
    let fitting = all.filter { Set($0.referencedColumns) == keyed }
    if fitting.count == 1 { return fitting[0] }
    guard !all.isEmpty else {
      throw Refusal(.noTable, "\(database[child].name) has no reference to \(database[parent].name), as the path would ask")
    }
    guard !fitting.isEmpty else {
      throw Refusal(
        .unsupported,
        "the path identifies \(database[parent].name) by other columns than those that \(database[child].name) refers to")
    }
    let named = fitting.filter { link in
      link.columns.count == 1 && Words(link.columns[0]).isSame(as: thing.singular + Words(words: ["id"]))
    }
    guard named.count == 1 else {
      throw Refusal(.ambiguous, "\(database[child].name) refers to \(database[parent].name) in several ways")
    }
    return named[0]
  }
}
