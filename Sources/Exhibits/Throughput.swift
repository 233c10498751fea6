import Experiments

/// How fast this machine trains at several batch sizes.
package struct Throughput: Exhibit {
  /// One batch size, timed.
  package struct Point: Sendable, Equatable {
    /// Examples in an update.
    package let batchSize: Int

    /// How many updates were timed.
    package let updates: Int

    /// The time of an update in the fastest round: others waited for other programs.
    package let secondsPerUpdate: Double

    /// How many updates a second takes.
    package var updatesPerSecond: Double { 1 / secondsPerUpdate }

    /// How many examples a second takes.
    package var samplesPerSecond: Double { Double(batchSize) / secondsPerUpdate }
  }

  /// What was timed, in words.
  package let workload: String

  /// How often each batch size was timed.
  package let rounds: Int

  /// The batch sizes in order.
  package let points: [Point]

  /// The model fitted to the points; nil where the clock stood still.
  package let model: UpdateTime?

  /// A workload that was timed.
  ///
  /// - Parameter seconds: the times of each round, a batch size each in the workload's order.
  package init(_ workload: Workload, updates: [Int], seconds: [[Double]]) {
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

  /// By how much the model misses a measured speed at most, as a share of it.
  package var largestMiss: Double? {
    guard let model else { return nil }
    return points.map { abs(model.samplesPerSecond($0.batchSize) / $0.samplesPerSecond - 1) }.max()
  }

  /// Samples a second against batch size, with the line of the model.
  package var figure: Figure {
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

  /// What was timed, where and how.
  package var details: [String] {
    [workload, "this machine, just now", "fastest of \(NumberText.count(rounds, "round"))"]
  }

  /// The model in words, with how far it misses; nil where there is none.
  package var sentence: String? { model?.sentence(missing: largestMiss) }

  /// What to type next.
  package var next: [NextStep] {
    [
      NextStep("knobs run training-budget --show time", "modelled time, for any machine"),
      NextStep("knobs throughput", "again: another moment, other numbers"),
    ]
  }
}

extension Throughput {
  private struct PointDocument: Encodable {
    let batchSize: Int
    let updates: Int
    let secondsPerUpdate: Double?
    let samplesPerSecond: Double?
    let predictedSamplesPerSecond: Double?
  }

  private struct ModelDocument: Encodable {
    let secondsPerUpdate: Double
    let secondsPerSample: Double
  }

  private enum Key: CodingKey { case workload, rounds, points, model }

  /// Writes what was timed beside the model; times in seconds.
  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(workload, forKey: .workload)
    try fields.encode(rounds, forKey: .rounds)
    let points = points.map { point in
      PointDocument(
        batchSize: point.batchSize, updates: point.updates,
        secondsPerUpdate: point.secondsPerUpdate.ifFinite,
        samplesPerSecond: point.samplesPerSecond.ifFinite,
        predictedSamplesPerSecond: self.model?.samplesPerSecond(point.batchSize).ifFinite)
    }
    try fields.encode(points, forKey: .points)
    let model = self.model.map {
      ModelDocument(secondsPerUpdate: $0.fixed, secondsPerSample: $0.perSample)
    }
    try fields.encodeIfPresent(model, forKey: .model)
  }
}
