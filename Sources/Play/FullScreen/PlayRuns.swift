import Dispatch
import Experiments
import Foundation
import Synchronization
import Terminal
import Tuning

/// The runs of a session that is played, made beside it: of those that are wanted the newest alone.
///
/// A class, as those who run and the one who draws share what was found.
final class PlayRuns: Sendable {
  /// How many runs are kept, so that going back is free.
  static let most = 64

  private struct State {
    /// What is to be run next; a newer one takes its place.
    var wanted: Run?

    /// What is run all the same, however much is wanted later.
    var added: [Run] = []

    /// What is being run.
    var current: Run.Key?
    var isRunning = false

    /// What was made last, until it is taken.
    var latest: PlayedRun?
    var kept: [Run.Key: PlayedRun] = [:]

    /// The keys of what is kept, the oldest first.
    var order: [Run.Key] = []

    /// How long the latest run took.
    var duration = Duration.zero

    /// The frames of what is watched, and the number of that film.
    var film: [Run.Key: PlayedRun] = [:]
    var filmNumber = 0

    /// What is run next, and whether it was added; nil where nothing is left.
    mutating func next() -> (Run, isAdded: Bool)? {
      let isAdded = !added.isEmpty
      let run = isAdded ? added.removeFirst() : wanted
      if !isAdded { wanted = nil }
      current = run?.key
      isRunning = run != nil
      return run.map { ($0, isAdded) }
    }

    mutating func keep(_ played: PlayedRun) {
      let key = played.run.key
      if kept.updateValue(played, forKey: key) != nil { order.removeAll { $0 == key } }
      order.append(key)
      if order.count > PlayRuns.most { kept[order.removeFirst()] = nil }
    }
  }

  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "play")

  /// Woken when there is something new.
  let wake = WakePipe()

  /// A run that is there already.
  func kept(_ key: Run.Key) -> PlayedRun? {
    state.withLock { $0.film[key] ?? $0.kept[key] }
  }

  /// Has a run made, and no longer the one that was wanted before, unless that has begun.
  func want(_ run: Run) {
    begin { $0.wanted = run }
  }

  /// Has a run made whatever is wanted later; it comes first.
  func add(_ run: Run) {
    begin { state in
      let isComing =
        state.current == run.key || state.added.contains(where: { $0.key == run.key })
      if !isComing { state.added.append(run) }
    }
  }

  private func begin(_ change: (inout State) -> Void) {
    let isIdle = state.withLock { state in
      change(&state)
      defer { state.isRunning = true }
      return !state.isRunning
    }
    if isIdle { queue.async { self.work() } }
  }

  /// Wants nothing any more.
  func rest() { state.withLock { $0.wanted = nil } }

  private func work() {
    while true {
      guard let (next, isAdded) = state.withLock({ $0.next() }) else { return }
      let clock = ContinuousClock()
      let begin = clock.now
      let played = Self.made(next, next.outcome())
      state.withLock { state in
        state.keep(played)
        guard !isAdded else { return }
        state.latest = played
        state.duration = clock.now - begin
      }
      wake.wake()
    }
  }

  /// A run with its figures, which are drawn here and not by the one who shows them.
  private static func made(_ run: Run, _ outcome: Outcome) -> PlayedRun {
    _ = outcome.figures
    return PlayedRun(run: run, outcome: outcome)
  }

  /// What was made since this was last asked, if anything was, and how long it took.
  func take() -> (played: PlayedRun, duration: Duration)? {
    state.withLock { state in
      defer { state.latest = nil }
      return state.latest.map { ($0, state.duration) }
    }
  }

  /// Has the frames of a film made in their order, in place of those before.
  func make(film runs: [Run]) {
    let number = state.withLock { state in
      state.filmNumber += 1
      state.film = [:]
      return state.filmNumber
    }
    Task.detached(priority: .userInitiated) {
      var rest = runs[...]
      // Few at first, so that it begins at once; then as many as share their work.
      var size = 2
      while !rest.isEmpty, self.state.withLock({ $0.filmNumber == number }) {
        let part = Array(rest.prefix(size))
        rest = rest.dropFirst(size)
        size = min(2 * size, 16)
        let outcomes = await part.outcomes()
        let frames = zip(part, outcomes).map(Self.made)
        self.state.withLock { state in
          guard state.filmNumber == number else { return }
          for frame in frames { state.film[frame.run.key] = frame }
        }
        self.wake.wake()
      }
    }
  }

  /// Forgets the frames of what was watched.
  func endFilm() {
    state.withLock { state in
      state.filmNumber += 1
      state.film = [:]
    }
  }
}
