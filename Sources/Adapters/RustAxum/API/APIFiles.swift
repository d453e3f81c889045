import SpecAdapters
import SpecIR
import SpecWriting

/// Writes `generated/api`: models by where they travel, parameters, error envelopes, and the decoders they need.
struct APIFiles {
  let target: RustTarget
  let decoders: Decoders
  /// The Rust files by path below the crate; the module of decoders is written from ``decoders`` afterwards.
  let files: [(path: String, file: RustFile)]

  init(_ target: RustTarget) {
    self.target = target
    decoders = Decoders(target)
    files = APIItems(target, decoders).files
  }

  /// The names that `generated::api` shows, by file.
  func exports() -> [(file: APIFile, names: [String])] {
    APIFile.allCases.sorted { $0.rawValue < $1.rawValue }.map { place in
      var names = target.models(in: place).filter { target.isType($0) }.map { target[$0].name }
      if place == .requests { names += target.parameterStructures.map(\.name) }
      return (place, names)
    }
  }
}

/// The items of all files, collected in two rounds: readers of aliases are written only where something names them.
private struct APIItems {
  private let target: RustTarget
  private let decoders: Decoders
  private var items: [ModelID: [RustItem]] = [:]
  private let patterns: [APIFile: PatternConstants]
  private var parameters: [RustItem] = []

  init(_ target: RustTarget, _ decoders: Decoders) {
    self.target = target
    self.decoders = decoders
    patterns = Dictionary(uniqueKeysWithValues: APIFile.allCases.map { ($0, PatternConstants()) })
    collectTypes()
    collectAliases()
  }

  private func patterns(of id: ModelID) -> PatternConstants { patterns[target[id].file] ?? PatternConstants() }

  private mutating func collectTypes() {
    for id in target.usedModels {
      switch target.core[id].kind {
      case .structure(let structure): items[id] = decoders.items(of: structure, id, patterns(of: id))
      case .enumeration(let enumeration): items[id] = decoders.items(of: enumeration, id)
      case .union(let union): items[id] = decoders.items(of: union, id, patterns(of: id))
      case .alias(let shape):
        if target.isNewtype(id) { items[id] = decoders.items(ofAlias: shape, id, patterns(of: id)) }
      }
    }
    parameters = target.parameterStructures.flatMap { decoders.items(of: $0, patterns[.requests] ?? PatternConstants()) }
  }

  private mutating func collectAliases() {
    var known = -1
    while decoders.readers.count != known {
      known = decoders.readers.count
      for id in target.usedModels {
        guard case .alias(let shape) = target.core[id].kind, !target.isNewtype(id) else { continue }
        items[id] = decoders.items(ofAlias: shape, id, patterns(of: id))
      }
    }
  }

  var files: [(path: String, file: RustFile)] {
    APIFile.allCases.compactMap { place in
      var all = target.models(in: place).flatMap { items[$0] ?? [] }
      if place == .requests { all += parameters }
      if place == .errors { all += EnvelopeItems(target).items }
      guard !all.isEmpty else { return nil }
      let file = RustFile(
        documentation: place.documentation,
        traits: place == .errors && !target.core.envelopes.isEmpty ? [.of("axum", "response", name: "IntoResponse")] : [],
        home: [["generated", "api"], ["generated", "api", place.rawValue]], (patterns[place]?.items ?? []) + all)
      return ("src/generated/api/\(place.rawValue).rs", file)
    }
  }
}

extension RustTarget {
  /// The models that travel at all.
  var usedModels: [ModelID] { core.models.indices.map(ModelID.init).filter { !core[$0].usage.isEmpty } }

  func models(in place: APIFile) -> [ModelID] { usedModels.filter { self[$0].file == place } }

  /// Whether the model is a type of its own.
  func isType(_ id: ModelID) -> Bool {
    switch core[id].kind {
    case .alias: isNewtype(id)
    case .enumeration(let enumeration): enumeration.base == .string
    case .structure, .union: true
    }
  }
}
