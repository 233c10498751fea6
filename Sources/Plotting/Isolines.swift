/// Lines of equal value through a field: marching squares, the pieces joined end to end.
///
/// Places are fractions of the field's width and height, from its lower left corner. Squares with a
/// corner that is not finite are left out.
package func isolines(of field: Grid, at level: Double) -> [[Point]] {
  guard field.isWhole, field.columns > 1, field.rows > 1, level.isFinite else { return [] }
  var crossings: [Int: Point] = [:]
  var links: [Int: [Int]] = [:]
  for row in 0..<field.rows - 1 {
    for column in 0..<field.columns - 1 {
      let square = Square(field, column: column, row: row, level: level)
      for (from, to) in square?.pieces ?? [] {
        crossings[from.edge] = from.place
        crossings[to.edge] = to.place
        links[from.edge, default: []].append(to.edge)
        links[to.edge, default: []].append(from.edge)
      }
    }
  }
  return chains(links).map { $0.compactMap { crossings[$0] } }
}

/// Joins pairs of edges into runs: open ones from their ends, then closed ones.
private func chains(_ links: [Int: [Int]]) -> [[Int]] {
  var left = links
  var result: [[Int]] = []
  let edges = links.keys.sorted()
  let ends = edges.filter { links[$0]?.count == 1 }
  for start in ends + edges {
    var chain = [start]
    var edge = start
    while let next = left[edge]?.first {
      left[edge]?.removeFirst()
      if let back = left[next]?.firstIndex(of: edge) { left[next]?.remove(at: back) }
      chain.append(next)
      edge = next
    }
    if chain.count > 1 { result.append(chain) }
  }
  return result
}

/// Four neighbouring nodes of a field and where a level passes between them.
private struct Square {
  struct Crossing {
    let edge: Int
    let place: Point
  }

  /// Bottom, right, top, left; `nil` where the level does not cross that side.
  private var sides: [Crossing?] = []
  private var joinsBottomLeft = false

  init?(_ field: Grid, column: Int, row: Int, level: Double) {
    guard let a = field.value(column: column, row: row),
      let b = field.value(column: column + 1, row: row),
      let c = field.value(column: column + 1, row: row + 1),
      let d = field.value(column: column, row: row + 1)
    else { return nil }
    func crossing(
      _ from: Double, _ to: Double, _ column: Int, _ row: Int, isUpright: Bool
    ) -> Crossing? {
      guard (from < level) != (to < level) else { return nil }
      let way = (level / 2 - from / 2) / (to / 2 - from / 2)
      let t = way.isFinite ? min(max(way, 0), 1) : 0.5
      return Crossing(
        edge: 2 * (row * field.columns + column) + (isUpright ? 1 : 0),
        place: Point(
          x: (Double(column) + (isUpright ? 0 : t)) / Double(field.columns - 1),
          y: (Double(row) + (isUpright ? t : 0)) / Double(field.rows - 1)))
    }
    sides = [
      crossing(a, b, column, row, isUpright: false),
      crossing(b, c, column + 1, row, isUpright: true),
      crossing(d, c, column, row + 1, isUpright: false),
      crossing(a, d, column, row, isUpright: true),
    ]
    // Where opposite corners agree, the middle decides which two of the four belong together.
    let middle = a / 4 + b / 4 + c / 4 + d / 4
    joinsBottomLeft = (middle < level) != (a < level)
  }

  var pieces: [(Crossing, Crossing)] {
    let found = sides.compactMap(\.self)
    if found.count == 4 {
      return joinsBottomLeft
        ? [(found[0], found[3]), (found[1], found[2])]
        : [(found[0], found[1]), (found[2], found[3])]
    }
    return found.count == 2 ? [(found[0], found[1])] : []
  }
}
