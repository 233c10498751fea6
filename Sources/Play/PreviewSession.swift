import Exhibits
import Foundation
import Terminal

/// A lesson shown full-screen and drawn again when its file is saved.
package struct PreviewSession {
  let file: PreviewFile
  let environment: [String: String]
  private let runs: PreviewRuns
  private let check: PreviewCheck
  private let clock = ContinuousClock()
  private var view: PreviewScreen
  private var watch: FileWatch

  /// What is on the terminal; nil where that is not known.
  private var drawn: CellFrame?

  /// How long a save waits for its runs, so that quick ones are not announced first.
  private static let moment = Duration.milliseconds(20)

  /// Shows a file until the author leaves.
  package static func watch(_ file: PreviewFile, at terminal: PlayTerminal) throws(Refusal) {
    do {
      try withRawMode(
        STDIN_FILENO, fullScreenOn: STDOUT_FILENO,
        escapeWait: KeyReader.escapeWait(environment: terminal.environment)
      ) { keys in
        var session = PreviewSession(file, terminal)
        try session.run(&keys)
      }
    } catch is RawModeError {
      throw Refusal("the terminal gives no keys; without --watch the lesson is printed")
    } catch {
      // The terminal has gone, and nobody is there to be told.
    }
  }

  private init(_ file: PreviewFile, _ terminal: PlayTerminal) {
    self.file = file
    environment = terminal.environment
    runs = PreviewRuns(limit: terminal.cores - 1)
    check = PreviewCheck(file)
    watch = FileWatch(known: FileMark.of(file.path))
    view = PreviewScreen(
      title: (file.path as NSString).lastPathComponent,
      screen: Screen(descriptor: STDOUT_FILENO, environment: terminal.environment))
  }

  private mutating func run(_ keys: inout KeyReader) throws {
    let begin = clock.now
    read()
    try draw()
    var missing = runs.missing
    while true {
      if let key = keys.next(timeout: watch.interval) {
        switch view.handle(key) {
        case .leave: return
        case .suspend: suspendJob()
        case .resize:
          drawn = nil
          view.resize(to: Screen(descriptor: STDOUT_FILENO, environment: environment))
          try draw()
        case .moved: try draw()
        case .none: break
        }
      }
      switch watch.look(FileMark.of(file.path), at: clock.now - begin) {
      case .changed:
        read()
        missing = runs.missing
        try draw()
      case .gone:
        view.show(notice: "\(view.title) is gone; waiting for it to come back")
        try draw()
      case nil: break
      }
      if let faults = check.faults, faults != view.faults, view.isShowingFile {
        view.report(faults)
        try draw()
      }
      if missing > 0, runs.missing < missing {
        missing = runs.missing
        view.fill(runs.found, unaffordable: runs.unaffordable)
        try draw()
      }
    }
  }

  /// Reads the file, and has its runs made.
  private mutating func read() {
    let version = file.read()
    check.want()
    guard let parts = version.parts else {
      view.show(nil, faults: version.faults)
      return
    }
    runs.want(parts.flatMap(\.runs))
    runs.wait(atMost: Self.moment)
    view.show(
      parts, faults: check.faults ?? version.faults, outcomes: runs.found,
      unaffordable: runs.unaffordable)
  }

  /// Draws the cells that differ from what is on the terminal.
  private mutating func draw() throws(OutputError) {
    let frame = CellFrame(view.frame, on: view.screen)
    let text = frame.changes(from: drawn)
    guard !text.isEmpty else { return }
    // Terminals that know of it show the cells all at once (mode 2026). One that another job has is
    // left alone, and drawn on from scratch when it is back.
    drawn = try drawOnScreen("\u{1B}[?2026h\(text)\u{1B}[?2026l") ? frame : nil
  }
}
