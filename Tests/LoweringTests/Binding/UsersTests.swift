import SpecIR
import SpecWriting
import Testing

@testable import SpecLowering

@Test func `a contract of six operations meets its table`() {
  var contract = Contract()
  let role = contract.enumeration("UserRole", "admin", "member")
  let sort = contract.enumeration("ListUsersSort", "created_at", "-created_at", "name")
  let user = contract.model(
    "User", HandMade.field("id", .scalar(.int64)), HandMade.field("email", .scalar(.string)), HandMade.field("name", .scalar(.string)),
    HandMade.field("role", role), HandMade.field("bio", .optional(.scalar(.string))), HandMade.field("created_at", .scalar(.dateTime)))
  let list = contract.model(
    "UserList", HandMade.field("users", .list(Shape(user))), HandMade.field("total", .scalar(.int64)),
    HandMade.field("page", .scalar(.int32)), HandMade.field("per_page", .scalar(.int32)))
  let create = contract.model(
    "CreateUserRequest", HandMade.field("email", .scalar(.string)), HandMade.field("name", .scalar(.string)),
    HandMade.field("role", role, .defaulted("member")), HandMade.field("bio", .optional(.scalar(.string)), .optional))
  let patch = contract.model(
    "PatchUserRequest", HandMade.field("email", .scalar(.string), .optional), HandMade.field("name", .scalar(.string), .optional),
    HandMade.field("role", role, .optional), HandMade.field("bio", .optional(.scalar(.string)), .optional))
  contract.operation(
    "list_users", "GET /api/users",
    query: [
      HandMade.field("page", .scalar(.int32), .defaulted(1)), HandMade.field("per_page", .scalar(.int32), .defaulted(20)),
      HandMade.field("role", role, .optional), HandMade.field("sort", sort, .defaulted("created_at")),
    ], answer: list)
  contract.operation("create_user", "POST /api/users", body: create, status: 201, answer: user)
  contract.operation("get_user", "GET /api/users/{id}", answer: user)
  contract.operation("update_user", "PUT /api/users/{id}", body: create, answer: user)
  contract.operation("patch_user", "PATCH /api/users/{id}", body: patch, answer: user)
  contract.operation("delete_user", "DELETE /api/users/{id}", status: 204)
  let text = contract.bound(
    HandMade.table(
      "users",
      [
        HandMade.id(), HandMade.text("email"), HandMade.text("name"), HandMade.text("role", default: "member"),
        HandMade.text("bio", null: true), HandMade.text("password_hash", null: true), HandMade.time("created_at"),
        HandMade.time("updated_at"),
      ], uniques: [["email"]]))
  #expect(!text.contains("password_hash"))
  #expect(
    text.contains(
      """
      create_user(body: CreateUserRequest) -> User fails EmailTaken
        user = insert_user(email: body.email, name: body.name, role: textOfUserRole(body.role), bio: body.bio)
          on unique users_email_key fail EmailTaken
        return User(user)
      """))
  #expect(
    text.contains(
      """
      delete_user(id: int64) -> nothing fails UserNotFound
        deleted = delete_user_by_id(id: id)
        if value.equal(deleted, 0) fail UserNotFound
        return
      """))
  #expect(text.contains("total = count_users(role: textOfUserRole?(query.role))"))
  #expect(text.contains("bio: orNull(body.bio), id: id)"), "a replacement writes null where a member is absent")
  #expect(text.contains("bio: body.bio, id: id)"), "a change leaves alone what is absent")
}
