/// Measured throughput as other programs read it; times in seconds.
struct ThroughputDocument: Encodable {
  private struct Point: Encodable {
    let batchSize: Int
    let updates: Int
    let secondsPerUpdate: Double?
    let samplesPerSecond: Double?
    let predictedSamplesPerSecond: Double?
  }

  private struct Model: Encodable {
    let secondsPerUpdate: Double
    let secondsPerSample: Double
  }

  private let workload: String
  private let rounds: Int
  private let points: [Point]
  private let model: Model?

  init(_ throughput: Throughput) {
    workload = throughput.workload
    rounds = throughput.rounds
    points = throughput.points.map { point in
      Point(
        batchSize: point.batchSize, updates: point.updates,
        secondsPerUpdate: point.secondsPerUpdate.ifFinite,
        samplesPerSecond: point.samplesPerSecond.ifFinite,
        predictedSamplesPerSecond: throughput.model?.samplesPerSecond(point.batchSize).ifFinite)
    }
    model = throughput.model.map {
      Model(secondsPerUpdate: $0.fixed, secondsPerSample: $0.perSample)
    }
  }
}
