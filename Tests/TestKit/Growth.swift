import Foundation

/// How the work of something grows with the length of what it is given.
///
/// The work is measured in processor time of this thread, whoever else wants a processor. Other
/// programs still take caches and clock rates away, so each length is tried several times, in turn,
/// and the least time of each counts: they can add time, but never take any.
package struct Growth: Sendable, CustomStringConvertible {
  /// How many times the longer length is the shorter.
  package static let factor = 8

  /// A ratio that work in proportion to the length (8) and nearly so stays below, and work in
  /// proportion to its square (64) does not.
  package static let bound = 24.0

  /// What is added to both times, in seconds, so that next to nothing has no ratio of noise.
  private static let floor = 0.0002

  /// Seconds of processor for each length.
  package private(set) var short = Double.infinity
  package private(set) var long = Double.infinity

  /// Measures work at a length and at eight times that length.
  ///
  /// What looks like too much is tried again and again, for it may have been others' doing; what grows
  /// with the square of the length looks so at every attempt.
  package init(from length: Int, _ work: (_ length: Int) -> Void) {
    for round in 1...20 where round <= 2 || !isLinear {
      short = min(short, Self.seconds { work(length) })
      long = min(long, Self.seconds { work(Self.factor * length) })
      short = min(short, Self.seconds { work(length) })
    }
  }

  /// How many times as long the longer length takes.
  package var ratio: Double { (long + Self.floor) / (short + Self.floor) }

  /// Whether the work grows about as the length does.
  package var isLinear: Bool { ratio < Self.bound }

  package var description: String {
    func text(_ seconds: Double) -> String { String(format: "%.2f ms", seconds * 1000) }
    return "\(Self.factor) times the length took \(String(format: "%.1f", ratio)) times the work: "
      + "\(text(short)), then \(text(long))"
  }

  /// The processor time that this thread spends on something.
  private static func seconds(_ work: () -> Void) -> Double {
    let start = now
    work()
    return now - start
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
