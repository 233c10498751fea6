import Plotting

/// A sheet as it is drawn: a heading, and its lessons in one column or in two of about one height.
struct SheetDrawing {
  private static let margin = 36.0
  private static let gap = 40.0
  private static let column = 534.0
  private static let rowHeight = 17.0
  private static let lessonHeight = 23.0
  private static let partHeight = 32.0

  /// The most exercises of a page of one column.
  private static let mostInOne = 24

  private static let green = Paint.series[2]

  private let sheet: ProgressSheet
  private(set) var elements: [Element] = []
  private(set) var height = 0.0

  /// The left end of the column, and how far down the page is drawn.
  private var x = margin
  private var y = margin

  /// Draws a sheet.
  init(_ sheet: ProgressSheet) {
    self.sheet = sheet
    heading()
    let top = y
    let columns = isWide ? split : (sheet.parts[...], [])
    draw(columns.0)
    height = y
    (x, y) = (Self.margin + Self.column + Self.gap, top)
    draw(columns.1)
    height = max(height, y) + Self.margin
  }

  private var isWide: Bool { sheet.rows.count > Self.mostInOne }

  var width: Double { 2 * Self.margin + whole }

  /// How wide all columns are together.
  private var whole: Double { isWide ? 2 * Self.column + Self.gap : Self.column }

  /// What is said of the whole course.
  private mutating func heading() {
    text(sheet.heading, room: whole, size: 24, isBold: true, drop: 20)
    y += 34
    text(sheet.sum, room: whole, size: 15, drop: 14)
    y += 22
    text(sheet.span, room: whole, paint: .soft)
    y += 28
    let share = sheet.maximumPoints > 0 ? Double(sheet.points) / Double(sheet.maximumPoints) : 0
    elements.append(bar(whole, .grid))
    if share > 0 { elements.append(bar(max(8, whole * min(share, 1)), Self.green)) }
    y += 18
  }

  private func bar(_ width: Double, _ paint: Paint) -> Element {
    Element(
      "rect",
      [
        "x": x.coordinate, "y": y.coordinate, "width": width.coordinate, "height": "8", "rx": "4",
      ]
    ).filled(paint)
  }

  private static func height(of lesson: ProgressSheet.Lesson) -> Double {
    lessonHeight + rowHeight * Double(lesson.rows.count)
  }

  private static func height(of part: ProgressSheet.Part) -> Double {
    part.lessons.reduce(part.title == nil ? 0 : partHeight) { $0 + height(of: $1) }
  }

  /// The parts in two columns: those of the first end with the lesson that makes them about equal.
  private var split: (ArraySlice<ProgressSheet.Part>, ArraySlice<ProgressSheet.Part>) {
    let half = sheet.parts.reduce(0) { $0 + Self.height(of: $1) } / 2
    var first: [ProgressSheet.Part] = []
    var used = 0.0
    for (index, part) in sheet.parts.enumerated() {
      let height = Self.height(of: part)
      // A part stands in one column, unless that would leave the other far too short.
      if used + height <= half * 1.12 {
        first.append(part)
        used += height
        continue
      }
      let rest = sheet.parts[(index + 1)...]
      guard used < half * 0.88 else { return (first[...], sheet.parts[index...]) }
      var count = 0
      used += part.title == nil ? 0 : Self.partHeight
      for lesson in part.lessons {
        let next = used + Self.height(of: lesson)
        guard abs(next - half) < abs(used - half) || first.isEmpty && count == 0 else { break }
        used = next
        count += 1
      }
      let head = part.lessons.prefix(count)
      let tail = part.lessons.dropFirst(count)
      if !head.isEmpty { first.append(.init(title: part.title, lessons: Array(head))) }
      let second = ProgressSheet.Part(
        title: part.title.map { head.isEmpty ? $0 : "\($0), continued" }, lessons: Array(tail))
      return (first[...], ([second] + rest)[...])
    }
    return (first[...], [])
  }

  private mutating func draw(_ parts: ArraySlice<ProgressSheet.Part>) {
    for part in parts {
      if let title = part.title {
        text(title, room: Self.column, size: 15, isBold: true, drop: 24)
        y += Self.partHeight
      }
      for lesson in part.lessons { draw(lesson) }
    }
  }

  private mutating func draw(_ lesson: ProgressSheet.Lesson) {
    let path = "M\(x.coordinate) \(y.coordinate)h\(Self.column.coordinate)"
    elements.append(Element("path", ["d": path, "fill": "none"]).stroked(.grid, width: 1))
    text(lesson.title, room: Self.column, drop: 15.5)
    y += Self.lessonHeight - 3
    for row in lesson.rows { draw(row) }
    y += 3
  }

  /// Where the columns of a row begin or end.
  private static let mark = 8.0
  private static let name = 22.0
  private static let points = 342.0
  private static let day = 364.0

  private mutating func draw(_ row: ProgressSheet.Row) {
    let place = Point(x: x + Self.mark, y: y + 8)
    if row.isPassed {
      elements.append(
        Element("path", ["d": Look.Shape.disc.path(around: place, radius: 5)]).filled(Self.green))
      let tick = "M\((place.x - 2.4).coordinate) \(place.y.coordinate)l1.7 1.9 3.1 -3.7"
      var line = Element("path", ["d": tick, "fill": "none"])
      line.set("stroke-linecap", "round")
      elements.append(line.stroked(.ground, width: 1.5))
    } else {
      let ring = Look.Shape.disc.path(around: place, radius: 4.4)
      elements.append(Element("path", ["d": ring, "fill": "none"]).stroked(.soft, width: 1.2))
    }
    let paint = row.isPassed ? Paint.text : .soft
    let size = Lettering.small
    text(row.name, at: Self.name, room: 240, size: size, paint: paint, drop: 12)
    text(
      "\(row.points) of \(row.maximumPoints)", at: Self.points, room: 76, size: size, paint: paint,
      anchor: .end, drop: 12)
    text(row.day, at: Self.day, room: 90, size: size, paint: .soft, drop: 12)
    text(
      row.version, at: Self.column, room: 76, size: size, paint: .soft, anchor: .end, drop: 12)
    y += Self.rowHeight
  }

  /// Text whose line stands so far below where the page is drawn, cut to its room.
  private mutating func text(
    _ text: String, at offset: Double = 0, room: Double, size: Double = Lettering.body,
    paint: Paint = .text, anchor: Text.Anchor = .start, isBold: Bool = false, drop: Double = 13.5
  ) {
    let shown = Lettering.shortened(text, to: room, size)
    guard !shown.isEmpty else { return }
    elements +=
      Text(
        shown, x: x + offset, y: y + drop, size: size, paint: paint, anchor: anchor, isBold: isBold
      ).elements
  }
}
