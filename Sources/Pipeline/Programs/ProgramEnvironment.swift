import Foundation

/// What a program sees of the machine: where programs are, where it may write, and nothing that would make two runs differ.
package struct ProgramEnvironment: Sendable {
  package let variables: [String: String]

  /// Handed on as they are; `docs/external-adapters.md` lists them.
  private static let inherited = ["PATH", "HOME", "TMPDIR"]

  /// - Parameter environment: the one that SpecForge itself runs in.
  package init(_ environment: [String: String]) {
    var variables = environment.filter { Self.inherited.contains($0.key) }
    variables["PATH"] = variables["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    variables["LC_ALL"] = "C.UTF-8"
    variables["TZ"] = "UTC"
    self.variables = variables
  }

  /// Returns the file of a program.
  ///
  /// - Parameter name: with a `/` in it a path, relative to the folder; else a name that is looked up in `PATH`.
  func locate(_ name: String, in folder: String) -> Result<String, ProgramResult.StartFailure> {
    guard !name.contains("/") else { return Self.check(name.hasPrefix("/") ? name : "\(folder)/\(name)") }
    let folders = (variables["PATH"] ?? "").split(separator: ":").map(String.init)
    let found = folders.lazy.map { Self.check("\($0)/\(name)") }.first { if case .success = $0 { true } else { false } }
    return found ?? .failure(.missing)
  }

  private static func check(_ path: String) -> Result<String, ProgramResult.StartFailure> {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return .failure(.missing) }
    guard !isFolder.boolValue else { return .failure(.folder) }
    return FileManager.default.isExecutableFile(atPath: path) ? .success(path) : .failure(.notExecutable)
  }
}
