import SpecAdapters
import SpecIR

/// Writes `generated/api`: models by where they travel, parameters, error envelopes, and the list of what reads them.
struct APIFiles {
  private let target: PythonTarget
  private let written: [(path: String, file: PythonFile)]

  /// The modules of the constraint library that the backend needs, by the names of their templates.
  let decodeModules: [String]

  init(_ target: PythonTarget) {
    self.target = target
    let uses = LibraryUses(target)
    var files = APIFile.allCases.compactMap { place in
      APIFileContents(target, place, uses).file.map { ("generated/api/\(place.rawValue).py", $0) }
    }
    let modules = DecodeModule.modules(showing: uses.names)
    decodeModules = modules.map(\.rawValue)
    files += [
      ("generated/__init__.py", Self.generated),
      ("generated/api/__init__.py", Self.package),
      ("generated/api/decode/__init__.py", target.decodePackage(modules)),
    ]
    written = files
  }

  /// The files by path below the backend's root, without those of `decode` that are constant.
  func files() -> [(path: String, file: PythonFile)] { written.map { ("\(target.package.module)/\($0.path)", $0.file) } }

  private static let generated = PythonFile(
    documentation: "Derived from the contract and the migrations; written anew with each generation.", [])

  private static let package = PythonFile(
    documentation: "What the contract says: models, how they are read, and how errors are spelled.", [])
}

/// What stands in one file of models.
private struct APIFileContents {
  private let target: PythonTarget
  private let place: APIFile
  private let uses: LibraryUses
  private let patterns = PatternConstants()
  private let order: DeclarationOrder
  private let envelopes: EnvelopeClasses

  init(_ target: PythonTarget, _ place: APIFile, _ uses: LibraryUses) {
    self.target = target
    self.place = place
    self.uses = uses
    order = DeclarationOrder(target, target.models(in: place))
    envelopes = EnvelopeClasses(target)
  }

  /// The file; nothing where it would be empty.
  var file: PythonFile? {
    var later = Set(order.models)
    var body: [PythonStatement] = []
    for id in order.models {
      body += [.blank] + statements(of: id, later)
      later.remove(id)
    }
    if place == .requests {
      let types = ValueTypes(target: target, uses: uses, patterns: patterns)
      body += target.parameterStructures.map(types.parameterClass)
    }
    let helpers = envelopes.helpers(in: place)
    if place == .errors { body += [.blank] + envelopes.table }
    guard !body.isEmpty else { return nil }
    let constants = patterns.all.isEmpty ? [] : patterns.declarations(uses.symbol("Pattern"))
    return PythonFile(
      documentation: place.documentation, module: target.module("generated", "api", place.rawValue), constants + helpers + body)
  }

  private func statements(of id: ModelID, _ later: Set<ModelID>) -> [PythonStatement] {
    let types = ValueTypes(target: target, uses: uses, patterns: patterns, later: later)
    let names = AliasStatements(types: types, id: id, namesItself: order.naming.contains(id))
    switch target.core[id].kind {
    case .structure(let structure):
      let spelling = envelopes.spelling(of: id)
      return [
        StructureClass(types: types, id: id, structure: structure, methods: spelling.methods, settings: spelling.settings)
          .statement()
      ] + envelopes.variants(of: id)
    case .enumeration(let enumeration):
      if target.number(id) != nil { return [] }
      return enumeration.base == .string
        ? [KeywordClass(types: types, id: id, enumeration: enumeration).statement()] : names.numbers(enumeration)
    case .union(let union): return names.union(union)
    case .alias(let shape): return names.alias(shape)
    }
  }
}

extension PythonTarget {
  /// The models of one file, in the order of the contract.
  func models(in place: APIFile) -> [ModelID] {
    core.models.indices.map(ModelID.init).filter { !core[$0].usage.isEmpty && self[$0].file == place }
  }
}
