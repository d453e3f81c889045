import SpecIR
import Testing

/// A contract of six operations on one table, in the style of many.
enum Users {
  static let contract = """
    schema Role = enum(admin,member)
    schema User = id:int64 email:email name:string role:Role bio:string|null created_at:time
    schema UserList = users:[User] total:int64 page:int32 per_page:int32
    schema CreateUserRequest = email:email name:string(1..100) role:enum(admin,member)=member bio?:string|null
    schema UpdateUserRequest = email:email name:string(1..100) role:Role bio?:string|null
    schema PatchUserRequest = email?:email name?:string(1..100) role?:Role bio?:string|null
    GET /api/users ?page:int32(1..)=1 ?per_page:int32(1..100)=20 ?role?:Role ?sort:enum(created_at,-created_at,name)=created_at -> 200 UserList, 422
    POST /api/users CreateUserRequest -> 201 User, 409
    GET /api/users/{id} -> 200 User, 404
    PUT /api/users/{id} UpdateUserRequest -> 200 User, 404, 409
    PATCH /api/users/{id} PatchUserRequest -> 200 User, 404, 409
    DELETE /api/users/{id} -> 204, 404
    """

  static let sql = """
    CREATE TABLE users (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      email TEXT NOT NULL,
      name TEXT NOT NULL CONSTRAINT users_name_check CHECK (name <> ''),
      role TEXT NOT NULL DEFAULT 'member',
      bio TEXT,
      password_hash TEXT,
      created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
      updated_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
      CONSTRAINT users_email_key UNIQUE (email)
    );
    """
}

@Test func `six operations meet their table`() throws {
  let bound = try Bound(Users.contract, sql: Users.sql)
  #expect(
    bound.functions == """
      get_api_users(query: GetApiUsersQuery) -> UserList
        size = int32ToInt64(query.per_page)
        page = int32ToInt64(query.page)
        offset = int64.multiplySaturating(int64.subtractSaturating(page, 1), size)
        total = count_users(role: textOfRole?(query.role))
        rows = list_users(role: textOfRole?(query.role), sort: query.sort, limit: size, offset: offset)
        return UserList {users: User[](rows), total: total, page: int64ToInt32(page), per_page: int64ToInt32(size)}
      post_api_users(body: CreateUserRequest) -> User fails EmailTaken, NameInvalid
        user = insert_user(email: body.email, name: body.name, role: textOfCreateUserRequestRole(body.role), bio: body.bio)
          on unique users_email_key fail EmailTaken
          on check users_name_check fail NameInvalid
        return User(user)
      get_api_users_id(id: int64) -> User fails UserNotFound
        found = find_user_by_id(id: id)
        user = found otherwise fail UserNotFound
        return User(user)
      put_api_users_id(id: int64, body: UpdateUserRequest) -> User fails EmailTaken, NameInvalid, UserNotFound
        found = replace_user(email: body.email, name: body.name, role: textOfRole(body.role), bio: orNull(body.bio), id: id)
          on unique users_email_key fail EmailTaken
          on check users_name_check fail NameInvalid
        user = found otherwise fail UserNotFound
        return User(user)
      patch_api_users_id(id: int64, body: PatchUserRequest) -> User fails EmailTaken, NameInvalid, UserNotFound
        found = update_user(email: body.email, name: body.name, role: textOfRole?(body.role), bio: body.bio, id: id)
          on unique users_email_key fail EmailTaken
          on check users_name_check fail NameInvalid
        user = found otherwise fail UserNotFound
        return User(user)
      delete_api_users_id(id: int64) -> nothing fails UserNotFound
        deleted = delete_user_by_id(id: id)
        if value.equal(deleted, 0) fail UserNotFound
        return
      """)
  #expect(
    bound.errors == """
      EmailTaken 409 email_taken at /email: The email is already taken.
      NameInvalid 422 name_invalid at /name: The name is not valid.
      UserNotFound 404 user_not_found: The user does not exist.
      """)
  #expect(bound.notes == [])
}

@Test func `a column that the contract does not show is read by nothing`() throws {
  let bound = try Bound(Users.contract, sql: Users.sql)
  #expect(bound.core.rows.map(BehaviourText(bound.core).text(of:)) == ["User(id, email, name, role, bio, created_at)"])
  #expect(!(bound.functions + bound.queries + bound.rows).contains("password_hash"))
}
