import Foundation
import Testing

extension Trait where Self == TimeLimitTrait {
  /// An end, far off, for tests that wait for something that may never come.
  ///
  /// A test also waits for its turn among all others, on a machine that has other things to do.
  package static var mayHang: Self { .timeLimit(.minutes(60)) }
}

/// Something that was waited for and did not come.
package struct Silence: Error, CustomStringConvertible {
  let awaited: String
  let seen: String

  package var description: String {
    "waited for \(awaited)" + (seen.isEmpty ? "" : "; seen: …\(seen.suffix(1500))")
  }
}

/// Waits until something is so, and fails if it is still not so after ten minutes or more.
///
/// This keeps its thread, so that what is waited for is met with an answer at once, however many
/// other tests wait for a thread. It counts its pauses and not the hours: a machine that sleeps or is
/// busy elsewhere does not use them up.
///
/// - Parameters:
///   - what: what is waited for, in words.
///   - seen: what there is instead, for the failure.
///   - pause: waits for a few milliseconds at the most, less when there is something new.
package func wait(
  for what: String, seen: () -> String = { "" }, pause: () -> Void = { usleep(2000) },
  until isSo: () throws -> Bool
) throws {
  for _ in 0..<300_000 {
    if try isSo() { return }
    pause()
  }
  throw Silence(awaited: what, seen: seen())
}
