import SpecIR
import SpecWriting

/// Writes `generated/api`: models by where they travel, parameters, error envelopes, and the decoders they need.
struct APIFiles {
  let target: RustTarget
  let decoders: Decoders

  init(_ target: RustTarget) {
    self.target = target
    decoders = Decoders(target)
  }

  /// Returns the Rust files by path below the crate; the module of decoders is written from ``decoders`` afterwards.
  func files() -> [(path: String, file: RustFile)] {
    var files: [(path: String, file: RustFile)] = []
    for place in RustAPIFile.allCases {
      let patterns = PatternConstants()
      var items = modelItems(in: place, patterns)
      if place == .requests { items += parameterItems(patterns) }
      if place == .errors { items += EnvelopeItems(target).items }
      guard !items.isEmpty else { continue }
      files.append(
        (
          "src/generated/api/\(place.rawValue).rs",
          RustFile(
            documentation: place.documentation,
            traits: place == .errors && !target.core.envelopes.isEmpty ? [.of("axum", "response", name: "IntoResponse")] : [],
            home: [["generated", "api"], ["generated", "api", place.rawValue]], patterns.items + items)
        ))
    }
    return files
  }

  /// The names that `generated::api` shows, by file.
  func exports() -> [(file: RustAPIFile, names: [String])] {
    RustAPIFile.allCases.sorted { $0.rawValue < $1.rawValue }.map { place in
      var names = models(in: place).filter { isType($0) }.map { target[$0].name }
      if place == .requests { names += parameterTypes.map(\.name) }
      return (place, names)
    }
  }

  private func models(in place: RustAPIFile) -> [ModelID] {
    target.core.models.indices.map(ModelID.init).filter { target[$0].file == place && !target.core[$0].usage.isEmpty }
  }

  private func isType(_ id: ModelID) -> Bool {
    switch target.core[id].kind {
    case .alias: target.isNewtype(id)
    case .enumeration(let enumeration): enumeration.base == .string
    case .structure, .union: true
    }
  }

  private func modelItems(in place: RustAPIFile, _ patterns: PatternConstants) -> [RustItem] {
    models(in: place).flatMap { id in
      switch target.core[id].kind {
      case .structure(let structure): decoders.items(of: structure, id, patterns)
      case .enumeration(let enumeration): decoders.items(of: enumeration, id)
      case .union(let union): decoders.items(of: union, id, patterns)
      case .alias(let shape): decoders.items(ofAlias: shape, id, patterns)
      }
    }
  }

  /// One structure of parameters outside the query.
  private struct ParameterType {
    let name: String
    let documentation: String
    let parameters: [(parameter: Parameter, local: String)]
  }

  private var parameterTypes: [ParameterType] {
    var seen: Set<String> = []
    var types: [ParameterType] = []
    for (operation, names) in zip(target.core.operations, target.operations) {
      guard case .function = operation.implementation else { continue }
      let parameters = Array(zip(operation.parameters, names.parameters))
      if let name = names.pathType, seen.insert(name).inserted {
        types.append(
          ParameterType(
            name: name, documentation: "The path parameters of `\(operation.path.text)`.",
            parameters: parameters.filter { $0.0.location == .path }.map { ($0.0, $0.1) }))
      }
      if let name = names.headerType {
        types.append(
          ParameterType(
            name: name, documentation: "The headers and cookies of `\(operation.name)`.",
            parameters: parameters.filter { $0.0.location == .header || $0.0.location == .cookie }.map { ($0.0, $0.1) }))
      }
    }
    return types
  }

  private func parameterItems(_ patterns: PatternConstants) -> [RustItem] {
    parameterTypes.flatMap {
      decoders.parameterItems($0.name, documentation: $0.documentation, $0.parameters, patterns)
    }
  }
}
