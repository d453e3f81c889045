import ArgumentParser
import SpecPipeline
import SpecWriting

/// Why a run ended that no input is to blame for, told in the form that was asked for.
struct Failure: Error, CustomStringConvertible {
  let description: String
  let outcome: Outcome
  private let format: CommonOptions.Format
  /// What had been found by then, for a result in JSON.
  private let findings: JSONValue

  init(_ message: String, _ outcome: Outcome, _ format: CommonOptions.Format, findings: JSONValue = []) {
    description = message
    self.outcome = outcome
    self.format = format
    self.findings = findings
  }

  /// Tells it, and returns what ends the run.
  func tell(on terminal: Terminal = Terminal()) -> ExitCode {
    let message = description.hasSuffix("\n") ? String(description.dropLast()) : description
    let isTold =
      switch format {
      case .text: false
      case .json:
        (try? terminal.result([.init("ok", false), .init("error", .string(message)), .init("diagnostics", findings)])) != nil
      }
    if !isTold { terminal.note("\(terminal.style(.red, "error")): \(message)\n") }
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
