import Exhibits
import Experiments
import Terminal

extension CalibrationExhibit: ScreenExhibit {
  /// The picture, the figures, and what to do next.
  ///
  /// On a terminal it takes no more than one screen, as far as that goes.
  package func set(on page: inout Page) {
    let whole = page.with(self, Page.Room())
    // One row is the shell's.
    func excess(_ other: Page) -> Int { other.lines.count - (page.screen.height - 1) }
    guard page.screen.isTerminal, excess(whole) > 0 else {
      page = whole
      return
    }
    let low = page.with(self, Page.Room(isLow: true))
    guard excess(low) > 0 else {
      page = low
      return
    }
    let fewest = hasMap ? Page.fewestRowsOfMap : Page.fewestRows
    let rows = max(fewest, Page.calibrationRows - excess(low))
    page = page.with(self, Page.Room(rows: rows, isLow: true))
  }

  private var hasMap: Bool {
    slices.contains { if case .map = $0.picture { true } else { false } }
  }
}

extension Page {
  /// The rows of a map's or a curve's chart, at most and at least.
  fileprivate static let calibrationRows = 12
  fileprivate static let fewestRows = 4

  /// The fewest rows in which a map is still one, though the page be longer than the screen.
  fileprivate static let fewestRowsOfMap = 8

  /// The rows of each of two curves.
  private static let rowsOfTwo = 8

  /// How much room the pictures of a calibration take.
  fileprivate struct Room {
    var rows = Page.calibrationRows

    /// Whether one curve has to do, with a strip for every criterion, and no line is left empty
    /// that need not be.
    var isLow = false
  }

  fileprivate func with(_ calibration: CalibrationExhibit, _ room: Room) -> Page {
    var page = self
    page.add(calibration, room)
    return page
  }

  private mutating func add(_ calibration: CalibrationExhibit, _ room: Room) {
    heading(calibration.document.exercise, calibration.given)
    if room.isLow {
      let all = calibration.criteria.joined(separator: ", ")
      text(StyledText("to pass: ", .muted) + StyledText(all))
    } else {
      for criterion in calibration.criteria {
        text(StyledText("to pass: ", .muted) + StyledText(criterion))
      }
      blank()
    }
    pictures(of: calibration, room)
    blank()
    table(
      TextTable(
        [.init(""), .init("", .trailing), .init("")],
        rows: calibration.facts.map { fact in
          [StyledText(fact.name), StyledText(fact.value, .bold), StyledText(fact.remark, .muted)]
        }))
    if !room.isLow { blank() }
    verdict(on: calibration)
    blank()
    next(calibration.next)
  }

  /// A curve or strip along one number, a map over two, and slices of those beyond.
  private mutating func pictures(of calibration: CalibrationExhibit, _ room: Room) {
    let slices = calibration.slices
    for slice in slices {
      if slices.count > 1 || !slice.fixed.isEmpty {
        if !room.isLow { blank() }
        text(StyledText(slice.fixed.joined(separator: ", "), .muted))
      }
      switch slice.picture {
      case .setting(let words): text(StyledText(words))
      case .curves(let curves, let strip): self.curves(curves, over: strip, room)
      case .map(let figure): self.figure(figure, rows: room.rows)
      }
    }
  }

  /// The metrics of the criteria along one knob, each with its bounds, over the strip of what passes.
  ///
  /// Where there is little room, the criterion that fewest settings meet is drawn.
  private mutating func curves(
    _ curves: [CalibrationExhibit.Curve], over strip: CalibrationExhibit.Strip, _ room: Room
  ) {
    if room.isLow {
      if let strictest = curves.min(by: { $0.holding < $1.holding }) { curve(strictest, room) }
    } else {
      for (index, curve) in curves.prefix(2).enumerated() {
        if index > 0 { blank() }
        var room = room
        if curves.count > 1 { room.rows = min(room.rows, Self.rowsOfTwo) }
        self.curve(curve, room)
      }
      blank()
    }
    self.strip(strip)
  }

  private mutating func curve(_ curve: CalibrationExhibit.Curve, _ room: Room) {
    var figure = curve.figure
    if room.isLow {
      // What it shows stands at the axis and at the curve, and the knob below the strip.
      figure.title = ""
      figure.x.label = ""
    }
    self.figure(figure, rows: room.rows)
  }

  /// One mark a setting: passes, passes on some seeds, does not pass.
  ///
  /// Where there are more settings than columns, a mark stands for the best of two neighbours.
  private mutating func strip(_ strip: CalibrationExhibit.Strip) {
    guard !screen.isPlain else {
      let passing = strip.cells.count { $0 == .passes }
      return text(
        StyledText("\(strip.title): \(passing) of \(strip.cells.count) places along it pass"))
    }
    let marks =
      screen.usesUnicode ? (all: "█", some: "▒", none: "·") : (all: "#", some: "+", none: ".")
    var line = StyledText()
    let cells = strip.cells
    let columns = max(1, min(cells.count, proseWidth - 2))
    for column in 0..<columns {
      let here = cells[column * cells.count / columns..<(column + 1) * cells.count / columns]
      if here.contains(.passes) {
        line.append(marks.all, .good)
      } else if here.contains(.passesOnSomeSeeds) {
        line.append(marks.some, Style(.warning))
      } else {
        line.append(marks.none, .muted)
      }
    }
    block([line], indent: 2)
    let some = strip.usesSeeds ? ", \(marks.some) on some seeds" : ""
    text(
      StyledText(
        "\(strip.title): \(marks.all) passes\(some), \(marks.none) does not", .muted))
  }

  private mutating func verdict(on calibration: CalibrationExhibit) {
    if let praise = calibration.praise {
      text(StyledText("Fair. ", .good) + StyledText(praise))
    }
    for problem in calibration.document.problems {
      text(StyledText("\(calibration.name) ", .bad) + StyledText(problem), hanging: 2)
    }
    for (criterion, effect) in calibration.suggestions {
      text(StyledText(criterion, .accent) + StyledText(" \(effect)"))
    }
  }
}
