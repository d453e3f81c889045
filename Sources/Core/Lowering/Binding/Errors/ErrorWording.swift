import SpecIR
import SpecNaming

/// The name and the sentence of an error, made of the names of tables and columns.
struct ErrorWording {
  /// Such as `EmailTaken`.
  let name: Words
  /// The same with the table's name in front.
  let longName: Words
  /// One sentence.
  let message: String
  let origin: Origin

  init(_ condition: ErrorCondition, in database: Database) {
    let thing = Words(database[condition.table].name).singular
    let table = database[condition.table]
    let name: Words
    let message: String
    var range = table.place.range
    let evidence: String
    switch condition {
    case .notFound:
      name = thing + Words(words: ["not", "found"])
      message = "The \(thing.sentence) does not exist."
      evidence = "key of table \(table.name)"
    case .inUse:
      name = thing + Words(words: ["in", "use"])
      message = "The \(thing.sentence) is still in use."
      evidence = "references to table \(table.name)"
    case .taken(_, let columns):
      let subject = Self.subject(columns, of: thing)
      name = subject.name + Words(words: ["taken"])
      message = "The \(subject.sentence) \(columns.count == 1 ? "is" : "are") already taken."
      evidence = "unique key \(columns.joined(separator: ", ")) of table \(table.name)"
    case .unknownReference(_, let columns, let target):
      let role = columns.count == 1 ? Self.role(columns[0]) : Words(database[target].name).singular
      name = Words(words: ["unknown"]) + role
      message = "The \(role.sentence) does not exist."
      let key = table.foreignKeys.first { $0.columns == columns }
      range = key?.place.range ?? range
      evidence = "foreign key \(columns.joined(separator: ", ")) of table \(table.name)"
    case .checkFailed(_, let index):
      let check = table.checks[index]
      let reading = CheckReading(check.expression)
      let subject = Self.subject(reading.columns, of: thing)
      name = subject.name + Words(words: reading.isRange ? ["out", "of", "range"] : ["invalid"])
      let verb = reading.columns.count > 1 ? "are" : "is"
      message = "The \(subject.sentence) \(verb) \(reading.isRange ? "out of range" : "not valid")."
      range = check.place.range ?? range
      evidence = "check \(check.name) of table \(table.name)"
    case .required(_, let column):
      let subject = Self.subject([column], of: thing)
      name = subject.name + Words(words: ["required"])
      message = "The \(subject.sentence) is required."
      evidence = "NOT NULL of \(table.name).\(column)"
    case .tooLong(_, let column):
      let subject = Self.subject([column], of: thing)
      name = subject.name + Words(words: ["too", "long"])
      message = "The \(subject.sentence) is too long."
      evidence = "length of \(table.name).\(column)"
    case .outOfRange(_, let column):
      let subject = Self.subject([column], of: thing)
      name = subject.name + Words(words: ["out", "of", "range"])
      message = "The \(subject.sentence) is out of range."
      evidence = "type of \(table.name).\(column)"
    case .tooLarge(_, let column):
      let subject = Self.subject([column], of: thing)
      name = subject.name + Words(words: ["too", "large"])
      message = "The \(subject.sentence) is too large."
      evidence = "digits of \(table.name).\(column)"
    case .mismatch(_, let column):
      let subject = Self.subject([column], of: thing)
      name = subject.name + Words(words: ["mismatch"])
      message = "The \(subject.sentence) differs from the one in the path."
      evidence = "path and body both name \(table.name).\(column)"
    }
    self.name = name
    longName = name.words.starts(with: thing.words) ? name : thing + name
    self.message = message
    origin = Origin(evidence, at: range)
  }

  /// The columns as part of a name and of a sentence; a bare `id` says whose it is.
  private static func subject(_ columns: [String], of thing: Words) -> (name: Words, sentence: String) {
    let words = columns.map { column in
      let words = Words(column)
      return words.words == ["id"] ? thing + words : words
    }
    guard let first = words.first else { return (thing, thing.sentence) }
    let name = words.dropFirst().reduce(first) { $0 + Words(words: ["and"]) + $1 }
    return (name, words.map(\.sentence).joined(separator: " and "))
  }

  /// `customer_id` refers to a customer.
  private static func role(_ column: String) -> Words {
    let words = Words(column)
    guard words.words.count > 1, words.words.last == "id" else { return words }
    return Words(words: Array(words.words.dropLast()))
  }
}

extension ErrorCondition {
  /// The table whose rule it is.
  var table: TableID {
    switch self {
    case .notFound(let table), .taken(let table, _), .unknownReference(let table, _, _), .inUse(let table),
      .checkFailed(let table, _), .required(let table, _), .tooLong(let table, _), .outOfRange(let table, _),
      .tooLarge(let table, _), .mismatch(let table, _):
      table
    }
  }
}
