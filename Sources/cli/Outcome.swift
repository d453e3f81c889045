import ArgumentParser

/// How a run ends; the numbers are part of the command line's contract.
enum Outcome: Int32 {
  case ok = 0
  case inputErrors = 1
  case outOfDate = 2
  case conflicts = 3
  case usage = 64
  case bug = 70

  /// Ends the run, quietly where all went well.
  func exit() throws {
    guard self != .ok else { return }
    throw ExitCode(rawValue)
  }
}
