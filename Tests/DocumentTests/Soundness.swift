import SpecDiagnostics
import SpecDocuments
import SpecSource
import Testing

/// What holds for every document, whatever the file. Broken rules are collected, so that a test over many files reports each
/// once.
struct Soundness {
  private let file: [UInt8]
  private(set) var broken: [String] = []
  private(set) var nodes = 0
  /// The bytes of a scalar that may be spelled otherwise than it reads: quotes, escapes, signs, and line breaks beyond ASCII.
  private static let otherwise = (0...255).map { "\"'\\|>&!\n\r".utf8.contains($0) || $0 == 0xC2 || $0 == 0xE2 }

  /// Checks what was read of a file.
  init(_ result: ReadResult, of file: [UInt8]) {
    self.file = file
    for diagnostic in result.diagnostics {
      guard let range = diagnostic.range else {
        broken.append("a finding without a place: \(diagnostic.code)")
        continue
      }
      if range.end > UInt32(file.count) { broken.append("a finding beyond the end: \(diagnostic.code)") }
      if diagnostic.related.contains(where: { $0.range.end > UInt32(file.count) }) {
        broken.append("a related place beyond the end")
      }
    }
    guard let document = result.document else {
      if !result.diagnostics.contains(where: { $0.severity == .error }) { broken.append("no document and no reason") }
      return
    }
    visit(document.root, in: nil)
    _ = document.root.json()
  }

  private mutating func visit(_ node: Node, in parent: Node?) {
    nodes += 1
    let range = node.range
    if range.end > UInt32(file.count) { broken.append("a node beyond the end") }
    if let parent, node.id < parent.id {
      // Reached by an alias: the node is where its anchor is, before the parent.
    } else if let parent, range.start < parent.range.start || range.end > parent.range.end {
      broken.append("a node outside of its parent at \(range.start)")
    }
    switch node.kind {
    case .null, .bool, .integer, .float, .string: checkText(node)
    case .sequence: for item in node.items { visit(item, in: node) }
    case .mapping: visitEntries(node)
    }
  }

  private mutating func visitEntries(_ node: Node) {
    for (key, value) in node.entries {
      visit(key, in: node)
      visit(value, in: node)
      guard let text = key.text else {
        broken.append("a key without text at \(key.range.start)")
        continue
      }
      let found = node.entry(text)
      if found?.key != key || found?.value != value { broken.append("a key that is not found: \(text)") }
    }
  }

  /// A scalar without quotes, escapes, properties or folding is spelled as its text.
  private mutating func checkText(_ node: Node) {
    guard let text = node.text else {
      broken.append("a scalar without text at \(node.range.start)")
      return
    }
    let bytes = file[Int(node.range.start)..<Int(node.range.end)]
    if bytes.contains(where: { Self.otherwise[Int($0)] }) { return }
    // A refused alias is a null without text in the place of the alias.
    if bytes.first == UInt8(ascii: "*"), node.isNull { return }
    if !bytes.elementsEqual(text.utf8) { broken.append("“\(text)” is not what stands at \(node.range.start)") }
  }
}
