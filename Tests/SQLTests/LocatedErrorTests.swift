import SpecIR
import Testing

@Suite("SQL findings stand where they belong")
struct LocatedErrorTests {
  @Test(
    "PostgreSQL",
    arguments: [
      ("CREATE TABLE a (id int 1️⃣wrong);", ["1️⃣ sql-syntax"]),
      ("CREATE TABLE a (id int);\nCREATE TABLE 1️⃣a (id int);", ["1️⃣ sql-name-taken"]),
      ("CREATE TABLE a (id int, 1️⃣ID text);", ["1️⃣ sql-name-taken"]),
      ("CREATE TABLE a (b int REFERENCES 1️⃣nowhere (id));", ["1️⃣ sql-table-unknown"]),
      ("CREATE TABLE a (id int PRIMARY KEY);\nCREATE TABLE b (a int REFERENCES a (1️⃣di));", ["1️⃣ sql-column-unknown"]),
      ("CREATE TABLE a (id int);\nCREATE TABLE b (a int REFERENCES 1️⃣a (id));", ["1️⃣ sql-reference-mismatch"]),
      ("CREATE TABLE a (id int, CHECK (1️⃣nope > 0));", ["1️⃣ sql-column-unknown"]),
      ("CREATE TABLE a (id int, PRIMARY KEY (1️⃣x));", ["1️⃣ sql-column-unknown"]),
      ("CREATE TABLE a (id 1️⃣intger);", ["1️⃣ sql-type-unknown"]),
      ("ALTER TABLE 1️⃣a ADD COLUMN b int;", ["1️⃣ sql-table-unknown"]),
      ("ALTER TABLE IF EXISTS a ADD COLUMN b int;", []),
      ("CREATE TABLE a (id int);\nALTER TABLE a DROP COLUMN 1️⃣x;", ["1️⃣ sql-column-unknown"]),
      ("CREATE TABLE a (id int);\nALTER TABLE a DROP CONSTRAINT 1️⃣a_id_key;", ["1️⃣ sql-constraint-unknown"]),
      ("CREATE TABLE a (id int UNIQUE);\nALTER TABLE a DROP CONSTRAINT a_id_key;", []),
      ("DROP INDEX 1️⃣nowhere;", ["1️⃣ sql-index-unknown"]),
      ("CREATE TABLE a (id int PRIMARY KEY);\nCREATE TABLE b (a int REFERENCES a);\nDROP TABLE 1️⃣a;", ["1️⃣ sql-table-in-use"]),
      ("CREATE TABLE a (id int PRIMARY KEY);\nCREATE TABLE b (a int REFERENCES a);\nDROP TABLE a CASCADE;", []),
      ("CREATE TYPE t AS ENUM ('a', 1️⃣'a');", ["1️⃣ sql-name-taken"]),
      ("CREATE TYPE t AS ENUM ('a');\nALTER TYPE t ADD VALUE 'b' AFTER 1️⃣'c';", ["1️⃣ sql-enum-value-unknown"]),
      ("CREATE TABLE a (x int, y int);\nINSERT INTO a (x, y) VALUES (1️⃣1);", ["1️⃣ sql-row-mismatch"]),
      ("1️⃣CREATE DOMAIN email AS text;\nCREATE TABLE a (id int);", ["1️⃣ sql-statement-unsupported"]),
      ("CREATE TABLE a (id int) 1️⃣bad;\n2️⃣FROBNICATE;\nCREATE TABLE b (id int);", ["1️⃣ sql-syntax", "2️⃣ sql-statement-unsupported"]),
      ("CREATE TABLE a (id int);\nCREATE TABLE b (LIKE 1️⃣a INCLUDING ALL);", ["1️⃣ sql-statement-unsupported"]),
      ("SELECT 1️⃣'open", ["1️⃣ sql-syntax"]),
      ("1️⃣/* open /* nested */", ["1️⃣ sql-syntax"]),
      ("SELECT 1️⃣$a$ open $b$", ["1️⃣ sql-syntax"]),
    ] as [(String, [String])])
  func postgres(text: String, expected: [String]) {
    expectFindings(text, dialect: .postgres, expected)
  }

  @Test(
    "SQLite",
    arguments: [
      ("CREATE TABLE a (id INTEGER);\nCREATE TABLE 1️⃣A (id INTEGER);", ["1️⃣ sql-name-taken"]),
      ("CREATE TABLE b (a INTEGER 1️⃣REFERENCES a (id));", ["1️⃣ sql-table-unknown"]),
      ("CREATE TABLE b (a INTEGER REFERENCES A (ID));\nCREATE TABLE a (id INTEGER PRIMARY KEY);", []),
      ("CREATE TABLE a (x TEXT UNIQUE);\nALTER TABLE a DROP COLUMN 1️⃣x;", ["1️⃣ sql-table-in-use"]),
      ("CREATE TABLE a (x TEXT UNIQUE ON CONFLICT 1️⃣REPLACE);", ["1️⃣ sql-syntax"]),
      ("CREATE TABLE a (x TEXT, y TEXT);\nINSERT INTO a VALUES (1️⃣'1');", ["1️⃣ sql-row-mismatch"]),
      (
        "CREATE TABLE a (id INTEGER);\nCREATE TRIGGER t AFTER INSERT ON a BEGIN\n  UPDATE a SET id = CASE WHEN 1 THEN 2 END;\nEND;\nDROP TABLE 1️⃣b;",
        ["1️⃣ sql-table-unknown"]
      ),
    ] as [(String, [String])])
  func sqlite(text: String, expected: [String]) {
    expectFindings(text, dialect: .sqlite, expected)
  }
}
