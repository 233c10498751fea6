import Dispatch
import Experiments
import Foundation
import Synchronization
import Tuning

/// The outcomes of the runs that a preview shows, found on other threads and kept.
///
/// A class, as those who run and the one who draws share what was found.
final class PreviewRuns: Sendable {
  /// How many outcomes are kept that the lesson no longer shows, so that undoing an edit is quick.
  static let mostUnwanted = 64

  private struct State {
    var wanted: [Run.Key: Run] = [:]

    /// The wanted runs in the lesson's order.
    var order: [Run.Key] = []
    var found: [Run.Key: Outcome] = [:]
    var running = Set<Run.Key>()
    var workers = 0

    /// The next run to make, if there is one.
    mutating func take() -> (key: Run.Key, run: Run)? {
      let key = order.first { found[$0] == nil && !running.contains($0) }
      guard let key, let run = wanted[key] else {
        workers -= 1
        return nil
      }
      running.insert(key)
      return (key, run)
    }
  }

  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "preview", attributes: .concurrent)
  private let limit: Int

  /// - Parameter limit: how many runs are made side by side.
  init(limit: Int) { self.limit = max(1, limit) }

  /// Says which runs are shown now; those that are not yet made are begun.
  func want(_ runs: [Run]) {
    let starting = state.withLock { state in
      state.order = runs.map(\.key)
      state.wanted = Dictionary(zip(state.order, runs)) { first, _ in first }
      let unwanted = state.found.keys.filter { state.wanted[$0] == nil }
      if unwanted.count > Self.mostUnwanted {
        for key in unwanted { state.found[key] = nil }
      }
      let missing = state.order.count { state.found[$0] == nil && !state.running.contains($0) }
      let starting = max(0, min(limit - state.workers, missing))
      state.workers += starting
      return starting
    }
    for _ in 0..<starting {
      queue.async {
        while let (key, run) = self.state.withLock({ $0.take() }) {
          let outcome = run.outcome()
          self.state.withLock { state in
            state.running.remove(key)
            state.found[key] = outcome
          }
        }
      }
    }
  }

  /// What has been found so far.
  var found: [Run.Key: Outcome] { state.withLock { $0.found } }

  /// How many of the wanted runs are still to be made.
  var missing: Int {
    state.withLock { state in state.order.count { state.found[$0] == nil } }
  }

  /// Waits until every wanted run is made, but not for long.
  func wait(atMost limit: Duration) {
    let clock = ContinuousClock()
    let deadline = clock.now + limit
    while missing > 0, clock.now < deadline { usleep(500) }
  }
}
