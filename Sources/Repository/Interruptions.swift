internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The signals by which a terminal or a supervisor ends a program, held back while something is written that must not be left
/// in pieces. They arrive as soon as they are let through again.
///
/// Handlers and no mask: a mask is one thread's, and a signal would find another thread that does not hold it back.
enum Interruptions {
  private typealias Handler = (@convention(c) (Int32) -> Void)?

  private struct Held {
    var count = 0
    /// What was done with each signal before the first hold.
    var before: [(signal: Int32, handler: Handler)] = []
  }

  private static let held = Mutex(Held())
  /// The signals that have come meanwhile, a bit each: a handler may wait for no lock.
  private static let arrived = Atomic<UInt64>(0)

  /// Holds the signals back until ``release()`` has been called as often.
  static func hold() {
    held.withLock { held in
      held.count += 1
      guard held.count == 1 else { return }
      held.before = [SIGINT, SIGTERM, SIGHUP].map { number in
        (number, signal(number) { Interruptions.arrived.bitwiseOr(1 << UInt64($0), ordering: .sequentiallyConsistent) })
      }
    }
  }

  static func release() {
    let before = held.withLock { held in
      held.count -= 1
      return held.count == 0 ? held.before : []
    }
    for (number, handler) in before { signal(number, handler) }
    for (number, _) in before {
      let bit: UInt64 = 1 << UInt64(number)
      let arrived = arrived.bitwiseAnd(~bit, ordering: .sequentiallyConsistent).oldValue
      if arrived & bit != 0 { kill(getpid(), number) }
    }
  }
}
