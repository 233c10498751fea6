import Tuning

/// The part of an exercise's settings that passes, as far as a grid or a sample shows it.
package struct PassRegion: Sendable {
  package let points: PassPoints

  /// Whether each cell passes.
  package let passing: [Bool]

  /// How far every setting of a sample is inside what passes, in units of seed noise; empty for a grid.
  let safety: [Double]

  /// The share of the cells that pass.
  package var share: Double {
    passing.isEmpty ? 0 : Double(passing.count { $0 }) / Double(passing.count)
  }

  /// The passing cells, the deepest inside the region first: by their distance to a cell that does not
  /// pass, and in a sample, whose settings have no neighbours, by how safely they pass.
  package var deepest: [Int] {
    if let grid = points.grid { return grid.deepest(passing) }
    return passing.indices.filter { passing[$0] }.sorted {
      (-safety[$0], $0) < (-safety[$1], $1)
    }
  }

  /// The passing cells along one axis without a gap through a cell that passes, as places; nil for a
  /// sample.
  package func extent(through cell: Int, along axis: Int) -> ClosedRange<Int>? {
    guard let grid = points.grid else { return nil }
    var place = grid.place(of: cell)
    let start = place[axis]
    func passes(_ position: Int) -> Bool {
      guard grid.axes[axis].indices.contains(position) else { return false }
      place[axis] = position
      return passing[grid.cell(at: place)]
    }
    var low = start
    var high = start
    while passes(low - 1) { low -= 1 }
    while passes(high + 1) { high += 1 }
    return low...high
  }
}
