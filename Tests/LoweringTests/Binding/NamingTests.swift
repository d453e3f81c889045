import Testing

private let names: [BindingCase] = [
  BindingCase(
    "camel case in the contract, snake case in the table",
    """
    schema OrderItem = id:int64 orderId:int64 unitPrice:int64 isGift:bool createdAt:time
    schema NewOrderItem = orderId:int64 unitPrice:int64 isGift?:bool
    GET /api/v2/order-items/{orderItemId} -> 200 OrderItem
    POST /api/v2/order-items NewOrderItem -> 201 OrderItem
    """,
    sql: """
      CREATE TABLE order_items (
        id INTEGER PRIMARY KEY, order_id INTEGER NOT NULL, unit_price INTEGER NOT NULL, is_gift BOOLEAN NOT NULL DEFAULT FALSE,
        created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP);
      """,
    bound: """
      get_api_v2_order_items_orderItemId(orderItemId: int64) -> OrderItem fails OrderItemNotFound
        found = find_order_item_by_id(id: orderItemId)
        order_item = found otherwise fail OrderItemNotFound
        return OrderItem(order_item)
      post_api_v2_order_items(body: NewOrderItem) -> OrderItem
        order_item = insert_order_item(order_id: body.orderId, unit_price: body.unitPrice, is_gift: body.isGift)
        return OrderItem(order_item)
      -- rows
      OrderItem(id, order_id, unit_price, is_gift, created_at)
      OrderItem -> OrderItem {id: row.id, orderId: row.order_id, unitPrice: row.unit_price, isGift: row.is_gift, createdAt: \
      row.created_at}
      """),
  BindingCase(
    "a table in the singular whose key carries its name",
    """
    schema Customer = id:int64 name:string active:bool
    GET /customers/{customerId} -> 200 Customer
    DELETE /v1/customers/{id} -> 204
    """,
    sql: """
      CREATE TABLE customer (customer_id INTEGER PRIMARY KEY, customer_name TEXT NOT NULL, is_active BOOLEAN NOT NULL);
      """,
    bound: """
      get_customers_customerId(customerId: int64) -> Customer fails CustomerNotFound
        found = find_customer_by_customer_id(customer_id: customerId)
        customer = found otherwise fail CustomerNotFound
        return Customer(customer)
      delete_v1_customers_id(id: int64) -> nothing fails CustomerNotFound
        deleted = delete_customer_by_customer_id(customer_id: id)
        if value.equal(deleted, 0) fail CustomerNotFound
        return
      -- rows
      Customer(customer_id, customer_name, is_active)
      Customer -> Customer {id: row.customer_id, name: row.customer_name, active: row.is_active}
      """),
  BindingCase(
    "a leading segment that is the room of the operation",
    """
    schema Order = id:int64 total:int64
    GET /store/order/{orderId} #store -> 200 Order
    GET /admin/order/{orderId} #store -> 200 Order
    """,
    sql: """
      CREATE TABLE orders (id INTEGER PRIMARY KEY, total INTEGER NOT NULL);
      """,
    bound: """
      get_store_order_orderId(orderId: int64) -> Order fails OrderNotFound
        found = find_order_by_id(id: orderId)
        order = found otherwise fail OrderNotFound
        return Order(order)
      get_admin_order_orderId: no-table: The path segment 'order' after 'admin' is neither a key nor a lookup.
      -- rows
      Order(id, total)
      Order -> Order {id: row.id, total: row.total}
      """),
  BindingCase(
    "a unique column looks one row up, and no other column does",
    """
    schema User = id:int64 username:string email:string city:string
    GET /users/by-email/{email:string} -> 200 User
    GET /users/{username:string} -> 200 User
    GET /users/by-city/{city:string} -> 200 User
    GET /users/{id:string}/x -> 200 User
    GET /v1/users/{user} -> 200 User
    """,
    sql: """
      CREATE TABLE users (
        id INTEGER PRIMARY KEY, username TEXT NOT NULL UNIQUE, email TEXT NOT NULL, city TEXT NOT NULL);
      CREATE UNIQUE INDEX users_email_idx ON users (email);
      """,
    bound: """
      get_users_by_email_email(email: string) -> User fails UserNotFound
        found = find_user_by_email(email: email)
        user = found otherwise fail UserNotFound
        return User(user)
      get_users_username(username: string) -> User fails UserNotFound
        found = find_user_by_username(username: username)
        user = found otherwise fail UserNotFound
        return User(user)
      get_v1_users_user(user: int64) -> User fails UserNotFound
        found = find_user_by_id(id: user)
        user_2 = found otherwise fail UserNotFound
        return User(user_2)
      get_users_by_city_city: no-table: No primary or unique key of users is identified by the path parameter city.
      get_users_id_x: unsupported: The path names all rows, and its answer is no list.
      -- rows
      User(id, username, email, city)
      User -> User {id: row.id, username: row.username, email: row.email, city: row.city}
      """),
]

@Test(arguments: names)
func `names are bound as written`(_ item: BindingCase) throws {
  try item.check(showing: ["rows"])
}
