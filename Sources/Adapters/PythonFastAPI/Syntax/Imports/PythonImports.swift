/// The imports of one file, collected while its code is printed.
///
/// A class, because all parts of a file share it: the first symbol to claim a name keeps it.
package final class PythonImports {
  /// What each name in this file stands for.
  private var owners: [String: PythonSymbol] = [:]
  /// The name that a symbol has in this file.
  private var names: [PythonSymbol: String] = [:]
  private var imported: [(symbol: PythonSymbol, name: String)] = []
  private let home: String?
  /// What a module begins with that is imported relatively: it lies beside this file, or below.
  private let neighbourhood: String?
  /// The distributions that the file uses, in order of first use.
  package private(set) var distributions: [String] = []

  /// - Parameters:
  ///   - declared: names that the file declares itself; an import never takes one of them.
  ///   - home: the module of the file: what it declares needs no import.
  package init(declared: [String] = [], home: String? = nil) {
    for name in declared { owners[name] = PythonSymbol(stringLiteral: name) }
    self.home = home
    neighbourhood = home.flatMap { home in home.lastIndex(of: ".").map { String(home[...$0]) } }
  }

  /// Returns a symbol's name as it is written here, and records what it needs.
  ///
  /// A symbol whose name is taken in this file is imported under another: `User as ModelsUser`.
  package func spelling(of symbol: PythonSymbol) -> String {
    if symbol.origin == .scope { return symbol.name }
    if let name = names[symbol] { return name }
    if case .external(let distribution) = symbol.origin, !distributions.contains(distribution) {
      distributions.append(distribution)
    }
    let wished = symbol.boundName
    let isAtHome = symbol.origin == .own && symbol.module == home && symbol.style == .imported
    if isAtHome, owners[wished]?.origin == .scope { return wished }
    let name = freeName(for: symbol, wished)
    owners[name] = symbol
    names[symbol] = name
    imported.append((symbol, name))
    return name
  }

  private func freeName(for symbol: PythonSymbol, _ wished: String) -> String {
    if owners[wished] == nil { return wished }
    let module = symbol.module.split(separator: ".").last.map(String.init) ?? ""
    let isType = wished.first?.isUppercase == true
    let base = isType ? PythonNames.type(module) + wished : "\(module)_\(symbol.name.isEmpty ? "module" : symbol.name)"
    var name = base
    var number = 2
    while owners[name] != nil {
      name = "\(base)_\(number)"
      number += 1
    }
    return name
  }

  /// The symbol by the module from which this file imports it: `.decode` for a neighbour.
  private func nearby(_ symbol: PythonSymbol) -> PythonSymbol {
    guard symbol.origin == .own, symbol.style == .imported, let neighbourhood, symbol.module.hasPrefix(neighbourhood) else {
      return symbol
    }
    var nearby = symbol
    nearby.module = "." + symbol.module.dropFirst(neighbourhood.count)
    return nearby
  }

  /// The symbols of the generated package that the file imports.
  package var own: Set<PythonSymbol> { Set(imported.map(\.symbol).filter { $0.origin == .own }) }

  /// The import lines in sections: standard library, other distributions, own package, neighbours.
  package var sections: [[PythonImport]] {
    var lines: [PythonImport] = []
    for (symbol, name) in imported.map({ (nearby($0.symbol), $0.name) }) {
      if case .module = symbol.style {
        lines.append(PythonImport(symbol.origin, symbol.module, alias: name == symbol.module ? nil : name))
      } else if name != symbol.name {
        lines.append(PythonImport(symbol.origin, symbol.module, members: [.init(symbol.name, alias: name)]))
      } else if let index = lines.firstIndex(where: { $0.takes(symbol) }) {
        lines[index].members.append(.init(symbol.name))
      } else {
        lines.append(PythonImport(symbol.origin, symbol.module, members: [.init(symbol.name)]))
      }
    }
    for index in lines.indices { lines[index].members.sort(by: PythonImport.Member.precedes) }
    let sorted = lines.sorted(by: PythonImport.precedes)
    return (0..<4).map { section in sorted.filter { $0.section == section } }.filter { !$0.isEmpty }
  }
}
