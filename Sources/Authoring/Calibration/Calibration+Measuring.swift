import Experiments
import Files
import Grading
import Tuning

extension Calibration {
  /// The calibration of an exercise, from the cache if nothing about it has changed.
  ///
  /// - Parameter ran: called after every run of the search, from several threads.
  package static func of(
    _ exercise: Exercise, _ cache: Cache, ran: @escaping @Sendable () -> Void = {}
  ) async -> Calibration {
    await cache.value("calibration", for: key(of: exercise)) { await measure(exercise, ran: ran) }
  }

  /// Measures an exercise; the result does not depend on the number of cores.
  static func measure(_ exercise: Exercise, ran: @escaping @Sendable () -> Void = {}) async
    -> Calibration
  {
    var samples = PassSamples(exercise, ran: ran)
    await samples.fill(for: exercise)
    var calibration = await measure(exercise, samples)
    if !exercise.share.range.contains(calibration.share) {
      calibration.suggestions = await suggestions(for: exercise, samples)
    }
    calibration.between = await between(exercise, calibration, samples)
    return calibration
  }

  /// Measures an exercise of which the grid has been run.
  static func measure(_ exercise: Exercise, _ samples: PassSamples) async -> Calibration {
    let region = samples.region(of: exercise)
    let answer = await PassSearch.answer(of: exercise, in: region)
    var heldOut: (seeds: HeldOut?, margin: Margin)?
    if let answer { heldOut = await margin(of: exercise, answer, region) }
    return Calibration(
      axes: axes(of: region.points),
      cells: cells(of: exercise, samples),
      sample: sample(of: exercise, region),
      middle: answer.map { middle(exercise, $0, region) },
      heldOut: heldOut?.seeds,
      margin: heldOut?.margin,
      guess: guess(exercise, samples),
      probes: await Probe.all(of: exercise, middle: answer?.choices, region),
      idleKnobs: await idleKnobs(of: exercise, answer?.choices, samples))
  }

  /// The axes of a grid; of a sample the ends of every number's range.
  private static func axes(of points: PassPoints) -> [Axis] {
    let values: [(any AnyKnob, [SettingValue])] =
      switch points {
      case .grid(let grid): Array(zip(grid.knobs, grid.axes))
      case .sample(let sample): sample.knobs.map { ($0, $0.domain.grid(2)) }
      }
    return values.map { knob, values in
      Axis(
        knob: knob.name, values: values.map(\.text), numbers: values.compactMap(\.number),
        isLogarithmic: knob.domain.scale == .log)
    }
  }

  private static func sample(of exercise: Exercise, _ region: PassRegion) -> Sample? {
    guard case .sample(let sample) = region.points else { return nil }
    let passing = zip(sample.settings, region.passing).filter { $1 }.map(\.0)
    return Sample(
      settings: sample.settings.map(exercise.texts),
      passing: exercise.choices.map { knob in
        let values = passing.compactMap { $0[knob.name] }
        guard knob.domain.bounds != nil else {
          return knob.domain.grid(2).filter(values.contains).map(\.text)
        }
        let sorted = values.sorted { ($0.number ?? 0) < ($1.number ?? 0) }
        return [sorted.first, sorted.last].compactMap { $0?.text }
      })
  }

  /// How many seeds show that a knob changes nothing.
  private static let seedsOfIdleness = 4

  /// Chosen knobs that change nothing: in a grid wherever the others stand, in a sample from one end
  /// of their range to the other at the middle, where they do something.
  private static func idleKnobs(
    of exercise: Exercise, _ middle: Settings?, _ samples: PassSamples
  ) async -> [String] {
    guard samples.points.grid == nil else {
      return samples.idleAxes.map { exercise.choices[$0].name }
    }
    guard let middle else { return [] }
    let resting = exercise.simulation.idleKnobs(exercise.given.overlaid(by: middle))
    var idle: [String] = []
    for knob in exercise.choices where !resting.contains(knob.name) {
      let ends = knob.domain.grid(2)
      let settings = ends.compactMap { middle.turning(knob, to: $0) }
      var trials = Trials(
        settings.map { exercise.given.overlaid(by: $0) }, of: exercise.simulation,
        from: PassSearch.Seeds.probe.first, measuring: exercise.criteria.map(\.metric))
      await trials.advance(by: exercise.usesChance ? seedsOfIdleness : 1)
      let readings = trials.trials.map(\.readings)
      if readings.allSatisfy({ $0 == readings.first }) { idle.append(knob.name) }
    }
    return idle
  }

  private static func cells(of exercise: Exercise, _ samples: PassSamples) -> [Cell] {
    samples.cells.map { cell in
      let tally = samples.tally(of: cell, for: exercise)
      let seeds = samples.values(of: cell).prefix(tally.run)
      return Cell(
        run: tally.run, passed: tally.passed, passes: samples.passes(cell, exercise),
        medians: exercise.criteria.indices.map { index in Median.of(seeds.map { $0[index] }) })
    }
  }

  private static func middle(
    _ exercise: Exercise, _ answer: (cell: Int, choices: Settings), _ region: PassRegion
  ) -> Middle {
    Middle(
      cell: answer.cell, place: region.points.grid?.place(of: answer.cell) ?? [],
      choices: exercise.texts(of: answer.choices),
      extents: exercise.choices.indices.compactMap {
        region.extent(through: answer.cell, along: $0)
      })
  }

  /// The mean over all cells of the probability that a grading passes, taking each cell's share of
  /// passing seeds for its pass rate.
  private static func guess(_ exercise: Exercise, _ samples: PassSamples) -> Double {
    let cells = samples.cells
    guard exercise.usesChance, !cells.isEmpty else { return samples.region(of: exercise).share }
    var known: [PassSamples.Tally: Double] = [:]
    var sum = 0.0
    for cell in cells {
      let tally = samples.tally(of: cell, for: exercise)
      guard tally.run > 0 else { continue }
      let probability =
        known[tally]
        ?? SequentialTest(exercise.rates)
        .passProbability(rate: Double(tally.passed) / Double(tally.run))
      known[tally] = probability
      sum += probability
    }
    return sum / Double(cells.count)
  }
}

extension Exercise {
  /// The value of each chosen knob as it is typed, in the exercise's order.
  func texts(of choices: Settings) -> [String] {
    self.choices.map { (choices[$0.name] ?? $0.defaultValue).text }
  }
}
