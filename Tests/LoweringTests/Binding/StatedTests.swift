import Testing

private let stated: [BindingCase] = [
  BindingCase(
    "a table, an action and a key that no rule would find",
    """
    schema Report = number:int64 heading:string
    GET /q3 ?from?:int64 -> 200 [Report]
    + table=monthly action=list columns=number:id,heading:title filters=from:id:greaterOrEqual
    GET /q3/{n} -> 200 Report
    + table=monthly key=n:id columns=number:id,heading:title
    GET /q4/{n} -> 200 Report
    + table=yearly
    """,
    sql: """
      CREATE TABLE monthly (id INTEGER PRIMARY KEY, title TEXT NOT NULL);
      """,
    bound: """
      get_q3(query: GetQ3Query) -> [Report]
        rows = list_monthly(from: query.from)
        return Report[](rows)
      get_q3_n(n: int64) -> Report fails MonthlyNotFound
        found = find_monthly_by_id(id: n)
        monthly = found otherwise fail MonthlyNotFound
        return Report(monthly)
      get_q4_n: no-table: The extension x-specforge names the table 'yearly', which the migrations do not make.
      -- queries
      list_monthly(from: maybe int64): select Monthly from monthly where id >= $from order by id, many
      find_monthly_by_id(id: int64): select Monthly from monthly where id = $id, one or none
      -- rows
      Monthly(id, title)
      Monthly -> Report {number: row.id, heading: row.title}
      """),
]

@Test(arguments: stated)
func `stated are bound as written`(_ item: BindingCase) throws {
  try item.check(showing: ["queries", "rows"])
}
