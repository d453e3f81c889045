import SpecDocuments
import SpecIR

/// How long the lists are that ids are indexes into; known before they are read, because models and functions refer forward.
struct CoreSizes {
  let models, schemes, envelopes, functions, errors, queries, rows, mappings, tables: Int
  /// Of the function that is being read.
  var locals = 1

  init(_ root: Node) {
    func count(_ key: String, of node: Node?) -> Int { node?[key]?.items.count ?? 0 }
    models = count("models", of: root)
    schemes = count("securitySchemes", of: root)
    envelopes = count("envelopes", of: root)
    functions = count("functions", of: root)
    errors = count("errors", of: root)
    queries = count("queries", of: root)
    rows = count("rows", of: root)
    mappings = count("mappings", of: root)
    tables = count("tables", of: root["database"])
  }
}

/// An id that is read as an index and held against the list that it points into.
protocol CoreReadableID: CoreIdentifier, CoreReadable {
  /// The number of things that ids of this kind name; nothing where the verifier of behaviour knows it, and not the reader.
  static func count(_ sizes: CoreSizes) -> Int?
}

extension CoreReadableID {
  init(_ json: CorePiece) throws(Misread) {
    let index = try Int(json)
    guard index >= 0, index < Self.count(json.sizes) ?? .max else { throw json.fault("\(index) is no index of a \(Self.self)") }
    self.init(index)
  }
}

extension ModelID: CoreReadableID { static func count(_ sizes: CoreSizes) -> Int? { sizes.models } }
extension SecuritySchemeID: CoreReadableID { static func count(_ sizes: CoreSizes) -> Int? { sizes.schemes } }
extension EnvelopeID: CoreReadableID { static func count(_ sizes: CoreSizes) -> Int? { sizes.envelopes } }
extension FunctionID: CoreReadableID { static func count(_ sizes: CoreSizes) -> Int? { sizes.functions } }
extension ErrorID: CoreReadableID { static func count(_ sizes: CoreSizes) -> Int? { sizes.errors } }
extension QueryID: CoreReadableID { static func count(_ sizes: CoreSizes) -> Int? { sizes.queries } }
extension RowID: CoreReadableID { static func count(_ sizes: CoreSizes) -> Int? { sizes.rows } }
extension MappingID: CoreReadableID { static func count(_ sizes: CoreSizes) -> Int? { sizes.mappings } }
extension TableID: CoreReadableID { static func count(_ sizes: CoreSizes) -> Int? { sizes.tables } }
extension LocalID: CoreReadableID { static func count(_ sizes: CoreSizes) -> Int? { sizes.locals } }
extension ColumnID: CoreReadableID { static func count(_ sizes: CoreSizes) -> Int? { nil } }
