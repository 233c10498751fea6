import Exhibits
import Experiments
import Files
import Foundation
import Grading
import Lessons
import Screens
import Terminal
import Tuning

import struct Grading.Progress

/// A simulation played full-screen: keys to state to picture, runs beside it.
struct PlaySession {
  var view: PlayScreen
  let environment: [String: String]
  let runs: PlayRuns
  let grading: PlayGrading?
  let clock = ContinuousClock()

  /// What is on the terminal; nil where that is not known.
  var drawn: CellFrame?

  /// Where the cursor was put.
  var cursor: String = ""
  var recording: PlayRecording?

  /// The run that is waited for, and since when.
  var asked: (key: Run.Key, since: ContinuousClock.Instant)?

  /// When the picture is drawn next; nil where nothing has changed.
  var due: ContinuousClock.Instant?

  /// When axes may become narrower again; nil where they may.
  var restAt: ContinuousClock.Instant?

  /// When the next frame of a film comes; nil while none does.
  var frameAt: ContinuousClock.Instant?
  var hasFilm = false
  var allowance: FrameAllowance

  var attempts: [GradedAttempt] = []
  var pending: Task<Void, Never>?

  /// How long a turn waits for its run before the knob is drawn without it.
  static let moment = Duration.milliseconds(2)

  /// After which a run that is waited for is late, and the old picture muted.
  static let patience = Duration.milliseconds(60)

  /// What takes longer is shown although a newer one is wanted.
  static let slow = Duration.milliseconds(33)

  /// How long a knob rests before axes become narrower.
  static let rest = Duration.milliseconds(600)

  /// How soon a terminal that takes nothing is asked again.
  static let retry = Duration.milliseconds(5)

  init(
    _ subject: PlaySubject, on screen: Screen, environment: [String: String], usesMouse: Bool,
    runs: PlayRuns, grading: PlayGrading?, isPassed: Bool, recording: PlayRecording?
  ) {
    view = PlayScreen(subject, on: screen, usesMouse: usesMouse)
    self.environment = environment
    self.runs = runs
    self.grading = grading
    self.recording = recording
    view.isRecording = recording != nil
    allowance = FrameAllowance(at: clock.now)
    if isPassed, let exercise = subject.exercise { search(exercise) }
  }

  /// Plays until the learner leaves.
  mutating func run(_ keys: inout KeyReader) throws -> PlayLeft {
    if let run = view.pinning { runs.add(run) }
    ask()
    due = clock.now
    while true {
      let event = keys.next(timeout: wait, orReadable: runs.wake.reading)
      switch event {
      case .key(let key):
        if try handle(key) { break }
        for key in keys.allKeys() where try handle(key) { return end }
        look()
        try draw()
        continue
      case .ready:
        runs.wake.clear()
        look()
        try draw()
        continue
      case nil:
        look()
        try draw()
        continue
      }
      return end
    }
  }

  var end: PlayLeft {
    var left = view
    // Who leaves in the middle of a film finds the knobs where they were set.
    left.stop()
    return PlayLeft(
      end: PlayEnd(
        settings: left.knobs.settings, seed: left.seed,
        lines: left.lines + [left.wayBack].compactMap(\.self), recording: recording?.path,
        attempts: attempts),
      pending: view.isGrading ? pending : nil)
  }

  /// How long to wait for the next thing to do; nil where nothing will happen by itself.
  var wait: Duration? {
    var times = [due, restAt, frameAt].compactMap(\.self)
    if let asked, !view.isCurrent, !view.isLate { times.append(asked.since + Self.patience) }
    return times.min().map { max(.zero, $0 - clock.now) }
  }
}

extension PlaySession {
  /// Follows a key.
  ///
  /// - Returns: whether the learner leaves.
  mutating func handle(_ key: Key) throws -> Bool {
    let before = view.pinned?.run.key
    let reaction = view.handle(key)
    markPin(after: before)
    switch reaction {
    case .none: return false
    case .leave: return true
    case .suspend:
      suspendJob()
      return false
    case .resize:
      drawn = nil
      view.screen = adapted(Screen(descriptor: STDOUT_FILENO, environment: environment))
      view.overlay = nil
      let screen = view.screen
      record { recording throws(FileProblem) in try recording.resize(screen) }
    case .redraw:
      drawn = nil
      view.axes.mayNarrow = true
    case .refit:
      view.axes.mayNarrow = true
      restAt = nil
    case .grade: grade()
    case .record: toggleRecording()
    case .mouse(let isWanted): setMouse(isWanted)
    case .moved: break
    }
    follow()
    return false
  }

  /// The screen with what was asked for when it was opened.
  func adapted(_ screen: Screen) -> Screen {
    var screen = screen
    screen.usesMotion = view.screen.usesMotion
    screen.marks = view.screen.marks
    return screen
  }

  /// The screen without what the terminal has no room for: pictures are set for no fewer than 20
  /// columns and 5 rows, and for the size that `COLUMNS` and `LINES` say.
  func cut(_ screen: Screen) -> Screen {
    guard let size = Screen.size(of: STDOUT_FILENO), size.width > 0, size.height > 0 else {
      return screen
    }
    var screen = screen
    screen.width = min(screen.width, size.width)
    screen.height = min(screen.height, size.height)
    return screen
  }

  /// Asks for what the screen needs now, and has it drawn.
  mutating func follow() {
    let now = clock.now
    if view.film != nil, !hasFilm {
      hasFilm = true
      frameAt = nil
      runs.rest()
      runs.make(film: view.runsOfFilm)
      view.axes.mayNarrow = false
      restAt = nil
    } else if view.film == nil, hasFilm {
      hasFilm = false
      frameAt = nil
      restAt = now + Self.rest
      runs.endFilm()
      // The frame that is stayed at may not have been made.
      if asked?.key == view.run.key, !view.isCurrent { runs.want(view.run) }
    }
    ask()
    if let run = view.pinning, runs.kept(run.key) == nil { runs.add(run) }
    if view.film?.isRunning != true { frameAt = nil }
    let next = view.isCurrent ? allowance.next(at: now) : now + Self.moment
    due = min(due ?? next, next)
  }

  /// Asks for the run that the knobs stand at, unless it is there.
  mutating func ask() {
    let run = view.run
    let key = run.key
    guard asked?.key != key else { return }
    if asked != nil, view.film == nil {
      view.axes.mayNarrow = false
      restAt = clock.now + Self.rest
    }
    asked = (key, clock.now)
    view.isLate = false
    if let kept = runs.kept(key) {
      runs.rest()
      view.show(kept)
    } else if view.runsOfFilm.isEmpty {
      runs.want(run)
    }
  }

  /// Looks what has come and what is due.
  mutating func look() {
    let now = clock.now
    if let (played, duration) = runs.take() { take(played, after: duration) }
    takeGrades()
    if let run = view.pinning, let kept = runs.kept(run.key) {
      let before = view.pinned?.run.key
      view.pin(kept)
      markPin(after: before)
      plan()
    }
    if let asked, !view.isCurrent, let kept = runs.kept(asked.key) {
      view.show(kept)
      plan()
    }
    if let asked, !view.isCurrent, !view.isLate, now >= asked.since + Self.patience {
      view.isLate = true
      plan()
    }
    if let restAt, now >= restAt {
      self.restAt = nil
      view.axes.mayNarrow = true
      if view.axes.areWide { plan() }
    }
    guard let film = view.film, film.isRunning, view.isCurrent else { return }
    guard let at = frameAt else {
      frameAt = now + film.wait
      return
    }
    if now >= at {
      view.advance()
      follow()
      // By the plan, so that what is late once does not make all later.
      frameAt =
        view.film?.isRunning == true ? max(at, now - film.wait) + (view.film?.wait ?? .zero) : nil
    }
  }

  mutating func take(_ played: PlayedRun, after duration: Duration) {
    // What is no longer wanted is shown where what is wanted will be long in coming.
    guard played.run.key == view.run.key || duration > Self.slow && view.film == nil else { return }
    let isLate = view.isLate
    view.show(played)
    if !view.isCurrent { view.isLate = isLate }
    plan()
  }

  /// Has the picture drawn as soon as it may be.
  mutating func plan() {
    let next = allowance.next(at: clock.now)
    due = min(due ?? next, next)
  }
}
