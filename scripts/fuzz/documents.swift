// The target of scripts/fuzz-documents: any bytes are read as YAML and as JSON, and what comes out must be sound.
import SpecDiagnostics
import SpecDocuments
import SpecSource

/// Called by libFuzzer for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  for path in ["fuzz.yaml", "fuzz.json"] { readAndCheck(bytes, as: path) }
  return 0
}

private func readAndCheck(_ bytes: [UInt8], as path: String) {
  var sources = SourceMap()
  var diagnostics = Diagnostics()
  let id = sources.add(path: path, bytes: bytes)
  let document = DocumentReader.read(id, in: sources, into: &diagnostics)
  precondition(document != nil || diagnostics.hasErrors, "a file that cannot be read is reported")
  for diagnostic in diagnostics.sorted {
    guard let range = diagnostic.range else { preconditionFailure("every finding has a place") }
    precondition(range.end <= bytes.count, "a finding lies within the file")
    _ = sources.start(of: range)
  }
  guard let document else { return }
  check(document.root, fileSize: bytes.count)
  _ = document.root.json()
}

private func check(_ node: Node, fileSize: Int) {
  precondition(node.range.end <= fileSize, "a node lies within the file")
  _ = (node.text, node.number, node.bool)
  for item in node.items { check(item, fileSize: fileSize) }
  for (key, value) in node.entries {
    precondition(key.text.flatMap { node[$0] } == value, "an entry is found by its key")
    check(value, fileSize: fileSize)
  }
}
