import Testing

private let evidence: [BindingCase] = [
  BindingCase(
    "two tables of one name in two schemas",
    """
    schema User = id:int64
    GET /users/{id} -> 200 User
    """,
    sql: """
      -- PostgreSQL
      CREATE SCHEMA auth;
      CREATE TABLE users (id bigint PRIMARY KEY);
      CREATE TABLE auth.users (id bigint PRIMARY KEY);
      """,
    bound: """
      get_users_id: ambiguous: The tables users, auth.users fit equally well.
      """),
  BindingCase(
    "the path names one table and the schemas another",
    """
    schema Account = id:int64 iban:string
    schema NewAccount = iban:string
    GET /users/{id} -> 200 Account
    POST /users NewAccount -> 201 Account
    """,
    sql: """
      CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);
      CREATE TABLE accounts (id INTEGER PRIMARY KEY, iban TEXT NOT NULL);
      """,
    bound: """
      get_users_id: unsupported: The required field 'iban' of Account has no column in users.
      post_users: ambiguous: The path names another table than accounts, which the schemas describe.
      """),
  BindingCase(
    "what has no meaning by rule stays unbound",
    """
    schema Item = id:int64 name:string
    POST /items/{id}/cancel Item -> 200 Item
    POST /items/{id} Item -> 200 Item
    GET /items/latest -> 200 [Item]
    GET /me -> 200 Item
    GET /latest -> 200 [Item]
    GET /items -> 200 Item
    PUT /items Item -> 200 Item
    GET /items/{id}/comments -> 200 [Item]
    GET /items/{id} !key -> 200 Item
    POST /login Item -> 200 Item
    """,
    sql: """
      CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT NOT NULL, price INTEGER, created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP);
      """,
    bound: """
      post_items_id_cancel: no-table: No table is named like 'cancel' in the path.
      post_items_id: unsupported: POST on a single row has no meaning by rule.
      get_items_id: closed: The contract asks for credentials, and their check is not generated yet.
      get_items_latest: no-table: The path segment 'latest' after 'items' is neither a key nor a lookup.
      get_me: unsupported: The path names all rows, and its answer is no list.
      get_latest: no-table: No table is named like 'latest' in the path.
      get_items: unsupported: The path names all rows, and its answer is no list.
      put_items: unsupported: PUT on all rows has no meaning by rule.
      get_items_id_comments: no-table: No table is named like 'comments' in the path.
      post_login: no-table: No table is named like 'login' in the path.
      """),
  BindingCase(
    "fields and columns that do not meet",
    """
    schema Wide = id:int64 name:string color:string
    schema Typed = id:int64 name:time
    schema Null = id:int64 note:string
    schema Loose = id:int64 note?:string color?:string
    schema Input = name:string color?:string
    GET /items/{id} -> 200 Wide
    GET /things/items/{id} #things -> 200 Typed
    GET /nulls/items/{id} #nulls -> 200 Null
    GET /loose/items/{id} #loose -> 200 Loose
    POST /items Input -> 201 Loose
    GET /v1/items/{id:uuid} -> 200 Loose
    """,
    sql: """
      CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT NOT NULL, note TEXT);
      """,
    bound: """
      get_things_items_id(id: int64) -> Typed fails ItemNotFound
        found = find_item_by_id(id: id)
        item = found otherwise fail ItemNotFound
        return Typed(item)
      get_loose_items_id(id: int64) -> Loose fails ItemNotFound
        found = find_item_by_id(id: id)
        item = found otherwise fail ItemNotFound
        return Loose(item)
      get_items_id: unsupported: The required field 'color' of Wide has no column in items.
      get_nulls_items_id: unsupported: The column items.note may be NULL, and the field 'note' of Null may not.
      post_items: unsupported: The field 'color' of Input has no column in items.
      get_v1_items_id: unsupported: The path parameter 'id' and the column items.id differ in type.
      -- notes
      field-unmapped: the optional field 'color' of Loose has no column in items and is left out
      """),
  BindingCase(
    "without migrations nothing is bound",
    """
    schema Item = id:int64
    GET /items/{id} -> 200 Item
    """,
    sql: """

      """,
    bound: """
      get_items_id: no-table: There are no migrations, and so no tables.
      """),
]

@Test(arguments: evidence)
func `evidence are bound as written`(_ item: BindingCase) throws {
  try item.check(showing: ["notes"])
}
