import Foundation
package import SpecSource

/// The files below a project's root, and no others: a path that leads out of it, also by a symbolic link, is refused.
package struct ProjectFiles: SourceLoader {
  /// The root's real path.
  package let root: String
  /// No input is larger, in bytes; what is would be no specification.
  private let limit = 256 << 20

  /// Makes the files below a folder; nothing where there is no such folder.
  package init?(root: String) {
    guard let real = Self.realPath(root), Self.isFolder(real) else { return nil }
    self.root = real
  }

  /// Reads a file named relative to the root.
  package func read(_ path: String) -> Result<LoadedSource, SourceLoadFailure> {
    let wanted = path.hasPrefix("/") ? path : "\(root)/\(path)"
    // Asked before the real path is known, so that a path out of the root does not tell what exists there.
    guard isInside(Self.lexical(wanted)) else { return .failure(.outsideRoot) }
    guard let real = Self.realPath(wanted) else { return .failure(.missing) }
    guard isInside(real) else { return .failure(.outsideRoot) }
    do {
      let attributes = try FileManager.default.attributesOfItem(atPath: real)
      guard attributes[.type] as? FileAttributeType == .typeRegular else {
        return .failure(.unreadable(reason: "it is no regular file"))
      }
      guard let size = attributes[.size] as? Int, size <= limit else {
        return .failure(.unreadable(reason: "it is larger than \(limit >> 20) MiB"))
      }
      let data = try Data(contentsOf: URL(filePath: real))
      return .success(LoadedSource(path: String(real.dropFirst(root.count + 1)), bytes: Array(data)))
    } catch {
      return .failure(.unreadable(reason: "it cannot be opened"))
    }
  }

  package func load(_ reference: String, from referrer: String) -> Result<LoadedSource, SourceLoadFailure> {
    guard !reference.contains("://"), !reference.hasPrefix("//") else { return .failure(.remote) }
    guard let path = reference.removingPercentEncoding, !path.utf8.contains(0) else { return .failure(.missing) }
    let folder = referrer.split(separator: "/").dropLast().joined(separator: "/")
    return read(path.hasPrefix("/") || folder.isEmpty ? path : "\(folder)/\(path)")
  }

  /// Returns the paths of the files of a folder that have an extension, by name; hidden ones and folders are left out.
  package func list(_ folder: String, extension wanted: String) -> Result<[String], SourceLoadFailure> {
    guard let real = Self.realPath("\(root)/\(folder)") else { return .failure(.missing) }
    guard isInside(real) || real == root else { return .failure(.outsideRoot) }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: real) else {
      return .failure(.unreadable(reason: Self.isFolder(real) ? "it cannot be opened" : "it is no folder"))
    }
    let folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    return .success(
      names.filter { $0.hasSuffix(".\(wanted)") && !$0.hasPrefix(".") }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        .map { folder == "." ? $0 : "\(folder)/\($0)" })
  }

  /// Returns the paths of all files below a folder that have an extension, relative to it, sorted; no symbolic link is followed.
  package func tree(_ folder: String, extension wanted: String) -> Result<[String], SourceLoadFailure> {
    guard let real = Self.realPath("\(root)/\(folder)") else { return .failure(.missing) }
    guard isInside(real) else { return .failure(.outsideRoot) }
    guard let names = FileManager.default.enumerator(atPath: real) else {
      return .failure(.unreadable(reason: "it is no folder"))
    }
    return .success(
      names.compactMap { $0 as? String }.filter { $0.hasSuffix(".\(wanted)") }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  private func isInside(_ path: String) -> Bool { path.hasPrefix("\(root)/") }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  private static func realPath(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// Resolves `.` and `..` by text alone.
  private static func lexical(_ path: String) -> String {
    var components: [Substring] = []
    for component in path.split(separator: "/") where component != "." {
      if component == ".." { _ = components.popLast() } else { components.append(component) }
    }
    return "/" + components.joined(separator: "/")
  }
}
