import SpecAdapters

/// The modules of `generated/api/decode`: what each shows, and which others its text imports.
///
/// A backend gets the modules that its contract needs and no others; their texts are templates, but for `__init__.py`.
enum DecodeModule: String, CaseIterable {
  case absent, anything, base64, boolean, entries, exact, fault, formats, instants, integer, items
  case jsonText = "json_text"
  case keyword, number, objects, parameters, pattern, ranges, reader, reading, report, text, times, unions, uuid

  /// What the package shows of the module.
  var names: [String] {
    switch self {
    case .absent: ["ABSENT", "Absent", "Omittable", "is_absent", "is_none"]
    case .anything: ["Anything"]
    case .base64: ["Base64", "SentBytes"]
    case .boolean: ["Boolean"]
    case .entries: ["Entries"]
    case .exact: ["Exact", "SentDecimal"]
    case .formats: ["DURATION", "EMAIL", "HOSTNAME", "IPV4", "IPV6", "TIME", "URI", "URI_REFERENCE"]
    case .integer: ["Integer"]
    case .items: ["Items"]
    case .jsonText: ["JsonText"]
    case .keyword: ["Keyword"]
    case .number: ["Number"]
    case .objects: ["Members", "Object"]
    case .parameters: ["Parameters", "Repeated", "Separated"]
    case .pattern: ["Pattern"]
    case .text: ["Text"]
    case .times: ["Date", "DateTime", "SentTime"]
    case .unions: ["AnyOf", "Discriminator", "OneOf"]
    case .uuid: ["Uuid"]
    case .fault, .instants, .ranges, .reader, .reading, .report: []
    }
  }

  /// The modules that this one's text imports.
  private var needs: [DecodeModule] {
    switch self {
    case .absent, .fault, .instants, .pattern, .reading: []
    case .anything, .boolean: [.reader]
    case .entries, .items: []
    case .jsonText, .reader: []
    case .base64, .keyword, .uuid: [.reader, .text]
    case .exact: [.pattern, .ranges, .reader, .text]
    case .integer, .number: [.ranges, .reader]
    case .formats: [.instants]
    case .objects, .unions: [.entries]
    case .parameters, .ranges, .report: []
    case .text: [.formats, .pattern, .reader]
    case .times: [.instants, .reader, .text]
    }
  }

  /// What every backend has: its skeleton reads parameters, collects faults, and leaves out what is absent.
  private static let always: Set<DecodeModule> = [.absent, .fault, .parameters, .reading, .report]

  /// Returns the modules that show these names, with all that they need, in the order of their own names.
  static func modules(showing names: Set<String>) -> [DecodeModule] {
    var found: Set<DecodeModule> = []
    var open = allCases.filter { always.contains($0) || !names.isDisjoint(with: $0.names) }
    while let module = open.popLast() {
      if found.insert(module).inserted { open += module.needs }
    }
    return allCases.filter(found.contains)
  }
}

extension PythonTarget {
  /// Returns `decode/__init__.py`, which shows what the modules have.
  func decodePackage(_ modules: [DecodeModule]) -> PythonFile {
    let home = module("generated", "api", "decode")
    let shown: [PythonSymbol] = modules.flatMap { module in
      module.names.map { PythonSymbol.own("\(home).\(module.rawValue)", $0) }
    }
    let members = shown.map { PythonImport.Member($0.name) }.sorted(by: PythonImport.Member.precedes)
    var file = PythonFile(
      documentation: """
        Reads and checks what a client sent, in one pass, and reports all that is wrong with it.

        What stands in an `Annotated[...]` here reads a value in place of Pydantic, so that every stack
        takes the same values and names the same faults, in the same order and with the same words.
        """,
      module: home + ".__init__",
      [.assign("__all__", .list(members.map { .string($0.name) }))])
    file.exports = shown
    return file
  }
}
