package import SpecIR

/// The patterns of one file, each a constant that is compiled once per process.
///
/// A class, because every type of the file may name one.
package final class PatternConstants {
  /// In the order of first use.
  package private(set) var all: [(pattern: Pattern, name: String)] = []
  private var taken: Set<String>
  private let spelling: (String) -> String

  /// - Parameters:
  ///   - reserved: what no constant may be called.
  ///   - spelling: a name as constants of the language are written.
  package init(reserved: Set<String>, _ spelling: @escaping (String) -> String) {
    taken = reserved
    self.spelling = spelling
  }

  /// Returns the constant that holds a pattern; the same pattern has one constant in a file.
  package func name(of pattern: Pattern, for name: String) -> String {
    if let known = all.first(where: { $0.pattern == pattern }) { return known.name }
    let wished = spelling(name)
    var constant = wished
    var number = 2
    while !taken.insert(constant).inserted {
      constant = "\(wished)_\(number)"
      number += 1
    }
    all.append((pattern, constant))
    return constant
  }
}
