import Foundation
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// Runs one program to its end: input from memory, output and time within bounds, and nothing left running behind it.
///
/// No shell reads anything. The program gets a process group of its own, so that what it starts ends with it; a signal that ends
/// SpecForge ends them all.
package struct ProgramRunner: Sendable {
  /// The most that a program may write to standard output, in bytes.
  package var outputLimit = 256 << 20
  /// How much is kept of the end of standard error, in bytes; a program may write as much as it likes.
  package var logLimit = 64 << 10
  private let environment: ProgramEnvironment

  package init(environment: ProgramEnvironment) { self.environment = environment }

  /// - Parameters:
  ///   - command: a program, as a path below the folder or as a name to look up in `PATH`, and its arguments.
  ///   - folder: in which it runs.
  package func run(_ command: [String], in folder: String, input: [UInt8], timeout: Duration) async -> ProgramResult {
    let log = ProgramLog(limit: logLimit)
    let path: String
    switch environment.locate(command.first ?? "", in: folder) {
    case .success(let found): path = found
    case .failure(let reason): return ProgramResult(.notStarted(reason), log: log)
    }
    return await withTaskGroup(of: ProgramResult?.self) { group in
      group.addTask { await start(path, command, in: folder, input: input, log) }
      group.addTask {
        try? await Task.sleep(for: timeout)
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      guard first == nil else { return first ?? ProgramResult(.timedOut, log: log) }
      // Cancelling killed the group; its end is waited for, so that nothing of it is left.
      for await _ in group {}
      return ProgramResult(.timedOut, log: log)
    }
  }

  private func start(
    _ path: String, _ command: [String], in folder: String, input: [UInt8], _ log: ProgramLog
  ) async -> ProgramResult {
    var options = PlatformOptions()
    options.processGroupID = 0
    options.teardownSequence = [.send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .seconds(1))]
    let request: FileDescriptor
    do { request = try RequestFile.make(input) } catch {
      return ProgramResult(.notStarted(.request(String(describing: error))), log: log)
    }
    let program = RunningProgram()
    defer { program.ended() }
    do {
      let result = try await Subprocess.run(
        .path(FilePath(path)),
        arguments: Arguments(executablePathOverride: command.first, remainingValues: Array(command.dropFirst())),
        environment: .custom(environment.variables.reduce(into: [:]) { $0[.init(stringLiteral: $1.key)] = $1.value }),
        workingDirectory: FilePath(folder), platformOptions: options,
        // A file and no pipe: a program that never reads cannot block us, and one that stops reading sends us no SIGPIPE.
        input: .fileDescriptor(request, closeAfterSpawningProcess: true), output: .sequence, error: .sequence
      ) { execution in
        program.started(as: execution.processIdentifier.value)
        async let logged: Void = log.append(execution.standardError)
        let output = try await collect(execution.standardOutput)
        if output == nil { try? execution.send(signal: .kill, toProcessGroup: true) }
        try await logged
        return output
      }
      // What the program started and left behind would otherwise go on; there is mostly nothing, and then no such group.
      kill(-result.processIdentifier.value, SIGKILL)
      guard let output = result.closureResult else { return ProgramResult(.tooMuchOutput(limit: outputLimit), log: log) }
      return ProgramResult(ProgramResult.Ending(result.terminationStatus), output: output, log: log)
    } catch {
      return ProgramResult(.notStarted(.system(String(describing: error))), log: log)
    }
  }

  /// Returns all that a program writes; nothing where it is more than the limit.
  private func collect(_ stream: SubprocessOutputSequence) async throws -> [UInt8]? {
    var bytes: [UInt8] = []
    for try await buffer in stream {
      guard bytes.count + buffer.count <= outputLimit else { return nil }
      buffer.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }
    return bytes
  }
}
