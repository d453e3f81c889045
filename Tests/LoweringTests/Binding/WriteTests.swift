import Testing

private let writes: [BindingCase] = [
  BindingCase(
    "a reference in the body, and a row that others refer to",
    """
    schema Order = id:int64 customer:int64 total:int64
    schema NewOrder = customer:int64 total:int64
    POST /orders NewOrder -> 201 Order, 400
    DELETE /customers/{id} -> 204, 409
    """,
    sql: """
      CREATE TABLE customers (id INTEGER PRIMARY KEY);
      CREATE TABLE orders (
        id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers, total INTEGER NOT NULL CHECK (total BETWEEN 0 AND 1000));
      CREATE TABLE invoices (id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL REFERENCES orders);
      CREATE TABLE notes (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers ON DELETE SET NULL);
      """,
    bound: """
      post_orders(body: NewOrder) -> Order fails UnknownCustomer, TotalOutOfRange
        order = insert_order(customer_id: body.customer, total: body.total)
          on reference orders_customer_id_fkey fail UnknownCustomer
          on check orders_total_check fail TotalOutOfRange
        return Order(order)
      delete_customers_id(id: int64) -> nothing fails CustomerInUse, CustomerNotFound
        deleted = delete_customer_by_id(id: id)
          on referenced by orders_customer_id_fkey fail CustomerInUse
        if value.equal(deleted, 0) fail CustomerNotFound
        return
      -- queries
      insert_order(customer_id: int64, total: int64): insert orders set customer_id = $customer_id, total = $total returning \
      Order
      delete_customer_by_id(id: int64): delete customers where id = $id
      -- errors
      UnknownCustomer 400 unknown_customer at /customer: The customer does not exist.
      TotalOutOfRange 400 total_out_of_range at /total: The total is out of range.
      CustomerInUse 409 customer_in_use: The customer is still in use.
      CustomerNotFound 404 customer_not_found: The customer does not exist.
      -- rows
      Order(id, customer_id, total)
      Order -> Order {id: row.id, customer: row.customer_id, total: row.total}
      """),
  BindingCase(
    "keys and times that nobody gives",
    """
    schema Doc = id:uuid title:string
    schema NewDoc = title:string
    POST /docs NewDoc -> 201 Doc
    PATCH /docs/{id:uuid} NewDoc -> 204
    POST /texts NewDoc -> 201 Doc
    """,
    sql: """
      CREATE TABLE docs (id UUID PRIMARY KEY, title TEXT NOT NULL, created_at TIMESTAMP NOT NULL, updated_at TEXT NOT NULL);
      CREATE TABLE texts (id TEXT PRIMARY KEY, title TEXT NOT NULL);
      """,
    bound: """
      post_docs(body: NewDoc) -> Doc
        id = newUUID()
        now = now()
        doc = insert_doc(title: body.title, id: id, updated_at: textOf-date-time(now))
        return Doc(doc)
      patch_docs_id(id: uuid, body: NewDoc) -> nothing fails DocNotFound
        now = now()
        changed = update_doc(title: body.title, updated_at: textOf-date-time(now), id: id)
        if value.equal(changed, 0) fail DocNotFound
        return
      post_texts(body: NewDoc) -> Doc
        id = newUUID()
        text = insert_text(title: body.title, id: textOf-uuid(id))
        return Doc(text)
      -- queries
      insert_doc(title: string, id: uuid, updated_at: string): insert docs set title = $title, id = $id, created_at = now, \
      updated_at = $updated_at returning Doc
      update_doc(title: string, updated_at: string, id: uuid): update docs set title = $title, updated_at = $updated_at where \
      id = $id
      insert_text(title: string, id: string): insert texts set title = $title, id = $id returning Text
      -- errors
      DocNotFound 404 doc_not_found: The doc does not exist.
      -- rows
      Doc(id, title)
      Text(id, title)
      Doc -> Doc {id: row.id, title: row.title}
      Text -> Doc {id: uuidOfText(row.id), title: row.title}
      """),
  BindingCase(
    "a column that must be filled and is not",
    """
    schema Doc = id:int64 title:string
    schema NewDoc = title:string
    schema Extra = title:string color:string
    POST /docs NewDoc -> 201 Doc
    PUT /docs/{id} Extra -> 200 Doc
    """,
    sql: """
      CREATE TABLE docs (id INTEGER PRIMARY KEY, title TEXT NOT NULL, owner TEXT NOT NULL);
      """,
    bound: """
      post_docs: unsupported: The column docs.owner must be filled, and no field of the body names it.
      put_docs_id: unsupported: The field 'color' of Extra has no column in docs.
      """),
  BindingCase(
    "a change keeps what is absent although the schema has defaults",
    """
    schema Doc = id:int64 title:string state:string
    schema DocInput = title?:string state:string=draft note?:string|null
    POST /docs DocInput -> 201 Doc
    PATCH /docs/{id} DocInput -> 200 Doc
    PUT /docs/{id} DocInput -> 200 Doc
    """,
    sql: """
      CREATE TABLE docs (
        id INTEGER PRIMARY KEY, title TEXT NOT NULL DEFAULT 'untitled', state TEXT NOT NULL, note TEXT DEFAULT 'none');
      """,
    bound: """
      post_docs(body: DocInput) -> Doc
        doc = insert_doc(title: body.title, state: body.state, note: body.note)
        return Doc(doc)
      patch_docs_id(id: int64, body: DocInputPatch) -> Doc fails DocNotFound
        found = update_doc(title: body.title, state: body.state, note: body.note, id: id)
        doc = found otherwise fail DocNotFound
        return Doc(doc)
      put_docs_id(id: int64, body: DocInput) -> Doc fails DocNotFound
        found = replace_doc(title: orElse(body.title, "untitled"), state: body.state, note: orElse(body.note, some("none")), \
      id: id)
        doc = found otherwise fail DocNotFound
        return Doc(doc)
      -- queries
      insert_doc(title: maybe string, state: string, note: maybe string?): insert docs set title = $title, state = $state, \
      note = $note returning Doc
      update_doc(title: maybe string, state: maybe string, note: maybe string?, id: int64): update docs set title = $title, \
      state = $state, note = $note where id = $id returning Doc
      replace_doc(title: string, state: string, note: string?, id: int64): update docs set title = $title, state = $state, \
      note = $note where id = $id returning Doc
      -- errors
      DocNotFound 404 doc_not_found: The doc does not exist.
      -- rows
      Doc(id, title, state)
      Doc -> Doc {id: row.id, title: row.title, state: row.state}
      """),
  BindingCase(
    "the body repeats the key of the path",
    """
    schema Doc = id:int64 title:string
    schema DocInput = id?:int64 title:string
    PUT /docs/{id} DocInput -> 200 Doc, 400
    POST /docs DocInput -> 201 Doc, 409
    """,
    sql: """
      CREATE TABLE docs (id INTEGER PRIMARY KEY, title TEXT NOT NULL);
      """,
    bound: """
      put_docs_id(id: int64, body: DocInput) -> Doc fails DocIdMismatch, DocNotFound
        if bool.not(value.equal(orElse(body.id, id), id)) fail DocIdMismatch
        found = replace_doc(title: body.title, id: id)
        doc = found otherwise fail DocNotFound
        return Doc(doc)
      post_docs(body: DocInput) -> Doc fails DocIdTaken
        doc = insert_doc(id: body.id, title: body.title)
          on primary key of docs fail DocIdTaken
        return Doc(doc)
      -- queries
      replace_doc(title: string, id: int64): update docs set title = $title where id = $id returning Doc
      insert_doc(id: maybe int64, title: string): insert docs set id = $id, title = $title returning Doc
      -- errors
      DocIdMismatch 400 doc_id_mismatch at /id: The doc id differs from the one in the path.
      DocNotFound 404 doc_not_found: The doc does not exist.
      DocIdTaken 409 doc_id_taken at /id: The doc id is already taken.
      -- rows
      Doc(id, title)
      Doc -> Doc {id: row.id, title: row.title}
      """),
  BindingCase(
    "columns that are narrower than the contract",
    """
    schema Doc = id:int64 title:string rank:int64
    schema DocInput = title?:string|null rank:int64 code:string(..3)
    POST /docs DocInput -> 201 Doc
    GET /docs/{id} -> 200 Doc
    """,
    sql: """
      -- PostgreSQL
      CREATE TABLE docs (id serial PRIMARY KEY, title varchar(10) NOT NULL, rank integer NOT NULL, code varchar(3) NOT NULL);
      """,
    bound: """
      post_docs(body: DocInput) -> Doc fails TitleTooLong, RankOutOfRange, TitleRequired
        if int64.less(10, string.lengthCodePoints(orElse(orNull(body.title), ""))) fail TitleTooLong
        if bool.or(int64.less(body.rank, -2147483648), int64.less(2147483647, body.rank)) fail RankOutOfRange
        doc = insert_doc(title: body.title, rank: int64ToInt32(body.rank), code: body.code)
          on null in docs.title fail TitleRequired
        return Doc(doc)
      get_docs_id(id: int64) -> Doc fails DocNotFound
        found = find_doc_by_id(id: id)
        doc = found otherwise fail DocNotFound
        return Doc(doc)
      -- queries
      insert_doc(title: maybe string?, rank: int32, code: string): insert docs set title = $title, rank = $rank, code = $code \
      returning Doc
      find_doc_by_id(id: int64): select Doc from docs where id = $id, one or none
      -- errors
      TitleTooLong 422 title_too_long at /title: The title is too long.
      RankOutOfRange 422 rank_out_of_range at /rank: The rank is out of range.
      TitleRequired 422 title_required at /title: The title is required.
      DocNotFound 404 doc_not_found: The doc does not exist.
      -- rows
      Doc(id, title, rank)
      Doc -> Doc {id: int32ToInt64(row.id), title: row.title, rank: int32ToInt64(row.rank)}
      """),
  BindingCase(
    "numbers with more digits than a column has",
    """
    schema Doc = id:int64 price:decimal weight:double bulk:double huge:decimal
    schema DocInput = price:decimal weight?:double bulk:double huge:decimal
    POST /docs DocInput -> 201 Doc
    GET /docs/{id} -> 200 Doc
    """,
    sql: """
      -- PostgreSQL
      CREATE TABLE docs (id bigserial PRIMARY KEY, price numeric(12, 2) NOT NULL, weight numeric(4) NOT NULL DEFAULT 1,
        bulk numeric NOT NULL, huge numeric(40, 3) NOT NULL);
      """,
    bound: """
      post_docs(body: DocInput) -> Doc fails PriceTooLarge, WeightTooLarge, BulkTooLarge
        if bool.not(decimal.fits(body.price, 12, 2)) fail PriceTooLarge
        if bool.not(decimal.fits(orElse(orNull(body.weight), 0), 4, 0)) fail WeightTooLarge
        if bool.not(decimal.fits(body.bulk, 28, 0)) fail BulkTooLarge
        doc = insert_doc(price: body.price, weight: doubleToDecimal?(body.weight), bulk: doubleToDecimal(body.bulk), huge: \
      body.huge)
        return Doc(doc)
      get_docs_id(id: int64) -> Doc fails DocNotFound
        found = find_doc_by_id(id: id)
        doc = found otherwise fail DocNotFound
        return Doc(doc)
      -- queries
      insert_doc(price: decimal, weight: maybe decimal, bulk: decimal, huge: decimal): insert docs set price = $price, weight = \
      $weight, bulk = $bulk, huge = $huge returning Doc
      find_doc_by_id(id: int64): select Doc from docs where id = $id, one or none
      -- errors
      PriceTooLarge 422 price_too_large at /price: The price is too large.
      WeightTooLarge 422 weight_too_large at /weight: The weight is too large.
      BulkTooLarge 422 bulk_too_large at /bulk: The bulk is too large.
      DocNotFound 404 doc_not_found: The doc does not exist.
      -- rows
      Doc(id, price, weight, bulk, huge)
      Doc -> Doc {id: row.id, price: row.price, weight: decimalToDouble(row.weight), bulk: decimalToDouble(row.bulk), huge: row.huge}
      """),
  BindingCase(
    "columns that keep their values in another form than clients send them",
    """
    schema Doc = id:int64 span:string
    schema DocInput = span:string
    schema Late = id:int64 hours:[string]
    POST /docs DocInput -> 201 Doc
    GET /lates -> 200 [Late]
    """,
    sql: """
      -- PostgreSQL
      CREATE TABLE docs (id bigserial PRIMARY KEY, span interval NOT NULL);
      CREATE TABLE lates (id bigserial PRIMARY KEY, hours time[] NOT NULL);
      """,
    bound: """
      post_docs: unsupported: The field 'span' of DocInput cannot be stored in the column docs.span.
      get_lates: unsupported: The field 'hours' of Late and the column lates.hours differ in type.
      """),
  BindingCase(
    "types of PostgreSQL",
    """
    schema State = enum(open,closed)
    schema Place = lat:double lon:double
    schema Doc = id:uuid state:State tags:[string] place:Place price:double|null day:date
    schema DocInput = state:State tags:[string] place:Place price?:double|null day:date
    POST /docs DocInput -> 201 Doc
    GET /docs ?state?:State ?day_from?:date ?id?:[uuid] -> 200 [Doc]
    """,
    sql: """
      -- PostgreSQL
      CREATE TYPE doc_state AS ENUM ('open', 'closed');
      CREATE TABLE docs (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(), state doc_state NOT NULL, tags text[] NOT NULL, place jsonb NOT NULL,
        price numeric(10, 2), day date NOT NULL);
      """,
    bound: """
      post_docs(body: DocInput) -> Doc fails PriceTooLarge
        if bool.not(decimal.fits(orElse(orNull(body.price), 0), 10, 2)) fail PriceTooLarge
        doc = insert_doc(state: textOfState(body.state), tags: body.tags, place: toJSON(body.place), price: \
      doubleToDecimal??(body.price), day: body.day)
        return Doc(doc)
      get_docs(query: GetDocsQuery) -> [Doc]
        rows = list_docs(state: textOfState?(query.state), day_from: query.day_from, id: query.id)
        return Doc[](rows)
      -- queries
      insert_doc(state: string, tags: [string], place: json, price: maybe decimal?, day: date): insert docs set state = \
      $state, tags = $tags, place = $place, price = $price, day = $day returning Doc
      list_docs(state: maybe string, day_from: maybe date, id: maybe [uuid]): select Doc from docs where state = $state and \
      day >= $day_from and id in $id order by id, many
      -- errors
      PriceTooLarge 422 price_too_large at /price: The price is too large.
      -- rows
      Doc(id, state, tags, place, price, day)
      Doc -> Doc {id: row.id, state: StateOfText(row.state), tags: row.tags, place: fromJSON(row.place), price: \
      decimalToDouble?(row.price), day: row.day}
      """),
  BindingCase(
    "constraints of several columns, and statuses that the contract declares",
    """
    schema Slot = id:int64 room:string starts:int64 ends:int64
    schema NewSlot = room:string starts:int64 ends:int64
    POST /slots NewSlot -> 201 Slot, 400
    PUT /slots/{id} NewSlot -> 200 Slot, 409
    """,
    sql: """
      CREATE TABLE slots (
        id INTEGER PRIMARY KEY, room TEXT NOT NULL, starts INTEGER NOT NULL CHECK (starts > 0), ends INTEGER NOT NULL,
        UNIQUE (room, starts), CHECK (starts < ends));
      """,
    bound: """
      post_slots(body: NewSlot) -> Slot fails RoomAndStartsTaken, StartsOutOfRange, StartsAndEndsInvalid
        slot = insert_slot(room: body.room, starts: body.starts, ends: body.ends)
          on unique slots_room_starts_key fail RoomAndStartsTaken
          on check slots_starts_check fail StartsOutOfRange
          on check slots_check fail StartsAndEndsInvalid
        return Slot(slot)
      put_slots_id(id: int64, body: NewSlot) -> Slot fails RoomAndStartsTakenAs409, StartsOutOfRangeAs422, \
      StartsAndEndsInvalidAs422, SlotNotFound
        found = replace_slot(room: body.room, starts: body.starts, ends: body.ends, id: id)
          on unique slots_room_starts_key fail RoomAndStartsTakenAs409
          on check slots_starts_check fail StartsOutOfRangeAs422
          on check slots_check fail StartsAndEndsInvalidAs422
        slot = found otherwise fail SlotNotFound
        return Slot(slot)
      -- queries
      insert_slot(room: string, starts: int64, ends: int64): insert slots set room = $room, starts = $starts, ends = $ends \
      returning Slot
      replace_slot(room: string, starts: int64, ends: int64, id: int64): update slots set room = $room, starts = $starts, \
      ends = $ends where id = $id returning Slot
      -- errors
      RoomAndStartsTaken 400 room_and_starts_taken at /room: The room and starts are already taken.
      StartsOutOfRange 400 starts_out_of_range at /starts: The starts is out of range.
      StartsAndEndsInvalid 400 starts_and_ends_invalid at /starts: The starts and ends are not valid.
      RoomAndStartsTakenAs409 409 room_and_starts_taken at /room: The room and starts are already taken.
      StartsOutOfRangeAs422 422 starts_out_of_range at /starts: The starts is out of range.
      StartsAndEndsInvalidAs422 422 starts_and_ends_invalid at /starts: The starts and ends are not valid.
      SlotNotFound 404 slot_not_found: The slot does not exist.
      -- rows
      Slot(id, room, starts, ends)
      Slot -> Slot {id: row.id, room: row.room, starts: row.starts, ends: row.ends}
      """),
]

@Test(arguments: writes)
func `writes are bound as written`(_ item: BindingCase) throws {
  try item.check(showing: ["queries", "errors", "rows"])
}
