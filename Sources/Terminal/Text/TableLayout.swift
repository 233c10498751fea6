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
    // Cells are wrapped down to a comfortable width before a heading is, then everything is.
    var comfortable: [Int] = []
    var least: [Int] = []
    for (index, column) in columns.enumerated() {
      let isText = column.alignment == .leading || column.alignment == .centre
      // Text in a column so narrow that it takes more than a few lines reads better stacked.
      var words = 0
      var runs = 0
      var widest = 0
      for row in cells {
        let columns = row[index].displayWidth
        widest = max(widest, columns)
        // Of cells that are no wider than what was found, nothing is longer.
        guard isText, columns > min(words, runs) else { continue }
        let parts = row[index].longestParts
        words = max(words, parts.torn, columns / 4)
        runs = max(runs, parts.whole)
      }
      let heading = column.heading.displayWidth
      least.append(
        max(
          min(isText && !cells.isEmpty ? words : widest, longWord),
          min(column.heading.longestParts.torn, longWord), 1))
      comfortable.append(max(least[index], heading, min(widest, 10), runs))
    }
    guard least.reduce(0, +) <= room else {
      self.widths = nil
      return
    }
    widths = [comfortable, least].reduce(natural) { Self.narrowed($0, to: room, floors: $1) }
  }

  /// Widths that add up to no more than there is room for, the widest made narrower first.
  ///
  /// - Parameter floors: what none is made narrower than, whether or not there is room then.
  static func narrowed(_ widths: [Int], to room: Int, floors: [Int]) -> [Int] {
    func cut(to level: Int) -> [Int] {
      zip(widths, floors).map { max(min($0, level), min($0, $1)) }
    }
    guard widths.reduce(0, +) > room else { return widths }
    // The lowest level at which they do not fit, or just do.
    var (low, high) = (0, widths.max() ?? 0)
    while low < high {
      let middle = (low + high) / 2
      if cut(to: middle).reduce(0, +) >= room { high = middle } else { low = middle + 1 }
    }
    var cut = cut(to: low)
    var excess = cut.reduce(0, +) - room
    for index in cut.indices where excess > 0 && cut[index] == low && low > floors[index] {
      cut[index] -= 1
      excess -= 1
    }
    return cut
  }
}

extension StyledText {
  /// The columns of the longest part that wrapping keeps together: where runs that are better
  /// unbroken are torn all the same, and where they are not.
  fileprivate var longestParts: (torn: Int, whole: Int) {
    let atoms = AtomRow(self)
    var longest = (torn: 0, whole: 0)
    var (torn, whole) = (0, 0)
    for (index, atom) in atoms.all.enumerated() {
      switch LineBreak.before(index, in: atoms) {
      case .welcome: (torn, whole) = (0, 0)
      case .unbroken: torn = 0
      case .separator, .forbidden: break
      }
      if !atom.isSpace {
        torn += Int(atom.width)
        whole += Int(atom.width)
      }
      longest = (max(longest.torn, torn), max(longest.whole, whole))
    }
    return longest
  }
}
