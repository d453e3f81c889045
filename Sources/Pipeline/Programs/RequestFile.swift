import Foundation

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// A request as an open file that has no name: nobody else can read it, and it is gone when the program ends.
enum RequestFile {
  /// Returns a descriptor at the start of the bytes; whoever gets it closes it.
  static func make(_ bytes: [UInt8]) throws -> FileDescriptor {
    let path = FileManager.default.temporaryDirectory.appending(path: "specforge-request-\(UUID().uuidString)").path
    let file = try FileDescriptor.open(
      FilePath(path), .readWrite, options: [.create, .exclusiveCreate, .closeOnExec], permissions: .ownerReadWrite)
    unlink(path)
    do {
      try file.writeAll(bytes)
      try file.seek(offset: 0, from: .start)
      return file
    } catch {
      try? file.close()
      throw error
    }
  }
}
