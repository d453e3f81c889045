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
/// Only this thread holds them back: the command line has no other.
enum Interruptions {
  /// Holds the signals back. Returns what held before, for ``release(_:)``.
  static func hold() -> sigset_t {
    var held = sigset_t()
    sigemptyset(&held)
    for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&held, signal) }
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &held, &before)
    return before
  }

  static func release(_ before: sigset_t) {
    var before = before
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}
