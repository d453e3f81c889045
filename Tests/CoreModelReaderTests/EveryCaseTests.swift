import SpecDiagnostics
import SpecDocuments
import SpecIR
import SpecSource
import SpecWriting
import Testing

@testable import CoreModelReader

/// Nodes that no example has: one of each kind there is.
@Suite("Every kind of node comes back")
struct EveryCaseTests {
  /// Reads the model without the rules of behaviour, which a heap of nodes does not keep.
  func check(_ core: CoreModel) throws {
    var sources = SourceMap()
    var diagnostics = Diagnostics()
    let json = CoreModelJSON.write(core)
    let source = sources.add(path: "core.json", bytes: Array(JSONWriter.write(json).utf8))
    let document = try #require(DocumentReader.readJSON(source, in: sources, into: &diagnostics))
    let read: CoreModel
    do { read = try CoreModel(CorePiece(root: document.root)) } catch {
      Issue.record("\(sources.start(of: error.node.range)): \(error.message)")
      return
    }
    #expect(read.differences(from: core) == [])
    #expect(CoreModelJSON.write(read) == json)
  }

  private let text = TypeRef.scalar(.string)

  private var empty: CoreModel { CoreModel(service: ServiceInfo(title: "T", version: "1", documentation: "D\n\u{0}\"é")) }

  @Test func models() throws {
    var core = empty
    var constraints = Constraints()
    (constraints.minLength, constraints.maxLength, constraints.minItems, constraints.maxItems) = (1, 2, 3, 4)
    (constraints.minProperties, constraints.maxProperties, constraints.uniqueItems) = (5, 6, true)
    constraints.pattern = Pattern(source: #"^\d"#, portable: "^[0-9]")
    constraints.format = .hostname
    constraints.minimum = Bound(JSONNumber(literal: "1.50")!, isExclusive: true)
    constraints.maximum = Bound(JSONNumber(literal: "1e400")!)
    constraints.multipleOf = JSONNumber(literal: "0.10")
    let shapes =
      Scalar.allCases.map { Shape(.scalar($0)) } + [
        Shape(.list(Shape(.optional(.named(ModelID(1))), constraints)), constraints), Shape(.map(Shape(text, constraints))),
      ]
    let presences: [Presence] = [
      .required, .optional, .defaulted(.null), .defaulted(["a": [1, .number(JSONNumber(literal: "2.50")!), false]]),
    ]
    let fields = shapes.enumerated().map { index, shape in
      Field(
        name: "f\(index)", shape: shape, presence: presences[index % presences.count], documentation: index == 0 ? "" : nil,
        isDeprecated: index == 1, example: index == 2 ? .null : index == 3 ? "x" : nil)
    }
    core.models = [
      Model(
        name: "S", kind: .structure(Structure(fields: fields, additional: .kept(shapes[0]), minProperties: 1, maxProperties: 2))),
      Model(
        name: "F", isDeprecated: true, kind: .structure(Structure(fields: [], additional: .forbidden)), usage: [.error, .query]),
      Model(name: "E", kind: .enumeration(Enumeration(base: .int32, cases: [.init(name: "a", value: 1, documentation: "One.")]))),
      Model(
        name: "U",
        kind: .union(Union(variants: [.init(name: "v", shape: shapes[1], tags: ["t"])], matching: .discriminator(property: "p")))),
      Model(name: "V", kind: .union(Union(variants: [], matching: .exactlyOne))),
      Model(name: "W", kind: .union(Union(variants: [], matching: .first)), usage: [.request, .response]),
      Model(name: "A", kind: .alias(shapes[16])),
    ]
    try check(core)
  }

  @Test func operations() throws {
    var core = empty
    core.models = [Model(name: "A", kind: .alias(Shape(text)))]
    core.errors = [ServiceError(name: "E", status: 404, code: "e", message: "E.", pointer: "/a")]
    core.functions = [Function(name: "f", group: "g", parameterCount: 0, result: .unit, locals: [], body: [])]
    let kinds: [SecurityScheme.Kind] = [
      .basic, .bearer(format: "JWT"), .bearer(format: nil), .http(scheme: "digest"), .apiKey(.cookie, name: "k"), .oauth2,
      .openIDConnect(url: "https://example.org"), .mutualTLS,
    ]
    core.securitySchemes = kinds.enumerated().map { SecurityScheme(name: "s\($0.offset)", kind: $0.element, documentation: "D") }
    let roles: [ErrorEnvelope.Role] = [
      .message, .code, .status, .title, .type, .instance, .details, .object(ModelID(0), [.init(field: "f", role: .code)]),
      .violations(pointer: "p", parameter: nil, code: "c", message: nil), .messages, .requestID, .timestamp,
      .constant(.text("t")), .constant(.number(3)), .constant(.flag(false)), .constant(.null), .constant(.emptyList),
    ]
    core.envelopes = [
      ErrorEnvelope(
        model: ModelID(0), fields: roles.enumerated().map { .init(field: "f\($0.offset)", role: $0.element) },
        mediaType: "application/json", listsFailure: true)
    ]
    core.defaultFormat = .envelope(EnvelopeID(0))
    let contents = Content.Encoding.allCases.map { Content(mediaType: "a/\($0.rawValue)", encoding: $0, shape: Shape(text)) }
    let parameters = zip(Parameter.Style.allCases, Parameter.Location.allCases + Parameter.Location.allCases).map {
      style, location in
      Parameter(
        name: "p", location: location, style: style, isExploded: true, shape: Shape(text), presence: .optional,
        documentation: "D", isDeprecated: true, example: .null)
    }
    let kindsOfFailure: [OperationPlan.Failure.Kind] = [
      .malformedBody, .invalidRequest, .unsupportedMediaType, .bodyTooLarge, .notImplemented, .timeout, .unavailable,
      .internalError, .service(ErrorID(0)),
    ]
    for (index, method) in Operation.Method.allCases.enumerated() {
      core.operations.append(
        Operation(
          name: "o\(index)", method: method, path: PathTemplate("/a/{b}.{c}/"), group: "g", summary: "S", documentation: "D",
          isDeprecated: true, parameters: parameters, queryModel: ModelID(0),
          body: RequestBody(isRequired: true, documentation: "B", alternatives: contents),
          responses: [
            Response(
              status: .code(200), documentation: "R",
              headers: [ResponseHeader(name: "h", shape: Shape(text), isRequired: true, documentation: "H")], contents: contents),
            Response(status: .range(4)), Response(status: .default),
          ],
          security: [
            SecurityRequirement(schemes: [.init(SecuritySchemeID(1), scopes: ["s"])]), SecurityRequirement(schemes: []),
          ],
          implementation: index < Implementation.Unbound.Reason.allCases.count
            ? .unbound(.init(Implementation.Unbound.Reason.allCases[index], "Why."))
            : .function(FunctionID(0), arguments: [.parameter(0), .query, .body])))
      core.plans.append(
        OperationPlan(
          steps: [.parameters, .contentType, .readBody, .body, .call],
          success: .init(
            status: 201, body: contents[0],
            location: .init(path: PathTemplate("/a/{b}"), arguments: [.field("b"), .parameter(1)])),
          failures: kindsOfFailure.map { .init(kind: $0, status: 400, code: "c", message: "m", format: .problem) }))
    }
    try check(core)
  }

  @Test func behaviour() throws {
    var core = empty
    core.models = [Model(name: "A", kind: .alias(Shape(text)))]
    core.errors = [ServiceError(name: "E", status: 404, code: "e", message: "E.")]
    core.database = Database(dialect: .sqlite, tables: [Table(name: "t")])
    core.rows = [RowShape(name: "R", table: TableID(0), columns: [ColumnID(0), ColumnID(7)])]
    core.mappings = [RowMapping(row: RowID(0), model: ModelID(0), fields: [.init("f", .column(.local(LocalID(0)), 1))])]
    let types: [ValueType] = [
      .unit, .api(.list(Shape(text))), .presence(text), .row(RowID(0)), .optional(.row(RowID(0))), .list(.row(RowID(0))),
    ]
    let value = Expression.local(LocalID(1))
    let conversions: [Conversion] = [
      .int32ToInt64, .int64ToInt32, .floatToDouble, .doubleToFloat, .int64ToDouble, .decimalToDouble, .doubleToDecimal,
      .boolToInt64, .int64ToBool, .enumerationToText(ModelID(0)), .textToEnumeration(ModelID(0)), .textToScalar(.uuid),
      .scalarToText(.date), .toJSON(text), .fromJSON(text), .optional(.int32ToInt64), .each(.optional(.boolToInt64)),
    ]
    let expressions: [Expression] =
      [
        value, .literal(["a": .null], text), .literal(.null, text), .field(value, "f"),
        .construct(ModelID(0), [.init("f", value)]),
        .none(text), .some(value), .orNull(value), .orElse(value, value), .absentIfNull(value), .isPresent(value),
        .mapped(MappingID(0), value), .mappedList(MappingID(0), value),
      ] + conversions.map { .convert($0, value) } + Operator.allCases.map { .call($0, [value, value]) }
    let constraints: [ConstraintReference] = [
      .primaryKey(TableID(0)), .unique(TableID(0), 1), .foreignKey(TableID(0), 2), .referenced(TableID(0), 3),
      .check(TableID(0), 4), .notNull(TableID(0), ColumnID(5)),
    ]
    let call = QueryCall(QueryID(0), arguments: [value], violations: constraints.map { .init($0, ErrorID(0)) })
    let body: Block =
      expressions.map { .bind(LocalID(0), $0) } + [
        .query(LocalID(2), call), .query(nil, call), .effect(LocalID(0), .now), .effect(LocalID(0), .newUUID),
        .unwrap(LocalID(0), value, otherwise: [.fail(ErrorID(0))]),
        .branch(value, then: [.return(nil)], otherwise: [.return(value)]), .each(LocalID(0), value, []),
        .transaction([.return(.none(text))]),
      ]
    core.functions = [
      Function(
        name: "f", group: "g", documentation: "D", parameterCount: 1, result: .unit, errors: [ErrorID(0)],
        locals: types.map { .init("l", $0) }, body: body)
    ]
    let filters = Filter.Comparison.allCases.map { Filter(ColumnID(0), $0, parameter: 0) }
    let assignments = [Assignment(ColumnID(0), .parameter(0)), Assignment(ColumnID(1), .currentTimestamp)]
    let order: [Order] = [
      .column(ColumnID(0), .descending),
      .chosen(
        parameter: 0, [.init(value: .null, column: ColumnID(1), direction: .ascending)],
        direction: .init(parameter: 1, descending: ["desc"])),
      .chosen(parameter: 0, [], direction: nil),
    ]
    let kinds: [Query.Kind] = [
      .select(Select(row: RowID(0), filters: filters, order: order, page: .init(limit: 1, offset: 2), outcome: .many)),
      .select(Select(row: RowID(0), outcome: .optional)), .count(where: filters), .exists(where: []),
      .insert(Insert(assignments: assignments, returning: RowID(0))), .insert(Insert(assignments: [], returning: nil)),
      .update(Update(assignments: assignments, filters: filters, returning: RowID(0))), .delete(where: filters),
    ]
    core.queries = kinds.enumerated().map {
      Query(name: "q\($0.offset)", table: TableID(0), parameters: [.init("p", types[1])], kind: $0.element, documentation: "D")
    }
    try check(core)
  }
}
