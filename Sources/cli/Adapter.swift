import ArgumentParser
import ExternalAdapter
import Foundation
import SpecAdapters
import SpecPipeline
import SpecWriting

/// Runs a built-in adapter as if it were somebody else's: a request on standard input, a response on standard output.
///
/// Plumbing: it keeps the protocol honest, and shows whoever writes an adapter what one answers.
struct Adapter: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Runs a built-in adapter as a program: a request in, a response out (docs/external-adapters.md).",
    shouldDisplay: false)

  @Argument(help: "The adapter.")
  var adapter: String

  func run() throws {
    let terminal = Terminal()
    guard var door = Pipeline.door(to: AdapterID(adapter)) else {
      throw ValidationError("There is no adapter `\(adapter)`; see `specforge targets`.")
    }
    let request = Array(FileHandle.standardInput.readDataToEndOfFile())
    guard let response = try door.answer(request) else {
      terminal.note(DiagnosticText(sources: door.sources, style: terminal.style).write(door.diagnostics))
      throw ExitCode(Outcome.inputErrors.rawValue)
    }
    try terminal.result(JSONWriter.write(response.json, indent: nil) + "\n")
  }
}
