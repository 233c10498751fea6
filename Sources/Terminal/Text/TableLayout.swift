/// The widths of a table's columns within a total.
struct TableLayout {
  /// Spaces between columns.
  static let gap = 2

  /// Columns for each column; nil when the table does not fit.
  let widths: [Int]?

  init(columns: [TextTable.Column], cells: [[StyledText]], width: Int) {
    let room = width - Self.gap * (columns.count - 1)
    let natural = columns.enumerated().map { index, column in
      max(cells.lazy.map { $0[index].displayWidth }.max() ?? 0, column.heading.displayWidth, 1)
    }
    // Where everything fits as it is, words need not be looked at.
    guard natural.reduce(0, +) > room else {
      widths = natural
      return
    }
    // A word this long may be torn rather than make the whole table unreadable.
    let longWord = max(12, width / 3)
    var widths: [Int] = []
    // Cells are wrapped down to a comfortable width before a heading is, then everything is.
    var comfortable: [Int] = []
    var least: [Int] = []
    for (index, column) in columns.enumerated() {
      let body = cells.map { $0[index] }
      let widest = body.map(\.displayWidth).max() ?? 0
      let isText = column.alignment == .leading || column.alignment == .centre
      // Text in a column so narrow that it takes more than a few lines reads better stacked.
      let words = (isText ? body : []).map { max($0.longestWord(), $0.displayWidth / 4) }.max()
      let runs = (isText ? body : []).map { $0.longestWord(isTorn: false) }.max() ?? 0
      let heading = column.heading.displayWidth
      widths.append(max(widest, heading, 1))
      least.append(
        max(min(words ?? widest, longWord), min(column.heading.longestWord(), longWord), 1))
      comfortable.append(max(least[index], heading, min(widest, 10), runs))
    }
    guard least.reduce(0, +) <= room else {
      self.widths = nil
      return
    }
    var excess = widths.reduce(0, +) - room
    for floor in [comfortable, least] {
      while excess > 0 {
        let wrappable = widths.indices.filter { widths[$0] > floor[$0] }
        guard let widest = wrappable.max(by: { widths[$0] < widths[$1] }) else { break }
        widths[widest] -= 1
        excess -= 1
      }
    }
    self.widths = widths
  }
}

extension StyledText {
  /// The columns of the longest part that wrapping keeps together.
  ///
  /// - Parameter isTorn: whether runs that are better unbroken are broken all the same.
  fileprivate func longestWord(isTorn: Bool = true) -> Int {
    let atoms = self.atoms
    var longest = 0
    var word = 0
    for (index, atom) in atoms.enumerated() {
      switch LineBreak.before(index, in: atoms) {
      case .welcome: word = 0
      case .unbroken: word = isTorn ? 0 : word + (atom.isSpace ? atom.width : 0)
      case .separator, .forbidden: break
      }
      if !atom.isSpace { word += atom.width }
      longest = max(longest, word)
    }
    return longest
  }
}
