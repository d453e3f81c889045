import Foundation
import Synchronization

/// A program from its start to its end, which a signal that ends SpecForge ends as well: a program has a process group of its
/// own, so that Ctrl-C in a terminal does not reach it.
///
/// The handler of a signal may wait for nothing and take no memory (signal-safety(7)): it looks at atomics at fixed places alone.
final class RunningProgram: Sendable {
  /// Where the handler finds the program; nothing where more run at once than there are places.
  private let place: Int?

  /// To be made before the program is started, so that it cannot slip through between its start and ``started(as:)``.
  init() {
    _ = Self.isHandled
    place = (0..<Self.capacity).first { index in
      Self.places[index].compareExchange(expected: Self.free, desired: Self.starting, ordering: .sequentiallyConsistent).exchanged
    }
  }

  func started(as group: pid_t) { put(group) }

  /// To be called when nothing of the program runs any more, or it could not be started.
  func ended() { put(Self.free) }

  private func put(_ value: pid_t) {
    guard let place else { return }
    Self.places[place].store(value, ordering: .sequentiallyConsistent)
    let signal = Self.pending.load(ordering: .sequentiallyConsistent)
    if signal != 0 { Self.end(by: signal) }
  }

  // MARK: Places

  private static let capacity = 256
  private static let free: pid_t = 0
  /// A program is being started, and its group is not known yet.
  private static let starting: pid_t = -1

  /// Groups by place; never given back, since a signal may come at any time.
  private nonisolated(unsafe) static let places: UnsafeMutablePointer<Atomic<pid_t>> = {
    let places = UnsafeMutablePointer<Atomic<pid_t>>.allocate(capacity: capacity)
    for index in 0..<capacity { (places + index).initialize(to: Atomic(free)) }
    return places
  }()

  /// The signal that has come; 0 for none.
  private static let pending = Atomic<Int32>(0)

  // MARK: Signals

  /// Done once. A signal that whoever started SpecForge lets be ignored, as nohup does, stays ignored.
  private static let isHandled: Bool = {
    _ = places
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
      let before = signal(number) { RunningProgram.end(by: $0) }
      if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { signal(number, SIG_IGN) }
    }
    return true
  }()

  /// Ends all programs, and then SpecForge as the signal would have. While a program is being started that waits until it is.
  private static func end(by number: Int32) {
    pending.store(number, ordering: .sequentiallyConsistent)
    var isStarting = false
    for index in 0..<capacity {
      let group = places[index].load(ordering: .sequentiallyConsistent)
      if group > 0 { kill(-group, SIGKILL) }
      if group == starting { isStarting = true }
    }
    guard !isStarting else { return }
    signal(number, SIG_DFL)
    // Not `raise`: this thread may hold the signal back, and the main thread does not.
    kill(getpid(), number)
  }
}
