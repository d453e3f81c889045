import Foundation
import SpecPipeline
import SpecWriting

/// The world outside of a run: streams and their abilities, read once.
struct Terminal {
  let style: TextStyle
  private let showsProgress: Bool

  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    let isTerminal = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
    // NO_COLOR counts where it is not empty (no-color.org).
    style = TextStyle(isColored: isTerminal && (environment["NO_COLOR"] ?? "").isEmpty)
    showsProgress = isTerminal && (environment["CI"] ?? "").isEmpty
  }

  /// Writes a result: what another program may read.
  func result(_ text: String) { Self.write(text, to: .standardOutput) }

  /// Writes a result as JSON, with the number of its schema first.
  func result(schema: Int = 1, _ members: [JSONValue.Member]) {
    result(JSONWriter.write(.object([.init("schema", .number(JSONNumber(schema)))] + members)) + "\n")
  }

  /// Writes what people should know beside the result.
  func note(_ text: String) {
    clearProgress()
    Self.write(text, to: .standardError)
  }

  /// Shows on a terminal what takes its time.
  func progress(_ text: String) {
    guard showsProgress else { return }
    Self.write("\r\u{1B}[K\(DiagnosticText.printable(text))…", to: .standardError)
  }

  func clearProgress() {
    guard showsProgress else { return }
    Self.write("\r\u{1B}[K", to: .standardError)
  }

  /// A reader that has gone away ends us quietly, as it would end `cat`.
  private static func write(_ text: String, to stream: FileHandle) {
    try? stream.write(contentsOf: Data(text.utf8))
  }
}
