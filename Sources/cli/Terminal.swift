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

  /// Writes a result: what another program may read. One that is lost, as on a full disk, is a failure.
  func result(_ text: String) throws {
    guard let reason = Self.put(text, to: STDOUT_FILENO) else { return }
    throw Failure("the result cannot be written: \(reason)", .usage, .text)
  }

  /// Writes a result as JSON, with the number of its schema first.
  func result(schema: Int = 1, _ members: [JSONValue.Member]) throws {
    try result(JSONWriter.write(.object([.init("schema", .number(JSONNumber(schema)))] + members)) + "\n")
  }

  /// Writes what people should know beside the result.
  func note(_ text: String) {
    clearProgress()
    _ = Self.put(text, to: STDERR_FILENO)
  }

  /// Shows on a terminal what takes its time.
  func progress(_ text: String) {
    guard showsProgress else { return }
    _ = Self.put("\r\u{1B}[K\(DiagnosticText.printable(text))…", to: STDERR_FILENO)
  }

  func clearProgress() {
    guard showsProgress else { return }
    _ = Self.put("\r\u{1B}[K", to: STDERR_FILENO)
  }

  /// Writes all of a text; returns the system's reason where that fails.
  ///
  /// A reader that has gone away ends us quietly, as it would end `cat`: by its signal, or where that is ignored, as if it had
  /// read.
  private static func put(_ text: String, to descriptor: Int32) -> String? {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno == EPIPE {
        return nil
      } else if errno == EAGAIN {
        // Whoever gave us the stream does not want to wait for it; we do.
        var stream = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&stream, 1, -1)
      } else if errno != EINTR {
        return String(cString: strerror(errno))
      }
    }
    return nil
  }
}
