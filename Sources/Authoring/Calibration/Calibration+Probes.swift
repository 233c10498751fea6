import Experiments
import Grading
import Tuning

extension Calibration.Probe {
  /// Grades everything that should not pass, and around the middle of a sample what should.
  ///
  /// That is: nothing touched; each chosen number at an end of its range, the others at the middle
  /// and, if any cell there passes, at the deepest of those; and, where several knobs are chosen,
  /// each number left as the simulation has it with the other numbers at the middle, at every choice
  /// there is. Choices have no
  /// ends, and the one that a simulation has is as good an answer as any other. Of the many knobs of a
  /// sample one may well stand where it does nothing, so there the ends are only told.
  static func all(of exercise: Exercise, middle: Settings?, _ region: PassRegion) async
    -> [Calibration.Probe]
  {
    let untouched = exercise.simulation.defaults
    var probes = [await graded(.untouched, exercise, untouched)]
    guard let grid = region.points.grid else {
      return probes + (await aroundTheMiddle(of: exercise, middle))
    }
    for (axis, knob) in exercise.choices.enumerated() where knob.domain.bounds != nil {
      let values = grid.axes[axis]
      if values.count > 2, let first = values.first, let last = values.last {
        for (place, end) in [(0, first), (values.count - 1, last)] {
          var choices: [Settings] = []
          if let middle, let settings = middle.turning(knob, to: end) { choices.append(settings) }
          if let best = best(at: place, along: axis, of: grid, region.passing) {
            choices.append(best)
          }
          for settings in choices {
            let probe = await graded(.end(knob: knob.name), exercise, settings)
            probes.append(probe)
            if probe.passed { break }
          }
        }
      }
      guard exercise.choices.count > 1, let middle else { continue }
      for choices in everyChoice(from: middle, of: exercise) {
        guard let settings = choices.turning(knob, to: knob.defaultValue) else { continue }
        let probe = await graded(.left(knob: knob.name), exercise, settings)
        probes.append(probe)
        if probe.passed { break }
      }
    }
    return probes
  }

  /// Half of what has to pass around the middle of a sample, as a share of every number's range.
  private static let beside = 0.05

  /// Grades what lies around the middle of a sample: each number at the ends of its range, and a little
  /// to either side, the others at the middle.
  private static func aroundTheMiddle(of exercise: Exercise, _ middle: Settings?) async
    -> [Calibration.Probe]
  {
    guard let middle else { return [] }
    let resting = exercise.simulation.idleKnobs(exercise.given.overlaid(by: middle))
    var probes: [Calibration.Probe] = []
    for knob in exercise.choices where knob.domain.bounds != nil && !resting.contains(knob.name) {
      for end in knob.domain.grid(2) {
        guard let settings = middle.turning(knob, to: end) else { continue }
        probes.append(await graded(.end(knob: knob.name), exercise, settings))
      }
      for share in [-beside, beside] {
        guard let settings = SettingSample.moved(middle, knob, by: share), settings != middle
        else { continue }
        probes.append(await graded(.beside(knob: knob.name), exercise, settings))
      }
    }
    return probes
  }

  /// The most combinations of choices that are tried with one number left alone.
  private static let mostCombinations = 64

  /// Settings with every combination of the chosen choices, their own first.
  private static func everyChoice(from middle: Settings, of exercise: Exercise) -> [Settings] {
    var all = [middle]
    for knob in exercise.choices where knob.domain.bounds == nil {
      let values = knob.domain.grid(mostCombinations)
      guard all.count * values.count <= mostCombinations else { break }
      all = all.flatMap { settings in
        [settings] + values.compactMap { settings.turning(knob, to: $0) }.filter { $0 != settings }
      }
    }
    return all
  }

  /// The probability from which settings that should not pass are held to pass.
  private static let mostPassing = 0.05

  /// After how many seeds it is asked whether more are needed.
  private static let stages = [12, 40, 100, SequentialTest.mostSeeds]

  /// How many failures at the start, without a pass, settle it: where one grading in twenty passes,
  /// and so three seeds of four do, one such start in two hundred is like that.
  private static let hopeless = 4

  /// Grades settings by how often a grading passes, at the share of seeds that does.
  ///
  /// Seeds are added until the share's interval leaves no doubt on which side of the limit that
  /// probability is; where the most seeds leave it open, the measured share decides.
  private static func graded(_ kind: Kind, _ exercise: Exercise, _ choices: Settings) async
    -> Calibration.Probe
  {
    let texts = exercise.texts(of: choices)
    guard exercise.usesChance else {
      let grade = await PassSearch.grade(of: exercise, choices, seeds: .probe)
      return Calibration.Probe(
        kind: kind, choices: texts, passed: grade.passed, probability: grade.passed ? 1 : 0)
    }
    var trials = Trials(
      [exercise.given.overlaid(by: choices)], of: exercise.simulation,
      from: PassSearch.Seeds.probe.first, measuring: exercise.criteria.map(\.metric))
    let test = SequentialTest(exercise.rates)
    var run = 0
    var passed = 0
    for stage in [hopeless] + stages {
      await trials.advance(by: stage - run)
      run = stage
      passed = trials[0].readings.count { exercise.isPassed(by: $0) }
      if run == hopeless {
        if passed == 0 { break }
        continue
      }
      let interval = WilsonInterval(passed: passed, of: run)
      if test.passProbability(rate: interval.high) <= mostPassing { break }
      if test.passProbability(rate: interval.low) > mostPassing { break }
    }
    let probability = test.passProbability(rate: Double(passed) / Double(max(1, run)))
    return Calibration.Probe(
      kind: kind, choices: texts, passed: probability > mostPassing, probability: probability)
  }

  /// The deepest passing cell at one place along an axis.
  private static func best(
    at place: Int, along axis: Int, of grid: SettingGrid, _ passing: [Bool]
  ) -> Settings? {
    grid.deepest(passing).first { grid.place(of: $0)[axis] == place }
      .flatMap { grid.settings(at: $0) }
  }
}

extension Settings {
  /// The same with one knob turned; nil if it cannot take the value.
  func turning(_ knob: any AnyKnob, to value: SettingValue) -> Settings? {
    var settings = self
    do {
      try settings.turn(knob.name, to: value)
    } catch {
      return nil
    }
    return settings
  }
}

extension PassSamples {
  /// The axes of a grid along which no value changes, wherever the other knobs stand.
  var idleAxes: [Int] {
    guard let grid = points.grid else { return [] }
    return grid.axes.indices.filter { axis in
      guard grid.axes[axis].count > 1 else { return false }
      return cells.allSatisfy { cell in
        var place = grid.place(of: cell)
        guard place[axis] > 0 else { return true }
        place[axis] -= 1
        let neighbour = values(of: grid.cell(at: place))
        return zip(values(of: cell), neighbour).allSatisfy { $0 == $1 }
      }
    }
  }
}
