/// Tries evenly spaced values of every axis with each of the others.
///
/// Every choice stands on its axis; what room those leave is dealt out evenly among the numbers, whose
/// values are the middles of equal parts.
package struct GridSearch: Strategy {
  package static let name = "grid"
  package static let summary = "tries evenly spaced values of every knob with each other"

  private let search: Search

  /// The number of values along each axis.
  package let counts: [Int]

  package init(_ search: Search) {
    self.search = search
    counts = Self.counts(search.cube.axes, room: search.budget)
  }

  /// How many values each axis gets, so that no more than `room` meet.
  private static func counts(_ axes: [Cube.Axis], room: Int) -> [Int] {
    var room = room
    var counts = [Int](repeating: 1, count: axes.count)
    for (place, axis) in axes.enumerated() {
      guard case .choices(let count) = axis else { continue }
      counts[place] = max(1, min(count, room))
      room /= counts[place]
    }
    // The shortest first, so that what they do not take is left to the others.
    let numbers = axes.indices.filter { if case .choices = axes[$0] { false } else { true } }
      .sorted { (axes[$0].count ?? .max, $0) < (axes[$1].count ?? .max, $1) }
    for (done, place) in numbers.enumerated() {
      let side = Root.floor(numbers.count - done, of: room)
      counts[place] = max(1, min(axes[place].count ?? side, side))
      room /= counts[place]
    }
    return counts
  }

  /// Nothing is learnt from what was found: the grid is the grid.
  package func propose(after observations: [Observation]) -> [Proposal] {
    Array(points.dropFirst(observations.count).prefix(search.budget)).map {
      Proposal($0, resource: search.resource.most)
    }
  }

  /// The points of the grid, the first axis varying fastest, those that stand for the same once.
  private var points: [[Double]] {
    var seen = Set<[Double]>()
    return (0..<counts.reduce(1, *)).compactMap { cell in
      var rest = cell
      let point = search.cube.settled(
        counts.map { count in
          defer { rest /= count }
          return (Double(rest % count) + 0.5) / Double(count)
        })
      return seen.insert(point).inserted ? point : nil
    }
  }
}
