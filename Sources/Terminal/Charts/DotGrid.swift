/// How the cells of a canvas are made of dots.
struct DotGrid: Hashable {
  /// The dots of a cell from left to right, and from top to bottom.
  let across: Int
  let down: Int

  /// How a cell looks by its dots, of which each is a bit, row by row from the top left; empty where a
  /// cell is one dot, which looks like the pen that drew it.
  let characters: [Character]

  /// Whether cells have dots of their own, and not only the marks of pens.
  var hasDots: Bool { !characters.isEmpty }

  /// The bit of a dot, counted from the top left of its cell.
  func bit(_ x: Int, _ y: Int) -> UInt8 { 1 << UInt8(truncatingIfNeeded: y * across + x) }
}

extension DotGrid {
  /// 2 × 4 dots a cell (Unicode, chapter "Braille"; its bits run down the left, then the right).
  static let braille = DotGrid(
    across: 2, down: 4,
    characters: (0..<256).map { (bits: UInt32) -> Character in
      let places: [UInt32] = [0, 3, 1, 4, 2, 5, 6, 7]
      let pattern = places.indices.reduce(0) { $0 | (bits >> UInt32($1) & 1) << places[$1] }
      return Unicode.Scalar(0x2800 + pattern).map(Character.init) ?? " "
    })

  /// 2 × 2 parts of a cell (Unicode, "Block Elements").
  static let block = DotGrid(across: 2, down: 2, characters: Array(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"))

  /// One mark a cell.
  static let ascii = DotGrid(across: 1, down: 1, characters: [])
}
