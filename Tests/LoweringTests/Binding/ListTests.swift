import Testing

private let lists: [BindingCase] = [
  BindingCase(
    "limit and offset without bounds, and an array",
    """
    schema Item = id:int64 name:string
    GET /items ?limit?:int64 ?offset?:int64 -> 200 [Item]
    """,
    sql: """
      CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT NOT NULL, price INTEGER NOT NULL, state TEXT NOT NULL, created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP);
      """,
    bound: """
      get_items(query: GetItemsQuery) -> [Item]
        size = int64.minimum(int64.maximum(orElse(orNull(query.limit), 20), 1), 100)
        offset = int64.maximum(orElse(orNull(query.offset), 0), 0)
        rows = list_items(limit: size, offset: offset)
        return Item[](rows)
      -- queries
      list_items(limit: int64, offset: int64): select Item from items order by id limit $limit offset $offset, many
      -- notes
      page-bounded: 'limit' of get_items is 20 where it is absent
      page-bounded: 'limit' of get_items has no maximum: a page holds 100 rows at most
      """),
  BindingCase(
    "pages from zero, and what is told about them in a structure of its own",
    """
    schema Item = id:int64 name:string
    schema Meta = totalElements:int64 totalPages:int32 hasMore:bool number:int32
    schema ItemPage = content:[Item] meta:Meta next?:int32
    GET /items ?page:int32(0..)=0 ?size:int32(1..50)=10 -> 200 ItemPage
    """,
    sql: """
      CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT NOT NULL, price INTEGER NOT NULL, state TEXT NOT NULL, created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP);
      """,
    bound: """
      get_items(query: GetItemsQuery) -> ItemPage
        size = int32ToInt64(query.size)
        page = int32ToInt64(query.page)
        offset = int64.multiplySaturating(page, size)
        total = count_items()
        rows = list_items(limit: size, offset: offset)
        return ItemPage {content: Item[](rows), meta: Meta {totalElements: total, totalPages: \
      int64ToInt32(int64.divideCeiling(total, size)), hasMore: int64.less(int64.addSaturating(offset, \
      list.count(rows)), total), number: int64ToInt32(page)}}
      -- queries
      count_items(): count items
      list_items(limit: int64, offset: int64): select Item from items order by id limit $limit offset $offset, many
      -- notes
      field-unmapped: the optional field 'next' beside the list of get_items is left out
      """),
  BindingCase(
    "skip and take, and a count of this page beside the total",
    """
    schema Item = id:int64
    schema Items = items:[Item] count:int64 total:int64 totalPages:int64
    GET /items ?skip:int64(0..)=0 ?take:int64(0..10)=5 -> 200 Items
    """,
    sql: """
      CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT NOT NULL, price INTEGER NOT NULL, state TEXT NOT NULL, created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP);
      """,
    bound: """
      get_items(query: GetItemsQuery) -> Items
        size = query.take
        offset = query.skip
        total = count_items()
        rows = list_items(limit: size, offset: offset)
        return Items {items: Item[](rows), count: list.count(rows), total: total, totalPages: \
      int64.divideCeiling(total, int64.maximum(size, 1))}
      -- queries
      count_items(): count items
      list_items(limit: int64, offset: int64): select Item from items order by id limit $limit offset $offset, many
      """),
  BindingCase(
    "without pages the total is what is there",
    """
    schema Item = id:int64
    schema Items = items:[Item] total:int64
    GET /items -> 200 Items
    """,
    sql: """
      CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT NOT NULL, price INTEGER NOT NULL, state TEXT NOT NULL, created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP);
      """,
    bound: """
      get_items() -> Items
        rows = list_items()
        return Items {items: Item[](rows), total: list.count(rows)}
      -- queries
      list_items(): select Item from items order by id, many
      """),
  BindingCase(
    "filters by columns, ranges, lists and text",
    """
    schema Item = id:int64 name:string price:int64 state:string createdAt:time
    GET /items ?minPrice?:int64 ?price_lte?:int64 ?created_after?:time ?states?:[string] ?state?:string \
    ?name_contains?:string -> 200 [Item]
    GET /v1/items ?q?:string -> 200 [Item]
    GET /v2/items ?since?:time -> 200 [Item]
    """,
    sql: """
      CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT NOT NULL, price INTEGER NOT NULL, state TEXT NOT NULL, created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP);
      """,
    bound: """
      get_items(query: GetItemsQuery) -> [Item]
        rows = list_items(min_price: query.minPrice, price_lte: query.price_lte, created_after: query.created_after, states: \
      query.states, state: query.state, name_contains: query.name_contains)
        return Item[](rows)
      get_v2_items(query: GetV2ItemsQuery) -> [Item]
        rows = list_items_for_get_v2_items(since: query.since)
        return Item[](rows)
      get_v1_items: ambiguous: The query parameter 'q' searches, and no rule says in which columns.
      -- queries
      list_items(min_price: maybe int64, price_lte: maybe int64, created_after: maybe date-time, states: maybe [string], \
      state: maybe string, name_contains: maybe string): select Item from items where price >= $min_price and price <= \
      $price_lte and created_at > $created_after and state in $states and state = $state and name contains $name_contains \
      order by id, many
      list_items_for_get_v2_items(since: maybe date-time): select Item from items where created_at >= $since order by id, many
      """),
  BindingCase(
    "one text column can be searched without a name",
    """
    schema Note = id:int64 body:string
    GET /notes ?q?:string -> 200 [Note]
    """,
    sql: """
      CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT NOT NULL, secret TEXT NOT NULL);
      """,
    bound: """
      get_notes(query: GetNotesQuery) -> [Note]
        rows = list_notes(q: query.q)
        return Note[](rows)
      -- queries
      list_notes(q: maybe string): select Note from notes where body contains $q order by id, many
      """),
  BindingCase(
    "a parameter that nobody understands is not dropped",
    """
    schema Item = id:int64 name:string
    GET /items ?verbose?:bool -> 200 [Item]
    GET /v1/items ?cursor?:string -> 200 [Item]
    GET /v2/items ?page?:int64 ?offset?:int64 -> 200 [Item]
    GET /v3/items ?sort?:string -> 200 [Item]
    GET /v4/items ?name_gt?:string -> 200 [Item]
    GET /v5/items ?order?:enum(asc,desc) -> 200 [Item]
    GET /v6/items ?sort?:enum(name,color) -> 200 [Item]
    GET /v7/items/{id} ?expand?:string -> 200 Item
    """,
    sql: """
      CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT NOT NULL, price INTEGER NOT NULL, state TEXT NOT NULL, created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP);
      """,
    bound: """
      get_items: unsupported: No rule says what the query parameter 'verbose' does.
      get_v1_items: unsupported: Pages by cursor ('cursor') are not generated yet.
      get_v2_items: ambiguous: Two query parameters say where the page begins.
      get_v3_items: unsupported: The query parameter 'sort' lists no values to sort by; an enum of column names would.
      get_v4_items: unsupported: The query parameter 'name_gt' cannot be compared with the column items.name.
      get_v5_items: unsupported: The query parameter 'order' turns an order around that no other parameter chooses.
      get_v6_items: unsupported: 'color', which 'sort' may have, names no column of items.
      get_v7_items_id: unsupported: No rule says what the query parameter 'expand' does here.
      """),
  BindingCase(
    "sorted by a column and turned by another parameter",
    """
    schema Item = id:int64 name:string
    GET /items ?sortBy?:enum(name,createdAt) ?order:enum(asc,desc)=asc -> 200 [Item]
    GET /v1/items ?sort:enum(name_asc,name_desc,-price)=name_asc -> 200 [Item]
    """,
    sql: """
      CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT NOT NULL, price INTEGER NOT NULL, state TEXT NOT NULL, created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP);
      """,
    bound: """
      get_items(query: GetItemsQuery) -> [Item]
        rows = list_items(sort_by: query.sortBy, order: query.order)
        return Item[](rows)
      get_v1_items(query: GetV1ItemsQuery) -> [Item]
        rows = list_items_for_get_v1_items(sort: query.sort)
        return Item[](rows)
      -- queries
      list_items(sort_by: maybe GetItemsSortBy, order: GetItemsOrder): select Item from items order by $sort_by of {"name": \
      name, "createdAt": created_at, desc if $order}, id, many
      list_items_for_get_v1_items(sort: GetV1ItemsSort): select Item from items order by $sort of {"name_asc": name, \
      "name_desc": name desc, "-price": price desc}, id, many
      """),
]

@Test(arguments: lists)
func `lists are bound as written`(_ item: BindingCase) throws {
  try item.check(showing: ["queries", "notes"])
}
