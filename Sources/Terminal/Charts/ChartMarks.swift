/// What the pictures of charts are made of: how dots share a cell, and whatever else stands in one.
///
/// Axes and words are none of it: those are in the alphabet of the screen.
struct ChartMarks: Hashable {
  /// The dots of a cell from left to right, and from top to bottom.
  let dotsAcross: Int
  let dotsDown: Int

  /// How a cell looks by its dots, of which each is a bit, row by row from the top left; empty where a
  /// cell is one dot, which looks like the pen that drew it.
  let characters: [Character]

  /// The patterns of lines, of dots drawn and left out in turn.
  let dashes: [[Int]]

  /// The patterns of what theory says.
  let dotted: [[Int]]

  /// The pattern of lines of one level.
  let contour: [Int]

  /// Whether lines of one level make room, cell by cell, for what is drawn over them: where dots are
  /// coarse, those of both would hide the shape of either.
  let contoursGiveWay: Bool

  /// What stands at samples; empty where that is the pen's mark too.
  let points: [Character]

  /// What stands at the samples of a crowd of them; nil for a dot.
  let crowd: Character?

  /// The columns of a piece of a line in a legend.
  let sampleColumns: Int

  /// The shades of a map, from least to most.
  private(set) var ramp: [Character]

  /// The shade of a region.
  let region: Character

  /// What points over the edge: up, down, left and right.
  let arrows: [Character]

  /// Whether cells have dots of their own, and not only the marks of pens.
  var haveDots: Bool { !characters.isEmpty }

  /// The same with shades that no line over them is taken for, nor hidden by.
  var underLines: ChartMarks {
    var marks = self
    if characters.contains(where: ramp.dropFirst().contains) { marks.ramp = Self.ascii.ramp }
    return marks
  }

  /// The bit of a dot of the canvas in its cell.
  func bit(_ x: Int, _ y: Int) -> UInt8 { 1 << UInt8(y % dotsDown * dotsAcross + x % dotsAcross) }
}

extension ChartMarks {
  init(_ marks: Screen.Marks) {
    self =
      switch marks {
      case .braille: .braille
      case .block: .block
      case .ascii: .ascii
      }
  }

  /// 2 × 4 dots a cell (Unicode, chapter "Braille"; its bits run down the left, then the right).
  static let braille = dots(
    down: 4, contour: [1, 2],
    (0..<256).map { (bits: UInt32) -> Character in
      let places: [UInt32] = [0, 3, 1, 4, 2, 5, 6, 7]
      let pattern = places.indices.reduce(0) { $0 | (bits >> UInt32($1) & 1) << places[$1] }
      return Unicode.Scalar(0x2800 + pattern).map(Character.init) ?? " "
    })

  /// 2 × 2 dots a cell (Unicode, "Block Elements").
  static let block = dots(
    down: 2, contour: [1, 3], contoursGiveWay: true, crowd: "·", Array(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"))

  /// One mark a cell, by which lines differ.
  static let ascii = ChartMarks(
    dotsAcross: 1, dotsDown: 1, characters: [], dashes: [[]], dotted: [[1, 1]], contour: [],
    contoursGiveWay: false, points: [], crowd: nil, sampleColumns: 3, ramp: Array(" .:-=+*#%@"),
    region: ".", arrows: Array("^v<>"))

  private static func dots(
    down: Int, contour: [Int], contoursGiveWay: Bool = false, crowd: Character? = nil,
    _ characters: [Character]
  ) -> ChartMarks {
    ChartMarks(
      dotsAcross: 2, dotsDown: down, characters: characters,
      dashes: [[], [6, 4], [5, 2, 1, 2], [2, 2], [9, 3], [5, 2, 1, 2, 1, 2]],
      dotted: [[1, 2], [1, 4], [2, 4], [1, 1, 1, 3]], contour: contour,
      contoursGiveWay: contoursGiveWay, points: ["●", "○", "▲", "△", "■", "□"], crowd: crowd,
      sampleColumns: 7, ramp: Array(" ░▒▓█"),
      region: "·", arrows: Array("↑↓←→"))
  }
}
