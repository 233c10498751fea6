/// Whole numbers near the products of two margins, with the same margins.
///
/// Source: Cox 1987, "A constructive procedure for unbiased controlled rounding", without the draw:
/// while an entry is not whole, a closed walk through such entries that turns at each between row
/// and column is raised and lowered in turn until one of them is.
enum ControlledRounding {
  /// Each entry is `rows[i]`·`columns[j]`/total rounded up or down; rows and columns add up.
  ///
  /// - Precondition: no margin is negative, and both add up to the same total.
  static func table(rows: [Int], columns: [Int]) -> [[Int]] {
    let total = rows.reduce(0, +)
    precondition(columns.reduce(0, +) == total, "margins differ in their total")
    guard total > 0 else { return rows.map { _ in columns.map { _ in 0 } } }
    // In units of 1/total every entry is an integer, whole where the total divides it.
    var parts = rows.map { row in columns.map { row * $0 } }
    while let walk = closedWalk(parts, total) {
      let rise = walk.enumerated().map { turn, entry in
        let part = parts[entry.row][entry.column] % total
        return turn.isMultiple(of: 2) ? total - part : part
      }
      let step = rise.min() ?? 0
      for (turn, entry) in walk.enumerated() {
        parts[entry.row][entry.column] += turn.isMultiple(of: 2) ? step : -step
      }
    }
    return parts.map { row in row.map { $0 / total } }
  }

  /// Entries that are not whole, each in the row or in the column of the one before, in turn.
  ///
  /// Rows and columns are the vertices of a graph, such entries its edges. Margins are whole, so no
  /// such entry is alone in its row or column, and a walk always goes on until it meets itself.
  private static func closedWalk(_ parts: [[Int]], _ total: Int) -> [(row: Int, column: Int)]? {
    let vertices = parts.count + (parts.first?.count ?? 0)
    func entry(_ a: Int, _ b: Int) -> (row: Int, column: Int) {
      (min(a, b), max(a, b) - parts.count)
    }
    func broken(_ a: Int, _ b: Int) -> Bool {
      let (row, column) = entry(a, b)
      return row < parts.count && column >= 0 && parts[row][column] % total != 0
    }
    guard let first = parts.indices.first(where: { row in parts[row].contains { $0 % total != 0 } })
    else { return nil }
    var path = [first]
    var before = -1
    while let here = path.last,
      let next = (0..<vertices).first(where: { $0 != before && broken(here, $0) })
    {
      if let start = path.firstIndex(of: next) {
        return zip(path[start...], path[(start + 1)...] + [next]).map(entry)
      }
      before = here
      path.append(next)
    }
    return nil
  }
}
