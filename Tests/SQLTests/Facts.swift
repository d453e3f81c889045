import SpecIR

/// What a database can be asked about its tables, as lines that our model and a real database write alike.
enum Facts {
  /// Returns the facts that PostgreSQL is asked for by ``postgresQuery``.
  static func postgres(_ database: Database) -> Set<String> {
    var lines: Set<String> = []
    for table in database.tables {
      let name = "\(table.schema ?? "public").\(table.name)"
      for column in table.columns {
        let type = postgresName(of: column)
        let identity = column.identity == nil ? "" : " numbered"
        let value = column.defaultValue == nil ? "" : " default"
        let generated = column.generated == nil ? "" : " generated"
        lines.insert(
          "column \(name).\(column.name) \(type)\(column.isNullable ? "" : " not null")\(identity)\(value)\(generated)")
      }
      if let key = table.primaryKey { lines.insert("p \(name) \(key.name) (\(key.columns.joined(separator: ",")))") }
      for key in table.uniques {
        guard !key.isIndex, let columns = key.columns else { continue }
        lines.insert("u \(name) \(key.name) (\(columns.joined(separator: ",")))")
      }
      for key in table.foreignKeys {
        let target = "\(key.references.schema ?? "public").\(key.references.name)"
        let referenced = key.referencedColumns.joined(separator: ",")
        lines.insert(
          "f \(name) \(key.name) (\(key.columns.joined(separator: ","))) \(target) (\(referenced)) \(letter(key.onDelete))\(letter(key.onUpdate))"
        )
      }
      for check in table.checks { lines.insert("c \(name) \(check.name)") }
      for index in table.indexes { lines.insert("index \(name) \(index.name)") }
      for key in table.uniques where key.isIndex { lines.insert("unique index \(name) \(key.name)") }
    }
    for type in database.enums {
      lines.insert("enum \(type.name.schema ?? "public").\(type.name.name) (\(type.values.joined(separator: ",")))")
    }
    return lines
  }

  private static func letter(_ action: ReferentialAction) -> String {
    switch action {
    case .noAction: "a"
    case .restrict: "r"
    case .cascade: "c"
    case .setNull: "n"
    case .setDefault: "d"
    }
  }

  /// The type as PostgreSQL's `format_type` writes it.
  private static func postgresName(of column: Column) -> String {
    if column.collation == .caseInsensitive { return "citext" }
    return postgresName(of: column.type)
  }

  private static func postgresName(of type: ColumnType) -> String {
    switch type {
    case .boolean: "boolean"
    case .int16: "smallint"
    case .int32: "integer"
    case .int64: "bigint"
    case .float: "real"
    case .double: "double precision"
    case .decimal(nil, _): "numeric"
    case .decimal(let precision?, let scale): "numeric(\(precision),\(scale ?? 0))"
    case .text(nil): "text"
    case .text(let length?): "character varying(\(length))"
    case .paddedText(let length): "character(\(length))"
    case .bytes: "bytea"
    case .uuid: "uuid"
    case .date: "date"
    case .time: "time without time zone"
    case .timestamp(true): "timestamp with time zone"
    case .timestamp(false): "timestamp without time zone"
    case .interval: "interval"
    case .json: "jsonb"
    case .enumeration(let name): name.description
    case .array(let element): postgresName(of: element) + "[]"
    case .other(let name): name
    }
  }

  static let postgresQuery = """
    SELECT 'column ' || n.nspname || '.' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
      || CASE WHEN a.attidentity <> '' OR pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%' THEN ' numbered' ELSE '' END
      || CASE WHEN d.oid IS NOT NULL AND a.attgenerated = '' AND pg_get_expr(d.adbin, d.adrelid) NOT LIKE 'nextval(%'
         THEN ' default' ELSE '' END
      || CASE WHEN a.attgenerated <> '' THEN ' generated' ELSE '' END
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND n.nspname NOT IN ('pg_catalog', 'information_schema');
    SELECT k.contype::text || ' ' || n.nspname || '.' || c.relname || ' ' || k.conname
      || CASE WHEN k.contype = 'c' THEN '' ELSE ' (' || (SELECT string_agg(a.attname, ',' ORDER BY i.ord)
         FROM unnest(k.conkey) WITH ORDINALITY i (num, ord) JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.num) || ')' END
      || CASE WHEN k.contype = 'f' THEN ' ' || rn.nspname || '.' || r.relname || ' ('
         || (SELECT string_agg(a.attname, ',' ORDER BY i.ord) FROM unnest(k.confkey) WITH ORDINALITY i (num, ord)
             JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum = i.num) || ') ' || k.confdeltype::text || k.confupdtype::text ELSE '' END
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_class r ON r.oid = k.confrelid LEFT JOIN pg_namespace rn ON rn.oid = r.relnamespace
    WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND k.contype IN ('p', 'u', 'f', 'c');
    SELECT CASE WHEN x.indisunique THEN 'unique ' ELSE '' END || 'index ' || n.nspname || '.' || c.relname || ' ' || i.relname
    FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
      AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.oid AND k.contype IN ('p', 'u'));
    SELECT 'enum ' || n.nspname || '.' || t.typname || ' (' || string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder) || ')'
    FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid JOIN pg_namespace n ON n.oid = t.typnamespace GROUP BY n.nspname, t.typname;
    """

  // MARK: SQLite

  /// Returns the facts that SQLite is asked for by ``sqliteQuery``; types and NOT NULL only where we printed them.
  static func sqlite(_ database: Database, translated: Bool) -> Set<String> {
    var lines: Set<String> = []
    for table in database.tables {
      let name = physical(table.qualifiedName)
      for column in table.columns {
        let type =
          translated ? " \(column.type.storage(in: .sqlite)?.declaration ?? "?")\(column.isNullable ? "" : " not null")" : ""
        lines.insert("column \(name).\(column.name)\(column.generated == nil ? type : "")")
      }
      if let key = table.primaryKey { lines.insert("key \(name) (\(key.columns.joined(separator: ",")))") }
      for key in table.uniques where key.predicate == nil && !key.isIndex {
        if let columns = key.columns { lines.insert("unique \(name) (\(columns.joined(separator: ",")))") }
      }
      for key in table.foreignKeys {
        for (column, referenced) in zip(key.columns, key.referencedColumns) {
          lines.insert(
            "reference \(name).\(column) \(physical(key.references)).\(referenced) \(words(key.onDelete)) \(words(key.onUpdate))")
        }
      }
      let indexes = table.indexes.filter { $0.method == nil }.map(\.name.text) + table.uniques.filter(\.isIndex).map(\.name.text)
      for index in indexes { lines.insert("index \(name) \(physical(QualifiedName(schema: table.schema, index)))") }
    }
    return lines
  }

  private static func physical(_ name: QualifiedName) -> String { name.schema.map { "\($0)_\(name.name)" } ?? name.name }

  private static func words(_ action: ReferentialAction) -> String {
    switch action {
    case .noAction: "NO ACTION"
    case .restrict: "RESTRICT"
    case .cascade: "CASCADE"
    case .setNull: "SET NULL"
    case .setDefault: "SET DEFAULT"
    }
  }

  static func sqliteQuery(translated: Bool) -> String {
    let type = translated ? "CASE WHEN c.hidden = 0 THEN ' ' || c.type || iif(c.\"notnull\", ' not null', '') ELSE '' END" : "''"
    return """
      SELECT 'column ' || t.name || '.' || c.name || \(type)
      FROM sqlite_schema t, pragma_table_xinfo(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%';
      SELECT 'key ' || t.name || ' (' || (SELECT group_concat(name, ',') FROM (
        SELECT name FROM pragma_table_info(t.name) WHERE pk > 0 ORDER BY pk)) || ')'
      FROM sqlite_schema t WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%';
      SELECT 'unique ' || t.name || ' (' || (SELECT group_concat(name, ',') FROM (
        SELECT name FROM pragma_index_info(i.name) ORDER BY seqno)) || ')'
      FROM sqlite_schema t, pragma_index_list(t.name) i WHERE t.type = 'table' AND i.origin = 'u';
      SELECT 'reference ' || t.name || '.' || f."from" || ' ' || f."table" || '.'
        || coalesce(f."to", (SELECT name FROM pragma_table_info(f."table") WHERE pk = f.seq + 1)) || ' ' || f.on_delete || ' ' || f.on_update
      FROM sqlite_schema t, pragma_foreign_key_list(t.name) f WHERE t.type = 'table';
      SELECT 'index ' || t.name || ' ' || i.name FROM sqlite_schema t, pragma_index_list(t.name) i
      WHERE t.type = 'table' AND i.origin = 'c';
      """
  }
}
