import Plotting

/// Samples of lines and marks with what they mean, in as few lines as hold them.
struct Legend {
  private var entries: [StyledText] = []
  let width: Int
  let marks: ChartMarks
  let usesUnicode: Bool

  init(width: Int, marks: ChartMarks, usesUnicode: Bool) {
    self.width = width
    self.marks = marks
    self.usesUnicode = usesUnicode
  }

  /// Adds an entry, its name shortened to what a line holds.
  mutating func add(_ sample: StyledText, _ name: String, _ style: Style = .plain) {
    var entry = sample
    if !sample.isEmpty, !name.isEmpty { entry.append(" ") }
    let room = width - columnWidth(entry.text)
    entry.append(shortened(name, to: room, usesUnicode: usesUnicode), style)
    entries.append(entry)
  }

  var lines: [StyledText] {
    var result: [StyledText] = []
    for entry in entries {
      if let line = result.last,
        columnWidth(line.text) + 3 + columnWidth(entry.text) <= width
      {
        result[result.count - 1] = line + StyledText("   ") + entry
      } else {
        result.append(entry)
      }
    }
    return result
  }
}

extension Legend {
  mutating func add(
    _ series: Figure.Series, _ style: Figure.Series.Style, _ pen: Pen, isInView: Bool
  ) {
    var sample = pen.sample(marks)
    if !style.isJoined, let point = pen.point {
      sample = StyledText(String(point), pen.style)
    }
    let isEmpty = !zip(series.x, series.y).contains { $0.isFinite && $1.isFinite }
    let note = isInView ? "" : isEmpty ? " (no data)" : " (out of view)"
    add(sample, series.name + note)
  }

  mutating func add(_ marker: Figure.Marker, isInView: Bool) {
    guard !marker.label.isEmpty else { return }
    add(
      Plot.pen(of: marker).sample(marks),
      marker.label + (isInView ? "" : " (out of view)"))
  }

  /// What the marks at the edge say.
  mutating func add(_ edges: [AxesExit.Edge]) {
    let found = AxesExit.Edge.allCases.filter(edges.contains)
    guard !found.isEmpty else { return }
    let arrows = found.map { String(marks.arrow($0)) }.joined(separator: " ")
    add(StyledText(arrows), "beyond the axis")
  }

  /// What the marks on the x axis say.
  mutating func add(_ absence: Figure.Absence?, on scale: Scale) {
    guard let absence, !absence.places(on: scale).isEmpty else { return }
    add(
      StyledText(String(AxisLabels.absent(usesUnicode)), .bold),
      absence.label.isEmpty ? "no value" : absence.label)
  }

  mutating func addField(of figure: Figure) {
    guard let field = figure.field, field.grid != nil else { return }
    func short(_ value: Double, _ digits: Int = 3) -> String {
      DecimalNumber(value, digits: digits)?.text ?? "?"
    }
    let name = field.label.isEmpty ? "" : field.label + " "
    switch figure.form.meaning.field {
    case .shades:
      let shown = field.values.filter(\.isFinite)
      guard let least = shown.min(), let most = shown.max() else {
        return add("", field.label + " (no data)")
      }
      let bar = usesUnicode ? "│" : "|"
      let times = max(1, 15 / marks.ramp.count)
      let ramp = marks.ramp.map { String(repeating: $0, count: times) }.joined()
      var sample = StyledText(field.label.isEmpty ? "" : field.label + "  ")
      // What is next to nothing beside the greatest is nothing to a reader.
      let isNothing = least > 0 && least < most / 1000
      sample.append((isNothing ? "0" : short(least)) + " ")
      sample.append(bar, .muted)
      sample.append(ramp)
      sample.append(bar, .muted)
      sample.append(" " + short(most))
      guard columnWidth(sample.text) < width else {
        return add("", "\(field.label) \(short(least, 2)) to \(short(most, 2))")
      }
      add(sample, "")
      if shown.count < field.values.count { add(StyledText("?", .muted), "no value") }
    case .contours:
      let list = field.levels.filter(\.isFinite).map { short($0) }.joined(separator: ", ")
      add(Plot.contourPen(marks).sample(marks), name + list)
    case .regions:
      let shade = String(repeating: marks.region, count: 3)
      let part = field.regionNames.above
      guard part.isEmpty else { return add(StyledText(shade, .muted), part) }
      add(
        StyledText(shade, .muted), name + (usesUnicode ? "≥ " : ">= ") + short(field.threshold))
    }
  }
}
