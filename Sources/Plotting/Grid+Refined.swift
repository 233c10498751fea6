extension Grid {
  /// The grid with so many steps where one was, values between nodes taken from cubics.
  ///
  /// The cubics pass through the nodes with the slopes that their neighbours suggest (Catmull and
  /// Rom, 1974) and give back any quadratic; a side with a missing value stays missing.
  package func refined(by parts: Int) -> Grid {
    guard isWhole, parts > 1, columns > 1, rows > 1 else { return self }
    let (across, up) = ((columns - 1) * parts + 1, (rows - 1) * parts + 1)
    let wide = (0..<rows).flatMap { row in
      Self.refined(Array(values[row * columns..<(row + 1) * columns]), parts)
    }
    var fine = [Double](repeating: .nan, count: across * up)
    for column in 0..<across {
      let line = Self.refined((0..<rows).map { wide[$0 * across + column] }, parts)
      for (row, value) in line.enumerated() { fine[row * across + column] = value }
    }
    return Grid(columns: across, rows: up, values: fine)
  }

  private static func refined(_ values: [Double], _ parts: Int) -> [Double] {
    var result: [Double] = []
    for index in 0..<values.count - 1 {
      let (from, to) = (values[index], values[index + 1])
      let before = index > 0 ? values[index - 1] : .nan
      let after = index + 2 < values.count ? values[index + 2] : .nan
      // Beyond an end the neighbours on the other side go on as they do.
      let left = before.isFinite ? before : after.isFinite ? 3 * from - 3 * to + after : from
      let right = after.isFinite ? after : before.isFinite ? 3 * to - 3 * from + before : to
      let isStraight = !before.isFinite && !after.isFinite
      result.append(from)
      for part in 1..<parts {
        let t = Double(part) / Double(parts)
        let straight = from + t * (to - from)
        let (rise, fall) = ((to - left) / 2, (right - from) / 2)
        let bend = (rise - (to - from)) * (1 - t) - (fall - (to - from)) * t
        result.append(isStraight ? straight : straight + t * (1 - t) * bend)
      }
    }
    return result + values.suffix(1)
  }
}
