import Dispatch
import Lessons
import Synchronization

/// The faults of the file in a preview that take its whole pack to find, found on another thread.
///
/// A class, as the one who checks and the one who draws share what was found. What takes runs to find
/// is left to `knobs author check`.
final class PreviewCheck: Sendable {
  private struct State {
    /// How many versions of the file there were.
    var wanted = 0

    /// The last version that was checked.
    var checked = 0
    var faults: [LessonFault]?
    var isBusy = false
  }

  private let state = Mutex(State())
  private let file: PreviewFile

  init(_ file: PreviewFile) { self.file = file }

  /// Says that there is a new version; if a check is under way, the next begins after it.
  func want() {
    let begins = state.withLock { state in
      state.wanted += 1
      defer { state.isBusy = true }
      return !state.isBusy
    }
    guard begins else { return }
    Task.detached { [self] in
      while let version = next() {
        let faults = await file.checked()?.faults
        state.withLock { state in
          state.checked = version
          state.faults = faults
        }
      }
    }
  }

  /// The version to check next; nil if the last was.
  private func next() -> Int? {
    state.withLock { state in
      state.isBusy = state.checked < state.wanted
      return state.isBusy ? state.wanted : nil
    }
  }

  /// The faults of the version that is shown; nil while they are not known.
  var faults: [LessonFault]? {
    state.withLock { $0.checked == $0.wanted ? $0.faults : nil }
  }
}
