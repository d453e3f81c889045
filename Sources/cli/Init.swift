import ArgumentParser
import Foundation
import SpecPipeline
import SpecWriting

/// Writes a commented configuration for what is found.
struct Init: ToldCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a specforge.yaml for the inputs that are found here.",
    discussion: """
      Looks for OpenAPI documents and folders of migrations below the project's root. An existing specforge.yaml is left as it \
      is, and is an error.

      EXAMPLES
        specforge init
        specforge init --project backend-team/shop
      """)

  @OptionGroup var common: CommonOptions

  func work() throws {
    let session = try Session(common)
    let path = "\(session.files.root)/specforge.yaml"
    let found = InputDiscovery.search(session.files.root)
    let project = Self.name(of: session.files.root)
    // `x`: a file that appeared in the meantime is not overwritten.
    guard let file = fopen(path, "wx") else {
      let reason = errno
      guard reason != EEXIST else { throw session.failure("there is already a \(path)", .usage) }
      throw session.failure("\(path) cannot be written: \(String(cString: strerror(reason)))", .usage)
    }
    let text = ConfigurationTemplate.text(project: project, found: found, adapters: Pipeline.adapters)
    let isWritten = fputs(text, file) >= 0
    guard fclose(file) == 0, isWritten else {
      let reason = String(cString: strerror(errno))
      unlink(path)
      throw session.failure("\(path) cannot be written: \(reason)", .usage)
    }
    try tell(session, found)
  }

  private func tell(_ session: Session, _ found: InputDiscovery) throws {
    switch common.format {
    case .json:
      try session.terminal.result([
        .init("ok", true), .init("written", "specforge.yaml"),
        .init("openapi", .array(found.documents.map { .string($0) })),
        .init("migrations", .array(found.migrationFolders.map { .string($0) })),
      ])
    case .text:
      try session.terminal.result("wrote specforge.yaml\n")
      if found.documents.isEmpty {
        session.terminal.note("No OpenAPI document was found here: name yours under `inputs`.\n")
      }
      for other in found.documents.dropFirst() { session.terminal.note("also found: \(other)\n") }
      for other in found.migrationFolders.dropFirst() { session.terminal.note("also found: \(other)\n") }
      session.terminal.note("Next: specforge generate\n")
    }
  }

  /// The folder's name as a word that a configuration takes.
  static func name(of root: String) -> String {
    let folder = root.split(separator: "/").last.map(String.init) ?? ""
    let word = folder.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    let trimmed = String(word.drop { !$0.isLetter }.prefix(64))
    return trimmed.isEmpty ? "backend" : trimmed
  }
}
