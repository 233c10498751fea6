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

/// What becomes of playing.
package struct PlayEnd: Sendable {
  /// Where the knobs stood, and the seed.
  package let settings: Settings
  package let seed: UInt64

  /// The command that makes the picture that was left.
  package let line: String

  /// The attempts that were graded, in order.
  package fileprivate(set) var attempts: [GradedAttempt]

  /// What kept a grade from being given that was asked for last; nil for nothing.
  package fileprivate(set) var refusal: String?

  /// The grade that was on its way when the picture was left, and has not been seen.
  package fileprivate(set) var unseen: GradedAttempt?
}

/// The same, a grade that is on its way set apart.
struct PlayLeft: Sendable {
  let end: PlayEnd
  let pending: Task<Void, Never>?

  /// Waits for what is on its way.
  func settled(_ grading: PlayGrading?) async -> PlayEnd {
    var end = end
    guard let pending else { return end }
    await pending.value
    for result in grading?.take() ?? [] {
      switch result {
      case .graded(let graded):
        end.attempts.append(graded)
        end.unseen = graded
      case .refused(let message): end.refusal = message
      case .map: break
      }
    }
    return end
  }
}

/// A simulation played full-screen: keys to state to picture, runs beside it.
struct PlaySession {
  private var view: PlayScreen
  private let environment: [String: String]
  private let runs: PlayRuns
  private let grading: PlayGrading?
  private let clock = ContinuousClock()

  /// What is on the terminal; nil where that is not known.
  private var drawn: CellFrame?

  /// Where the cursor was put.
  private var cursor: String = ""
  private var recording: PlayRecording?

  /// The run that is waited for, and since when.
  private var asked: (key: Run.Key, since: ContinuousClock.Instant)?

  /// When the picture is drawn next; nil where nothing has changed.
  private var due: ContinuousClock.Instant?

  /// When axes may become narrower again; nil where they may.
  private var restAt: ContinuousClock.Instant?

  /// When the next frame of a film comes; nil while none does.
  private var frameAt: ContinuousClock.Instant?
  private var hasFilm = false
  private var allowance: FrameAllowance

  private var attempts: [GradedAttempt] = []
  private var pending: Task<Void, Never>?

  /// How long a turn waits for its run before the knob is drawn without it.
  private static let moment = Duration.milliseconds(3)

  /// After which a run that is waited for is late, and the old picture muted.
  private static let patience = Duration.milliseconds(60)

  /// What takes longer is shown although a newer one is wanted.
  private static let slow = Duration.milliseconds(33)

  /// How long a knob rests before axes become narrower.
  private static let rest = Duration.milliseconds(600)

  /// How soon a terminal that takes nothing is asked again.
  private static let retry = Duration.milliseconds(5)

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

  private var end: PlayLeft {
    PlayLeft(
      end: PlayEnd(
        settings: view.knobs.settings, seed: view.seed, line: view.lineOfRun, attempts: attempts),
      pending: view.isGrading ? pending : nil)
  }

  /// How long to wait for the next thing to do; nil where nothing will happen by itself.
  private var wait: Duration? {
    var times = [due, restAt, frameAt].compactMap(\.self)
    if let asked, !view.isCurrent, !view.isLate { times.append(asked.since + Self.patience) }
    return times.min().map { max(.zero, $0 - clock.now) }
  }
}

extension PlaySession {
  /// Follows a key.
  ///
  /// - Returns: whether the learner leaves.
  private mutating func handle(_ key: Key) throws -> Bool {
    switch view.handle(key) {
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
  private func adapted(_ screen: Screen) -> Screen {
    var screen = screen
    screen.usesMotion = view.screen.usesMotion
    screen.marks = view.screen.marks
    return screen
  }

  /// The screen without what the terminal has no room for: pictures are set for no fewer than 20
  /// columns and 5 rows, and for the size that `COLUMNS` and `LINES` say.
  private func cut(_ screen: Screen) -> Screen {
    guard let size = Screen.size(of: STDOUT_FILENO), size.width > 0, size.height > 0 else {
      return screen
    }
    var screen = screen
    screen.width = min(screen.width, size.width)
    screen.height = min(screen.height, size.height)
    return screen
  }

  /// Asks for what the screen needs now, and has it drawn.
  private mutating func follow() {
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
  private mutating func ask() {
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
  private mutating func look() {
    let now = clock.now
    if let (played, duration) = runs.take() { take(played, after: duration) }
    takeGrades()
    if let run = view.pinning, let kept = runs.kept(run.key) {
      view.pin(kept)
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

  private mutating func take(_ played: PlayedRun, after duration: Duration) {
    // What is no longer wanted is shown where what is wanted will be long in coming.
    guard played.run.key == view.run.key || duration > Self.slow && view.film == nil else { return }
    let isLate = view.isLate
    view.show(played)
    if !view.isCurrent { view.isLate = isLate }
    plan()
  }

  /// Has the picture drawn as soon as it may be.
  private mutating func plan() {
    let next = allowance.next(at: clock.now)
    due = min(due ?? next, next)
  }
}

extension PlaySession {
  private mutating func grade() {
    guard let exercise = view.subject.exercise, let grading, !view.isGrading else { return }
    view.isGrading = true
    view.graded = nil
    record { recording throws(FileProblem) in try recording.mark("graded") }
    pending = grading.grade(exercise, view.choices(of: exercise))
  }

  private mutating func search(_ exercise: Exercise) {
    guard view.map == nil, !view.isSearching, let grading else { return }
    view.isSearching = true
    grading.search(exercise)
  }

  private mutating func takeGrades() {
    for result in grading?.take() ?? [] {
      switch result {
      case .graded(let graded):
        view.isGrading = false
        attempts.append(graded)
        let exercise = graded.grade.exercise
        let exhibit = GradeExhibit(
          graded.grade, attempt: graded.progress[exercise].attempts, lostKey: graded.lostKey,
          isKept: graded.isKept)
        view.graded = exhibit
        var page = Page(view.screen)
        page.set(exhibit)
        for note in graded.notes {
          page.blank()
          page.text(StyledText(note, Style(.warning)))
        }
        view.overlay = PlayOverlay(page.lines)
        if graded.grade.passed { search(exercise) }
      case .refused(let message):
        view.isGrading = false
        view.note = message
      case .map(let map):
        view.isSearching = false
        view.map = map
      }
      plan()
    }
  }
}

extension PlaySession {
  /// Draws what has changed, if it is due and the terminal takes it.
  private mutating func draw() throws {
    let now = clock.now
    guard let at = due, now >= at else { return }
    guard Output.standard.takesText else {
      due = now + Self.retry
      return
    }
    due = nil
    let (lines, place) = view.draw()
    let screen = cut(view.screen)
    let frame = CellFrame(lines, on: screen)
    let isSeen = place.map { $0.row < screen.height && $0.column < screen.width } ?? false
    let next = place.map { isSeen ? "\u{1B}[\($0.row + 1);\($0.column + 1)H" : "" } ?? ""
    var text = frame.changes(from: drawn)
    guard !text.isEmpty || next != cursor else { return }
    text += next
    // Terminals that know of it show the cells all at once (mode 2026).
    text = "\u{1B}[?2026h\(text)\u{1B}[?2026l"
    guard try drawOnScreen(text) else {
      drawn = nil
      return
    }
    allowance.use(at: now)
    (drawn, cursor) = (frame, next)
    record { recording throws(FileProblem) in try recording.output(text) }
  }

  /// Adds to the recording, if there is one; what cannot be written ends it, and is said.
  private mutating func record(_ body: (PlayRecording) throws(FileProblem) -> Void) {
    guard let recording else { return }
    do throws(FileProblem) {
      try body(recording)
    } catch {
      self.recording = nil
      view.isRecording = false
      view.note = error.message
      plan()
    }
  }

  private mutating func toggleRecording() {
    if let recording {
      self.recording = nil
      view.isRecording = false
      view.note = "\(recording.path) holds the recording"
      return
    }
    let names = ["", "-2", "-3", "-4", "-5", "-6", "-7", "-8", "-9"].map {
      "\(view.simulation.name)\($0).cast"
    }
    for name in names where !FileManager.default.fileExists(atPath: name) {
      do throws(Refusal) {
        recording = try PlayRecording(
          name, on: view.screen, terminal: environment["TERM"] ?? "")
        view.isRecording = true
        view.note = "recording into \(name); w ends it"
        // It begins with the whole screen.
        drawn = nil
      } catch {
        view.note = error.message
      }
      return
    }
    view.note = "\(names[0]) and eight more are there already; move them away"
  }
}

/// At most so many pictures a second, a few of them at once.
struct FrameAllowance {
  static let perSecond = 60.0
  static let atOnce = 3.0

  private var left = Self.atOnce
  private var last: ContinuousClock.Instant

  init(at now: ContinuousClock.Instant) { last = now }

  private func left(at now: ContinuousClock.Instant) -> Double {
    min(Self.atOnce, left + (now - last) / .seconds(1) * Self.perSecond)
  }

  /// When the next picture may be drawn.
  func next(at now: ContinuousClock.Instant) -> ContinuousClock.Instant {
    let missing = 1 - left(at: now)
    return missing <= 0 ? now : now + .seconds(missing / Self.perSecond)
  }

  /// Counts a picture.
  mutating func use(at now: ContinuousClock.Instant) {
    left = max(0, left(at: now) - 1)
    last = now
  }
}
