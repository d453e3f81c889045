import SpecAdapters
import SpecIR

/// How a path is written in the router of Starlette.
enum PythonRoute {
  /// Returns the route of an operation.
  ///
  /// Names of parameters stay as the contract writes them where Starlette can read all of them; otherwise those of the fields
  /// stand for them, and `PathParams` knows both. A segment that mixes text and parameters is matched as a whole, as all stacks
  /// do.
  static func text(of operation: Operation, _ names: OperationNames) -> String {
    let wireNames = operation.path.parameterNames
    let isPlain = wireNames.allSatisfy(isName) && Set(wireNames).count == wireNames.count
    func name(_ wireName: String) -> String {
      guard !isPlain else { return wireName }
      let index = operation.parameters.firstIndex { $0.location == .path && $0.name == wireName }
      return index.map { names.parameters[$0] } ?? PythonNames.attribute(wireName)
    }
    var taken: Set<String> = []
    let segments = operation.path.segments.map { segment -> String in
      if segment.pieces.count == 1, case .literal(let text) = segment.pieces[0] { return PathTemplate.encoded(text) }
      let parameters = segment.pieces.compactMap { if case .parameter(let wireName) = $0 { name(wireName) } else { nil } }
      guard !parameters.isEmpty else { return "" }
      var unique = parameters.joined(separator: "_")
      while !taken.insert(unique).inserted { unique += "_" }
      return "{\(unique)}"
    }
    return "/" + segments.joined(separator: "/")
  }

  /// Whether Starlette takes the name: it reads others as text, and a colon as the name of a convertor.
  ///
  /// Source: `starlette.routing.PARAM_REGEX`.
  private static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return false }
    return name.unicodeScalars.allSatisfy { $0 == "_" || $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0) }
  }
}

extension PythonTarget {
  /// The path of an operation as its route says it: what `scope["route"].path` is while it is handled.
  func route(of id: OperationID) -> String { PythonRoute.text(of: core[id], self[id]) }
}
