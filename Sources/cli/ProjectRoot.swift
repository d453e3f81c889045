import Foundation
import SpecPipeline

/// The folder below which a run reads, and the inputs that the command line names, relative to it.
struct ProjectRoot {
  let path: String
  let inputs: Configuration.Inputs?

  /// Inputs of the command line are named relative to the folder one is in. Where they lie elsewhere and no root is named, the
  /// deepest folder that holds all of them is the root.
  init(options: CommonOptions, inputs: InputOptions?) throws {
    guard let inputs, let document = inputs.input else {
      path = options.project ?? "."
      self.inputs = nil
      return
    }
    let here = Self.absolute(options.project ?? ".")
    let documentPath = Self.absolute(document)
    let migrationsPath = inputs.migrations.map { Self.absolute($0) }
    let all = [documentPath] + (migrationsPath.map { [$0] } ?? [])
    var root = here
    if options.project == nil, !all.allSatisfy({ Self.lies($0, below: here) }) {
      root = Self.folder(of: documentPath)
      while !all.allSatisfy({ Self.lies($0, below: root) || $0 == root }) && root != "/" { root = Self.folder(of: root) }
    }
    guard root != "/" else {
      throw Failure("the inputs lie in no folder together but the root of the file system", .usage, options.format)
    }
    path = root
    self.inputs = Configuration.Inputs(
      openAPI: ConfiguredPath(Self.relative(documentPath, to: root)),
      migrations: migrationsPath.map { ConfiguredPath(Self.relative($0, to: root)) })
  }

  /// A path of the command line, relative to the root; nothing where it lies elsewhere.
  static func path(of file: String, below root: String) -> String? {
    let full = absolute(file)
    return lies(full, below: root) ? relative(full, to: root) : nil
  }

  /// The absolute path, without links where it exists.
  private static func absolute(_ path: String) -> String {
    let full = path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
    guard let real = realpath(full, nil) else { return URL(filePath: full).standardizedFileURL.path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func folder(of path: String) -> String {
    let names = path.split(separator: "/").dropLast()
    return "/" + names.joined(separator: "/")
  }

  private static func lies(_ path: String, below root: String) -> Bool { path.hasPrefix(root == "/" ? "/" : "\(root)/") }

  /// A path outside of the root stays as it is, and is refused when it is read.
  private static func relative(_ path: String, to root: String) -> String {
    if path == root { return "." }
    return lies(path, below: root) ? String(path.dropFirst(root.count + 1)) : path
  }
}
