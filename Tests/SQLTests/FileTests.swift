import SpecDiagnostics
import SpecIR
import Testing

@Suite("Files become a history")
struct FileTests {
  @Test(
    "names of the common tools",
    arguments: [
      (
        [("20240101120000_users.sql", "a"), ("20231231000000_first.sql", "b")], ["20231231000000 first", "20240101120000 users"]
      ),
      ([("10_ten.up.sql", "a"), ("9_nine.up.sql", "b"), ("9_nine.down.sql", "c")], ["9 nine", "10 ten"]),
      (
        [("V2__b.sql", "a"), ("V1.10__d.sql", "b"), ("V1.9__c.sql", "c"), ("U2__b.sql", "d"), ("R__views.sql", "e")],
        ["1 c", "2 d", "3 b", "4 views"]
      ),
      ([("001-create-users.sql", "a"), ("README.md", "b")], ["1 create-users"]),
    ] as [([(String, String)], [String])])
  func names(files: [(String, String)], expected: [String]) {
    let read = ReadFolder(files.map { ($0.0, "CREATE TABLE \($0.1) (id INTEGER PRIMARY KEY);") }, dialect: .sqlite)
    #expect(read.database?.migrations.map { "\($0.ordinal) \($0.name)" } == expected)
    #expect(read.findings() == [])
  }

  @Test("two files of one version, a file without one, and names by two rules are reported")
  func doubtfulNames() {
    let text = "SELECT 1;"
    let read = ReadFolder([("1_a.sql", text), ("01_b.sql", text), ("users.sql", text), ("V3__c.sql", text)], dialect: .sqlite)
    #expect(
      read.findings() == [
        "1_a.sql:1:1 sql-version-taken", "users.sql:1:1 sql-file-name", "V3__c.sql:1:1 sql-naming-mixed",
      ])
  }

  @Test("a folder without migrations gives no database")
  func nothing() {
    #expect(ReadFolder([("README.md", "x")]).database == nil)
  }

  @Test(
    "halves of one file",
    arguments: [
      ("-- migrate:up\nCREATE TABLE a (id INTEGER);\n-- migrate:down\nDROP TABLE a;\n", "CREATE TABLE a (id INTEGER);\n", false),
      ("-- migrate:up transaction:false\nSELECT 1;\n", "SELECT 1;\n", true),
      ("-- +goose NO TRANSACTION\n-- +goose Up\nSELECT 1;\n-- +goose Down\n", "SELECT 1;\n", true),
      ("CREATE TABLE a (id INTEGER)", "CREATE TABLE a (id INTEGER)\n", false),
      ("BEGIN;\nSELECT 1;\nCOMMIT;\n", "BEGIN;\nSELECT 1;\nCOMMIT;\n", true),
      ("PRAGMA foreign_keys = OFF;\n", "PRAGMA foreign_keys = OFF;\n", true),
      ("PRAGMA journal_mode = WAL;\n", "PRAGMA journal_mode = WAL;\n", false),
    ] as [(String, String, Bool)])
  func halves(text: String, up: String, outside: Bool) {
    let migration = ReadFolder(text, dialect: .sqlite).database?.migrations.first
    #expect(migration?.text == up)
    #expect(migration?.runsOutsideTransaction == outside)
  }

  @Test(
    "the dialect is told by evidence",
    arguments: [
      ("CREATE TABLE a (id BIGSERIAL PRIMARY KEY);", .postgres, []),
      ("CREATE TABLE a (id int PRIMARY KEY, at text DEFAULT now());", .postgres, []),
      ("CREATE TABLE a (id INTEGER PRIMARY KEY AUTOINCREMENT);", .sqlite, []),
      ("CREATE TABLE a (id TEXT) WITHOUT ROWID;", .sqlite, []),
      ("CREATE TABLE a (id TEXT);", .sqlite, ["0001_test.sql:1:1 sql-dialect-assumed"]),
      (
        "CREATE TABLE a (id BIGSERIAL, at TIMESTAMPTZ);\nPRAGMA foreign_keys = ON;", .postgres,
        ["0001_test.sql:2:1 sql-dialect-mixed"]
      ),
    ] as [(String, SQLDialect, [String])])
  func dialect(text: String, expected: SQLDialect, findings: [String]) {
    let read = ReadFolder([("0001_test.sql", text)])
    #expect(read.database?.dialect == expected)
    #expect(read.findings(notes: true).filter { $0.contains("dialect") } == findings)
  }

  @Test("text that is not UTF-8 is reported at the byte")
  func encoding() {
    #expect(
      ReadFolder(bytes: Array("CREATE TABLE a (x TEXT DEFAULT '".utf8) + [0xFF] + Array("');".utf8)).findings() == [
        "0001_test.sql:1:33 source-encoding"
      ])
  }

  @Test("a NUL byte is no text of a migration")
  func zero() {
    #expect(ReadFolder([("0001_test.sql", "CREATE TABLE a (\"x\0\" TEXT);")]).findings() == ["0001_test.sql:1:19 source-encoding"])
  }
}
