import Experiments

/// Where the mouse finds something.
struct PlayZone: Sendable, Hashable {
  enum Target: Sendable, Hashable {
    /// A knob, by its place among all.
    case knob(Int)

    /// The track of a knob, from its first column to its last.
    case track(Int, first: Int, last: Int)

    /// One of a knob's choices.
    case choice(Int, SettingValue)
    case figure(Int)

    /// Where the pinned run stands.
    case pinned
  }

  var rows: Range<Int>
  var columns: Range<Int>
  var target: Target

  func contains(row: Int, column: Int) -> Bool {
    rows.contains(row) && columns.contains(column)
  }

  func moved(down rows: Int, right columns: Int) -> PlayZone {
    PlayZone(
      rows: self.rows.lowerBound + rows..<self.rows.upperBound + rows,
      columns: self.columns.lowerBound + columns..<self.columns.upperBound + columns,
      target: target.moved(right: columns))
  }
}

extension PlayZone.Target {
  fileprivate func moved(right columns: Int) -> PlayZone.Target {
    guard case .track(let knob, let first, let last) = self else { return self }
    return .track(knob, first: first + columns, last: last + columns)
  }
}
