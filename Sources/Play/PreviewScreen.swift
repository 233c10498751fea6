import Exhibits
import Experiments
import Lessons
import Screens
import Terminal
import Tuning

/// What a preview shows, and where in the lesson it is: all that is drawn follows from this.
struct PreviewScreen: Sendable {
  /// The name of the file, for the line at the bottom.
  let title: String
  private(set) var screen: Screen
  private(set) var faults: [LessonFault] = []

  /// What has become of the file, where it cannot be shown as it is.
  private(set) var notice: String?

  private(set) var layout = PreviewLayout([])
  private var parts: [LessonPart] = []
  private var kept = PreviewLayout.Kept()

  /// The place one was at, in the version of the lesson that had its piece.
  private var place = PreviewPosition()
  private var contents: [String] = []

  init(title: String, screen: Screen) {
    self.title = title
    self.screen = screen
  }

  /// Shows another version of the lesson; nil leaves the one that is shown.
  mutating func show(
    _ parts: [LessonPart]?, faults: [LessonFault], outcomes: [Run.Key: Outcome] = [:],
    unaffordable: Set<Run.Key> = []
  ) {
    self.faults = faults
    notice = nil
    guard let parts else { return }
    self.parts = parts
    fill(outcomes, unaffordable: unaffordable)
  }

  /// Whether what is shown is what is in the file.
  var isShowingFile: Bool { notice == nil }

  /// Names other faults than before of the version that is shown.
  mutating func report(_ faults: [LessonFault]) { self.faults = faults }

  /// Says what has become of the file.
  mutating func show(notice: String) { self.notice = notice }

  /// Fills in what was found, and says which runs there is no work left for.
  mutating func fill(_ outcomes: [Run.Key: Outcome], unaffordable: Set<Run.Key> = []) {
    kept.outcomes = outcomes
    kept.unaffordable = unaffordable
    lay()
  }

  /// Sets the lesson for a screen of another size.
  mutating func resize(to screen: Screen) {
    settle(shown ?? place)
    let before = layout.pieces.indices.contains(place.piece) ? layout.pieces[place.piece] : nil
    self.screen = screen
    layout = PreviewLayout(parts, screen, &kept)
    // A piece that is set wider or narrower has as many rows more or less above the place.
    if layout.pieces.indices.contains(place.piece), let before {
      place.row = place.row * layout.pieces[place.piece].lines.count / before.lines.count
    }
    contents = layout.pieces.map(\.content)
  }

  private mutating func lay() {
    layout = PreviewLayout(parts, screen, &kept)
    let new = layout.pieces.map(\.content)
    let moved = place.moved(from: contents, to: new)
    // While the piece is away, as in a file that is half written, the way back to it is kept.
    guard moved.isKept || contents.isEmpty else {
      shown = moved.place
      return
    }
    settle(moved.place)
  }

  /// Where the first line is, if not at ``place``: the nearest to it in this version.
  private var shown: PreviewPosition?

  private mutating func settle(_ place: PreviewPosition) {
    self.place = place
    shown = nil
    contents = layout.pieces.map(\.content)
  }
}

extension PreviewScreen {
  /// What is always at the top: what has become of the file, and its faults, as many as have room.
  var strip: [StyledText] {
    var page = Page(screen)
    if let notice { page.text(StyledText(notice, Style(.warning, bold: true)), indent: 0) }
    if !faults.isEmpty {
      page.text(
        StyledText("✗ \(NumberText.count(faults.total, "fault"))", Style(.bad, bold: true)),
        indent: 0)
      let room = page.lines.count + max(2, screen.height / 3 - 1)
      for (index, fault) in faults.enumerated() {
        var longer = page
        longer.fault(fault)
        let left = faults[index...].reduce(0) { $0 + $1.count }
        guard longer.lines.count + (left > 1 ? 1 : 0) <= room else {
          if index > 0 { page.text(StyledText("and \(left) more", .muted)) }
          break
        }
        page = longer
      }
    }
    guard !page.lines.isEmpty else { return [] }
    let mark = screen.isPlain ? " " : screen.usesUnicode ? "─" : "-"
    let rule = StyledText(String(repeating: mark, count: screen.width), .muted)
    // However small the screen, the lesson has two rows.
    return page.lines.prefix(max(1, screen.height - 4)) + [rule]
  }

  /// How many rows the lesson has.
  private var rows: Int { max(1, screen.height - strip.count - 1) }

  /// The line of the lesson that is at the top.
  var top: Int {
    min(layout.line(at: shown ?? place), max(0, layout.count - rows))
  }

  /// Every row of the screen, from the top down.
  var frame: [StyledText] {
    let strip = strip
    let rows = rows
    var lines = strip + layout.lines(top..<min(layout.count, top + rows))
    lines += Array(repeating: StyledText(), count: max(0, strip.count + rows - lines.count))
    return (lines + [bottom]).map { $0.cut(to: screen.width) }
  }

  /// The line at the bottom: where one is, and which keys do what.
  private var bottom: StyledText {
    func keys(_ pairs: [(String, String)]) -> StyledText {
      .joined(
        pairs.map { StyledText($0, Style(.accent, bold: true)) + StyledText(" \($1)", .muted) },
        by: "  ")
    }
    let quit = keys([("q", "quit")])
    let all = keys([("space", "more"), ("n", "next"), ("p", "previous section"), ("q", "quit")])
    let few = keys([("space", "more"), ("n p", "section"), ("q", "quit")])
    let here = StyledText("\(title)  \(whereabouts)", .muted) + "   " + all
    let forms = [
      here + "   " + PreviewLimits().text, here,
      StyledText(whereabouts, .muted) + "  " + all, StyledText(whereabouts, .muted) + "  " + few,
      StyledText(whereabouts, .muted) + "  " + quit,
      quit,
    ].map { $0.adapted(to: screen) }
    return forms.first { $0.displayWidth < screen.width } ?? quit.adapted(to: screen)
  }

  /// The section at the top by its number, and how far down one is.
  private var whereabouts: String {
    let bottom = min(layout.count, top + rows)
    let share = bottom >= layout.count ? 100 : bottom * 100 / max(1, layout.count)
    let piece = layout.place(of: top).piece
    let all = layout.pieces.count { $0.section != nil }
    let number = layout.pieces.prefix(piece + 1).count { $0.section != nil }
    return all == 0 ? "\(share) %" : "section \(max(1, number)) of \(all), \(share) %"
  }
}

extension PreviewScreen {
  /// What a key asks for.
  enum Reaction: Sendable, Hashable {
    case none
    case moved
    case leave
    case suspend
    case resize
  }

  /// Follows a key.
  mutating func handle(_ key: Key) -> Reaction {
    let page = max(1, rows - 2)
    switch key.plain {
    case .character("q"), .character("Q"), .control("c"), .control("d"), .escape, .endOfInput:
      return .leave
    case .control("z"): return .suspend
    case .resize: return .resize
    case .down, .enter, .character("j"): go(to: top + 1)
    case .up, .character("k"): go(to: top - 1)
    case .character(" "), .pageDown, .right, .control("f"): go(to: top + page)
    case .pageUp, .left, .backspace, .character("b"), .control("b"): go(to: top - page)
    case .home, .character("g"): go(to: 0)
    case .end, .character("G"): go(to: layout.count)
    case .character("n"):
      if let next = sections.first(where: { $0 > top }) { go(to: next) }
    case .character("p"):
      go(to: sections.last { $0 < top } ?? 0)
    default: return .none
    }
    return .moved
  }

  /// The lines on which sections begin.
  private var sections: [Int] {
    zip(layout.pieces, layout.starts).filter { $0.0.section != nil }.map(\.1)
  }

  private mutating func go(to line: Int) {
    settle(layout.place(of: min(max(0, line), max(0, layout.count - rows))))
  }
}
