import Plotting

/// How one series looks: by pattern or mark first, by ink besides.
struct Pen: Hashable {
  /// Lengths in dots, drawn and left out in turn; empty for a line without gaps.
  var pattern: [Int] = []
  /// What a dot looks like where cells have no dots of their own.
  var mark: Character = "*"
  /// What stands at a sample, where samples are marked.
  var point: Character?
  var style = Style.plain
  /// How far from each other marks are along a path, in columns; 0 marks every sample.
  var spacing = 0.0
  /// Its points are too many for marks, and so many that they would hide lines.
  var isCrowd = false

  /// Whether the dot after so many others is drawn.
  func isDown(after travelled: Int) -> Bool {
    let period = pattern.reduce(0, +)
    guard period > 0 else { return true }
    var rest = travelled % period
    for (place, length) in pattern.enumerated() {
      if rest < length { return place.isMultiple(of: 2) }
      rest -= length
    }
    return true
  }

  /// A short piece of the line for a legend.
  func sample(_ marks: ChartMarks) -> StyledText {
    var canvas = Canvas(columns: marks.sampleColumns, rows: 1, grid: marks.grid)
    for x in 0..<canvas.width where isDown(after: x) {
      canvas.dot(x, canvas.height / 3, mark: mark, style)
    }
    if let point { canvas.put(point, column: canvas.columns / 2, row: 0, style) }
    return canvas.line(0)
  }
}

extension Pen {
  /// A pen for each series, no two alike among the first six of a style.
  ///
  /// A lone cloud of more points than `crowd` is drawn in dots, as marks would cover each other.
  ///
  /// - Parameter shades: characters that the background is made of, which no line should have.
  static func assigned(
    to figure: Figure, _ marks: ChartMarks, crowd: Int = .max, shades: [Character] = []
  ) -> [Pen] {
    let styles = figure.series.map(figure.style)
    let clouds = styles.count { !$0.isJoined }
    let paths = styles.count { $0.isMarked && $0.isJoined }
    var lines = 0
    var theories = 0
    var points = 0
    var free: [Character] = ["*", "+", "o", "x", "#", "@", "%", "=", "$", "~", "!", "w"]
    free = free.filter { !shades.contains($0) } + free.filter(shades.contains)
    func take(_ wanted: [Character]) -> Character {
      let mark = wanted.first(where: free.contains) ?? free.first ?? "*"
      free.removeAll { $0 == mark }
      return mark
    }
    return zip(figure.series, styles).enumerated().map { index, each in
      let (series, style) = each
      var pen = Pen(style: Style(.series(figure.ink(of: index))))
      if style == .theory {
        pen.pattern = marks.dotted[theories % marks.dotted.count]
        pen.mark = [".", ":", "'", ","][theories % 4]
        theories += 1
      } else if style.isMarked {
        let plain = take(["o", "x", "+", "*"])
        pen.point = marks.points.isEmpty ? plain : marks.points[points % marks.points.count]
        points += 1
        if style.isJoined {
          pen.mark = take([])
          // The steps of one path are worth seeing; several would bury each other.
          pen.spacing = paths > 1 ? 6 : 0
        } else if clouds == 1, min(series.x.count, series.y.count) > crowd {
          pen.isCrowd = true
          pen.pattern = [1, 3]
          if marks.grid.hasDots { pen.point = marks.crowd }
        }
      } else {
        pen.pattern = marks.dashes[lines % marks.dashes.count]
        lines += 1
        pen.mark = take([])
      }
      return pen
    }
  }
}
