/// How long a work took, over several runs after a warm-up.
struct Measurement: Sendable {
  let name: String
  let summary: String
  /// Milliseconds of each run, the shortest first; never empty.
  let times: [Double]
  let checksum: UInt64
  let figures: [Work.Figure]

  var median: Double { Self.median(times) }

  /// Does the work once to warm up, then so many times more.
  init(_ work: Work, runs: Int) async {
    var times: [Double] = []
    var baselines: [Double] = []
    var checksum: UInt64 = 0
    for run in 0...max(1, runs) {
      let (time, result) = await Self.time(work.run)
      var baselineTime = 0.0
      if let baseline = work.baseline { (baselineTime, _) = await Self.time(baseline.run) }
      // Number 0 warms caches, clock and branch predictors.
      if run == 0 { continue }
      times.append(time)
      baselines.append(baselineTime)
      checksum = result
    }
    name = work.name
    summary = work.summary
    self.times = times.sorted()
    self.checksum = checksum
    let median = Self.median(self.times)
    var figures = work.figures(median)
    if let baseline = work.baseline {
      let other = Self.median(baselines.sorted())
      figures.append(Work.Figure(name: baseline.timeName, value: other))
      figures.append(Work.Figure(name: baseline.ratioName, value: other / median))
    }
    self.figures = figures
  }

  private static func time(_ run: () async -> UInt64) async -> (Double, UInt64) {
    let clock = ContinuousClock()
    let start = clock.now
    let result = await run()
    return ((clock.now - start) / .milliseconds(1), result)
  }

  /// The middle of sorted times, or of the two in the middle.
  private static func median(_ sorted: [Double]) -> Double {
    (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}
