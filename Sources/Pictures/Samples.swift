import Plotting

/// The samples of a series on a picture.
struct Samples {
  /// The distance from a mark of a line to its next.
  private static let spacing = 72.0

  let places: [Point?]
  private let frame: Frame

  init(_ series: Figure.Series, _ frame: Frame) {
    self.frame = frame
    places = zip(series.x, series.y).map { frame.place($0, $1) }
  }

  /// Places along the line in view, near enough to each other to tell how close it comes.
  var way: [Point] {
    let spacing = 8.0
    return zip(places, places.dropFirst()).flatMap { from, to -> [Point] in
      guard let from, let to else { return [] }
      let count = Int(Swift.min(from.distance(to: to), 10 * frame.width) / spacing) + 1
      return (0...count).map { step in
        let share = Double(step) / Double(count)
        return Point(x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y))
      }.filter(frame.contains)
    } + visible
  }

  var visible: [Point] { places.compactMap(\.self).filter(frame.contains) }

  /// Samples some way apart, which is enough to tell lines from each other; all of them where
  /// there are few.
  ///
  /// - Parameter start: where on its way the first mark is, as a share of the distance between two.
  func spaced(start: Double) -> [Point] {
    let visible = visible
    guard visible.count > 24 else { return visible }
    // Not the way along the line, which noise would fill with marks.
    var apart = Self.spacing * start
    var last = visible.first
    return visible.filter { place in
      guard place.distance(to: last ?? place) >= apart else { return false }
      last = place
      apart = Self.spacing
      return true
    }
  }
}

extension Figure {
  /// Whether series of a style have marks: a line alone needs none unless it has few samples.
  func hasMarks(_ style: Series.Style) -> Bool {
    guard style != .theory else { return false }
    let measured = series.filter { $0.role == .measured }
    return style.isMarked || measured.count > 1 || measured.allSatisfy { $0.x.count <= 60 }
  }
}

extension Picture {
  /// So many marks of a scatter are a cloud, in front of which theory has to stand.
  private static let cloud = 60

  /// Whether marks hide theory: they are many, and few of them on its line, which would hide those.
  private func isCloud(_ marks: [Point]) -> Bool {
    guard marks.count > Self.cloud else { return false }
    let lines = figure.series.filter { $0.role == .theory }.map { Samples($0, frame).places }
    return !lines.contains { line in 5 * marks.count { $0.isOn(line) } >= marks.count }
  }

  /// All series from back to front: clouds and lines, theory, and the marks that lines have.
  var seriesElements: [Element] {
    var layers: [[Element]] = [[], [], []]
    for (index, (series, look)) in zip(figure.series, looks).enumerated() {
      let samples = Samples(series, frame)
      guard samples.places.contains(where: { $0 != nil }) else { continue }
      let start = Double(index) / Double(figure.series.count)
      let visible = samples.visible
      if look.style == .theory {
        layers[1].append(group(series, look.line(path(samples))))
      } else if look.style.isJoined {
        let path = path(samples)
        let rim = shades == nil ? [] : [look.rim(path)]
        layers[0].append(group(series, rim + look.line(path)))
        var marks =
          figure.hasMarks(look.style)
          ? look.marks(samples.spaced(start: start), radius: 3.6) : []
        // A path that is out of view at its end has no end to be marked.
        if look.style == .path, let end = samples.places.compactMap(\.self).last,
          frame.contains(end)
        {
          marks += look.marks([end], radius: 6)
        }
        layers[2] += marks
      } else {
        let marks = look.marks(visible, radius: visible.count > 300 ? 2.8 : 4.2)
        layers[isCloud(visible) ? 0 : 2].append(group(series, marks))
      }
    }
    return layers.joined().filter { $0.name != "g" || !$0.children.isEmpty }
  }

  /// The line through samples, without those that no eye would miss where that is asked for.
  private func path(_ samples: Samples) -> String {
    Path.broken(samples.places, within: tolerance)
  }

  /// A series under its name, which pointing at it shows.
  private func group(_ series: Figure.Series, _ parts: [Element]) -> Element {
    let name = Element("title", text: series.name)
    return Element("g", children: parts.isEmpty || series.name.isEmpty ? parts : [name] + parts)
  }
}

extension Point {
  func distance(to other: Point) -> Double {
    let (dx, dy) = (other.x - x, other.y - y)
    return (dx * dx + dy * dy).squareRoot()
  }

  /// Whether a line passes through a mark at this place.
  fileprivate func isOn(_ line: [Point?]) -> Bool {
    zip(line, line.dropFirst()).contains { from, to in
      guard let from, let to else { return false }
      return distance(toLineFrom: from, to: to) <= 3
    }
  }
}
