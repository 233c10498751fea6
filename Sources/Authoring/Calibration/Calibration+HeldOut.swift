import Experiments
import Grading
import Tuning

extension Calibration {
  /// The least probability with which the middle has to pass when it is graded again.
  static let steadiness = 0.99

  /// How many held-out seeds are run before it is asked whether more are needed.
  private static let stride = 40

  /// Measures the middle on seeds that had no part in finding it.
  static func margin(
    of exercise: Exercise, _ answer: (cell: Int, choices: Settings), _ region: PassRegion
  ) async -> (seeds: HeldOut?, margin: Margin) {
    guard exercise.usesChance else {
      return (nil, .cells(cellsToTheEdge(of: region, at: answer.cell)))
    }
    var trials = Trials(
      [exercise.given.overlaid(by: answer.choices)], of: exercise.simulation,
      from: PassSearch.Seeds.heldOut.first, measuring: exercise.criteria.map(\.metric))
    var values: [[Double?]] = []
    var heldOut: HeldOut
    repeat {
      await trials.advance(by: stride)
      values = trials[0].readings
      heldOut = HeldOut(
        passed: values.count { exercise.isPassed(by: $0) }, of: values.count, exercise.rates)
    } while !heldOut.isClear && values.count < SequentialTest.mostSeeds
    let margin =
      NoiseMargin(of: exercise.criteria, values)
      .map { Margin.noise($0.deviations, criterion: $0.criterion) }
      ?? .cells(cellsToTheEdge(of: region, at: answer.cell))
    return (heldOut, margin)
  }

  /// The fewest cells along any number from a cell to one that does not pass, or beyond an end; one
  /// in a sample, whose settings have no neighbours.
  private static func cellsToTheEdge(of region: PassRegion, at cell: Int) -> Int {
    guard let grid = region.points.grid else { return 1 }
    let place = grid.place(of: cell)
    let distances = grid.axes.indices.compactMap { axis -> Int? in
      let isNumber = grid.knobs[axis].domain.bounds != nil
      guard isNumber, grid.axes[axis].count > 1,
        let extent = region.extent(through: cell, along: axis)
      else { return nil }
      return min(place[axis] - extent.lowerBound, extent.upperBound - place[axis]) + 1
    }
    return distances.min() ?? 1
  }
}

extension Calibration.HeldOut {
  /// - Parameters:
  ///   - passed: how many seeds passed.
  ///   - run: how many were run.
  ///   - rates: what a grading asks for.
  ///
  /// The verdict is steady if a grading passes with 99 % probability even at the low end of the
  /// pass rate's Wilson interval, and is not if it does not even at the high end. Where the most
  /// seeds leave that open, the measured share decides: rates near the one asked for could only be
  /// told apart by thousands of runs.
  init(passed: Int, of run: Int, _ rates: PassRates) {
    self.run = run
    self.passed = passed
    let interval = WilsonInterval(passed: passed, of: run)
    verdictAtLow = Self.verdict(interval.low, rates)
    verdict = Self.verdict(Double(passed) / Double(max(1, run)), rates)
    let isProved = verdictAtLow >= Calibration.steadiness
    isSteady =
      isProved || run >= SequentialTest.mostSeeds && verdict >= Calibration.steadiness
    isClear = isProved || Self.verdict(interval.high, rates) < Calibration.steadiness
  }

  private static func verdict(_ rate: Double, _ rates: PassRates) -> Double {
    SequentialTest(rates).passProbability(rate: rate)
  }
}
