/// A name to stand beside the end of its line.
struct EndLabel: Hashable {
  let text: String
  let style: Style
  /// Where the line ends.
  let column: Int
  let row: Int
  /// How far down exactly, in dots.
  let depth: Double
}

/// Rows for labels that want to stand at `wanted` rows (in order), each on a row of its own and as
/// near as can be; `nil` where there are more labels than rows.
func spread(_ wanted: [Int], over rows: Int) -> [Int]? {
  guard wanted.count <= rows else { return nil }
  // Labels that touch form a block, which stands where its members' distances balance.
  var blocks: [(start: Int, count: Int, sum: Int)] = []
  for row in wanted {
    var block = (start: min(max(row, 0), rows - 1), count: 1, sum: row)
    while let before = blocks.last, before.start + before.count > block.start {
      blocks.removeLast()
      block.sum = before.sum + block.sum - block.count * before.count
      block.count += before.count
      let balanced = (Double(block.sum) / Double(block.count)).rounded()
      block.start = Int(min(max(balanced, 0), Double(rows - block.count)))
    }
    blocks.append(block)
  }
  return blocks.flatMap { block in (0..<block.count).map { block.start + $0 } }
}

extension Plot {
  /// Where names ended up.
  struct Labelling {
    /// The names right of the plot, by row.
    var margin: [Int: EndLabel] = [:]
    /// Places in the given labels whose name stands at the end of its line.
    var placed: Set<Int> = []
  }

  /// Writes names at the ends of their lines: in the plot where a line ends inside, else in a
  /// margin so wide.
  mutating func place(_ labels: [EndLabel], margin: Int) -> Labelling {
    var result = Labelling()
    var outside: [Int] = []
    for (index, label) in labels.enumerated() {
      if writeInside(label) {
        result.placed.insert(index)
      } else if columnWidth(label.text) + 1 <= margin, label.column >= canvas.columns - 3 {
        outside.append(index)
      }
    }
    outside.sort { (labels[$0].row, labels[$0].depth, $0) < (labels[$1].row, labels[$1].depth, $1) }
    while let rows = spread(outside.map { labels[$0].row }, over: canvas.rows) {
      // A name far from its line would name another one.
      if let far = outside.indices.first(where: { abs(labels[outside[$0]].row - rows[$0]) > 2 }) {
        outside.remove(at: far)
        continue
      }
      for (index, row) in zip(outside, rows) {
        result.margin[row] = labels[index]
        result.placed.insert(index)
      }
      break
    }
    return result
  }

  private mutating func writeInside(_ label: EndLabel) -> Bool {
    let start = label.column + 2
    let end = start + columnWidth(label.text)
    guard end <= canvas.columns else { return false }
    for row in [label.row, label.row - 1, label.row + 1] {
      let from = row == label.row ? start - 1 : label.column
      guard canvas.isFree(from..<min(end + 1, canvas.columns), row: row) else { continue }
      canvas.write(label.text, column: start, row: row, label.style)
      return true
    }
    return false
  }
}
