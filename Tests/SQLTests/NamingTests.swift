import SpecIR
import Testing

/// The witnesses of these names are the folders: PostgreSQL chooses them there, and `WitnessTests` compares.
@Suite("Constraints without a name have the one that PostgreSQL chooses")
struct ConstraintNamingTests {
  @Test(
    "names",
    arguments: [
      ("id int PRIMARY KEY", ["t_pkey"]),
      ("a int UNIQUE, b int UNIQUE", ["t_a_key", "t_b_key"]),
      ("a int, b int, UNIQUE (a, b), UNIQUE (a, b)", ["t_a_b_key", "t_a_b_key1"]),
      ("a int CHECK (a > 0), CHECK (a < 9)", ["t_a_check", "t_a_check1"]),
      ("a int, b int, CHECK (a > b), CHECK (1 = 1)", ["t_check", "t_check1"]),
      ("id int PRIMARY KEY, up int REFERENCES t", ["t_pkey", "t_up_fkey"]),
      ("a int CONSTRAINT t_b_key UNIQUE, b int UNIQUE", ["t_b_key", "t_b_key1"]),
      ("\(String(repeating: "x", count: 63)) int UNIQUE", ["t_\(String(repeating: "x", count: 57))_key"]),
    ] as [(String, [String])])
  func names(columns: String, expected: [String]) {
    let database = ReadFolder("CREATE TABLE t (\(columns));", dialect: .postgres).database
    #expect(database?.tables.first?.constraints.compactMap(\.name) == expected)
  }

  @Test("a name stays as it was chosen when the table or the column is renamed")
  func renaming() {
    let text = "CREATE TABLE t (a int UNIQUE);\nALTER TABLE t RENAME TO u;\nALTER TABLE u RENAME COLUMN a TO b;"
    let table = ReadFolder(text, dialect: .postgres).database?.tables.first
    #expect(table?.uniques.first?.name == .chosen("t_a_key"))
    #expect(table?.uniques.first?.columns == ["b"])
  }
}
