import Experiments

extension Overlay {
  typealias Labelled = (label: String, figure: Figure)

  /// The figures in groups that say the same, in the order of their firsts.
  static func alike(_ found: [Labelled]) -> [[Labelled]] {
    var groups: [[Labelled]] = []
    for one in found {
      if let place = groups.firstIndex(where: { group in
        group.allSatisfy { $0.figure.agrees(with: one.figure) }
      }) {
        groups[place].append(one)
      } else {
        groups.append([one])
      }
    }
    return groups
  }

  /// Figures that are alike as one, with the samples and the markers of all.
  static func merged(_ group: [Labelled]) -> Figure {
    var sum = group[0].figure
    for one in group.dropFirst() {
      for index in sum.series.indices { sum.series[index].add(one.figure.series[index]) }
    }
    sum.speak(for: group.map(\.figure))
    let all = group.flatMap { label, figure in figure.markers.map { (label, $0) } }
    sum.markers = []
    for (label, marker) in all where !sum.markers.contains(marker) {
      // One name in several places needs the run it is of.
      let isShared = all.contains { $1.label == marker.label && $1 != marker }
      var named = marker
      if isShared { named.label += ": \(label)" }
      sum.markers.append(named)
    }
    return sum
  }
}

extension Figure {
  /// Whether two figures differ in nothing but what is said of the run in titles and markers and, if
  /// their samples are pooled, in where they looked.
  fileprivate func agrees(with other: Figure) -> Bool {
    guard name == other.name, form == other.form, x == other.x, y == other.y,
      field == other.field, series.count == other.series.count,
      title == other.title || subject == other.subject && !subject.isEmpty
    else { return false }
    return zip(series, other.series).allSatisfy {
      $0.agrees(with: $1, mayLookElsewhere: form.meaning.runs == .pooled)
    }
  }
}

extension Figure.Series {
  /// The most places that one of two series of the same dots may have to itself.
  private static let mostOwn = 2

  /// Whether two series say the same of every place that both have, which is nearly all of them.
  fileprivate func agrees(with other: Figure.Series, mayLookElsewhere: Bool) -> Bool {
    guard name == other.name, role == other.role else { return false }
    guard mayLookElsewhere else { return isDrawn(like: other) }
    func isSame(_ a: Double, _ b: Double) -> Bool { a == b || a.isNaN && b.isNaN }
    let known = Dictionary(zip(x, y), uniquingKeysWith: { first, _ in first })
    let shared = zip(other.x, other.y).filter { known[$0.0] != nil }
    return shared.allSatisfy { place, value in known[place].map { isSame($0, value) } ?? true }
      && max(x.count, other.x.count) - shared.count <= Self.mostOwn && !shared.isEmpty
  }

  /// Whether two series are the same line.
  func isDrawn(like other: Figure.Series) -> Bool {
    func isSame(_ a: Double, _ b: Double) -> Bool { a == b || a.isNaN && b.isNaN }
    return x.elementsEqual(other.x, by: isSame) && y.elementsEqual(other.y, by: isSame)
  }

  /// Adds what another says of places that this one does not have.
  fileprivate mutating func add(_ other: Figure.Series) {
    let known = Set(x)
    let news = zip(other.x, other.y).filter { !known.contains($0.0) }
    guard !news.isEmpty else { return }
    let all = (Array(zip(x, y)) + news).sorted { $0.0 < $1.0 }
    (x, y) = (all.map(\.0), all.map(\.1))
  }
}
