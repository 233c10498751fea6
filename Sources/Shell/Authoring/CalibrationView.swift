import Authoring
import Course
import Experiments
import Terminal

extension Page {
  /// The rows of a map's or a curve's chart, at most and at least.
  private static let calibrationRows = 12
  private static let fewestRows = 4

  /// The fewest rows in which a map is still one, though the page be longer than the screen.
  private static let fewestRowsOfMap = 8

  /// How much room the pictures of a calibration take.
  private struct Room {
    var rows = Page.calibrationRows

    /// Whether one curve has to do, with a strip for every criterion, and no line is left empty
    /// that need not be.
    var isLow = false
  }

  /// A calibration: its picture, its figures, and what to do next.
  ///
  /// On a terminal it takes no more than one screen, as far as that goes.
  mutating func calibration(_ calibration: Calibration, of exercise: Exercise) {
    let whole = with(calibration, of: exercise, Room())
    // One row is the shell's.
    func excess(_ page: Page) -> Int { page.lines.count - (screen.height - 1) }
    guard screen.isTerminal, excess(whole) > 0 else {
      self = whole
      return
    }
    let low = with(calibration, of: exercise, Room(isLow: true))
    guard excess(low) > 0 else {
      self = low
      return
    }
    let isMap = calibration.axes.count { $0.isNumeric } > 1
    let rows = max(
      isMap ? Self.fewestRowsOfMap : Self.fewestRows, Self.calibrationRows - excess(low))
    self = with(calibration, of: exercise, Room(rows: rows, isLow: true))
  }

  private func with(_ calibration: Calibration, of exercise: Exercise, _ room: Room) -> Page {
    var page = self
    page.add(calibration, of: exercise, room)
    return page
  }

  private mutating func add(_ calibration: Calibration, of exercise: Exercise, _ room: Room) {
    let given = exercise.given.values.filter { exercise.given.turned[$0.name] != nil }
    heading(exercise.id, given.map { "\($0.name) \($0.value.text)" })
    if room.isLow {
      let all = exercise.criteria.map(\.text).joined(separator: ", ")
      text(StyledText("to pass: ", .muted) + StyledText(all))
    } else {
      for criterion in exercise.criteria {
        text(StyledText("to pass: ", .muted) + StyledText(criterion.text))
      }
      blank()
    }
    pictures(of: calibration, exercise, room)
    blank()
    table(facts(on: calibration, exercise))
    if !room.isLow { blank() }
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
  private mutating func pictures(
    of calibration: Calibration, _ exercise: Exercise, _ room: Room
  ) {
    let slices = CalibrationSlice.all(of: calibration)
    for slice in slices {
      if slices.count > 1 || !slice.fixed.isEmpty {
        if !room.isLow { blank() }
        text(StyledText(slice.fixed.joined(separator: ", "), .muted))
      }
      switch slice.axes.count {
      case 0:
        let cell = slice.cell([])
        text(StyledText(cell.map(Self.share) ?? "not run"))
      case 1: curves(slice, exercise, room)
      default: figure(slice.map(of: calibration), rows: room.rows)
      }
    }
  }

  /// The metrics of the criteria along one knob, each with its bounds, over the strip of what passes.
  ///
  /// Where there is little room, the criterion that fewest settings meet is drawn.
  private mutating func curves(
    _ slice: CalibrationSlice, _ exercise: Exercise, _ room: Room
  ) {
    let indices = exercise.criteria.indices
    if room.isLow {
      let strictest = indices.min { slice.holding($0, exercise) < slice.holding($1, exercise) }
      if let strictest { curve(slice, exercise.criteria[strictest], strictest, room) }
    } else {
      for index in indices.prefix(2) {
        if index > 0 { blank() }
        var room = room
        if indices.count > 1 { room.rows = min(room.rows, Self.rowsOfTwo) }
        curve(slice, exercise.criteria[index], index, room)
      }
      blank()
    }
    strip(slice)
  }

  /// The rows of each of two curves.
  private static let rowsOfTwo = 8

  private mutating func curve(
    _ slice: CalibrationSlice, _ criterion: Criterion, _ index: Int, _ room: Room
  ) {
    var curve = slice.curve(of: criterion, index)
    if room.isLow {
      // What it shows stands at the axis and at the curve, and the knob below the strip.
      curve.title = ""
      curve.x.label = ""
    }
    figure(curve, rows: room.rows)
  }

  /// One mark a setting: passes, passes on some seeds, does not pass.
  ///
  /// Where there are more settings than columns, a mark stands for the best of two neighbours.
  private mutating func strip(_ slice: CalibrationSlice) {
    let marks =
      screen.usesUnicode ? (all: "█", some: "▒", none: "·") : (all: "#", some: "+", none: ".")
    var line = StyledText()
    let cells = slice.axes[0].values.indices.map { slice.cell([$0]) }
    let columns = max(1, min(cells.count, proseWidth - 2))
    for column in 0..<columns {
      let here = cells[column * cells.count / columns..<(column + 1) * cells.count / columns]
      if here.contains(where: { $0?.passes ?? false }) {
        line.append(marks.all, .good)
      } else if here.contains(where: { ($0?.passed ?? 0) > 0 }) {
        line.append(marks.some, Style(.warning))
      } else {
        line.append(marks.none, .muted)
      }
    }
    let ends = "\(slice.axes[0].values.first ?? "") … \(slice.axes[0].values.last ?? "")"
    block([line], indent: 2)
    let some = cells.contains { ($0?.run ?? 0) > 1 } ? ", \(marks.some) on some seeds" : ""
    text(
      StyledText(
        "\(slice.axes[0].knob) \(ends): \(marks.all) passes\(some), \(marks.none) does not",
        .muted))
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
        "\(interval); \(Self.percent(heldOut.verdictAtLow)) of gradings pass, or more",
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
