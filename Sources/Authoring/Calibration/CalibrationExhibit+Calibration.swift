import Exhibits
import Experiments
import Grading

extension CalibrationExhibit {
  /// What was measured of an exercise.
  package init(_ calibration: Calibration, of exercise: Exercise) {
    let given = exercise.given.values.filter { exercise.given.turned[$0.name] != nil }
    self.init(
      Document(calibration, of: exercise), name: exercise.name,
      given: given.map { "\($0.name) \($0.value.text)" }, criteria: exercise.criteria.map(\.text),
      slices: CalibrationSlice.all(of: calibration).map {
        Slice($0, of: calibration, exercise)
      }, facts: Self.facts(on: calibration, exercise),
      next: Self.next(after: calibration, exercise), isSampled: calibration.sample != nil)
  }

  private static func next(after calibration: Calibration, _ exercise: Exercise) -> [NextStep] {
    guard let middle = calibration.middle else {
      return [NextStep("knobs author check", "every fault of your lessons")]
    }
    let turned = zip(calibration.axes, middle.choices).map { "--\($0.knob) \($1)" }
    let fixed = exercise.given.values.filter { exercise.given.turned[$0.name] != nil }
      .map { "--\($0.name) \($0.value.text)" }
    let words = ["knobs run", exercise.simulation.name] + turned + fixed
    return [NextStep(words.joined(separator: " "), "look at the middle")]
  }

  private static func facts(on calibration: Calibration, _ exercise: Exercise) -> [Fact] {
    let error = calibration.shareError
    var facts = [
      Fact(
        "share that passes",
        NumberText.share(calibration.share) + (error > 0 ? " ± \(NumberText.share(error))" : ""),
        "of \(NumberText.count(calibration.cells.count, "setting")); wanted "
          + exercise.share.text)
    ]
    if let middle = calibration.middle, let sample = calibration.sample {
      for (axis, (choice, passing)) in zip(calibration.axes, zip(middle.choices, sample.passing)) {
        facts.append(
          Fact(
            "middle, \(axis.knob)", choice,
            "some pass "
              + (axis.isNumeric
                ? "from " + passing.joined(separator: " … ")
                : "with " + passing.joined(separator: ", "))))
      }
    } else if let middle = calibration.middle {
      for (axis, (choice, extent)) in zip(calibration.axes, zip(middle.choices, middle.extents)) {
        let ends = "\(axis.values[extent.lowerBound]) … \(axis.values[extent.upperBound])"
        let width = NumberText.count(extent.count, "cell")
        facts.append(
          Fact(
            "middle, \(axis.knob)", choice,
            axis.isNumeric ? "passes from \(ends), \(width)" : ""))
      }
    }
    switch calibration.margin {
    case .noise(let deviations, let index):
      facts.append(
        Fact(
          "margin at the middle", NumberText.significant(deviations, digits: 2),
          "times the seed noise of \(exercise.criteria[index].metric.name)"))
    case .cells(let cells):
      facts.append(
        Fact("margin at the middle", NumberText.count(cells, "cell"), "to the nearest that fails"))
    case nil: break
    }
    if let heldOut = calibration.heldOut {
      let interval =
        "\(NumberText.percent(heldOut.interval.low)) to \(NumberText.percent(heldOut.interval.high))"
      facts.append(
        Fact(
          "held-out seeds", "\(heldOut.passed) of \(heldOut.run)",
          "\(interval); \(NumberText.share(heldOut.verdictAtLow)) of gradings pass, or more"))
    }
    facts.append(
      Fact(
        "a random guess", NumberText.share(calibration.guess),
        "passes; one of three, \(NumberText.share(calibration.guessInThreeTries))"))
    return facts
  }
}

extension CalibrationExhibit.Slice {
  fileprivate init(
    _ slice: CalibrationSlice, of calibration: Calibration, _ exercise: Exercise
  ) {
    let picture: Picture =
      switch slice.axes.count {
      case 0: .setting(slice.cell([]).map(\.passText) ?? "not run")
      case 1:
        .curves(
          exercise.criteria.enumerated().map { index, criterion in
            CalibrationExhibit.Curve(
              figure: slice.curve(of: criterion, index),
              holding: slice.holding(index, exercise))
          }, CalibrationExhibit.Strip(slice))
      default: .map(slice.map(of: calibration))
      }
    self.init(fixed: slice.fixed, picture: picture)
  }
}

extension CalibrationExhibit.Strip {
  fileprivate init(_ slice: CalibrationSlice) {
    let axis = slice.axes[0]
    let cells = axis.values.indices.map { slice.cell([$0]) }
    self.init(
      title: "\(axis.knob) \(axis.values.first ?? "") … \(axis.values.last ?? "")",
      cells: cells.map { cell in
        guard let cell, cell.passes || cell.passed > 0 else { return .fails }
        return cell.passes ? .passes : .passesOnSomeSeeds
      }, usesSeeds: cells.contains { ($0?.run ?? 0) > 1 })
  }
}

extension CalibrationExhibit.Document {
  fileprivate init(_ calibration: Calibration, of exercise: Exercise) {
    let names = calibration.axes.map(\.knob)
    func byKnob<Value>(_ values: [Value]) -> [String: Value] {
      Dictionary(zip(names, values), uniquingKeysWith: { $1 })
    }
    self.init(
      exercise: exercise.id, settings: calibration.cells.count, share: calibration.share,
      wanted: exercise.share.range,
      middle: calibration.middle.map { middle in
        Middle(
          settings: byKnob(middle.choices),
          region: byKnob(
            calibration.sample?.passing
              ?? zip(calibration.axes, middle.extents).map { axis, extent in
                [axis.values[extent.lowerBound], axis.values[extent.upperBound]]
              }))
      },
      margin: calibration.margin.map { margin in
        switch margin {
        case .noise(let deviations, let index):
          Margin(noise: deviations, metric: exercise.criteria[index].metric.name)
        case .cells(let cells): Margin(cells: cells)
        }
      },
      heldOut: calibration.heldOut.map { heldOut in
        HeldOut(
          run: heldOut.run, passed: heldOut.passed,
          interval: [heldOut.interval.low, heldOut.interval.high], verdict: heldOut.verdict,
          verdictAtLow: heldOut.verdictAtLow)
      },
      guess: calibration.guess, guessInThreeTries: calibration.guessInThreeTries,
      problems: Fairness.problems(with: exercise, calibration),
      suggestions: calibration.suggestions.map {
        Suggestion(criterion: $0.source, share: $0.share)
      })
  }
}

extension Calibration.Cell {
  /// How much of it passes, in words.
  fileprivate var passText: String {
    run > 1
      ? "\(passed) of \(NumberText.count(run, "seed")) pass" : passes ? "passes" : "does not pass"
  }
}
