package import SpecSource
package import SpecWriting

/// An adapter that is a program, as the configuration names it.
package struct AdapterProgram: Sendable, Hashable, CustomStringConvertible {
  /// The program and its arguments. No shell reads them.
  package var command: [String]
  /// How long it may run, in seconds.
  package var timeout: Int
  /// What the configuration says for this adapter alone; an object.
  package var options: JSONValue
  /// Where it is named.
  package var range: SourceRange?

  /// Twice what the slowest of our own adapters takes for the largest document, on a slow machine.
  package static let defaultTimeout = 60

  package init(
    command: [String], timeout: Int = Self.defaultTimeout, options: JSONValue = .object([]), at range: SourceRange? = nil
  ) {
    self.command = command
    self.timeout = timeout
    self.options = options
    self.range = range
  }

  package var name: String { command.first ?? "" }

  /// Whether the program is named by a path, and not looked up.
  package var isPath: Bool { name.contains("/") }

  /// The command as people would type it.
  package var description: String { command.joined(separator: " ") }
}
