package import SpecDiagnostics

extension ProgramResult {
  /// What went wrong with a program, at its place in the configuration; nothing where it ended well.
  package func diagnostic(of program: AdapterProgram) -> Diagnostic? {
    func finding(_ code: DiagnosticCode, _ message: String, hint: String?) -> Diagnostic {
      Diagnostic(code, "`\(program)` \(message)", at: program.range, hint: hint)
    }
    switch ending {
    case .exited(0): return nil
    case .exited(let code): return finding(.adapterFailed, "ended with exit code \(code)", hint: lastWords)
    case .signalled(let signal): return finding(.adapterFailed, "was ended by signal \(signal)", hint: lastWords)
    case .timedOut:
      return finding(
        .adapterTimeout, "was stopped after \(program.timeout) seconds",
        hint: lastWords ?? "Write `timeout:` beside `command:` where it takes longer by nature, in seconds.")
    case .tooMuchOutput(let limit):
      return finding(.adapterOutput, "wrote more than \(limit >> 20) MiB and was stopped", hint: lastWords)
    case .notStarted(.missing):
      return finding(
        .adapterStart, "cannot be run: there is no `\(program.name)`\(program.isPath ? "" : " in PATH")",
        hint: "Paths are relative to the project's root; a name without `/` is looked up in PATH.")
    case .notStarted(.folder):
      return finding(.adapterStart, "cannot be run: `\(program.name)` is a folder", hint: "Name the program in it.")
    case .notStarted(.notExecutable):
      return finding(
        .adapterStart, "cannot be run: `\(program.name)` is not executable",
        hint: "`chmod +x \(program.name)`, or name the interpreter: `command: [python3, \(program.name)]`.")
    case .notStarted(.request(let reason)):
      return finding(
        .adapterStart, "cannot be run: its request cannot be written: \(reason)",
        hint: "It is written to a file without a name, in the folder that `TMPDIR` names.")
    case .notStarted(.system(let reason)):
      return finding(
        .adapterStart, "cannot be run: \(reason)", hint: "A script needs a first line such as `#!/usr/bin/env python3`.")
    }
  }

  /// The end of what the program wrote to standard error.
  private var lastWords: String? {
    let words = log.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    let last = words.filter { !$0.isEmpty }.suffix(3).joined(separator: " ⏎ ")
    return last.isEmpty ? nil : "It wrote: \(last)"
  }
}
