import Dispatch
import Foundation
import Synchronization

/// Applies a function to all items at once, on at most `width` threads; the results stand in the order of the items.
///
/// The threads are our own because of their stacks: those of Dispatch and of Swift's tasks have half a MiB on some systems, and
/// what is walked here is as deep as an input nests it.
///
/// - Parameters:
///   - width: how many items are worked on at the same time; by default one for each core.
///   - whenDone: called after each item with how many are done by then, never twice at the same time.
package func parallelMap<Item: Sendable, Output: Sendable>(
  _ items: [Item], width: Int = ProcessInfo.processInfo.activeProcessorCount,
  whenDone: @escaping @Sendable (Int) -> Void = { _ in }, _ transform: @escaping @Sendable (Item) -> Output
) -> [Output] {
  let work = ParallelWork<Output>(count: items.count)
  let run: @Sendable () -> Void = {
    while let index = work.next() { work.finish(index, with: transform(items[index]), whenDone: whenDone) }
  }
  // One thread would only be waited for.
  guard items.count > 1, width > 1 else {
    run()
    return work.outputs
  }
  let group = DispatchGroup()
  for _ in 0..<min(width, items.count) {
    group.enter()
    let thread = Thread {
      run()
      group.leave()
    }
    thread.stackSize = 64 << 20
    thread.start()
  }
  group.wait()
  return work.outputs
}

/// What several threads do together: items are handed out one by one, outputs are kept at the places of their items.
private final class ParallelWork<Output: Sendable>: Sendable {
  private struct State {
    var next = 0
    var done = 0
    var outputs: [Output?]
  }

  private let state: Mutex<State>

  init(count: Int) { state = Mutex(State(outputs: Array(repeating: nil, count: count))) }

  func next() -> Int? {
    state.withLock { state in
      guard state.next < state.outputs.count else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }

  func finish(_ index: Int, with output: Output, whenDone: (Int) -> Void) {
    state.withLock { state in
      state.outputs[index] = output
      state.done += 1
      whenDone(state.done)
    }
  }

  /// All outputs, once every item is done.
  var outputs: [Output] { state.withLock { $0.outputs.compactMap { $0 } } }
}
