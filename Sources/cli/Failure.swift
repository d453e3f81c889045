import ArgumentParser
import SpecPipeline
import SpecWriting

/// Why a run ended that no input is to blame for, told in the form that was asked for.
struct Failure: Error, CustomStringConvertible {
  let description: String
  let outcome: Outcome
  private let format: CommonOptions.Format

  init(_ message: String, _ outcome: Outcome, _ format: CommonOptions.Format) {
    description = message
    self.outcome = outcome
    self.format = format
  }

  /// Tells it, and returns what ends the run.
  func tell(on terminal: Terminal = Terminal()) -> ExitCode {
    let message = description.hasSuffix("\n") ? String(description.dropLast()) : description
    switch format {
    case .text: terminal.note("\(terminal.style(.red, "error")): \(message)\n")
    case .json: terminal.result([.init("ok", false), .init("error", .string(message)), .init("diagnostics", [])])
    }
    return ExitCode(outcome.rawValue)
  }
}

/// A command that tells its failures in the form that was asked for.
protocol ToldCommand: ParsableCommand {
  func work() throws
}

extension ToldCommand {
  func run() throws {
    do { try work() } catch let failure as Failure { throw failure.tell() }
  }
}
