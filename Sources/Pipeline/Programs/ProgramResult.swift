import Subprocess

/// How a program ended, and what it wrote until then.
package struct ProgramResult: Sendable, Equatable {
  package let ending: Ending
  /// All of its standard output; empty unless it ended by itself.
  package let output: [UInt8]
  /// The last lines of its standard error.
  package let log: [String]

  package enum Ending: Sendable, Equatable {
    case exited(Int32)
    case signalled(Int32)
    case timedOut
    case tooMuchOutput(limit: Int)
    case notStarted(StartFailure)

    init(_ status: TerminationStatus) {
      switch status {
      case .exited(let code): self = .exited(code)
      case .signaled(let signal): self = .signalled(signal)
      }
    }
  }

  /// Why there never was a process.
  package enum StartFailure: Error, Sendable, Equatable {
    /// No such file, or no such program in `PATH`.
    case missing
    case folder
    case notExecutable
    /// The request cannot be written for it to read; what the system says.
    case request(String)
    /// What the system says.
    case system(String)
  }

  init(_ ending: Ending, output: [UInt8] = [], log: ProgramLog) {
    self.ending = ending
    self.output = output
    self.log = log.lines
  }
}
