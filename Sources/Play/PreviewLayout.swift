import Exhibits
import Experiments
import Grading
import Lessons
import Screens
import Terminal
import Tuning

/// A lesson set for a screen, piece by piece, with an empty line between them.
struct PreviewLayout: Sendable {
  struct Piece: Sendable, Hashable {
    /// What it shows, by which it is found again in another version of the lesson.
    let content: String

    /// The title of the section that begins here; nil inside one.
    let section: String?

    /// At least one line.
    let lines: [StyledText]
  }

  /// The outcomes that are there, and the pieces that were set with them before.
  struct Kept: Sendable {
    var outcomes: [Run.Key: Outcome] = [:]

    /// The runs that are not made, as those before took all the work there is.
    var unaffordable: Set<Run.Key> = []
    fileprivate var lines: [String: [StyledText]] = [:]
    fileprivate var screen: Screen?
  }

  let pieces: [Piece]

  /// The line on which each piece begins.
  let starts: [Int]

  /// How many lines there are, those between the pieces too.
  let count: Int

  init(_ pieces: [Piece]) {
    self.pieces = pieces
    var starts: [Int] = []
    var count = 0
    for piece in pieces {
      starts.append(count)
      count += piece.lines.count + 1
    }
    self.starts = starts
    self.count = max(0, count - 1)
  }

  /// Sets the parts of a lesson; charts that were drawn for the same screen are not drawn again.
  init(_ parts: [LessonPart], _ screen: Screen, _ kept: inout Kept) {
    let earlier = kept.screen == screen ? kept.lines : [:]
    var charts: [String: [StyledText]] = [:]
    let outcomes = kept.outcomes
    var credited: Set<String> = []
    let pieces = parts.compactMap { part -> Piece? in
      let runs = part.runs
      let found = runs.compactMap { outcomes[$0.key] }
      let isWhole = found.count == runs.count
      let repeated = credited.intersection(found.credits)
      credited.formUnion(found.credits)
      let name = runs.isEmpty ? nil : part.chartName + repeated.sorted().joined()
      var lines = isWhole ? name.flatMap { earlier[$0] } ?? [] : []
      if lines.isEmpty {
        var page = Page(screen)
        if !isWhole, runs.contains(where: { kept.unaffordable.contains($0.key) }) {
          page.notRun(part)
        } else {
          page.set(part, isWhole ? found : nil, credited: repeated)
        }
        lines = page.lines
        while lines.last?.isEmpty ?? false { lines.removeLast() }
      }
      if isWhole, let name { charts[name] = lines }
      guard !lines.isEmpty else { return nil }
      let content = name ?? lines.map(\.text).joined(separator: "\n")
      return Piece(content: content, section: part.opening, lines: lines)
    }
    kept.lines = charts
    kept.screen = screen
    self.init(pieces)
  }

  /// Some of the lines.
  func lines(_ range: Range<Int>) -> [StyledText] {
    range.map { line in
      let place = place(of: line)
      guard pieces.indices.contains(place.piece) else { return StyledText() }
      let lines = pieces[place.piece].lines
      return lines.indices.contains(place.row) ? lines[place.row] : StyledText()
    }
  }

  /// The line at a place; for one that is not there, the nearest.
  func line(at place: PreviewPosition) -> Int {
    guard !pieces.isEmpty, place.piece >= 0 else { return 0 }
    guard place.piece < pieces.count else { return max(0, count - 1) }
    let rows = pieces[place.piece].lines.count
    return starts[place.piece] + min(max(0, place.row), rows)
  }

  /// The place of a line; the empty line behind a piece belongs to it.
  func place(of line: Int) -> PreviewPosition {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= line { low = middle } else { high = middle }
    }
    guard starts.indices.contains(low) else { return PreviewPosition() }
    return PreviewPosition(piece: low, row: max(0, line - starts[low]))
  }
}

extension LessonPart {
  /// What is drawn of its runs: another name, another drawing.
  fileprivate var chartName: String {
    let runs = runs.map(\.key.text)
    switch content {
    case .simulate(let directive):
      return (["simulate"] + directive.figures + ["|"] + directive.metrics + ["|"] + runs)
        .joined(separator: " ")
    case .compare(let directive):
      return
        (["compare"] + directive.figures + ["|"] + directive.metrics + ["|"]
        + directive.cases.map(\.label) + ["|"] + runs).joined(separator: "\n")
    case .opening, .empty, .prose, .predict, .exercise, .takeaway, .faulty: return ""
    }
  }
}
