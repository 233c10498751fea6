import Experiments
import Terminal

/// How fast this machine trains at several batch sizes.
struct Throughput: Sendable {
  /// One batch size, timed.
  struct Point: Sendable, Equatable {
    let batchSize: Int
    let updates: Int

    /// The time of an update in the fastest round: others waited for other programs.
    let secondsPerUpdate: Double

    var updatesPerSecond: Double { 1 / secondsPerUpdate }
    var samplesPerSecond: Double { Double(batchSize) / secondsPerUpdate }
  }

  let workload: String
  let rounds: Int
  let points: [Point]

  /// The model fitted to the points; nil where the clock stood still.
  let model: UpdateTime?

  /// - Parameter seconds: the times of each round, a batch size each in the workload's order.
  init(_ workload: Workload, updates: [Int], seconds: [[Double]]) {
    self.workload = workload.summary
    rounds = seconds.count
    points = workload.batchSizes.indices.map { index in
      let fastest = seconds.map { $0[index] }.min() ?? 0
      return Point(
        batchSize: workload.batchSizes[index], updates: updates[index],
        secondsPerUpdate: fastest / Double(max(1, updates[index])))
    }
    model = UpdateTime(fitting: points.map { ($0.batchSize, $0.secondsPerUpdate) })
  }

  /// Times the workload: every batch size once a round, so that no size has a busy moment alone.
  ///
  /// - Precondition: there is at least one round.
  static func measured(_ workload: Workload, rounds: Int, counting done: StepCount) -> Throughput {
    precondition(rounds > 0, "without a round nothing is timed")
    let clock = ContinuousClock()
    // Once without a clock, to warm caches up.
    let updates = workload.batchSizes.map(workload.train)
    var seconds: [[Double]] = []
    for _ in 0..<rounds {
      seconds.append(
        workload.batchSizes.map { batchSize in
          let start = clock.now
          _ = workload.train(batchSize)
          return (clock.now - start) / .seconds(1)
        })
      done.add()
    }
    return Throughput(workload, updates: updates, seconds: seconds)
  }

  /// By how much the model misses a measured speed at most, as a share of it.
  var largestMiss: Double? {
    guard let model else { return nil }
    return points.map { abs(model.samplesPerSecond($0.batchSize) / $0.samplesPerSecond - 1) }.max()
  }

  /// Samples a second against batch size, with the line of the model.
  var figure: Figure {
    let x = points.map { Double($0.batchSize) }
    var series = [Figure.Series("measured", x: x, y: points.map(\.samplesPerSecond))]
    if let model {
      series.append(
        Figure.Series(
          "model", .theory, x: x, y: points.map { model.samplesPerSecond($0.batchSize) }))
    }
    return Figure(
      FigureKind("throughput", "samples a second against batch size"), .scatter,
      title: "samples a second, on this machine",
      x: Figure.Axis("batch size", .log), y: Figure.Axis("samples a second", .log),
      series: series)
  }
}
