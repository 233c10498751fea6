import Course
import Experiments

extension Calibration.Probe {
  /// Grades everything that should not pass.
  ///
  /// That is: nothing touched; each chosen number at an end of its range, the others at the middle
  /// and, if any cell there passes, at the deepest of those; and, where several knobs are chosen,
  /// each number left as the simulation has it with the others at the middle. Choices have no
  /// ends, and the one that a simulation has is as good an answer as any other.
  static func all(of exercise: Exercise, middle: Settings?, _ region: PassRegion) async
    -> [Calibration.Probe]
  {
    let untouched = exercise.simulation.defaults
    var probes = [await graded(.untouched, exercise, untouched)]
    for (axis, knob) in exercise.choices.enumerated() where knob.domain.bounds != nil {
      let values = region.grid.axes[axis]
      if values.count > 2, let first = values.first, let last = values.last {
        for (place, end) in [(0, first), (values.count - 1, last)] {
          var choices: [Settings] = []
          if let middle, let settings = middle.turning(knob, to: end) { choices.append(settings) }
          if let best = best(at: place, along: axis, of: region) { choices.append(best) }
          for settings in choices {
            let probe = await graded(.end(knob: knob.name), exercise, settings)
            probes.append(probe)
            if probe.passed { break }
          }
        }
      }
      if exercise.choices.count > 1, let middle,
        let settings = middle.turning(knob, to: knob.defaultValue)
      {
        probes.append(await graded(.left(knob: knob.name), exercise, settings))
      }
    }
    return probes
  }

  private static func graded(_ kind: Kind, _ exercise: Exercise, _ choices: Settings) async
    -> Calibration.Probe
  {
    let grade = await PassSearch.grade(of: exercise, choices, seeds: .probe)
    return Calibration.Probe(
      kind: kind, choices: exercise.texts(of: choices), passed: grade.passed)
  }

  /// The deepest passing cell at one place along an axis.
  private static func best(at place: Int, along axis: Int, of region: PassRegion) -> Settings? {
    let grid = region.grid
    return grid.deepest(region.passing).first { grid.place(of: $0)[axis] == place }
      .flatMap { grid.settings(at: $0) }
  }
}

extension Settings {
  /// The same with one knob turned; nil if it can not take the value.
  fileprivate func turning(_ knob: any AnyKnob, to value: SettingValue) -> Settings? {
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
  /// The axes along which no value changes, wherever the other knobs stand.
  var idleAxes: [Int] {
    grid.axes.indices.filter { axis in
      guard grid.axes[axis].count > 1 else { return false }
      return values.indices.allSatisfy { cell in
        var place = grid.place(of: cell)
        guard place[axis] > 0 else { return true }
        place[axis] -= 1
        let neighbour = values[grid.cell(at: place)]
        return zip(values[cell], neighbour).allSatisfy { $0 == $1 }
      }
    }
  }
}
