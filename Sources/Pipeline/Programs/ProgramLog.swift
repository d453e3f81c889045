import Subprocess
import Synchronization

/// The end of what a program writes to standard error: as much as a person reads, however much there is.
final class ProgramLog: Sendable {
  private let limit: Int
  private let tail = Mutex<[UInt8]>([])

  /// - Parameter limit: in bytes.
  init(limit: Int) { self.limit = limit }

  func append(_ stream: SubprocessOutputSequence) async throws {
    for try await buffer in stream {
      let bytes = buffer.withUnsafeBytes { Array($0.suffix(limit)) }
      tail.withLock { tail in
        tail.removeFirst(max(0, min(tail.count, tail.count + bytes.count - limit)))
        tail += bytes
      }
    }
  }

  /// The lines without their ends; bad UTF-8 is U+FFFD.
  var lines: [String] {
    let bytes = tail.withLock { $0 }
    return bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).map { String(decoding: $0, as: UTF8.self) }
  }
}
