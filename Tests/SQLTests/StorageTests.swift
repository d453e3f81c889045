import Foundation
import SpecIR
import Testing

@Suite("The storage of types is documented")
struct StorageTests {
  static let types: [(name: String, type: ColumnType)] = [
    ("boolean", .boolean), ("int16", .int16), ("int32", .int32), ("int64", .int64), ("float", .float), ("double", .double),
    ("decimal(10, 2)", .decimal(precision: 10, scale: 2)), ("decimal", .decimal(precision: nil, scale: nil)),
    ("text", .text(maxLength: nil)), ("text of 80", .text(maxLength: 80)), ("padded text of 3", .paddedText(length: 3)),
    ("bytes", .bytes), ("uuid", .uuid), ("date", .date), ("time", .time), ("timestamp with zone", .timestamp(hasZone: true)),
    ("timestamp", .timestamp(hasZone: false)), ("interval", .interval), ("json", .json),
    ("enumeration mood", .enumeration(QualifiedName("mood"))), ("array of int32", .array(.int32)),
  ]

  @Test("docs/database.md has a row for each type, and no other", arguments: types)
  func row(name: String, type: ColumnType) throws {
    let postgres = try #require(type.storage(in: .postgres))
    let sqlite = try #require(type.storage(in: .sqlite))
    let row = "| \(name) | `\(postgres.declaration)` | \(postgres.form) | `\(sqlite.declaration)` | \(sqlite.form) |"
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../docs/database.md")
    let page = try String(contentsOf: root.standardized, encoding: .utf8)
    #expect(page.contains(row), "\(row)")
  }
}
