import SpecAdapters
import SpecDiagnostics
import SpecIR
import SpecPipeline
import SpecSource
import SpecWriting
import Testing

@testable import PythonFastAPIAdapter

/// Statements and values that no example has.
@Suite("Behaviour in Python")
struct BehaviourTests {
  /// The service of one operation of an example, with another body.
  private func service(
    _ name: String, of example: String = "users", locals: [Function.Local] = [], _ body: (Function) -> [Statement]
  ) throws -> String {
    var core = try Contracts.core(example)
    let index = try #require(core.functions.firstIndex { $0.name == name })
    core.functions[index].locals += locals
    core.functions[index].body = body(core.functions[index])
    var diagnostics = Diagnostics()
    let target = PythonTarget(
      core, options: TargetOptions(target: "api", package: example, database: .sqlite), into: &diagnostics)
    return try #require(ServiceFiles(target).files().first { $0.path.hasSuffix("users.py") }).file.printed().text
  }

  private static let texts = TypeRef.list(Shape(.scalar(.string)))
  private static let names = Expression.literal(.array([.string("a"), .string("b")]), texts)

  @Test("a list is gone through in order")
  func each() throws {
    let text = try service("delete_user", locals: [.init("label", .api(.scalar(.string)))]) { function in
      [.each(LocalID(function.locals.count - 1), Self.names, [function.body[0]])] + function.body.dropFirst()
    }
    #expect(text.contains("        for label in [\"a\", \"b\"]:\n            deleted = await queries.delete_user_by_id("), "\(text)")
  }

  @Test("nothing is done for each of a list")
  func nothing() throws {
    let text = try service("delete_user", locals: [.init("label", .api(.scalar(.string)))]) { function in
      [.each(LocalID(function.locals.count - 1), Self.names, [])] + function.body
    }
    #expect(text.contains("    for label in [\"a\", \"b\"]:\n        pass\n"), "\(text)")
  }

  @Test("a value that may be missing is asked for first, where what stands for it passes")
  func given() throws {
    func test(_ stand: String) throws -> String {
      try service("patch_user") { function in
        let body = LocalID(function.parameterCount - 1)
        let bio = Expression.orElse(.orNull(.field(.local(body), "bio")), .literal(.string(stand), .scalar(.string)))
        let tooLong = Expression.call(.int64Less, [.literal(.number(JSONNumber(2)), .scalar(.int64)), .call(.stringLengthCodePoints, [bio])])
        return [.branch(tooLong, then: [.fail(function.errors[0])], otherwise: [])] + function.body
      }
    }
    let asked = "    if request.bio is not ABSENT and request.bio is not None and len(request.bio) > _LENGTH_2:\n"
    #expect(try test("").contains(asked))
    // What is missing fails here.
    #expect(try !test("abc").contains(asked))
  }

  @Test("lists, maps and structures in columns of JSON")
  func json() throws {
    let toys = "{ type: array, items: { $ref: '#/components/schemas/Toy' } }"
    let prices = "{ type: object, additionalProperties: { type: number } }"
    let toy = "{ oneOf: [{ $ref: '#/components/schemas/Toy' }, { type: 'null' }] }"
    let target = try Contracts.target(
      """
      paths:
        /pets:
          post:
            operationId: create_pet
            requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/NewPet' } } } }
            responses: { '201': { description: Made., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
      components:
        schemas:
          Toy: { type: object, required: [name], properties: { name: { type: string } } }
          NewPet:
            { type: object, required: [toys, prices], properties: { toys: \(toys), prices: \(prices), best: \(toy), more: \(toys), note: {} } }
          Pet:
            type: object
            required: [id, toys, prices, best]
            properties: { id: { type: integer }, toys: \(toys), prices: \(prices), best: \(toy), note: {} }
      """,
      migration: """
        CREATE TABLE pets (
          id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          toys JSONB NOT NULL, prices JSONB NOT NULL, best JSONB, more JSONB, note JSONB
        );
        """)
    let files = Dictionary(
      uniqueKeysWithValues: (APIFiles(target).files() + DatabaseFiles(target).files() + ServiceFiles(target).files())
        .map { ($0.path, $0.file.printed().text) })
    func expect(_ path: String, _ line: String, at location: SourceLocation = #_sourceLocation) {
      let text = files["shop/\(path)"] ?? ""
      #expect(text.contains(line), "\(text)", sourceLocation: location)
    }
    expect("generated/shapes.py", "TOY_LIST: Final[TypeAdapter[list[Toy]]] = TypeAdapter(list[Toy])\n")
    expect("generated/shapes.py", "DOUBLE_MAP: Final[TypeAdapter[dict[str, float]]] = TypeAdapter(dict[str, float])\n")
    // What is JSON already is written as it is.
    expect("services/pets.py", "        prices=request.prices,\n")
    expect("services/pets.py", "toys=TOY_LIST.dump_python(request.toys, mode=\"json\", by_alias=True),")
    expect("services/pets.py", "else request.best.model_dump(mode=\"json\", by_alias=True),")
    expect("services/pets.py", "more=ABSENT\n        if request.more is None\n        else TOY_LIST.dump_python(")
    // Only what is written again needs to know what it leaves out.
    expect("generated/api/requests.py", "    best: Annotated[Toy | Absent | None, Omittable()] = ABSENT\n")
    // Null is a value of what may be anything, so that it cannot say that there is none.
    expect("generated/api/requests.py", "    note: Annotated[object, Anything()] = ABSENT\n")
    expect("generated/db/queries.py", "    if values.note is not ABSENT:\n        given[\"note\"] = values.note\n")
    expect("generated/mapping.py", "note=ABSENT if row.note is None else row.note,")
    expect("generated/mapping.py", "toys=TOY_LIST.validate_python(row.toys),")
    expect("generated/mapping.py", "prices=DOUBLE_MAP.validate_python(row.prices),")
    expect("generated/mapping.py", "best=None if row.best is None else Toy.model_validate(row.best),")
  }

  @Test("what an update looks for has a name that no column has: values of such names are what is set")
  func updates() throws {
    let player = "{ type: object, required: [id, name], properties: { id: { type: integer }, name: { type: string } } }"
    let target = try Contracts.target(
      """
      paths:
        /teams/{team_id}/players/{id}:
          parameters:
            - { name: team_id, in: path, required: true, schema: { type: integer } }
            - { name: id, in: path, required: true, schema: { type: integer } }
          patch:
            operationId: patch_player
            requestBody:
              required: true
              content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } }
            responses:
              '200': { description: Done., content: { application/json: { schema: \(player) } } }
              '404': { description: Not there. }
      """,
      migration: """
        CREATE TABLE teams (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
        CREATE TABLE players (
          id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, team_id BIGINT NOT NULL REFERENCES teams (id), name TEXT NOT NULL
        );
        """)
    let file = try #require(DatabaseFiles(target).files().first { $0.path == "shop/generated/db/queries.py" })
    let text = file.file.printed().text
    #expect(text.contains("players.c.team_id == bindparam(\"team_id2\")"), "\(text)")
    #expect(text.contains("    given[\"team_id2\"] = team_id\n"), "\(text)")
  }

  @Test("the body is the one in JSON, wherever the contract lists it")
  func firstBody() throws {
    var core = try Contracts.core("users")
    let index = try #require(core.operations.firstIndex { $0.name == "create_user" })
    let form = Content(mediaType: "application/x-www-form-urlencoded", encoding: .form, shape: Shape(.scalar(.string)))
    core.operations[index].body?.alternatives.insert(form, at: 0)
    var diagnostics = Diagnostics()
    let target = PythonTarget(
      core, options: TargetOptions(target: "api", package: "users", database: .sqlite), into: &diagnostics)
    let text = HandlerFiles(target).files().map { $0.file.printed().text }.joined()
    #expect(text.contains("JsonBody(CreateUserRequest)"), "\(text)")
  }
}
