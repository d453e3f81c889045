import SpecDiagnostics
import SpecDocuments
import SpecIR
import SpecSource
import SpecWriting
import Testing

@testable import CoreModelReader

extension EveryCaseTests {
  private static let one = SQLExpression.literal(.number("-1.50e3"))

  private static let expressions: [SQLExpression] =
    [
      .literal(.null), .literal(.boolean(true)), .literal(.string("it's")), .literal(.bytes([0, 15, 255])), .column("c"),
      .not(one), .negate(one), .isNull(one, negated: true), .inList(one, [one, one], negated: false),
      .between(one, one, one, negated: true), .like(one, pattern: one, isCaseSensitive: true, negated: false),
      .matches(one, pattern: one, isCaseSensitive: false, negated: true), .glob(one, pattern: one, negated: true),
      .conditional([.init(when: one, then: one)], otherwise: one), .conditional([], otherwise: nil),
      .verbatim("a + b", columns: ["a", "b"]),
    ] + SQLOperator.allCases.map { .binary($0, one, one) } + SQLFunction.allCases.map { .call($0, [one]) }
    + types.map { .cast(one, $0) }

  private static let types: [ColumnType] = [
    .boolean, .int16, .int32, .int64, .float, .double, .decimal(precision: 10, scale: 2), .decimal(precision: nil, scale: nil),
    .text(maxLength: 3), .text(maxLength: nil), .paddedText(length: 4), .bytes, .uuid, .date, .time, .timestamp(hasZone: true),
    .timestamp(hasZone: false), .interval, .json, .enumeration(QualifiedName(schema: "s", "e")), .array(.array(.int16)),
    .other("tsvector"),
  ]

  private static let table: Table = {
    let defaults: [ColumnDefault?] =
      [nil, .literal(.null), .currentTimestamp, .currentDate, .currentTime, .randomUUID] + expressions.map { .expression($0) }
    let identities: [ColumnIdentity?] = [nil] + ColumnIdentity.allCases
    let collations: [Collation?] = [nil, .caseInsensitive, .binary, .named("de_DE")]
    var table = Table(schema: "s", name: "t", comment: "C")
    table.columns = defaults.enumerated().map { index, value in
      Column(
        name: "c\(index)", type: types[index % types.count], isNullable: index.isMultiple(of: 2), defaultValue: value,
        identity: identities[index % identities.count],
        generated: index == 3 ? GeneratedColumn(expression: one, isStored: true) : nil,
        collation: collations[index % collations.count], comment: index == 4 ? "K" : nil, remark: index == 5 ? ["a", ""] : [])
    }
    let parts = [
      IndexPart(.column("a"), isDescending: true, nullsFirst: false, collation: .binary, operatorClass: "o"),
      IndexPart(.expression(one)),
    ]
    table.primaryKey = PrimaryKey(name: .chosen("t_pkey"), columns: ["a", "b"])
    table.uniques = [UniqueKey(name: .given("u"), parts: parts, isIndex: true, predicate: one, nullsAreEqual: true)]
    table.indexes = [TableIndex(name: .given("i"), parts: parts, predicate: one, method: "gin", including: ["x"])]
    table.checks = [CheckConstraint(name: .given("k"), expression: one, text: "1 = 1")]
    table.foreignKeys = zip(ReferentialAction.allCases, [nil, .initiallyImmediate, .initiallyDeferred, nil, nil]).map {
      ForeignKey(
        name: .given("f"), columns: ["a"], references: QualifiedName("r"), referencedColumns: ["id"], onDelete: $0, onUpdate: $0,
        deferral: $1)
    }
    return table
  }()

  private static let tableChanges: [TableChange] = [
    .addColumn(table.columns[3]), .dropColumn("c"), .renameColumn("c", to: "d"), .setType("c", .uuid, using: one),
    .setType("c", .uuid, using: nil), .setDefault("c", .currentDate), .setDefault("c", nil), .setNullable("c", true),
    .setIdentity("c", .always), .setIdentity("c", nil), .dropGenerated("c"), .addPrimaryKey(table.primaryKey!),
    .addUnique(table.uniques[0]), .addForeignKey(table.foreignKeys[0]), .addCheck(table.checks[0]), .dropConstraint("k"),
    .renameConstraint("k", to: "l"), .commentOnColumn("c", "C"), .commentOnColumn("c", nil),
  ]

  private static let changes: [SchemaChange] = {
    let name = QualifiedName(schema: "s", "n")
    let item = DatabaseEnum(name: name, values: ["a", "b"], comment: "E")
    let values = [ColumnValue("c", one)]
    return [
      .createSchema("s"), .createEnum(item), .addEnumValue(name, "c", at: 1), .renameEnumValue(name, from: "a", to: "b"),
      .renameEnum(name, to: QualifiedName("m")), .dropEnum(name), .createTable(table), .dropTable(name),
      .renameTable(name, to: QualifiedName("m")), .rebuildTable(TableRebuild(name: name, after: table, copy: values)),
      .createIndex(name, table.indexes[0]), .createUniqueIndex(name, table.uniques[0]), .dropIndex(name, name: "i"),
      .renameIndex(name, from: "i", to: "j"), .commentOnTable(name, "C"), .commentOnTable(name, nil),
      .commentOnEnum(name, "C"), .commentOnEnum(name, nil),
      .insertRows(
        SeedRows(table: name, columns: ["a", "b"], rows: [[one, nil], [.literal(.null), one]], ignoresConflicts: true)),
      .updateRows(name, set: values, where: one), .updateRows(name, set: values, where: nil), .deleteRows(name, where: one),
      .deleteRows(name, where: nil), .copyRows(RowCopy(source: name, target: QualifiedName("m"), values: values, condition: one)),
      .opaque("trigger"),
    ] + tableChanges.map { .alterTable(name, $0) }
  }()

  @Test(arguments: SQLDialect.allCases)
  func databases(_ dialect: SQLDialect) throws {
    var core = CoreModel(service: ServiceInfo(title: "T", version: "1"))
    core.database = Database(
      dialect: dialect, tables: [Self.table], enums: [DatabaseEnum(name: QualifiedName("e"), values: [])],
      migrations: [
        Migration(
          version: "1.2", ordinal: 20_240_101_120_000, name: "n", path: "m/1.sql", text: "SELECT 1;\n",
          changes: Self.changes.map { LocatedChange($0, comment: ["c"]) }, runsOutsideTransaction: true)
      ])
    try check(core)
  }
}
