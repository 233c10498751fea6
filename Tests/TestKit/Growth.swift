import Foundation

/// How much of a processor a piece of work takes, whoever else wants one.
package enum Work {
  /// Seconds of processor that this thread spends on work of two lengths, the lesser of two times.
  ///
  /// A few milliseconds are added to both, so that what takes next to nothing has no ratio of noise.
  package static func ofShortAndLong(
    _ short: Int, _ long: Int, _ work: (_ length: Int) -> Void
  ) -> (short: Double, long: Double) {
    func least(_ length: Int) -> Double {
      let times = (0..<2).map { _ in
        let start = seconds
        work(length)
        return seconds - start
      }
      return (times.min() ?? 0) + 0.003
    }
    return (least(short), least(long))
  }

  private static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
