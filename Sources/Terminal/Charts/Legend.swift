import Plotting

/// Samples of lines and marks with what they mean, in as few lines as hold them.
struct Legend {
  private var entries: [StyledText] = []
  let width: Int
  let usesUnicode: Bool

  init(width: Int, usesUnicode: Bool) {
    self.width = width
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
  mutating func add(_ series: Chart.Series, _ pen: Pen, isInView: Bool) {
    var sample = pen.sample(usesUnicode: usesUnicode)
    if series.style == .points, let point = pen.point {
      sample = StyledText(String(point), pen.style)
    }
    let isEmpty = !zip(series.x, series.y).contains { $0.isFinite && $1.isFinite }
    let note = isInView ? "" : isEmpty ? " (no data)" : " (out of view)"
    add(sample, series.name + note)
  }

  mutating func add(_ marker: Chart.Marker, isInView: Bool) {
    guard !marker.label.isEmpty else { return }
    let sample =
      switch marker {
      case .vertical: Plot.markerPen(isUpright: true).sample(usesUnicode: usesUnicode)
      case .horizontal: Plot.markerPen(isUpright: false).sample(usesUnicode: usesUnicode)
      case .point: StyledText(String(Plot.pointGlyph(usesUnicode)), .bold)
      }
    add(sample, marker.label + (isInView ? "" : " (out of view)"))
  }

  mutating func add(_ field: Chart.Field) {
    guard field.isWhole else { return }
    func short(_ value: Double, _ digits: Int = 3) -> String {
      DecimalNumber(value, digits: digits)?.text ?? "?"
    }
    switch field.kind {
    case .heat(let scale):
      let shown = field.values.filter(scale.shows)
      guard let least = shown.min(), let most = shown.max() else {
        return add("", field.label + " (no data)")
      }
      let bar = usesUnicode ? "│" : "|"
      let times = usesUnicode ? 3 : 1
      let ramp = Plot.ramp(usesUnicode).map { String(repeating: $0, count: times) }.joined()
      var sample = StyledText(field.label.isEmpty ? "" : field.label + "  ")
      // What is next to nothing beside the greatest is nothing to a reader.
      let isNothing = scale == .linear && least > 0 && least < most / 1000
      sample.append((isNothing ? "0" : short(least)) + " ")
      sample.append(bar, .muted)
      sample.append(ramp)
      sample.append(bar, .muted)
      sample.append(" " + short(most))
      if scale == .log { sample.append(" (log)") }
      guard columnWidth(sample.text) < width else {
        return add("", "\(field.label) \(short(least, 2)) to \(short(most, 2))")
      }
      add(sample, "")
      if shown.count < field.values.count { add(StyledText("?", .muted), "no value") }
    case .contours(let levels):
      let name = field.label.isEmpty ? "" : field.label + " "
      let list = levels.filter(\.isFinite).map { short($0) }.joined(separator: ", ")
      add(Plot.contourPen(usesUnicode).sample(usesUnicode: usesUnicode), name + list)
    case .regions(let threshold, let part):
      let shade = String(repeating: Plot.regionShade(usesUnicode), count: 3)
      guard part.isEmpty else { return add(StyledText(shade, .muted), part) }
      let name = field.label.isEmpty ? "" : field.label + " "
      add(StyledText(shade, .muted), name + (usesUnicode ? "≥ " : ">= ") + short(threshold))
    }
  }
}
