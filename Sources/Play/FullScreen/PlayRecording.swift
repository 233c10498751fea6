import Exhibits
import Files
import Foundation
import Synchronization
import Terminal

/// A recording of what is shown, in asciicast v2; every line is in the file when a call returns.
///
/// A class, as the file is nobody's to copy.
final class PlayRecording: Sendable {
  private struct State: ~Copyable {
    var cast: CastFile
    var file: GrowingFile
  }

  let path: String
  private let state: Mutex<State>
  private let clock = ContinuousClock()
  private let begin: ContinuousClock.Instant

  /// - Throws: what keeps the file from being written, such as one that is there already.
  init(_ path: String, on screen: Screen, terminal: String) throws(Refusal) {
    self.path = path
    begin = clock.now
    let cast = CastFile(
      width: screen.width, height: screen.height, startedAt: Int(Date().timeIntervalSince1970),
      terminal: terminal)
    do throws(FileProblem) {
      var file = try GrowingFile(path)
      try file.append(cast.header)
      state = Mutex(State(cast: cast, file: file))
    } catch {
      throw Refusal(error.message)
    }
  }

  private var seconds: Double { (clock.now - begin) / .seconds(1) }

  func output(_ text: String) throws(FileProblem) {
    try add { $0.output(text, at: $1) }
  }

  func resize(_ screen: Screen) throws(FileProblem) {
    try add { $0.resize(width: screen.width, height: screen.height, at: $1) }
  }

  func mark(_ label: String) throws(FileProblem) {
    try add { $0.mark(label, at: $1) }
  }

  private func add(_ line: (inout CastFile, Double) -> String) throws(FileProblem) {
    let seconds = seconds
    try state.withLock { (state: inout State) throws(FileProblem) in
      try state.file.append(line(&state.cast, seconds))
    }
  }
}
