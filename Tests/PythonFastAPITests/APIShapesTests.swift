import SpecNaming
import Testing

@testable import PythonFastAPIAdapter

/// Single shapes of a contract, and how Python says them.
struct APIShapesTests {
  /// Expects lines in a file that a document becomes. `schema` is `Thing`, and the body of a request or of an answer.
  private func check(
    _ schemas: String, isSent: Bool = true, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let content = "content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } }"
    let document = """
      paths:
        /things:
          post:
            operationId: makeThing
      \(isSent ? "      requestBody: { required: true, \(content) }\n" : "")\
            responses: { '200': { description: Done.\(isSent ? "" : ", " + content) } }
      components:
        schemas:
      \(schemas.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
      """
    let files = APIFiles(try Contracts.target(document)).files()
    let file = files.first { $0.path == "shop/generated/api/\(isSent ? "requests" : "responses").py" }
    let text = file?.file.printed().text ?? ""
    #expect(text.contains(expected), "\(text)", sourceLocation: sourceLocation)
  }

  private func field(
    _ schema: String, isSent: Bool = true, required: Bool = true, _ expected: String, name: String = "it",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let thing = "Thing: { type: object, \(required ? "required: ['\(name)'], " : "")properties: { '\(name)': \(schema) } }"
    try check(thing, isSent: isSent, "\n    \(expected)\n", sourceLocation: sourceLocation)
  }

  @Test func `scalars have readers`() throws {
    try field("{ type: string, minLength: 1, maxLength: 9 }", "it: Annotated[str, Text(min_length=1, max_length=9)]")
    try field("{ type: string, format: email }", "it: Annotated[str, Text(format=EMAIL)]")
    try field("{ type: string, format: uri }", "it: Annotated[str, Text(format=URI)]")
    try field("{ type: string, format: duration }", "it: Annotated[str, Text(format=DURATION)]")
    try field("{ type: integer, format: int32, minimum: -1 }", "it: Annotated[int, Integer(32, minimum=-1)]")
    try field("{ type: integer, multipleOf: 5 }", "it: Annotated[int, Integer(64, multiple_of=5)]")
    try field("{ type: number, exclusiveMinimum: 0.5 }", "it: Annotated[float, Number(64, exclusive_minimum=0.5)]")
    try field("{ type: number, format: float, maximum: 3 }", "it: Annotated[float, Number(32, maximum=3)]")
    try field("{ type: string, format: decimal, pattern: '^[0-9]$' }", "it: Annotated[Decimal, Exact(pattern=IT)]")
    try field("{ type: boolean }", "it: Annotated[bool, Boolean()]")
    try field("{ type: string, format: date }", "it: Annotated[date, Date()]")
    try field("{ type: string, format: date-time }", "it: Annotated[datetime, DateTime()]")
    try field("{ type: string, format: uuid }", "it: Annotated[UUID, Uuid()]")
    try field("{ type: string, format: byte }", "it: Annotated[bytes, Base64()]")
    try field("{}", "it: Annotated[object, Anything()]")
    try field("{ type: array, items: { type: boolean }, uniqueItems: true }", "it: Annotated[list[Annotated[bool, Boolean()]], Items(unique=True)]")
    try field(
      "{ type: object, additionalProperties: { type: boolean }, maxProperties: 3 }",
      "it: Annotated[dict[str, Annotated[bool, Boolean()]], Entries(maximum=3)]")
  }

  @Test func `answers are plain, but for what Pydantic would write otherwise`() throws {
    try field("{ type: string, minLength: 1 }", isSent: false, "it: str")
    try field("{ type: string, format: date-time }", isSent: false, "it: SentTime")
    try field("{ type: string, format: decimal }", isSent: false, "it: SentDecimal")
    try field("{ type: string, format: byte }", isSent: false, "it: SentBytes")
    try field("{ type: number, format: float }", isSent: false, "it: Annotated[float, Number(32)]")
    try field("{ type: array, items: { type: integer } }", isSent: false, "it: list[int]")
    try field("{ enum: [1, 2], type: integer }", isSent: false, "it: int")
    try field("{ type: [string, 'null'] }", isSent: false, "it: str | None")
  }

  @Test func `a list of numbers has a name where something reads them`() throws {
    let document = { (place: String) in
      """
      paths:
        /things:
          post:
            operationId: makeThing
            requestBody: { required: true, content: { application/json: { schema: { \(place == "requests" ? "$ref: '#/components/schemas/Thing'" : "type: object") } } } }
            responses: { '200': { description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }
      components:
        schemas:
          Level: { type: integer, enum: [1, 2] }
          Thing: { type: object, required: [level], properties: { level: { $ref: '#/components/schemas/Level' } } }
      """
    }
    for (place, isNamed) in [("requests", true), ("responses", false)] {
      let texts = APIFiles(try Contracts.target(document(place))).files().map { $0.file.printed().text }
      #expect(texts.contains { $0.contains("Level: TypeAlias") } == isNamed, "\(texts)")
    }
  }

  @Test func `absence is told apart from null`() throws {
    let boolean = "Annotated[bool, Boolean()]"
    try field(
      "{ type: boolean }", required: false, "it: Annotated[\(boolean) | None, Omittable()] = None")
    try field(
      "{ type: [boolean, 'null'] }", required: false, "it: Annotated[\(boolean) | Absent | None, Omittable()] = ABSENT")
    try field("{}", required: false, "it: Annotated[object, Anything()] = ABSENT")
    try field("{}", isSent: false, required: false, "it: object = Field(default=ABSENT, exclude_if=is_absent)")
    try field("{ type: [boolean, 'null'] }", "it: \(boolean) | None")
    try field("{ type: boolean }", isSent: false, required: false, "it: bool | None = Field(default=None, exclude_if=is_none)")
    try field(
      "{ type: [boolean, 'null'] }", isSent: false, required: false,
      "it: bool | Absent | None = Field(default=ABSENT, exclude_if=is_absent)")
  }

  @Test func `defaults are made anew where they could be shared`() throws {
    try field("{ type: integer, default: 5 }", required: false, "it: Annotated[int, Integer(64)] = 5")
    try field("{ type: string, default: '' }", required: false, "it: Annotated[str, Text()] = \"\"")
    try field(
      "{ type: array, items: { type: integer }, default: [] }", required: false,
      "it: Annotated[list[Annotated[int, Integer(64)]], Items()] = Field(default_factory=list)")
    try field(
      "{ type: array, items: { type: integer }, default: [1] }", required: false,
      "it: Annotated[list[Annotated[int, Integer(64)]], Items()] = Field(default_factory=lambda: [1])")
    try field("{ type: string, enum: [a, b], default: b }", required: false, "it: ThingIt = ThingIt.B")
    try field(
      "{ type: string, format: date, default: '2026-01-31' }", required: false,
      "it: Annotated[date, Date()] = date.fromisoformat(\"2026-01-31\")")
  }

  @Test(arguments: ["class", "list", "str", "date", "members", "model_config", "json", "per-page", "_id", "media_type", "of"])
  func `no field hides what a class needs`(name: String) throws {
    let field = PythonNames.fields.escape(PythonNames.field(name))
    #expect(field != name)
    let value = "Annotated[bool, Boolean()] = Field(alias=\"\(name)\")"
    try self.field("{ type: boolean }", "\(field): \(value)", name: name)
    try self.field(
      "{ type: boolean }", isSent: false, "\(field): bool = Field(serialization_alias=\"\(name)\")", name: name)
  }

  @Test func `objects say what else they may hold`() throws {
    try check("Thing: { type: object, additionalProperties: false, minProperties: 1, properties: { a: { type: boolean } } }",
      "    members: ClassVar = Members(minimum=1, closed=True)\n")
    try check(
      "Thing: { type: object, additionalProperties: { type: integer }, properties: { a: { type: boolean } } }",
      "    model_config = ConfigDict(extra=\"allow\")\n    __pydantic_extra__: dict[str, Annotated[int, Integer(64)]]\n")
  }

  @Test func `lists of values are enums, or checked numbers`() throws {
    try check(
      "Thing: { type: string, enum: [a, '-a', ''] }",
      "class Thing(Keyword):\n    \"\"\"`Thing` of the contract.\"\"\"\n\n    A = \"a\"\n    MINUS_A = \"-a\"\n")
    try check(
      "Thing: { type: integer, enum: [1, 2] }", "Thing: TypeAlias = Annotated[int, Integer(64, allowed=(1, 2))]\n")
    try check("Thing: { type: string, enum: [secret] }", "    SECRET = \"secret\"\n")
  }

  private let pets = """
    Cat: { type: object, required: [kind], properties: { kind: { type: string, enum: [cat] } } }
    Dog: { type: object, required: [kind], properties: { kind: { type: string, enum: [dog] } } }

    """

  @Test func `unions choose by a name, or try`() throws {
    let variants = "[{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]"
    let chosen = "discriminator: { propertyName: kind, mapping: { cat: Cat, dog: Dog } }"
    try check(
      pets + "Thing: { oneOf: \(variants), \(chosen) }",
      "Thing: TypeAlias = Annotated[Cat | Dog, Discriminator(\"kind\", (\"cat\", \"dog\"))]\n")
    try check(
      "Thing: { oneOf: [{ type: string }, { type: integer }] }",
      "Thing: TypeAlias = Annotated[Annotated[str, Text()] | Annotated[int, Integer(64)], OneOf()]\n")
    try check(
      "Thing: { anyOf: [{ type: string }, { type: integer }] }", isSent: false, "Thing: TypeAlias = str | int\n")
  }

  @Test func `what names itself stands between quotes`() throws {
    try check(
      "Thing: { type: object, properties: { next: { $ref: '#/components/schemas/Thing' } } }",
      "    next: Annotated[\"Thing | None\", Omittable()] = None\n")
    try check(
      "Thing: { type: object, required: [all], properties: { all: { type: array, items: { $ref: '#/components/schemas/Thing' } } } }",
      "    all: Annotated[list[\"Thing\"], Items()]\n")
    try check(
      "Thing: { type: array, items: { $ref: '#/components/schemas/Thing' } }",
      "Thing = TypeAliasType(\"Thing\", Annotated[list[\"Thing\"], Items()])\n")
    try check(
      """
      Thing: { anyOf: [{ type: string }, { $ref: '#/components/schemas/Node' }] }
      Node: { type: object, required: [left], properties: { left: { $ref: '#/components/schemas/Thing' } } }
      """,
      "    left: \"Thing\"\n\n\nThing: TypeAlias = Annotated[Annotated[str, Text()] | Node, AnyOf()]\n")
  }

  @Test func `descriptions of an input are prose`() throws {
    try check("Thing: { type: object, description: no end, properties: { a: {} } }", "    \"\"\"No end.\"\"\"\n")
    try check(
      "Thing: { type: object, description: \"Note:\\nnot a section\", properties: { a: {} } }",
      "    \"\"\"`Thing` of the contract.\n\n    **Note:**\n    not a section\n    \"\"\"\n")
    try field("{ type: boolean, description: \"It\\u2019s so\" }", "it: Annotated[bool, Boolean()]\n    \"\"\"It's so\"\"\"")
    try field("{ type: boolean, description: 'a \\d' }", "it: Annotated[bool, Boolean()]\n    r\"\"\"a \\d\"\"\"")
  }

  @Test func `errors that tell nothing of the failure leave it unread`() throws {
    let target = try Contracts.target(
      """
      paths:
        /things:
          get:
            operationId: listThings
            responses:
              '200': { description: Done. }
              '500': { description: No., content: { application/json: { schema: { $ref: '#/components/schemas/Error' } } } }
      components:
        schemas:
          Error:
            type: object
            properties: { name: { type: string, enum: [INTERNAL_SERVER_ERROR] }, debug_id: { type: string } }
      """)
    let text = APIFiles(target).files().first { $0.path == "shop/generated/api/errors.py" }?.file.printed().text ?? ""
    #expect(text.contains("    def of(cls, error: ApiError) -> \"Error\":  # noqa: ARG003\n"), "\(text)")
  }
}
