import Authoring
import Course
import Experiments
import Terminal

extension Page {
  /// The rows of a map's or a curve's chart.
  private static let calibrationRows = 12

  /// A calibration: its picture, its figures, and what to do next.
  mutating func calibration(_ calibration: Calibration, of exercise: Exercise) {
    let given = exercise.given.values.filter { exercise.given.turned[$0.name] != nil }
    heading(exercise.id, given.map { "\($0.name) \($0.value.text)" })
    for criterion in exercise.criteria {
      text(StyledText("to pass: ", .muted) + StyledText(criterion.text))
    }
    blank()
    pictures(of: calibration, exercise)
    blank()
    table(facts(on: calibration, exercise))
    blank()
    verdict(on: calibration, exercise)
    blank()
    if let middle = calibration.middle {
      let turned = zip(calibration.axes, middle.choices).map { "--\($0.knob) \($1)" }
      let fixed = given.map { "--\($0.name) \($0.value.text)" }
      let words = ["knobs run", exercise.simulation.name] + turned + fixed
      next([(words.joined(separator: " "), "look at the middle")])
    } else {
      next([("knobs author check", "every fault of your lessons")])
    }
  }

  // Pictures

  /// A curve or strip along one number, a map over two, and slices of those beyond.
  private mutating func pictures(of calibration: Calibration, _ exercise: Exercise) {
    let slices = CalibrationSlice.all(of: calibration)
    for slice in slices {
      if slices.count > 1 || !slice.fixed.isEmpty {
        blank()
        text(StyledText(slice.fixed.joined(separator: ", "), .muted))
      }
      switch slice.axes.count {
      case 0:
        let cell = slice.cell([])
        text(StyledText(cell.map(Self.share) ?? "not run"))
      case 1: curve(slice, of: calibration, exercise)
      default: figure(slice.map(of: calibration), rows: Self.calibrationRows)
      }
    }
  }

  /// The metrics of the criteria along one knob, each with its bounds, over the strip of what passes.
  private mutating func curve(
    _ slice: CalibrationSlice, of calibration: Calibration, _ exercise: Exercise
  ) {
    for (index, criterion) in exercise.criteria.enumerated().prefix(2) {
      if index > 0 { blank() }
      var chart = Chart(slice.curve(of: criterion, index))
      // Cells without a value still have their place, as in the strip below.
      chart.x.domain = slice.axes[0].range
      chart.markers += criterion.bounds.map { .horizontal($0, NumberText.shortest($0)) }
      let indent = screen.width >= 60 ? 1 : 0
      let width = min(screen.width, Self.widestProse) - indent
      let rows = exercise.criteria.count > 1 ? 8 : Self.calibrationRows
      block(
        chart.lines(width: width, height: rows, usesUnicode: screen.usesUnicode), indent: indent)
    }
    blank()
    strip(slice)
  }

  /// One mark a setting: passes, passes on some seeds, does not pass.
  private mutating func strip(_ slice: CalibrationSlice) {
    let marks =
      screen.usesUnicode ? (all: "█", some: "▒", none: "·") : (all: "#", some: "+", none: ".")
    var line = StyledText()
    for place in slice.axes[0].values.indices {
      let cell = slice.cell([place])
      if cell?.passes ?? false {
        line.append(marks.all, .good)
      } else if (cell?.passed ?? 0) > 0 {
        line.append(marks.some, Style(.warning))
      } else {
        line.append(marks.none, .muted)
      }
    }
    let ends = "\(slice.axes[0].values.first ?? "") … \(slice.axes[0].values.last ?? "")"
    block([line], indent: 2)
    text(
      StyledText(
        "\(slice.axes[0].knob) \(ends): \(marks.all) passes, \(marks.some) on some seeds, "
          + "\(marks.none) does not", .muted))
  }

  // Figures

  private func facts(on calibration: Calibration, _ exercise: Exercise) -> TextTable {
    var rows: [[String]] = [
      [
        "share that passes", Self.percent(calibration.share),
        "of \(NumberText.count(calibration.cells.count, "setting")); wanted "
          + exercise.share.range.percentText,
      ]
    ]
    if let middle = calibration.middle {
      for (axis, (choice, extent)) in zip(calibration.axes, zip(middle.choices, middle.extents)) {
        let ends = "\(axis.values[extent.lowerBound]) … \(axis.values[extent.upperBound])"
        let width = NumberText.count(extent.count, "cell")
        rows.append(
          ["middle, \(axis.knob)", choice, axis.isNumeric ? "passes from \(ends), \(width)" : ""])
      }
    }
    switch calibration.margin {
    case .noise(let deviations, let index):
      rows.append([
        "margin at the middle", NumberText.significant(deviations, digits: 2),
        "times the seed noise of \(exercise.criteria[index].metric.name)",
      ])
    case .cells(let cells):
      rows.append([
        "margin at the middle", NumberText.count(cells, "cell"), "to the nearest that fails",
      ])
    case nil: break
    }
    if let heldOut = calibration.heldOut {
      let interval =
        "\(NumberText.percent(heldOut.interval.low)) to \(NumberText.percent(heldOut.interval.high))"
      rows.append([
        "held-out seeds", "\(heldOut.passed) of \(heldOut.run)",
        "\(interval); a grading passes with probability \(Self.percent(heldOut.verdictAtLow)) or more",
      ])
    }
    rows.append([
      "a random guess", Self.percent(calibration.guess),
      "passes; one of three, \(Self.percent(calibration.guessInThreeTries))",
    ])
    return TextTable(
      [.init(""), .init("", .trailing), .init("")],
      rows: rows.map { row in
        [StyledText(row[0]), StyledText(row[1], .bold), StyledText(row[2], .muted)]
      })
  }

  private mutating func verdict(on calibration: Calibration, _ exercise: Exercise) {
    let problems = Fairness.problems(with: exercise, calibration)
    if problems.isEmpty {
      text(StyledText("Fair. ", .good) + "Untouched settings and the ends of every range fail.")
    }
    for problem in problems {
      text(StyledText("\(exercise.name) ", .bad) + StyledText(problem), hanging: 2)
    }
    for suggestion in calibration.suggestions {
      text(
        StyledText("pass: \(suggestion.source)", .accent)
          + " would let \(Self.percent(suggestion.share)) pass, and be fair.")
    }
  }

  private static func share(_ cell: Calibration.Cell) -> String {
    cell.run > 1
      ? "\(cell.passed) of \(NumberText.count(cell.run, "seed")) pass"
      : cell.passes ? "passes" : "does not pass"
  }

  /// A share with one decimal below ten per cent.
  private static func percent(_ share: Double) -> String {
    let percent = share * 100
    return percent > 99 || percent < 10 && percent > 0
      ? "\(NumberText.fixed(min(percent, share < 1 ? 99.9 : 100), decimals: 1)) %"
      : NumberText.percent(share)
  }
}

extension ClosedRange<Double> {
  /// `3 … 25 %`.
  fileprivate var percentText: String {
    "\(NumberText.shortest((lowerBound * 100).rounded())) … "
      + "\(NumberText.shortest((upperBound * 100).rounded())) %"
  }
}
