internal import OpenAPIReader
internal import SpecDiagnostics
internal import SpecDocuments
internal import SpecIR

typealias OpenAPINode = Node

/// The state of one run of ``OpenAPILowering``.
///
/// Models are numbered when they are first met and filled from a queue, so that neither recursion between schemas nor their
/// number costs stack.
struct OpenAPILowerer {
  let document: OpenAPIDocument
  var diagnostics: Diagnostics
  var core: CoreModel
  /// From this many models on, choices are not multiplied any more; sound documents stay far below.
  let mostModels: Int
  /// How often a schema is looked at as a part of another one; a tenth of it may be merged. More only come of long chains and of
  /// cycles, because what a first part says is taken over as a whole.
  let mostParts: Int
  var names = ModelNames()
  var access: DirectionSplit.AccessTable = [:]

  /// The model of each combination of schemas that has one.
  var modelOf: [SchemaParts: ModelID] = [:]
  /// Models that have a number and a name, and wait for their content.
  var queue: [PendingModel] = []
  var flattened: [SchemaParts: FlatSchema] = [:]
  /// Each schema with all that it is made of, and nothing that holds besides.
  var wholes: [SchemaID: FlatSchema] = [:]
  /// The schemas of which that is being found out.
  var openWholes: Set<SchemaID> = []
  /// How often a schema was looked at as a part of another one, and how often one was merged.
  var partsSeen = 0
  var partsMerged = 0
  var hasTooManyParts = false
  /// What each schema stands for that is nothing but a reference.
  var aliases: [SchemaID: SchemaID] = [:]
  /// The component schemas whose nullability is being found out.
  var open: Set<SchemaID> = []
  var nullability: [SchemaID: Bool] = [:]
  /// The components that are made of a schema by `allOf`.
  var childrenOf: [SchemaID: [SchemaID]] = [:]
  var queryModels: [QueryModel] = []
  var schemeOf: [OpenAPI.ID<OpenAPI.SecurityScheme>: SecuritySchemeID] = [:]
  var pendingDiscriminators: [PendingDiscriminator] = []
  /// Default values that are held against their shapes once all models are there.
  var pendingDefaults: [PendingDefault] = []
  /// The formats that nobody knows, each of which is told once.
  var notedFormats: Set<String> = []

  /// A model whose content is still to be made.
  struct PendingModel {
    let id: ModelID
    let parts: SchemaParts
  }

  init(_ document: OpenAPIDocument, diagnostics: Diagnostics, mostParts: Int = 10_000_000) {
    self.document = document
    self.diagnostics = diagnostics
    self.mostParts = mostParts
    mostModels = 4 * document.schemas.count + 1000
    core = CoreModel(
      service: ServiceInfo(
        title: document.info.name, version: document.info.version,
        documentation: document.info.description.flatMap(documentationText)))
  }

  mutating func run() {
    core.contract = document.bundledText()
    aliases = findAliases()
    childrenOf = findChildren()
    reserveComponents()
    lowerSecuritySchemes()
    lowerOperations()
    fillModels()
    breakAliasCycles()
    settleDiscriminators()
    checkDefaults()
    BinaryInJSON.replace(in: &core)
    DirectionSplit.apply(access, to: &core, names: &names)
    findEnvelopes()
  }

  /// Gives every named schema its number first, in the order of the document.
  private mutating func reserveComponents() {
    for component in document.components.schemas where pureTarget(of: component.id) == component.id {
      names.reserve(component.name)
      reserve(component.name, SchemaParts([component.id]))
    }
  }

  private mutating func fillModels() {
    // The queue grows while it is worked off.
    var next = 0
    while next < queue.count {
      let pending = queue[next]
      next += 1
      fill(pending.id, with: pending.parts)
    }
    queue = []
  }

  /// Numbers a model, which is filled later.
  @discardableResult
  mutating func reserve(_ name: String, _ parts: SchemaParts) -> ModelID {
    let id = ModelID(core.models.count)
    core.models.append(Model(name: name, kind: .alias(Shape(.scalar(.json)))))
    modelOf[parts] = id
    queue.append(PendingModel(id: id, parts: parts))
    for schema in parts.schemas {
      let schema = document.schemas[schema]
      core.provenance.add(Origin("schema \(schema.place.pointer)", at: schema.range), to: .model(id))
    }
    return id
  }
}

/// Returns a text without blanks around it; nothing where nothing is left.
func documentationText(_ text: String) -> String? {
  var text = Substring(text)
  while let first = text.first, first.isWhitespace { text.removeFirst() }
  while let last = text.last, last.isWhitespace { text.removeLast() }
  return text.isEmpty ? nil : String(text)
}
