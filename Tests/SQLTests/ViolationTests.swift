import Foundation
import SpecIR
import Testing

/// A row that breaks a rule, and the rule.
struct Violation: CustomTestStringConvertible {
  let folder: String
  let table: QualifiedName
  /// `name`, or `column not null`.
  let rule: String
  /// Written so that both databases take it, with the table as `%`.
  let statement: String

  init(_ folder: String, _ table: String, _ rule: String, _ statement: String) {
    self.folder = folder
    let parts = table.split(separator: ".").map(String.init)
    self.table = parts.count == 2 ? QualifiedName(schema: parts[0], parts[1]) : QualifiedName(table)
    self.rule = rule
    self.statement = statement
  }

  var testDescription: String { "\(folder): \(rule)" }

  static let all = [
    Violation("blog-postgres", "users", "users_email_key", "INSERT INTO % (email, name) VALUES ('root@example.org', 'X')"),
    Violation("blog-postgres", "users", "users_reputation_check", "UPDATE % SET reputation = -1"),
    Violation("blog-postgres", "users", "users_display_name_check", "UPDATE % SET name = ''"),
    Violation("blog-postgres", "users", "email not null", "INSERT INTO % (name) VALUES ('X')"),
    Violation("blog-postgres", "tags", "tags_name_key", "INSERT INTO % (name) VALUES ('SWIFT')"),
    Violation("blog-postgres", "tags", "tags_colour_check", "INSERT INTO % (name, colour) VALUES ('x', '#00000G')"),
    Violation("blog-postgres", "post_tags", "post_tags_post_id_fkey", "INSERT INTO % (post_id, tag_id) VALUES (99, 99)"),
    Violation(
      "blog-postgres", "posts", "posts_status_valid",
      "INSERT INTO % (author_id, slug, title, status) VALUES (1, 'a', 'b', 'lost')"),
    Violation(
      "blog-postgres", "posts", "posts_published_has_date",
      "INSERT INTO % (author_id, slug, title, status) VALUES (1, 'a', 'b', 'published')"),
    Violation(
      "blog-postgres", "posts", "posts_author_id_slug_key",
      "INSERT INTO % (author_id, slug, title) VALUES (1, 's', 'a'), (1, 's', 'b')"),
    Violation("shop-postgres", "products", "products_sku_key", "INSERT INTO % (sku, name, price) VALUES ('CUP', 'x', 1)"),
    Violation("shop-postgres", "products", "products_price_check", "INSERT INTO % (sku, name, price) VALUES ('X', 'x', -0.01)"),
    Violation(
      "shop-postgres", "products", "products_weight_positive", "INSERT INTO % (sku, name, price, weight) VALUES ('X', 'x', 1, 0)"),
    Violation("shop-postgres", "customers", "customers_email_lower_key", "INSERT INTO % (email) VALUES ('A@EXAMPLE.org')"),
    Violation("shop-postgres", "orders", "one_open_order", "INSERT INTO % (customer_id) VALUES (1), (1)"),
    Violation(
      "tenants-postgres", "app.tenants", "tenants_slug_key", "INSERT INTO % (slug, \"displayName\") VALUES ('a', 'A'), ('A', 'B')"
    ),
    Violation(
      "tenants-postgres", "billing.bills", "invoices_currency_check",
      "INSERT INTO % (tenant_id, number, user_id, amount_cents, currency) VALUES ('9f1b6c1e-0000-4000-8000-000000000001', 1, "
        + "'9f1b6c1e-0000-4000-8000-000000000001', 5, 'eur')"),
    Violation("dump-postgres", "accounts", "accounts_login_check", "INSERT INTO % (login) VALUES ('UPPER')"),
    Violation("dump-postgres", "accounts", "accounts_kind_check", "INSERT INTO % (login, kind) VALUES ('a', 'robot')"),
    Violation("dump-postgres", "accounts", "accounts_login_key", "INSERT INTO % (login) VALUES ('a'), ('a')"),
    Violation("dump-postgres", "transfers", "transfers_check", "INSERT INTO % (from_id, to_id, amount) VALUES (1, 1, 5)"),
    Violation("dump-postgres", "transfers", "transfers_from_id_fkey", "INSERT INTO % (from_id, to_id, amount) VALUES (8, 9, 5)"),
    Violation(
      "evolution-postgres", "hosts", "devices_serial_number_key", "INSERT INTO % (site_id, serial_number) VALUES (1, 'A-1')"),
    Violation(
      "evolution-postgres", "hosts", "devices_port_range", "INSERT INTO % (site_id, serial_number, port) VALUES (1, 'N', 70000)"),
    Violation("evolution-postgres", "hosts", "site_id not null", "INSERT INTO % (serial_number) VALUES ('N')"),
    Violation("evolution-postgres", "readings", "readings_unit_check", "UPDATE % SET unit = 'K'"),
    Violation("evolution-postgres", "sites", "hosts_site_id_fkey", "DELETE FROM %"),
    Violation("notes-sqlite", "users", "users_email_key", "INSERT INTO % (email, full_name) VALUES ('ROOT@example.org', 'X')"),
    Violation("notes-sqlite", "users", "email_not_empty", "INSERT INTO % (email, full_name) VALUES ('', 'X')"),
    Violation("notes-sqlite", "notes", "notes_user_id_fkey", "INSERT INTO % (user_id, title) VALUES (99, 'x')"),
    Violation(
      "issues-sqlite", "issues", "issues_state_check", "INSERT INTO % (project_id, title, state) VALUES (1, 'x', 'lost')"),
    Violation("issues-sqlite", "issues", "issues_estimate_check", "UPDATE % SET estimate = 0.25"),
    Violation(
      "issues-sqlite", "issues", "issues_project_id_title_key", "INSERT INTO % (project_id, title) VALUES (1, 'It''s open')"),
    Violation("issues-sqlite", "projects", "projects_key_check", "INSERT INTO % (id, \"key\") VALUES (5, 'a1')"),
    Violation("issues-sqlite", "projects", "projects_key_lower", "INSERT INTO % (id, \"key\") VALUES (5, 'CORe')"),
  ]
}

@Suite("Rules are carried over, and each is recognised by what the database says", .serialized, WithPostgres())
struct ViolationTests {
  @Test("SQLite", arguments: Violation.all)
  func sqlite(_ violation: Violation) async throws {
    let (database, migrations) = try Folder(name: violation.folder).printed(in: .sqlite)
    let file = try await SQLiteFile.migrated(by: migrations)
    defer { file.remove() }
    let (table, constraint) = try find(violation, in: database)
    let output = try await file.run(statement(violation, SQLSpelling(.sqlite)))
    let expected: String
    switch database.signature(of: constraint, in: table, dialect: .sqlite) {
    case .columns(let columns):
      let kind = if case .notNull = constraint { "NOT NULL" } else { "UNIQUE" }
      expected = "\(kind) constraint failed: \(columns) ("
    case .index(let index): expected = "UNIQUE constraint failed: index '\(index)' ("
    case .check(let text): expected = "CHECK constraint failed: \(text) ("
    case .anyForeignKey: expected = "FOREIGN KEY constraint failed ("
    case .constraint, .column: expected = "nothing of SQLite's"
    }
    #expect(output.errors.contains(expected), "\(output.errors) instead of \(expected)")
  }

  @Test("PostgreSQL", arguments: Violation.all)
  func postgres(_ violation: Violation) async throws {
    let (database, migrations) = try Folder(name: violation.folder).printed(in: .postgres)
    let server = try #require(PostgresServer.current)
    let name = "v_" + violation.folder.replacingOccurrences(of: "-", with: "_")
    let known = try await server.run(
      "SELECT 1 FROM pg_database WHERE datname = '\(name)'", database: "postgres", inTransaction: false)
    if known.text.isEmpty { try await server.migrate(name, by: migrations) }
    let (table, constraint) = try find(violation, in: database)
    let output = try await server.run(statement(violation, SQLSpelling(.postgres)), database: name, inTransaction: true)
    switch database.signature(of: constraint, in: table, dialect: .postgres) {
    case .constraint(let text): #expect(output.errors.contains("CONSTRAINT NAME:  \(text)\n"), "\(output.errors)")
    case .column(let column): #expect(output.errors.contains("COLUMN NAME:  \(column)\n"), "\(output.errors)")
    case .columns, .index, .check, .anyForeignKey: Issue.record("nothing of PostgreSQL's")
    }
  }

  private func statement(_ violation: Violation, _ spelling: SQLSpelling) -> String {
    violation.statement.replacingOccurrences(of: "%", with: spelling.table(violation.table)) + ";"
  }

  /// Finds the rule, which for a foreign key may belong to another table than the one that is written to.
  private func find(_ violation: Violation, in database: Database) throws -> (Table, TableConstraint) {
    let own = database.table(named: violation.table).map { [database[$0]] } ?? []
    for table in own + database.tables {
      for constraint in table.constraints {
        if constraint.name == violation.rule { return (table, constraint) }
        if case .notNull(let column) = constraint, violation.rule == "\(column) not null" { return (table, constraint) }
      }
    }
    throw Failure("\(violation.folder) has no rule \(violation.rule)")
  }
}
