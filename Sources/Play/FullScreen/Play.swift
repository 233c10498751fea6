import Exhibits
import Experiments
import Foundation
import Grading
import Lessons
import Screens
import Terminal
import Tuning

/// Playing a simulation full-screen at a terminal, or setting one picture of it without any.
package enum Play {
  /// How it is played.
  package struct Options: Sendable {
    package var usesMouse = true

    /// Whether pictures move by themselves.
    package var usesMotion = true

    /// What charts are drawn with; nil for what the screen says.
    package var marks: Screen.Marks?

    /// The file into which it is recorded from the beginning; nil for none.
    package var recording: String?

    package init() {}
  }

  /// Plays until the learner leaves.
  ///
  /// - Parameters:
  ///   - journal: where attempts at an exercise are kept.
  ///   - program: the version of the program, to be recorded with them.
  ///   - isPassed: whether the exercise is passed already, so that what passes is shown.
  /// - Returns: nil where the terminal has gone, and nobody is there to be told.
  package static func play(
    _ subject: PlaySubject, options: Options = Options(), keeping journal: Journal, program: String,
    isPassed: Bool, at terminal: PlayTerminal
  ) async throws(Refusal) -> PlayEnd? {
    let table = Table(subject, options, journal, program, isPassed, terminal)
    let recording = try options.recording.map { path throws(Refusal) in
      try PlayRecording(path, on: table.screen, terminal: terminal.environment["TERM"] ?? "")
    }
    do {
      try? recording?.output(FullScreenCodes.entering(usesMouse: options.usesMouse))
      let left = try await withRawMode(
        STDIN_FILENO, fullScreenOn: STDOUT_FILENO, usesMouse: options.usesMouse,
        escapeWait: KeyReader.escapeWait(environment: terminal.environment)
      ) { keys in try await table.play(recording, &keys) }
      try? recording?.output(FullScreenCodes.leaving)
      return await terminal.errorScreen.showing("grading") { await left.settled(table.grading) }
    } catch is RawModeError {
      throw Refusal("the terminal gives no keys; --plain asks line by line")
    } catch {
      return nil
    }
  }

  /// The same in the middle of a session that has the terminal's keys, and goes on with them.
  static func play(
    _ subject: PlaySubject, keeping journal: Journal, program: String, isPassed: Bool,
    at terminal: PlayTerminal, _ keys: inout KeyReader
  ) async throws -> PlayEnd {
    let table = Table(subject, Options(), journal, program, isPassed, terminal)
    var inner = keys
    defer { keys = inner }
    let left = try await withFullScreen(on: STDOUT_FILENO, usesMouse: true) {
      try await table.play(nil, &inner)
    }
    return await terminal.errorScreen.showing("grading") { await left.settled(table.grading) }
  }

  /// All that a session needs.
  private struct Table: Sendable {
    let subject: PlaySubject
    let options: Options
    let isPassed: Bool
    let environment: [String: String]
    let runs = PlayRuns()
    let grading: PlayGrading
    let screen: Screen

    init(
      _ subject: PlaySubject, _ options: Options, _ journal: Journal, _ program: String,
      _ isPassed: Bool, _ terminal: PlayTerminal
    ) {
      self.subject = subject
      self.options = options
      self.isPassed = isPassed
      environment = terminal.environment
      var screen = Screen(descriptor: STDOUT_FILENO, environment: terminal.environment)
      if !options.usesMotion { screen.usesMotion = false }
      if let marks = options.marks { screen.marks = marks }
      self.screen = screen
      grading = PlayGrading(
        journal, program: program, cores: terminal.cores, wake: runs.wake)
    }

    /// Plays on a thread of its own, which may wait for keys as long as it likes.
    func play(_ recording: PlayRecording?, _ keys: inout KeyReader) async throws -> PlayLeft {
      let given = keys
      let (result, after) = await onOwnThread { () -> (Result<PlayLeft, any Error>, KeyReader) in
        var keys = given
        let result = Result {
          var session = PlaySession(
            subject, on: screen, environment: environment, usesMouse: options.usesMouse,
            runs: runs, grading: grading, isPassed: isPassed, recording: recording)
          return try session.run(&keys)
        }
        return (result, keys)
      }
      keys = after
      return try result.get()
    }
  }

  /// The picture with which it begins, on a screen of any size and with any marks.
  package static func picture(_ subject: PlaySubject, on screen: Screen) async -> [StyledText] {
    var view = PlayScreen(subject, on: screen)
    let runs = [view.run] + (view.pinning.map { [$0] } ?? [])
    let outcomes = await runs.outcomes()
    for (place, (run, outcome)) in zip(runs, outcomes).enumerated() {
      let played = PlayedRun(run: run, outcome: outcome)
      if place == 0 { view.show(played) } else { view.pin(played) }
    }
    return view.draw().lines.map { $0.trimmed }
  }
}

/// Work that waits, done on a thread of its own, so that none of those is held up that others share.
private func onOwnThread<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
  await withCheckedContinuation { continuation in
    let thread = Thread { continuation.resume(returning: work()) }
    thread.stackSize = 8 << 20
    thread.start()
  }
}
