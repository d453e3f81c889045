#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Why a file could not be written.
package enum PlainFilesError: Error, Equatable, Sendable {
  /// Some files cannot stand where they should; nothing was written.
  case invalid(InvalidFiles)
  /// The system refused; what had been written before stays.
  case system(path: String, reason: String)
}

extension PlainFilesError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .invalid(let files): files.description
    case .system(let path, let reason): "\(path): \(reason)."
    }
  }
}

/// An open folder. All that is done in it goes through its descriptor and never through a symbolic link, so that no link
/// that is put in place meanwhile can lead out of it.
struct Folder: ~Copyable {
  private let descriptor: Int32

  /// Opens the folder that the user named. It may be a link: that is the user's choice.
  static func open(root: String) -> Folder? {
    let descriptor = openat(AT_FDCWD, root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    return descriptor < 0 ? nil : Folder(descriptor: descriptor)
  }

  /// Makes a folder by its whole path; one that exists is as good.
  static func make(_ path: String) -> Bool { mkdir(path, 0o777) == 0 || errno == EEXIST }

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  enum Entry: ~Copyable {
    case missing
    case folder(Folder)
    /// A link, a file, a device or a folder that may not be read.
    case other(errno: Int32)
  }

  /// Opens a folder below this one.
  func folder(_ name: String) -> Entry {
    let found = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if found >= 0 { return .folder(Folder(descriptor: found)) }
    return errno == ENOENT ? .missing : .other(errno: errno)
  }

  /// Makes a folder; one that exists is as good.
  func makeFolder(_ name: String) -> Bool { mkdirat(descriptor, name, 0o777) == 0 || errno == EEXIST }

  /// What stands under a file's name.
  enum File: Equatable {
    case missing
    case regular(bytes: [UInt8], isExecutable: Bool)
    /// Longer than what it is compared with, so not worth reading.
    case different
    case other
  }

  /// Reads a file if it has the expected length.
  func file(_ name: String, expecting count: Int) -> File {
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return errno == ENOENT ? .missing : .other }
    guard status.st_mode & S_IFMT == S_IFREG else { return .other }
    guard Int(status.st_size) == count else { return .different }
    let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return .different }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let got = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress?.advanced(by: filled), count - filled) }
      guard got > 0 else { return .different }
      filled += got
    }
    return .regular(bytes: bytes, isExecutable: status.st_mode & S_IXUSR != 0)
  }

  /// Puts a file in place at once: readers see the old one or the new one whole.
  func replace(_ name: String, with bytes: [UInt8], isExecutable: Bool) -> Bool {
    // Two processes that write here at the same time must not share a temporary file.
    let temporary = ".specforge-\(getpid()).tmp"
    unlinkat(descriptor, temporary, 0)
    let mode: mode_t = isExecutable ? 0o777 : 0o666
    // Ctrl-C waits until no temporary file is left.
    Interruptions.hold()
    defer { Interruptions.release() }
    let file = openat(descriptor, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard file >= 0 else { return false }
    let isWritten = Self.writeAll(bytes, to: file)
    let isClosed = close(file) == 0
    guard isWritten, isClosed, renameat(descriptor, temporary, descriptor, name) == 0 else {
      let reason = errno
      unlinkat(descriptor, temporary, 0)
      errno = reason
      return false
    }
    return true
  }

  private static func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      rest = rest.dropFirst(written)
    }
    return true
  }

  /// The words for the call that has just failed.
  static var reason: String { strerror(errno).map { String(cString: $0) } ?? "unknown error" }
}
