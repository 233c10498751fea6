import Plotting

/// Samples of lines, marks and shades with their names, in rows below the title.
struct Legend {
  /// What an entry shows before its name.
  enum Sample: Hashable {
    case series(Look, isLine: Bool, isMarked: Bool)
    case contour
    case region(Paint)
    case missing
    case beyond(AxesExit.Edge)
    case absent

    /// What a sample takes of a row, space included.
    var width: Double {
      switch self {
      case .series(_, let isLine, _): isLine ? 48 : 20
      case .contour: 48
      case .region, .missing: 40
      case .beyond, .absent: 20
      }
    }
  }

  struct Entry: Hashable {
    let sample: Sample
    let text: String
    var x = 0.0
    var row = 0
  }

  static let rowHeight = 22.0

  private(set) var entries: [Entry] = []

  var height: Double { Double((entries.last?.row ?? -1) + 1) * Self.rowHeight }

  /// - Parameters:
  ///   - exits: the edges that series leave the axes over.
  ///   - across: the scale of the x axis.
  init(_ figure: Figure, _ looks: [Look], width: Double, exits: [AxesExit.Edge], on across: Scale) {
    var column = 0.0
    var row = 0
    var entries = Self.entries(figure, looks)
    if let absence = figure.absence, !absence.places(on: across).isEmpty {
      let label = absence.label.isEmpty ? "no value" : absence.label
      entries.append(Entry(sample: .absent, text: label))
    }
    if let edge = AxesExit.Edge.allCases.first(where: exits.contains) {
      entries.append(Entry(sample: .beyond(edge), text: "beyond the axis"))
    }
    for var entry in entries {
      let text = Lettering.shortened(entry.text, to: width - entry.sample.width, Lettering.body)
      let room = entry.sample.width + Lettering.width(text, Lettering.body)
      if column > 0, column + room > width {
        column = 0
        row += 1
      }
      entry = Entry(sample: entry.sample, text: text, x: column, row: row)
      self.entries.append(entry)
      column += room + 20
    }
  }

  private static func entries(_ figure: Figure, _ looks: [Look]) -> [Entry] {
    var entries: [Entry] = []
    let isSelfEvident = figure.series.count == 1 && figure.series[0].name == figure.y.label
    for (series, look) in zip(figure.series, looks) where !series.name.isEmpty && !isSelfEvident {
      entries.append(
        Entry(
          sample: .series(
            look, isLine: look.style.isJoined, isMarked: figure.hasMarks(look.style)),
          text: series.name + (figure.shows(series) ? "" : " (no data)")))
    }
    guard let field = figure.field, let grid = figure.grid else { return entries }
    switch figure.form.meaning.field {
    case .shades:
      if !grid.values.allSatisfy(\.isFinite) {
        entries.append(Entry(sample: .missing, text: "no value"))
      }
    case .regions:
      let (paints, names) = (figure.regionPaints(looks), figure.regionNames)
      entries.append(Entry(sample: .region(paints.below), text: names.below))
      entries.append(Entry(sample: .region(paints.above), text: names.above))
    case .contours:
      let levels = field.levels.filter(\.isFinite).map { Lettering.number($0, digits: 3) }
      if !levels.isEmpty {
        let name = field.label.isEmpty ? "" : field.label + " "
        entries.append(Entry(sample: .contour, text: name + levels.joined(separator: ", ")))
      }
    }
    return entries
  }

  /// The rows, the first of which begins at `y`.
  func elements(x: Double, y: Double) -> [Element] {
    entries.flatMap { entry in
      let left = x + entry.x
      let middle = y + (Double(entry.row) + 0.5) * Self.rowHeight
      let name = Text(entry.text, x: left + entry.sample.width, y: middle + 4.5)
      return Self.elements(entry.sample, left: left, middle: middle) + name.elements
    }
  }

  private static func elements(_ sample: Sample, left: Double, middle: Double) -> [Element] {
    let ends = [Point(x: left, y: middle), Point(x: left + 40, y: middle)]
    func swatch() -> Element {
      Element(
        "rect",
        [
          "x": left.coordinate, "y": (middle - 7).coordinate, "width": "32", "height": "14",
        ])
    }
    switch sample {
    case .series(let look, let isLine, let isMarked):
      let marks = isMarked ? look.marks([Point(x: left + (isLine ? 20 : 7), y: middle)]) : []
      return (isLine ? look.line(Path.open(ends)) : []) + marks
    case .contour: return [Contours.line(Path.open(ends))]
    case .region(let paint):
      return [swatch().filled(paint, opacity: Regions.opacity).stroked(.soft, width: 1)]
    case .beyond(let edge):
      return [EdgeMarks.arrow(Point(x: left + 7, y: middle), edge).filled(.text)]
    case .absent: return [EdgeMarks.cross(Point(x: left + 7, y: middle))]
    case .missing: return [swatch().filled(.grid).stroked(.soft, width: 1)]
    }
  }
}

extension Lettering {
  /// A number to so many significant digits as it is printed.
  static func number(_ value: Double, digits: Int) -> String {
    DecimalNumber(value, digits: digits).map { number($0.text) } ?? "?"
  }
}
