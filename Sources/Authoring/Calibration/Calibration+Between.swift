import Experiments
import Grading
import Tuning

extension Calibration {
  /// About how many settings are tried between the cells.
  private static let settingsBetween = 128

  /// After how many seeds settings that fail too often are given up.
  private static let stage = 4

  /// Settings that pass beside the cell that comes nearest to passing, as they are typed, where no
  /// cell of the grid does; nil if none is found, and in a sample.
  ///
  /// Every number is moved as far as the cells beside that one, in smaller steps, all together. A
  /// region narrower than those steps is missed still, and so is one elsewhere.
  static func between(_ exercise: Exercise, _ calibration: Calibration, _ samples: PassSamples)
    async -> [String]?
  {
    guard let grid = samples.points.grid, !calibration.cells.contains(where: \.passes),
      let best = calibration.nearest(exercise)
    else { return nil }
    let choices = neighbours(of: best, grid)
    var trials = Trials(
      choices.map { exercise.given.overlaid(by: $0) }, of: exercise.simulation,
      from: PassSearch.firstSeed, measuring: exercise.criteria.map(\.metric))
    let seeds = PassSamples.seeds(for: exercise)
    let allowance = PassSamples.allowance(of: exercise)
    func mayPass(_ trial: Trial<[Double?]>) -> Bool {
      trial.readings.count { !exercise.isPassed(by: $0) } <= allowance
    }
    for first in stride(from: 0, to: seeds, by: stage) {
      await trials.advance(by: min(stage, seeds - first), where: mayPass)
    }
    let passing = zip(choices, trials.trials).filter { mayPass($1) }.map(\.0)
    guard !passing.isEmpty else { return nil }
    return exercise.texts(of: passing[passing.count / 2])
  }

  /// Finer settings between the cells beside one, each choice as it is there.
  private static func neighbours(of cell: Int, _ grid: SettingGrid) -> [Settings] {
    guard let start = grid.settings(at: cell) else { return [] }
    let place = grid.place(of: cell)
    let numeric = grid.knobs.indices.filter { grid.axes[$0].count > 1 && grid.knobs[$0].isNumber }
    var side = 2
    while power(side + 1, numeric.count) <= settingsBetween { side += 1 }
    var all = [start]
    for axis in numeric {
      let values = grid.axes[axis]
      let ends = [max(0, place[axis] - 1), min(values.count - 1, place[axis] + 1)]
      let numbers = ends.compactMap { values[$0].number }
      guard let low = numbers.min(), let high = numbers.max() else { continue }
      let finer = grid.knobs[axis].domain.grid(side, within: low...high)
      all = all.flatMap { settings in
        finer.compactMap { value in
          var settings = settings
          do {
            try settings.turn(grid.knobs[axis].name, to: value)
          } catch {
            return nil
          }
          return settings
        }
      }
    }
    return all
  }

  /// A small power; at least one more than the limit where it would be larger.
  private static func power(_ base: Int, _ exponent: Int) -> Int {
    guard exponent > 0 else { return settingsBetween + 1 }
    var product = 1
    for _ in 0..<exponent where product <= settingsBetween { product *= base }
    return product
  }

  /// The cell that comes nearest to passing: the one whose medians hold the most criteria, and of
  /// those the one that misses the others by the smallest share of their bounds.
  func nearest(_ exercise: Exercise) -> Int? {
    func standing(_ cell: Cell) -> (held: Int, miss: Double) {
      var held = 0
      var miss = 0.0
      for (criterion, median) in zip(exercise.criteria, cell.medians) {
        if criterion.holds(median) {
          held += 1
        } else {
          miss += median.map { criterion.relativeMiss(of: $0) } ?? .infinity
        }
      }
      return (held, miss)
    }
    let standings = cells.map(standing)
    return cells.indices.filter { cells[$0].run > 0 }.min { one, other in
      (-standings[one].held, standings[one].miss) < (-standings[other].held, standings[other].miss)
    }
  }
}

extension AnyKnob {
  fileprivate var isNumber: Bool { domain.bounds != nil }
}

extension Criterion {
  /// How far a value misses what it has to be, as a share of that.
  fileprivate func relativeMiss(of value: Double) -> Double {
    guard let end = interval.end(facing: value) else { return 0 }
    let miss = max(0, -distance(of: value))
    return miss.isFinite ? miss / max(abs(end.value), .leastNormalMagnitude) : .infinity
  }
}
