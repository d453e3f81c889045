/// Words that a dialect reserves, in lower case.
public enum SQLKeywords {
  /// PostgreSQL 15, appendix C: reserved, and those that can be a function or type name only.
  public static let reservedInPostgres: Set<String> = Set(
    """
    all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column
    concurrently constraint create cross current_catalog current_date current_role current_schema current_time
    current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze from
    full grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit localtime
    localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references returning right
    select session_user similar some symmetric table tablesample then to trailing true union unique user using variadic
    verbose when where window with
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// SQLite's `parse.y`: keywords that do not fall back to an identifier.
  public static let reservedInSQLite: Set<String> = Set(
    """
    add all alter and as autoincrement between case check collate commit constraint create cross default deferrable delete
    distinct drop else escape except exists foreign from full group having in index inner insert intersect into is isnull join
    left limit natural not nothing notnull null on or order outer primary references returning right select set table then to
    transaction union unique update using values when where
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
