import SpecAdapters
import SpecIR

/// Writes `generated/db/models.rs`: the rows that queries return.
struct RowItems {
  let target: RustTarget
  private let database: Database

  init?(_ target: RustTarget) {
    guard let database = target.core.database, !target.core.rows.isEmpty else { return nil }
    self.target = target
    self.database = database
  }

  var file: RustFile {
    RustFile(
      documentation: "Rows as the queries return them: the columns that the operations need, and no others.",
      traits: target.core.rows.allSatisfy(isDerived) ? [] : [.of("sqlx", name: "Row")], home: [["generated", "db", "models"]],
      target.core.rows.indices.flatMap { items(of: RowID($0)) })
  }

  private func storages(_ row: RowShape) -> [Storage] {
    row.columns.map { Storage(database[row.table][$0], target.options.database) }
  }

  /// Whether sqlx derives the reading: every column is read as what it is.
  private func isDerived(_ row: RowShape) -> Bool { storages(row).allSatisfy { $0.readType == nil && !$0.isScaled } }

  private func items(of id: RowID) -> [RustItem] {
    let row = target.core[id]
    let storages = storages(row)
    let isDerived = isDerived(row)
    let derive: [RustPath] = ["Debug", "Clone", "PartialEq"] + (isDerived ? [RustPath(.of("sqlx", name: "FromRow"))] : [])
    let fields = zip(zip(row.columns, target[id].fields), storages).map { pair, storage in
      let column = database[row.table][pair.0]
      return RustField(
        pair.1, storage.isNullable ? .option(storage.rowType) : storage.rowType, documentation: column.comment,
        attributes: isDerived && pair.1 != column.name && pair.1 != "r#\(column.name)"
          ? [RustAttribute("sqlx", .list([.string("rename", column.name)]))] : [])
    }
    let structure = RustItem.structure(
      RustStruct(
        target[id].name, .named(fields), documentation: "A row of `\(database[row.table].name)`.", attributes: [.derive(derive)]))
    return isDerived ? [structure] : [structure, reading(id, row, storages)]
  }

  private func reading(_ id: RowID, _ row: RowShape, _ storages: [Storage]) -> RustItem {
    let dbRow = RustType.named(
      target.options.database == .sqlite ? .of("sqlx", "sqlite", name: "SqliteRow") : .of("sqlx", "postgres", name: "PgRow"))
    return .implementation(
      RustImpl(
        generics: [.lifetime("r")],
        RustPath(.of("sqlx", name: "FromRow"), generics: [.lifetime("r"), .type(dbRow)]), for: .named(.row(target[id].name)),
        [
          .function(
            RustFunction(
              "from_row", [.init("row", .ref(dbRow, lifetime: "r"))], returns: .result(.selfType, .named(.sqlxError))
            ) {
              RustExpr.ok(
                .structure(
                  "Self",
                  zip(zip(row.columns, target[id].fields), storages).map { pair, storage in
                    .init(pair.1, value(storage, database[row.table][pair.0].name))
                  }))
            })
        ]))
  }

  private func value(_ storage: Storage, _ column: String) -> RustExpr {
    guard let type = storage.readType else { return native(storage, column) }
    let wanted = storage.isNullable ? RustType.option(type) : type
    let read = RustExpr("row").call("try_get", .string(column), turbofish: [wanted, .inferred]).try
    if storage.isParsed { return parsed(storage, read, column) }
    return storage.isNullable ? read.call("map", .closure(["value"], storage.read("value"))) : storage.read(read)
  }

  /// A value that sqlx reads as the row keeps it, but for the digits of a number.
  private func native(_ storage: Storage, _ column: String) -> RustExpr {
    guard storage.isScaled, storage.isNullable else {
      return storage.scaled(RustExpr("row").call("try_get", .string(column)).try)
    }
    let read = RustExpr("row").call("try_get", .string(column), turbofish: [.option(storage.rowType), .inferred]).try
    return read.call("map", .closure(["number"], storage.scaled("number")))
  }

  /// A number that the database gave as text.
  private func parsed(_ storage: Storage, _ text: RustExpr, _ column: String) -> RustExpr {
    func number(_ text: RustExpr) -> RustExpr { .call(.databaseValue("parsed"), .string(column), .ref(text)) }
    guard storage.isNullable else { return storage.scaled(number(text).try) }
    let read = text.call("map", .closure(["text"], number("text"))).call("transpose").try
    return storage.isScaled ? read.call("map", .closure(["number"], storage.scaled("number"))) : read
  }
}
