import Experiments
import Numerics
import Testing

@testable import Simulations

@Suite struct HeadStartTests {
  static func outcome(
    rows: Int, distance: Double, noise: Double = 0.5, seed: UInt64 = 1
  ) throws -> Outcome {
    try HeadStart.outcome(
      ["rows": .integer(rows), "distance": .real(distance), "noise": .real(noise)], seed: seed)
  }

  // The figures of the ground truth

  /// Rows, loss from zero, from a start at 0.3, and from one beyond zero at 1.5.
  static let truths: [(rows: Int, scratch: Double, near: Double, far: Double)] = [
    (5, 0.8393, 0.1568, 1.7768), (10, 0.7778, 0.3228, 1.4028), (15, 1.1875, 0.9600, 1.5000),
    (40, 0.2632, 0.2632, 0.2632),
  ]

  @Test(arguments: truths)
  func theoryIsTheGroundTruths(rows: Int, scratch: Double, near: Double, far: Double) {
    let theory = TransferTheory(rows: rows, noise: 0.5)
    for (distance, loss) in [(1, scratch), (0.3, near), (1.5, far)] {
      #expect(abs(theory.loss(distance: distance) - loss) < 0.00006)
      #expect(theory.tellingLoss(distance: distance) == theory.loss(distance: distance))
    }
  }

  /// 4,000 sets: forty runs of a hundred.
  @Test(arguments: truths)
  func measuredIsWhatTheorySays(rows: Int, scratch: Double, near: Double, far: Double) throws {
    for (distance, loss) in [(1, scratch), (0.3, near), (1.5, far)] {
      let values = try (1...40).map {
        try #require(try Self.outcome(rows: rows, distance: distance, seed: $0)["tuned-loss"])
      }
      let mean = values.reduce(0, +) / 40
      let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let error = (squares / 39 / 40).squareRoot()
      #expect(abs(mean - loss) < 4 * error && error < 0.025 * loss)
    }
  }

  /// With noise, tuning a good start to the end is worse than leaving it, at each of these counts.
  @Test func aGoodStartIsBetterLeftAlone() throws {
    for rows in [5, 10, 15, 40] {
      let outcome = try Self.outcome(rows: rows, distance: 0.3)
      #expect(try #require(outcome["predicted-tuned-loss"]) > 0.09)
      #expect(outcome["untouched-loss"] == 0.09)
      #expect(outcome.findings.map(\.code).contains("better-untouched"))
    }
    let quiet = try Self.outcome(rows: 10, distance: 0.3, noise: 0)
    #expect(!quiet.findings.map(\.code).contains("better-untouched"))
    // Without noise what is left is the part that rows do not say: row 20 of the ground truth.
    #expect(quiet["predicted-tuned-loss"] == 0.5 * 0.3 * 0.3)
  }

  /// Rows until zero catches up, where each start is tuned with the pull that is best for it.
  @Test(arguments: [(5, 70, 0.373), (10, 75, 0.349), (20, 80, 0.307)])
  func aHeadStartIsWorthManyRows(few: Int, many: Int, loss: Double) throws {
    let near = try Self.pulledLoss(rows: few, squaredDistance: 0.4)
    let zero = try Self.pulledLoss(rows: many, squaredDistance: 4)
    #expect(abs(near - loss) < 0.015)
    #expect(abs(zero - near) < 0.025)
  }

  @Test func theLeadMeltsAway() throws {
    let near = try Self.pulledLoss(rows: 160, squaredDistance: 0.4)
    let zero = try Self.pulledLoss(rows: 160, squaredDistance: 4)
    #expect(abs(near - 0.103) < 0.008 && abs(zero - 0.138) < 0.008)
  }

  /// The mean loss of ridge regression towards the start, of strength σ²d/δ² and σ = 1, over 400 sets.
  ///
  /// A pull is so many rows more, of features along one axis each.
  static func pulledLoss(rows: Int, squaredDistance: Double) throws -> Double {
    let columns = 20
    let offset = (squaredDistance / Double(columns)).squareRoot()
    let pull = (Double(columns) / squaredDistance).squareRoot()
    var sum = 0.0
    for number in 0..<400 {
      var stream = RandomStream(seed: 9, "pulled", number)
      var features = stream.normals(rows * columns)
      var targets = (0..<rows).map { row in
        features[row * columns..<(row + 1) * columns].reduce(stream.normal()) { $0 + offset * $1 }
      }
      for column in 0..<columns {
        features += (0..<columns).map { $0 == column ? pull : 0 }
        targets.append(0)
      }
      let moved = try #require(
        LeastSquares.minimumNorm(features: features, targets: targets, columns: columns))
      sum += moved.reduce(0) { $0 + ($1 - offset) * ($1 - offset) }
    }
    return sum / 400
  }

  // The fits, found otherwise

  /// Descent from the start itself, on the same rows, set after set.
  @Test func descentEndsThere() throws {
    let (rows, distance, noise, seed) = (3, 0.6, 0.4, UInt64(7))
    let direction = InterpolatingFits.direction
    var sum = 0.0
    for number in 0..<HeadStart.sets {
      var stream = RandomStream(seed: seed, "rows", number)
      var (features, targets): ([[Double]], [Double]) = ([], [])
      for _ in 0..<rows {
        let row = stream.normals(HeadStart.features)
        // The right weights are the direction itself, so that zero is 1 off.
        targets.append(zip(row, direction).reduce(0) { $0 + $1.0 * $1.1 } + noise * stream.normal())
        features.append(row)
      }
      var weights = direction.map { (1 - distance) * $0 }
      for _ in 0..<150 {
        var slope = weights.map { _ in 0.0 }
        for (row, target) in zip(features, targets) {
          let error = zip(row, weights).reduce(-target) { $0 + $1.0 * $1.1 }
          for column in slope.indices { slope[column] += error * row[column] }
        }
        for column in weights.indices { weights[column] -= 0.02 * slope[column] }
      }
      sum += zip(weights, direction).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    let fits = InterpolatingFits(rows: rows, noise: noise, seed: seed)
    #expect(abs(fits.loss(distance: distance) / (sum / 100) - 1) < 1e-3)
  }

  /// Fewer rows are the first of more: noise-free, more rows never lose more.
  @Test func moreRowsNeverUnlearn() throws {
    let losses = try [1, 3, 8, 15, 19, 20].map {
      try #require(try Self.outcome(rows: $0, distance: 0.8, noise: 0)["tuned-loss"])
    }
    #expect(zip(losses, losses.dropFirst()).allSatisfy { $0 > $1 })
    #expect(losses[losses.count - 1] < 1e-12)
  }

  /// The lead has no part of the noise in it, near as many rows as features neither.
  @Test func theNoiseIsTheSameFromBothStarts() throws {
    for rows in [10, 18, 19] {
      let (loud, quiet) = (
        try Self.outcome(rows: rows, distance: 0.3, noise: 1),
        try Self.outcome(rows: rows, distance: 0.3, noise: 0)
      )
      let (first, second) = (try #require(loud["lead"]), try #require(quiet["lead"]))
      #expect(abs(first - second) < 1e-6 * abs(second))
    }
    #expect(try Self.outcome(rows: 20, distance: 0.3)["lead"] == 0)
  }

  // What a run says

  @Test(
    arguments: [
      (10, 0.3, 0.5, ["ahead", "better-untouched"]), (10, 1.5, 0.5, ["negative-transfer"]),
      (10, 1, 0.5, ["same-end"]), (40, 0.3, 0.5, ["same-end", "better-untouched"]),
      (100, 0.3, 0.5, ["same-end"]), (20, 2, 0.5, ["same-end", "better-untouched"]),
      (19, 0.3, 0, ["ahead"]), (20, 0.3, 0, ["same-end"]),
    ] as [(Int, Double, Double, [String])])
  func findsWhatItIs(rows: Int, distance: Double, noise: Double, codes: [String]) throws {
    let outcome = try Self.outcome(rows: rows, distance: distance, noise: noise)
    #expect(outcome.findings.map(\.code) == codes)
    let first = try #require(outcome.findings.first)
    #expect(first.measured == outcome["tuned-loss"])
    #expect(first.predicted == outcome["predicted-tuned-loss"])
    #expect(first.message.contains(NumberText.significant(try #require(first.measured))))
  }

  @Test(arguments: [1, 20, 100], [0, 2]) func holdsAtAllCorners(rows: Int, distance: Double) throws
  {
    for noise in [0.0, 1] {
      let outcome = try Self.outcome(rows: rows, distance: distance, noise: noise)
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite })
      #expect(try #require(outcome["tuned-loss"]) >= 0)
      FigureCheck.check(outcome.figures, of: HeadStart.self)
    }
  }

  // Bounds, tried on both sides

  @Test(
    arguments: [
      (19, 1.0.nextDown, "ahead"), (19, 1, "same-end"), (19, 1.0.nextUp, "negative-transfer"),
      (20, 0.3, "same-end"), (20, 2, "same-end"),
    ] as [(Int, Double, String)])
  func verdictsTurnAtTheirBounds(rows: Int, distance: Double, code: String) {
    #expect(HeadStart.verdict(rows: rows, distance: distance).code == code)
  }

  @Test func leavingAloneTurnsAtItsBound() {
    #expect(!HeadStart.isBetterUntouched(tuned: 0.2, untouched: 0.2))
    #expect(HeadStart.isBetterUntouched(tuned: 0.2.nextUp, untouched: 0.2))
  }

  /// Theory is told where a mean of some sets comes near it: not within three rows of 20.
  @Test func theoryIsSilentNearTheMiddle() {
    for (rows, tells) in [(16, true), (17, false), (20, false), (23, false), (24, true)] {
      #expect((TransferTheory(rows: rows, noise: 0.5).tellingLoss(distance: 1) != nil) == tells)
      #expect(TransferTheory(rows: rows, noise: 0).tellingLoss(distance: 1) != nil)
    }
    #expect(TransferTheory(rows: 19, noise: 0.5).loss(distance: 1) == .infinity)
    #expect(TransferTheory(rows: 21, noise: 0.5).loss(distance: 1) == .infinity)
    #expect(TransferTheory(rows: 18, noise: 0.5).loss(distance: 1) == 0.1 + 4.5)
  }
}
