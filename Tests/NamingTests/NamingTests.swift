import SpecNaming
import Testing

@Suite("Naming")
struct NamingTests {
  @Test(
    "a name of any style has the same words",
    arguments: [
      ("createdAt", "created_at"), ("created_at", "created_at"), ("CreatedAt", "created_at"), ("created-at", "created_at"),
      ("CREATED_AT", "created_at"), ("HTTPServer", "http_server"), ("userID", "user_id"), ("parseJSONBody", "parse_json_body"),
      ("sha256Hash", "sha256_hash"), ("ipv4", "ipv4"), ("OAuth2Token", "o_auth2_token"), ("x-rate-limit", "x_rate_limit"),
      ("$filter[name]", "filter_name"), ("a.b/c", "a_b_c"), ("Größe", "gro_u00df_e"), ("naïve", "naive"), ("名前", "u540d_u524d"),
      ("", ""), ("__", ""), ("A", "a"), ("aB", "a_b"), ("ABc", "a_bc"),
    ] as [(String, String)])
  func words(name: String, expected: String) {
    #expect(Words(name).joined(.snake) == expected)
  }

  @Test("words are joined in every style")
  func styles() {
    let words: Words = "order line ID"
    #expect(NameStyle.allCases.map { words.joined($0) } == ["order_line_id", "orderLineId", "OrderLineId", "ORDER_LINE_ID", "order-line-id"])
  }

  @Test("an identifier is never empty and never starts with a digit")
  func identifiers() {
    #expect(Words("2fa").identifier(.snake) == "value_2fa")
    #expect(Words("!").identifier(.pascal) == "Value")
    #expect(Words("").identifier(.camel, fallback: "field") == "field")
  }

  @Test(
    "singular and plural",
    arguments: [
      ("user", "users"), ("category", "categories"), ("day", "days"), ("box", "boxes"), ("class", "classes"), ("person", "people"),
      ("status", "statuses"), ("address", "addresses"), ("invoice", "invoices"), ("analysis", "analyses"), ("series", "series"),
      ("child", "children"), ("match", "matches"), ("house", "houses"), ("hero", "heroes"), ("photo", "photos"),
    ] as [(String, String)])
  func plurals(singular: String, plural: String) {
    #expect(Plural.plural(of: singular) == plural)
    #expect(Plural.singular(of: plural) == singular)
    #expect(Plural.plural(of: plural) == plural)
    #expect(Plural.singular(of: singular) == singular)
  }

  @Test("who comes second is renamed, and the rename is told")
  func scope() {
    var scope = NameScope(reserved: ReservedWords(["type"]))
    scope.reserve("main")
    #expect(["type", "user", "user", "user", "main", "v1", "v1"].map { scope.claim($0) } == ["type_", "user", "user2", "user3", "main2", "v1", "v1_2"])
    #expect(scope.renames.map(\.wished) == ["type", "user", "user", "main", "v1"])
  }
}
