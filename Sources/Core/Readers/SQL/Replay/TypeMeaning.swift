internal import SpecDiagnostics
internal import SpecIR

/// What a declared type means, with what PostgreSQL hides in a type name.
struct TypeMeaning {
  var type: ColumnType
  var identity: ColumnIdentity?
  var collation: Collation?

  init(_ type: ColumnType, identity: ColumnIdentity? = nil, collation: Collation? = nil) {
    self.type = type
    self.identity = identity
    self.collation = collation
  }
}

extension Replay {
  /// Returns the meaning of a type; an unknown one is reported and kept as written.
  mutating func meaning(of type: TypeSyntax) -> TypeMeaning {
    switch dialect {
    case .sqlite: return TypeMeaning(SQLiteTypes.meaning(of: type))
    case .postgres: return postgresMeaning(of: type)
    }
  }

  private mutating func postgresMeaning(of type: TypeSyntax) -> TypeMeaning {
    var meaning: TypeMeaning
    if let builtIn = PostgresTypes.meaning(of: type) {
      meaning = builtIn
    } else if let found = enumeration(of: type) {
      meaning = TypeMeaning(.enumeration(found.name))
    } else if PostgresTypes.others.contains(type.name) {
      meaning = TypeMeaning(.other(type.name))
    } else {
      let near = Suggestion.nearest(to: type.name, in: catalog.enums.map(\.name.name) + PostgresTypes.names)
      diagnostics.report(
        .sqlTypeUnknown, "type `\(type.name)` is not known", at: type.range,
        hint: near.map { "Did you mean `\($0)`?" } ?? "Only built-in types and enum types that a migration creates are read.")
      meaning = TypeMeaning(.other(type.name))
    }
    for _ in 0..<min(type.dimensions, 6) { meaning.type = .array(meaning.type) }
    return meaning
  }

  private func enumeration(of type: TypeSyntax) -> DatabaseEnum? {
    guard type.words.count == 1 else { return nil }
    return lookUpEnum(newName(QualifiedNameSyntax(schema: type.schema, name: type.words[0])))
  }
}

/// PostgreSQL's built-in types (manual, chapter 8).
enum PostgresTypes {
  static func meaning(of type: TypeSyntax) -> TypeMeaning? {
    let numbers = type.arguments.map { Int($0) }
    let first = numbers.first ?? nil
    switch type.name {
    case "boolean", "bool": return TypeMeaning(.boolean)
    case "smallint", "int2": return TypeMeaning(.int16)
    case "integer", "int", "int4": return TypeMeaning(.int32)
    case "bigint", "int8": return TypeMeaning(.int64)
    case "smallserial", "serial2": return TypeMeaning(.int16, identity: .serial)
    case "serial", "serial4": return TypeMeaning(.int32, identity: .serial)
    case "bigserial", "serial8": return TypeMeaning(.int64, identity: .serial)
    case "real", "float4": return TypeMeaning(.float)
    case "double precision", "float8": return TypeMeaning(.double)
    case "float": return TypeMeaning(first.map { $0 <= 24 } ?? false ? .float : .double)
    case "numeric", "decimal", "dec": return TypeMeaning(decimal(numbers))
    case "text", "name": return TypeMeaning(.text(maxLength: nil))
    case "citext": return TypeMeaning(.text(maxLength: nil), collation: .caseInsensitive)
    case "varchar", "character varying", "char varying", "national character varying", "national char varying":
      return TypeMeaning(.text(maxLength: first))
    case "char", "character", "bpchar", "national character", "national char":
      return TypeMeaning(type.name == "bpchar" && first == nil ? .text(maxLength: nil) : .paddedText(length: first ?? 1))
    case "bytea": return TypeMeaning(.bytes)
    case "uuid": return TypeMeaning(.uuid)
    case "date": return TypeMeaning(.date)
    case "time", "time without time zone": return TypeMeaning(.time)
    case "timestamp", "timestamp without time zone": return TypeMeaning(.timestamp(hasZone: false))
    case "timestamptz", "timestamp with time zone": return TypeMeaning(.timestamp(hasZone: true))
    case "interval": return TypeMeaning(.interval)
    case "json", "jsonb": return TypeMeaning(.json)
    default: return nil
    }
  }

  static func decimal(_ arguments: [Int?]) -> ColumnType {
    guard let precision = arguments.first ?? nil else { return .decimal(precision: nil, scale: nil) }
    return .decimal(precision: precision, scale: (arguments.count > 1 ? arguments[1] : nil) ?? 0)
  }

  /// Names to suggest.
  static let names = [
    "boolean", "smallint", "integer", "bigint", "serial", "bigserial", "real", "numeric", "text", "varchar", "citext", "bytea",
    "uuid", "date", "time", "timestamp", "timestamptz", "interval", "json", "jsonb",
  ]

  /// Types that exist, of PostgreSQL and of common extensions, and that have no neutral meaning here.
  static let others: Set<String> = [
    "money", "timetz", "time with time zone", "bit", "bit varying", "varbit", "inet", "cidr", "macaddr", "macaddr8", "tsvector",
    "tsquery", "xml", "point", "line", "lseg", "box", "path", "polygon", "circle", "int4range", "int8range", "numrange",
    "tsrange", "tstzrange", "daterange", "oid", "regclass", "hstore", "ltree", "vector", "geometry", "geography", "pg_lsn",
  ]
}

/// SQLite's declared types: well-known names by their meaning, every other by its affinity ("Datatypes In SQLite", §3.1).
enum SQLiteTypes {
  static func meaning(of type: TypeSyntax) -> ColumnType {
    let numbers = type.arguments.map { Int($0) }
    switch type.name {
    case "boolean", "bool": return .boolean
    case "timestamp", "datetime", "timestamptz", "timestamp with time zone": return .timestamp(hasZone: true)
    case "date": return .date
    case "time": return .time
    case "uuid", "guid": return .uuid
    case "json", "jsonb": return .json
    case "decimal", "numeric", "money": return PostgresTypes.decimal(numbers)
    case "any": return .other("ANY")
    default: return affinity(of: type, length: numbers.first ?? nil)
    }
  }

  private static func affinity(of type: TypeSyntax, length: Int?) -> ColumnType {
    let name = type.name
    func holds(_ part: String) -> Bool { name.firstRange(of: part) != nil }
    if holds("int") { return .int64 }
    if holds("char") || holds("clob") || holds("text") { return .text(maxLength: length) }
    if holds("blob") { return .bytes }
    if holds("real") || holds("floa") || holds("doub") { return .double }
    return .decimal(precision: nil, scale: nil)
  }
}

extension String {
  /// Where another text first occurs, letter by letter.
  func firstRange(of part: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part), let end = index(start, offsetBy: part.count, limitedBy: endIndex) { return start..<end }
      start = index(after: start)
    }
    return nil
  }
}
