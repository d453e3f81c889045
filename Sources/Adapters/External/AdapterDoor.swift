package import SpecAdapters
package import SpecDiagnostics
import SpecDocuments
package import SpecSource
import SpecWriting

/// A built-in adapter, driven as if it were a program: a request's bytes in, a response's bytes out.
///
/// By this the protocol is held to what our own adapters need; nothing else uses it.
package struct AdapterDoor {
  private let adapter: AnyAdapter
  private let templates: TemplateSet
  /// The request, for the places of ``diagnostics``.
  package private(set) var sources = SourceMap()
  /// Why a request is refused.
  package private(set) var diagnostics = Diagnostics()

  package init(_ adapter: AnyAdapter, templates: TemplateSet) {
    self.adapter = adapter
    self.templates = templates
  }

  /// Returns the response, or nothing where the request is none.
  package mutating func answer(_ request: [UInt8]) throws(TemplateError) -> AdapterResponse? {
    let source = sources.add(path: "request.json", bytes: request)
    guard let document = DocumentReader.readJSON(source, in: sources, into: &diagnostics), !diagnostics.hasErrors,
      let asked = AdapterRequest.read(document.root, into: &diagnostics)
    else { return nil }
    var found = Diagnostics()
    let files = try adapter.generate(asked.core, options: asked.options, templates: templates, into: &found)
    return AdapterResponse(files: files, findings: found.sorted.map { Self.finding($0, in: document.root) })
  }

  /// Places of a model that was read from a request are places in the request.
  private static func finding(_ diagnostic: Diagnostic, in root: Node) -> AdapterFinding {
    AdapterFinding(
      diagnostic.severity, code: diagnostic.code.rawValue, message: diagnostic.message, hint: diagnostic.hint,
      at: diagnostic.range.map { root.pointer(to: Int($0.start)) })
  }
}

extension Node {
  /// Returns the way to the innermost node that holds a byte of the source.
  fileprivate func pointer(to offset: Int) -> JSONPointer {
    var pointer = JSONPointer()
    var node = self
    while true {
      switch node.kind {
      case .null, .bool, .integer, .float, .string: return pointer
      case .sequence:
        guard let index = node.items.firstIndex(where: { $0.holds(offset) }) else { return pointer }
        pointer = pointer.appending(index)
        node = node.items[index]
      case .mapping:
        guard let entry = node.entries.first(where: { $0.value.holds(offset) }) else { return pointer }
        pointer = pointer.appending(entry.key.text ?? "")
        node = entry.value
      }
    }
  }

  private func holds(_ offset: Int) -> Bool { Int(range.start) <= offset && offset < Int(range.end) }
}
