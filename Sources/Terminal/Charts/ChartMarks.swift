/// What the pictures of charts are made of: dots in cells, and whatever else stands in one.
///
/// Axes and words are none of it: those are in the alphabet of the screen.
struct ChartMarks: Hashable {
  let grid: DotGrid

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

  /// The same with shades that no line over them is taken for.
  var underLines: ChartMarks {
    var marks = self
    if grid.characters.contains(where: ramp.dropFirst().contains) { marks.ramp = Self.ascii.ramp }
    return marks
  }
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

  static let braille = dots(.braille, contour: [1, 2], contoursGiveWay: false, crowd: nil)
  static let block = dots(.block, contour: [1, 3], contoursGiveWay: true, crowd: "·")

  /// Marks of pens, by which lines differ.
  static let ascii = ChartMarks(
    grid: .ascii, dashes: [[]], dotted: [[1, 1]], contour: [], contoursGiveWay: false, points: [],
    crowd: nil, sampleColumns: 3, ramp: Array(" .:-=+*#%@"), region: ".", arrows: Array("^v<>"))

  private static func dots(
    _ grid: DotGrid, contour: [Int], contoursGiveWay: Bool, crowd: Character?
  ) -> ChartMarks {
    ChartMarks(
      grid: grid, dashes: [[], [6, 4], [5, 2, 1, 2], [2, 2], [9, 3], [5, 2, 1, 2, 1, 2]],
      dotted: [[1, 2], [1, 4], [2, 4], [1, 1, 1, 3]], contour: contour,
      contoursGiveWay: contoursGiveWay, points: Array("●○▲△■□"), crowd: crowd, sampleColumns: 7,
      ramp: Array(" ░▒▓█"), region: "·", arrows: Array("↑↓←→"))
  }
}
