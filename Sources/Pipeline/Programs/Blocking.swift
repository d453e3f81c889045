import Dispatch
import Synchronization

/// Waits for asynchronous work on a thread that has nothing else to do, such as the main thread of a command line tool.
enum Blocking {
  /// Never to be called from asynchronous code, whose threads are few.
  static func run<Value: Sendable>(_ work: @escaping @Sendable () async -> Value) -> Value {
    let result = Box<Value>()
    let isDone = DispatchSemaphore(value: 0)
    Task.detached {
      let value = await work()
      result.value.withLock { $0 = value }
      isDone.signal()
    }
    isDone.wait()
    guard let value = result.value.withLock({ $0 }) else {
      preconditionFailure("the semaphore is signalled after the value is kept")
    }
    return value
  }

  private final class Box<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
  }
}
