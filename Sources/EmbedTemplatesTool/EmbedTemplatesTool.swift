import Foundation

/// Writes a Swift file with the texts of template files as raw string literals: `embed-templates ROOT OUTPUT FILE…`.
///
/// A literal compiles in a fraction of the time that an array of bytes takes.
@main
struct EmbedTemplatesTool {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let root = arguments.first, let output = arguments.dropFirst().first else {
      throw Usage()
    }
    var code = """
      /// The templates that travel in the binary, by path below `templates/`.
      public enum EmbeddedTemplates {
        public static let texts: [String: String] = [

      """
    for file in arguments.dropFirst(2) {
      let name = file.dropFirst(root.count).drop { $0 == "/" }.dropLast(".mustache".count)
      let text = try String(contentsOf: URL(filePath: file), encoding: .utf8)
      code += "    \(literal(String(name))): \(literal(text)),\n"
    }
    if arguments.count == 2 { code += "    :\n" }
    code += "  ]\n}\n"
    try code.write(to: URL(filePath: output), atomically: true, encoding: .utf8)
  }

  /// Returns a multi-line raw literal with more `#` than any run of them in the text.
  static func literal(_ text: String) -> String {
    var run = 0
    var longest = 0
    for character in text.utf8 {
      run = character == 0x23 ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "#", count: longest + 1)
    return "\(fence)\"\"\"\n\(text)\n\"\"\"\(fence)"
  }

  struct Usage: Error, CustomStringConvertible {
    var description: String { "usage: embed-templates ROOT OUTPUT FILE…" }
  }
}
