package import SpecDiagnostics
package import SpecSource

/// Why what a program wrote is no response.
package enum ResponseFault: Error, Hashable, Sendable {
  /// It is no JSON; where, as a line and a column of the output.
  case notJSON(String, line: Int, column: Int)
  /// Another version of the protocol, or none.
  case version(Int?)
  /// JSON that is no response: what is wrong, at a pointer.
  case invalid(String, pointer: String)
  /// A path that leads out of the target's folder or means something to git.
  case path(String, pointer: String)

  /// - Parameters:
  ///   - name: how the configuration names the program.
  ///   - range: where.
  package func diagnostic(of name: String, at range: SourceRange?) -> Diagnostic {
    let page = "docs/external-adapters.md describes what a response is."
    switch self {
    case .notJSON(let message, let line, let column):
      return Diagnostic(
        .adapterOutput, "what `\(name)` wrote is no JSON: \(message), at \(line):\(column) of its output", at: range,
        hint: "Standard output is for the response alone; write messages to standard error.")
    case .version(let version):
      let said = version.map { "speaks version \($0)" } ?? "does not say which version"
      return Diagnostic(
        .adapterProtocol, "`\(name)` \(said) of the protocol; this is version \(AdapterProtocol.version)", at: range, hint: page)
    case .invalid(let message, let pointer):
      return Diagnostic(
        .adapterResponse, "the response of `\(name)` is wrong at `\(pointer.isEmpty ? "/" : pointer)`: \(message)", at: range,
        hint: page)
    case .path(let path, let pointer):
      return Diagnostic(
        .outputInvalid, "`\(name)` names a file `\(path)`, which is no path below the target's folder (`\(pointer)`)", at: range,
        hint: "Paths are relative, with `/` between names, without `..`, `.git`, backslashes, colons and control characters.")
    }
  }
}
