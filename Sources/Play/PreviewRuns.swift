import Dispatch
import Experiments
import Foundation
import Lessons
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

    /// The wanted runs for which there is work left: all up to the one that takes the last of it.
    func affordable(_ limit: Double) -> ArraySlice<Run.Key> {
      var left = limit
      let end = order.firstIndex { key in
        defer { left -= found[key].map(PlannedRuns.work) ?? 0 }
        return left <= 0
      }
      return order[..<(end ?? order.endIndex)]
    }

    /// The wanted runs that are still to be made.
    func missing(_ limit: Double) -> [Run.Key] { affordable(limit).filter { found[$0] == nil } }

    /// The next run to make, if there is one.
    mutating func take(_ limit: Double) -> (key: Run.Key, run: Run)? {
      let key = missing(limit).first { !running.contains($0) }
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
  private let work: Double

  /// - Parameters:
  ///   - limit: how many runs are made side by side.
  ///   - work: the multiply-adds that all runs of one version of the lesson may take.
  init(limit: Int, work: Int = Limits.work) {
    self.limit = max(1, limit)
    self.work = Double(work)
  }

  /// Says which runs are shown now; those that are not yet made are begun.
  func want(_ runs: [Run]) {
    let starting = state.withLock { state in
      state.order = runs.map(\.key)
      state.wanted = Dictionary(zip(state.order, runs)) { first, _ in first }
      let unwanted = state.found.keys.filter { state.wanted[$0] == nil }
      if unwanted.count > Self.mostUnwanted {
        for key in unwanted { state.found[key] = nil }
      }
      let missing = state.missing(work).count { !state.running.contains($0) }
      let starting = max(0, min(limit - state.workers, missing))
      state.workers += starting
      return starting
    }
    for _ in 0..<starting {
      queue.async {
        while let (key, run) = self.state.withLock({ $0.take(self.work) }) {
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
  var missing: Int { state.withLock { $0.missing(work).count } }

  /// The wanted runs for which no work is left.
  var unaffordable: Set<Run.Key> {
    state.withLock { state in
      Set(state.order[state.affordable(work).endIndex...].filter { state.found[$0] == nil })
    }
  }

  /// Waits until every wanted run is made, but not for long.
  func wait(atMost limit: Duration) {
    let clock = ContinuousClock()
    let deadline = clock.now + limit
    while missing > 0, clock.now < deadline { usleep(500) }
  }
}
