import SpecAdapters
import SpecIR

/// Writes how failures are spelled in the schemas that the contract declares for them, and for which statuses it does.
struct EnvelopeClasses {
  private let target: PythonTarget
  private var core: CoreModel { target.core }
  /// By envelope, the class that spells it: that of its schema, or one derived from it for another media type.
  private let names: [PythonExpr]
  /// The classes beside those of schemas.
  private let derived: [(base: ModelID, name: String, mediaType: String)]

  init(_ target: PythonTarget) {
    self.target = target
    var seen: Set<ModelID> = []
    var names: [PythonExpr] = []
    var derived: [(base: ModelID, name: String, mediaType: String)] = []
    for envelope in target.core.envelopes {
      let symbol = target.symbol(of: envelope.model)
      guard !seen.insert(envelope.model).inserted else {
        names.append(.name(symbol))
        continue
      }
      var name = "Problem" + symbol.name
      while target.names.models.contains(where: { $0.name == name }) || derived.contains(where: { $0.name == name }) {
        name += "_"
      }
      derived.append((envelope.model, name, envelope.mediaType))
      names.append(.name(.own(symbol.module, name)))
    }
    self.names = names
    self.derived = derived
  }

  private static let json = "application/json"

  // MARK: The classes

  /// Returns what the class of a schema has besides its fields, where failures are spelled in it.
  func spelling(of id: ModelID) -> (settings: [PythonStatement], methods: [PythonStatement]) {
    guard let envelope = core.envelopes.first(where: { $0.model == id }) else { return ([], []) }
    return (Self.mediaType(envelope.mediaType), [.function(conversion(envelope))])
  }

  /// Returns the classes for other media types of a schema.
  func variants(of id: ModelID) -> [PythonStatement] {
    derived.filter { $0.base == id }.map { variant in
      .class(
        PythonClass(
          variant.name, [.name(target.symbol(of: id))], documentation: "The same as `\(variant.mediaType)`.",
          body: [Self.mediaTypeField(variant.mediaType)]))
    }
  }

  private static func mediaType(_ type: String) -> [PythonStatement] { type == json ? [] : [mediaTypeField(type)] }

  private static func mediaTypeField(_ type: String) -> PythonStatement {
    .field("media_type", .generic(.std("typing", "ClassVar"), ["str"]), .string(type))
  }

  private func conversion(_ envelope: ErrorEnvelope) -> PythonFunction {
    let fields = EnvelopeFields(target, envelope)
    return PythonFunction(
      "of", [PythonParameter("cls"), PythonParameter("error", .name(target.errors("ApiError")))],
      returns: PythonExpr.name(target.symbol(of: envelope.model)).quoted, decorators: ["classmethod"],
      documentation: "Tell a client of `error`.", pragma: fields.readsFailure(of: envelope) ? nil : .noqa(["ARG003"]),
      body: fields.body(of: envelope))
  }

  /// Returns functions that the classes of a file use.
  func helpers(in place: APIFile) -> [PythonStatement] {
    let roles = core.envelopes.filter { target[$0.model].file == place }.flatMap(\.roles)
    return EnvelopeHelper.allCases.filter { helper in roles.contains(where: helper.serves) }.map { $0.function(target) }
  }

  // MARK: The table

  /// `DECLARED`: the envelope of each operation and status.
  var table: [PythonStatement] {
    let entries = zip(core.operations.indices, core.operations).compactMap { index, operation -> PythonEntry? in
      let envelopes = core.declaredEnvelopes(of: OperationID(index))
      guard !envelopes.isEmpty else { return nil }
      let key = PythonExpr.tuple([.string(operation.method.rawValue), .word(target.route(of: OperationID(index)))])
      return PythonEntry(key, statuses(envelopes))
    }
    return [
      .constant("DECLARED", .dict(entries), type: .name(target.errors("Declared"))),
      .description("The schema that the contract declares for the errors of each operation, by status."),
    ]
  }

  private func statuses(_ envelopes: [(status: Int, envelope: EnvelopeID)]) -> PythonExpr {
    if envelopes.count > 1, Set(envelopes.map(\.envelope)).count == 1 {
      let statuses = PythonExpr.tuple(envelopes.map { .integer($0.status) })
      return PythonExpr("dict").call("fromkeys", [.positional(statuses), .positional(names[envelopes[0].envelope.index])])
    }
    return .dict(envelopes.map { PythonEntry(.integer($0.status), names[$0.envelope.index]) })
  }
}

extension PythonTarget {
  /// A name of `errors.py`.
  func errors(_ name: String) -> PythonSymbol { .own(module("errors"), name) }
}
