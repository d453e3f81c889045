import SpecWriting

extension RustFile {
  /// The text of the file, the crates it uses in order of first use, and the paths of its own crate that it names.
  package func printed() -> (text: String, crates: [String], ownPaths: Set<[String]>) {
    let imports = RustImports(declared: items.flatMap(\.declaredNames), home: home)
    let printer = RustPrinter(imports: imports)
    for trait in traits { imports.bring(trait) }

    let modules = items.prefix { $0.isModuleDeclaration }
    let exports = items.dropFirst(modules.count).prefix { if case .use = $0 { true } else { false } }
    let body = printer.spell(Array(items.dropFirst(modules.count + exports.count)), indent: 0)
    var parts: [String] = []
    if let documentation {
      parts.append(RustComment.documentation(documentation, indent: 0, mark: "//!").joined(separator: "\n"))
    }
    let inner = attributes.map { attribute in printer.fitting { printer.spell(attribute, mark: "#!", printer.line(0)) } }
    parts.append(inner.joined(separator: "\n"))
    parts.append(RustItem.sorted(modules: Array(modules)).map { printer.spell($0, indent: 0) }.joined(separator: "\n"))
    parts.append(exports.map { printer.spell($0, indent: 0) }.joined(separator: "\n"))
    for group in imports.groups {
      parts.append(group.map { "use " + $0.spelled(indent: 0, printer: printer) + ";" }.joined(separator: "\n"))
    }
    parts.append(String(body.drop { $0 == "\n" }))
    let text = parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    return (text.isEmpty ? "" : text + "\n", imports.crates, imports.ownPaths)
  }
}

extension RustItem {
  /// The names that the item puts into the scope of its file.
  fileprivate var declaredNames: [String] {
    switch self {
    case .module(let module): [module.name]
    case .constant(let constant): [constant.name]
    case .alias(let alias): [alias.name]
    case .structure(let structure): [structure.name]
    case .enumeration(let enumeration): [enumeration.name]
    case .trait(let trait): [trait.name]
    case .function(let function): [function.name]
    case .use, .implementation, .raw, .comment: []
    }
  }

  fileprivate var isModuleDeclaration: Bool {
    if case .module(let module) = self { module.items == nil } else { false }
  }

  /// Module declarations in the order of rustfmt: by their bytes, and so unlike imports (`x10`, `x2`, `x_a`).
  static func sorted(modules: [RustItem]) -> [RustItem] {
    modules.sorted { first, second in
      guard case .module(let first) = first, case .module(let second) = second else { return false }
      return RustNames.unescaped(first.name).utf8.lexicographicallyPrecedes(RustNames.unescaped(second.name).utf8)
    }
  }
}
