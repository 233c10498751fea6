import Exhibits
import Files
import Foundation
import Terminal
import Tuning

extension PlaySession {
  /// Draws what has changed, if it is due and the terminal takes it.
  mutating func draw() throws {
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
  mutating func record(_ body: (PlayRecording) throws(FileProblem) -> Void) {
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

  /// Marks in the recording that another run was pinned.
  mutating func markPin(after before: Run.Key?) {
    guard let pinned = view.pinned?.run, pinned.key != before else { return }
    let words = pinned.settings.texts(without: view.simulation.idleKnobs(pinned.settings))
    record { recording throws(FileProblem) in
      try recording.mark("pinned \(words.joined(separator: ", "))")
    }
  }

  mutating func toggleRecording() {
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
