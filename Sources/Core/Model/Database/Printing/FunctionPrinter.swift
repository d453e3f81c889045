/// Functions in a dialect's spelling.
extension ExpressionPrinter {
  func call(_ function: SQLFunction, _ arguments: [SQLExpression]) throws(Untranslatable) -> String {
    var texts: [String] = []
    for argument in arguments { texts.append(try text(argument)) }
    let list = texts.joined(separator: ", ")
    switch spelling.dialect {
    case .postgres: return try postgres(function, arguments, list)
    case .sqlite: return try sqlite(function, arguments, list)
    }
  }

  private func postgres(
    _ function: SQLFunction, _ arguments: [SQLExpression], _ list: String
  ) throws(Untranslatable) -> String {
    switch function {
    case .length: return "char_length(\(list))"
    case .byteLength: return "octet_length(\(list))"
    case .lower: return "lower(\(list))"
    case .upper: return "upper(\(list))"
    case .trim: return "btrim(\(list))"
    case .coalesce: return "coalesce(\(list))"
    case .nullIf: return "nullif(\(list))"
    case .absolute: return "abs(\(list))"
    case .round: return "round(\(list))"
    case .substring: return "substr(\(list))"
    case .replace: return "replace(\(list))"
    case .currentTimestamp: return "now()"
    case .currentDate: return "CURRENT_DATE"
    case .currentTime: return "LOCALTIME"
    case .currentEpochSeconds: return "CAST(extract(epoch FROM now()) AS BIGINT)"
    case .randomUUID: return "gen_random_uuid()"
    case .randomHex:
      guard case .literal(.number(let digits)) = arguments.first, let count = Int(digits), count <= 32 else {
        throw Untranslatable("more than 32 random bytes have no form in PostgreSQL", hint: "Use 32 bytes or fewer.")
      }
      let seed = "CAST(concat(gen_random_uuid(), gen_random_uuid()) AS BYTEA)"
      return "left(encode(sha256(\(seed)), 'hex'), \(count * 2))"
    case .isJSON:
      throw Untranslatable(
        "PostgreSQL 15 has no `json_valid`", hint: "Check one column with it, as `CHECK (json_valid(column))`: it becomes JSONB.")
    case .arrayLength: return "cardinality(\(list))"
    }
  }

  private func sqlite(_ function: SQLFunction, _ arguments: [SQLExpression], _ list: String) throws(Untranslatable) -> String {
    switch function {
    case .length: return "length(\(list))"
    case .byteLength: return "length(CAST(\(list) AS BLOB))"
    case .lower: return "lower(\(list))"
    case .upper: return "upper(\(list))"
    case .trim: return "trim(\(list))"
    case .coalesce:
      // SQLite's takes two or more.
      return arguments.count == 1 ? list : "coalesce(\(list))"
    case .nullIf: return "nullif(\(list))"
    case .absolute: return "abs(\(list))"
    case .round: return "round(\(list))"
    case .substring: return "substr(\(list))"
    case .replace: return "replace(\(list))"
    case .currentTimestamp: return Self.sqliteNow(hasZone: true)
    case .currentDate: return "date('now')"
    case .currentTime: return "time('now')"
    case .currentEpochSeconds: return "CAST(strftime('%s', 'now') AS INTEGER)"
    case .randomUUID: return Self.sqliteUUID
    case .randomHex: return "lower(hex(randomblob(\(list))))"
    case .isJSON: return "json_valid(\(list))"
    case .arrayLength: return "json_array_length(\(list))"
    }
  }

  /// The time of the statement as ``StoredForm/utcText`` or ``StoredForm/localText``; SQLite's clock knows no microseconds.
  static func sqliteNow(hasZone: Bool) -> String { "strftime('%Y-%m-%dT%H:%M:%f000\(hasZone ? "Z" : "")', 'now')" }

  /// A version 4 UUID (RFC 9562 §5.4) of random bytes.
  static let sqliteUUID =
    "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || "
    + "substr('89ab', 1 + (abs(random()) % 4), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))"
}
