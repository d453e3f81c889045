import Testing

private let nested: [BindingCase] = [
  BindingCase(
    "orders of a user",
    """
    schema Order = id:int64 user_id:int64 total:int64
    schema NewOrder = total:int64
    GET /users/{userId}/orders ?limit:int64(1..50)=10 -> 200 [Order]
    POST /users/{userId}/orders NewOrder -> 201 Order, 404
    GET /users/{userId}/orders/{orderId} -> 200 Order
    PUT /users/{userId}/orders/{orderId} NewOrder -> 200 Order
    DELETE /users/{userId}/orders/{orderId} -> 204
    """,
    sql: """
      CREATE TABLE users (id INTEGER PRIMARY KEY, username TEXT NOT NULL UNIQUE);
      CREATE TABLE orders (
        id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users (id), total INTEGER NOT NULL CHECK (total >= 0));
      CREATE TABLE order_lines (
        order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE, line_no INTEGER NOT NULL, product TEXT NOT NULL,
        PRIMARY KEY (order_id, line_no));
      """,
    bound: """
      get_users_userId_orders(userId: int64, query: GetUsersUserIdOrdersQuery) -> [Order] fails UserNotFound
        user_exists = user_exists_by_id(id: userId)
        if bool.not(user_exists) fail UserNotFound
        size = query.limit
        rows = list_orders_by_user_id(user_id: userId, limit: size, offset: 0)
        return Order[](rows)
      post_users_userId_orders(userId: int64, body: NewOrder) -> Order fails UserNotFound, TotalOutOfRange
        order = insert_order(total: body.total, user_id: userId)
          on reference orders_user_id_fkey fail UserNotFound
          on check orders_total_check fail TotalOutOfRange
        return Order(order)
      get_users_userId_orders_orderId(userId: int64, orderId: int64) -> Order fails OrderNotFound
        found = find_order_by_id_and_user_id(id: orderId, user_id: userId)
        order = found otherwise fail OrderNotFound
        return Order(order)
      put_users_userId_orders_orderId(userId: int64, orderId: int64, body: NewOrder) -> Order fails TotalOutOfRange, \
      OrderNotFound
        found = replace_order(total: body.total, id: orderId, user_id: userId)
          on check orders_total_check fail TotalOutOfRange
        order = found otherwise fail OrderNotFound
        return Order(order)
      delete_users_userId_orders_orderId(userId: int64, orderId: int64) -> nothing fails OrderNotFound
        deleted = delete_order_by_id_and_user_id(id: orderId, user_id: userId)
        if value.equal(deleted, 0) fail OrderNotFound
        return
      -- queries
      user_exists_by_id(id: int64): exists users where id = $id
      list_orders_by_user_id(user_id: int64, limit: int64, offset: int64): select Order from orders where user_id = $user_id \
      order by id limit $limit offset $offset, many
      insert_order(total: int64, user_id: int64): insert orders set total = $total, user_id = $user_id returning Order
      find_order_by_id_and_user_id(id: int64, user_id: int64): select Order from orders where id = $id and user_id = \
      $user_id, one or none
      replace_order(total: int64, id: int64, user_id: int64): update orders set total = $total where id = $id and user_id = \
      $user_id returning Order
      delete_order_by_id_and_user_id(id: int64, user_id: int64): delete orders where id = $id and user_id = $user_id
      -- errors
      UserNotFound 404 user_not_found: The user does not exist.
      TotalOutOfRange 422 total_out_of_range at /total: The total is out of range.
      OrderNotFound 404 order_not_found: The order does not exist.
      """),
  BindingCase(
    "lines of an order of a user, by a key of two columns",
    """
    schema Line = line_no:int64 product:string
    schema NewLine = line_no:int64 product:string
    GET /users/{userId}/orders/{orderId}/lines -> 200 [Line]
    POST /users/{userId}/orders/{orderId}/lines NewLine -> 201 Line
    GET /orders/{orderId}/lines/{lineNo} -> 200 Line
    DELETE /orders/{orderId}/lines/{lineNo} -> 200 Line
    """,
    sql: """
      CREATE TABLE users (id INTEGER PRIMARY KEY, username TEXT NOT NULL UNIQUE);
      CREATE TABLE orders (
        id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users (id), total INTEGER NOT NULL CHECK (total >= 0));
      CREATE TABLE order_lines (
        order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE, line_no INTEGER NOT NULL, product TEXT NOT NULL,
        PRIMARY KEY (order_id, line_no));
      """,
    bound: """
      get_users_userId_orders_orderId_lines(userId: int64, orderId: int64) -> [Line] fails OrderNotFound
        order_exists = order_exists_by_id_and_user_id(id: orderId, user_id: userId)
        if bool.not(order_exists) fail OrderNotFound
        rows = list_order_lines_by_order_id(order_id: orderId)
        return Line[](rows)
      post_users_userId_orders_orderId_lines(userId: int64, orderId: int64, body: NewLine) -> Line fails OrderNotFound, \
      OrderIdAndLineNoTaken
        transaction
          order_exists = order_exists_by_id_and_user_id(id: orderId, user_id: userId)
          if bool.not(order_exists) fail OrderNotFound
          order_line = insert_order_line(line_no: body.line_no, product: body.product, order_id: orderId)
            on primary key of order_lines fail OrderIdAndLineNoTaken
            on reference order_lines_order_id_fkey fail OrderNotFound
          return Line(order_line)
      get_orders_orderId_lines_lineNo(orderId: int64, lineNo: int64) -> Line fails OrderLineNotFound
        found = find_order_line_by_line_no_and_order_id(line_no: lineNo, order_id: orderId)
        order_line = found otherwise fail OrderLineNotFound
        return Line(order_line)
      delete_orders_orderId_lines_lineNo(orderId: int64, lineNo: int64) -> Line fails OrderLineNotFound
        transaction
          found = find_order_line_by_line_no_and_order_id(line_no: lineNo, order_id: orderId)
          order_line = found otherwise fail OrderLineNotFound
          deleted = delete_order_line_by_line_no_and_order_id(line_no: lineNo, order_id: orderId)
          if value.equal(deleted, 0) fail OrderLineNotFound
          return Line(order_line)
      -- queries
      order_exists_by_id_and_user_id(id: int64, user_id: int64): exists orders where id = $id and user_id = $user_id
      list_order_lines_by_order_id(order_id: int64): select OrderLine from order_lines where order_id = $order_id order by \
      order_id, line_no, many
      insert_order_line(line_no: int64, product: string, order_id: int64): insert order_lines set line_no = $line_no, product \
      = $product, order_id = $order_id returning OrderLine
      find_order_line_by_line_no_and_order_id(line_no: int64, order_id: int64): select OrderLine from order_lines where \
      line_no = $line_no and order_id = $order_id, one or none
      delete_order_line_by_line_no_and_order_id(line_no: int64, order_id: int64): delete order_lines where line_no = $line_no \
      and order_id = $order_id
      -- errors
      OrderNotFound 404 order_not_found: The order does not exist.
      OrderIdAndLineNoTaken 409 order_id_and_line_no_taken at /line_no: The order id and line no are already taken.
      OrderLineNotFound 404 order_line_not_found: The order line does not exist.
      """),
  BindingCase(
    "a parent that the reference does not name",
    """
    schema Order = id:int64 total:int64
    GET /users/{username:string}/orders -> 200 [Order]
    """,
    sql: """
      CREATE TABLE users (id INTEGER PRIMARY KEY, username TEXT NOT NULL UNIQUE);
      CREATE TABLE orders (
        id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users (id), total INTEGER NOT NULL CHECK (total >= 0));
      CREATE TABLE order_lines (
        order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE, line_no INTEGER NOT NULL, product TEXT NOT NULL,
        PRIMARY KEY (order_id, line_no));
      """,
    bound: """
      get_users_username_orders: unsupported: The path identifies users by other columns than those that orders refers to.
      """),
]

@Test(arguments: nested)
func `nested are bound as written`(_ item: BindingCase) throws {
  try item.check(showing: ["queries", "errors"])
}
