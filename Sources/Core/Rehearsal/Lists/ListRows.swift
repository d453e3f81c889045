import SpecIR
import SpecNaming
import SpecWriting

/// Four rows that differ in whatever a list can be asked about.
struct ListRows {
  /// By row, what its body holds in place of the maker's members.
  let changes: [JSONValue]
  /// The member by which rows are told apart.
  let mark: String
  /// By column, what its rows hold, the second smallest value first: a range that begins there keeps some rows and drops others.
  private(set) var values: [ColumnID: [JSONValue]] = [:]

  static let count = 4

  /// The values of the rows by number, one line for each column in turn: in none are the rows in order or in reverse, nor in the
  /// order of another line or its reverse, so that an order that is not applied shows, and one by another column too.
  private static let shuffled = [[2, 4, 1, 3], [4, 1, 2, 3], [2, 1, 4, 3], [1, 4, 2, 3]]
  private static let inOrder = [1, 2, 3, 4]

  /// Nothing where the rows cannot be told apart.
  init?(_ contract: Contract, _ scene: ListScene, _ query: ListQuery) {
    guard let table = contract.core.database?[query.table], let mark = Self.mark(contract, scene, query) else { return nil }
    self.mark = mark
    let sorted = Set(query.sort?.choices.map(\.column) ?? [])
    let asked = sorted.union(query.filters.map(\.column)).union(table.columns(named: table.identifyingKeys.flatMap { $0 }))
    var members: [[JSONValue.Member]] = Array(repeating: [], count: Self.count)
    var turn = 0
    for place in Place.all(contract, scene, table) where place.name == mark || asked.contains(place.column) {
      let mayBeNull = table[place.column].isNullable && contract.resolved(place.shape.type).isOptional && place.name != mark
      guard let numbered = place.numbered(contract, Self.count) else {
        // Of what refers to other rows nothing is known but that it may be nothing.
        if place.isLink, mayBeNull { members[Self.count - 1].append(JSONValue.Member(place.name, .null)) }
        continue
      }
      let isInOrder = place.name == mark && !sorted.contains(place.column)
      let numbers = isInOrder ? Self.inOrder : Self.shuffled[turn % Self.shuffled.count]
      turn += isInOrder ? 0 : 1
      for (row, number) in numbers.enumerated() {
        let isNull = mayBeNull && row == Self.count - 1
        members[row].append(JSONValue.Member(place.name, isNull ? .null : numbered[number]))
      }
      values[place.column] = [2, 1, 3, 4].map { numbered[$0] }
    }
    changes = members.map { .object($0) }
  }

  /// The member by which rows are told apart: one that no two rows may share, else one that can be asked for, else any.
  private static func mark(_ contract: Contract, _ scene: ListScene, _ query: ListQuery) -> String? {
    guard let table = contract.core.database?[query.table] else { return nil }
    let places = Place.all(contract, scene, table).filter { place in
      query.row.fields.contains { $0.name == place.name } && place.isPlain(contract)
        && place.numbered(contract, Self.count)?.areDistinct == true
    }
    let unique = Set(table.columns(named: table.identifyingKeys.filter { $0.count == 1 }.flatMap { $0 }))
    let asked = Set(query.filters.map(\.column) + (query.sort?.choices.map(\.column) ?? []))
    return (places.first { unique.contains($0.column) } ?? places.first { asked.contains($0.column) } ?? places.first)?.name
  }
}

extension ListRows {
  /// A member of the maker's body, with the column in which it is kept.
  struct Place {
    let name: String
    let shape: Shape
    let column: ColumnID
    /// Whether its value comes from an earlier answer.
    let isLink: Bool
    private let example: JSONValue
    private let longest: Int?

    static func all(_ contract: Contract, _ scene: ListScene, _ table: Table) -> [Place] {
      guard let body = scene.maker.body, let structure = contract.bodyStructure(of: scene.maker.operation) else { return [] }
      return structure.fields.compactMap { field in
        guard let example = body[field.name],
          let column = table.columnIDs.first(where: { Words(table[$0].name) == Words(field.name) })
        else { return nil }
        let isLink = scene.maker.links.contains { $0.member == field.name }
        return Place(
          name: field.name, shape: field.shape, column: column, isLink: isLink, example: example,
          longest: table[column].type.longestText)
      }
    }

    /// Values for it; nothing where a column has no room for them.
    func numbered(_ contract: Contract, _ count: Int) -> NumberedValues? {
      guard !isLink, let values = NumberedValues(contract, shape, upTo: count, like: example) else { return nil }
      guard let longest, let text = values[count].stringValue else { return values }
      return text.unicodeScalars.count <= longest ? values : nil
    }

    /// Whether it is answered as it was sent, in every stack.
    func isPlain(_ contract: Contract) -> Bool {
      switch contract.resolved(shape.type).unwrapped {
      case .scalar(.string), .scalar(.int32), .scalar(.int64): true
      default: false
      }
    }
  }
}

extension ColumnType {
  /// How many characters it has room for where that is limited; nothing is certain of a text that is padded.
  fileprivate var longestText: Int? {
    switch self {
    case .text(let most): most
    case .paddedText: 0
    default: nil
    }
  }
}
