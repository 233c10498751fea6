import Exhibits
import Experiments
import Plotting
import Screens
import Terminal

extension PlayScreen {
  /// How much is shown at once.
  enum Extent: Sendable, Hashable {
    /// One knob and one chart, for screens on which no more can be read.
    case least
    /// Knobs above one chart above numbers.
    case one
    /// Knobs and numbers to the left, as many charts as have room to the right.
    case two
    /// The same with two columns of charts.
    case three
  }

  var extent: Extent {
    let (width, height) = (screen.width, screen.height)
    if width < 60 || height < 15 { return .least }
    if width >= 180, height >= 50 { return .three }
    return width >= 110 && height >= 30 ? .two : .one
  }

  /// Draws the whole screen.
  ///
  /// - Returns: its rows from the top down, and where the cursor belongs.
  mutating func draw() -> (lines: [StyledText], cursor: (row: Int, column: Int)?) {
    axes.begin()
    if let overlay { return (page(overlay), nil) }
    let block =
      switch extent {
      case .least: least()
      case .one: one()
      case .two: columns(of: 1)
      case .three: columns(of: 2)
      }
    zones = block.zones
    return (block.frame(on: screen), block.cursor)
  }

  /// A page over the picture.
  func page(_ overlay: PlayOverlay) -> [StyledText] {
    let room = max(1, screen.height - 1)
    var lines = Array(overlay.lines.dropFirst(overlay.top).prefix(room))
    lines += Array(repeating: StyledText(), count: max(0, room - lines.count))
    let isLong = overlay.lines.count > room
    let keys = isLong ? [("↑↓", "scroll"), ("q", "back")] : [("q", "back to the picture")]
    return (lines + [keyLine([keys])]).map { $0.adapted(to: screen).cut(to: screen.width) }
  }
}

extension PlayScreen {
  /// One knob and one chart.
  mutating func least() -> PlayBlock {
    let places = window(of: 1)
    var block = PlayTracks(view: self, width: screen.width).rows(places)
    let end = [("?", "keys"), ("q", "quit")]
    let bottom =
      message
      ?? keyLine([[("←→", "turn"), ("↑↓", hidden(places) ?? "knob")] + end, end, [end[1]]])
    var below = PlayBlock()
    if screen.height >= 8 {
      below.add(status(short: true))
      for line in numbers(width: screen.width, rows: screen.height >= 12 ? 2 : 1) {
        below.add(line)
      }
    }
    below.add(bottom)
    let rows = screen.height - block.height - below.height
    block.add(
      PlayBlock(chartOfChoice(width: screen.width, rows: rows)).of(height: max(0, rows)))
    block.add(below)
    return block
  }

  /// Knobs, one chart, numbers.
  mutating func one() -> PlayBlock {
    let height = screen.height
    let room = height >= 24 ? 5 : max(1, min(5, height - 16))
    let places = window(of: room)
    var block = PlayBlock([rule(title, hidden(places))])
    block.add(PlayTracks(view: self, width: screen.width).rows(places))
    block.add(tabs(then: progress ?? ""))
    var below = PlayBlock([rule(status(short: false), aside)])
    for line in numbers(width: screen.width, rows: height >= 20 ? 2 : 1) { below.add(line) }
    let said = height >= 24 ? 3 : height >= 18 ? 2 : 1
    for line in words(width: screen.width, rows: said) { below.add(line) }
    below.add(message ?? keyLine(keysAtBottom))
    let rows = height - block.height - below.height
    let chart = chartOfChoice(width: screen.width - 1, rows: rows)
    block.add(PlayBlock(chart.map { $0.isEmpty ? $0 : StyledText(" ") + $0 }).of(height: rows))
    block.add(below)
    return block
  }

  /// Knobs and numbers beside charts.
  mutating func columns(of count: Int) -> PlayBlock {
    let (left, height) = (44, screen.height)
    let body = height - 3
    var side = PlayBlock()
    let width = left - 2
    let knobRows = min(knobs.all.count, max(3, body / 2 / 2))
    let places = window(of: knobRows)
    side.add(PlayTracks(view: self, width: width).pairs(places))
    if let hidden = hidden(places) { side.add(StyledText("  " + hidden, .muted)) }
    side.add(StyledText())
    var room = body - side.height
    var below: [StyledText] = []
    if let pinnedText {
      below += StyledText(pinnedText).wrapped(for: screen, width: width)
      below.append(StyledText())
    }
    let table = table(width: width)
    let findings =
      status(short: false).wrapped(for: screen, width: width)
      + words(width: width, rows: max(3, room - table.count - below.count - 3))
    below += table.prefix(max(3, room - below.count - min(findings.count, 6) - 1))
    below.append(StyledText())
    below += findings
    for line in below { side.add(line) }
    side = side.of(height: body)
    room = screen.width - left - 2
    let charts = charts(width: room, rows: body, columns: count)
    let bar = screen.usesUnicode ? "│ " : "| "
    var block = PlayBlock()
    block.add(tabs(then: progress ?? "", before: title))
    block.add(side.beside(charts, width: left, rule: StyledText(bar, .muted)))
    block.add(rule(StyledText(), nil))
    block.add(message ?? keyLine(keysAtBottom))
    return block
  }

  /// As many charts as have room, the chosen one among them, in the simulation's order.
  mutating func charts(width: Int, rows: Int, columns: Int) -> PlayBlock {
    let lowest = 15
    let fit = max(1, rows / lowest) * columns
    var first = 0
    if kinds.count > fit { first = min(figure, kinds.count - fit) }
    var pictures: [(slot: String, figure: Figure?, kind: FigureKind)] = []
    for kind in kinds.dropFirst(first).prefix(fit) {
      let drawn = drawings(of: kind, alone: columns == 1)
      if drawn.isEmpty { pictures.append((kind.name, nil, kind)) }
      for (index, figure) in drawn.enumerated() {
        pictures.append(("\(kind.name) \(index)", figure, kind))
      }
    }
    pictures = Array(pictures.prefix(max(1, fit)))
    let across = min(columns, max(pictures.count, 1))
    let down = (pictures.count + across - 1) / max(across, 1)
    guard down > 0 else { return PlayBlock() }
    let each = across > 1 ? (width - 2) / across : width
    var block = PlayBlock()
    for row in 0..<down {
      let height = rows * (row + 1) / down - rows * row / down
      let inRow = pictures[row * across..<min(pictures.count, (row + 1) * across)].map { picture in
        let lines =
          picture.figure.map {
            chart($0, in: picture.slot, width: each, rows: height - 1, hasTitle: true)
          } ?? noPicture(of: picture.kind, width: each)
        return PlayBlock(lines).of(height: height)
      }
      guard var joined = inRow.first else { continue }
      for other in inRow.dropFirst() { joined = joined.beside(other, width: each, rule: "  ") }
      block.add(joined)
    }
    return block
  }

  /// The chart that is chosen, where there is room for one.
  mutating func chartOfChoice(width: Int, rows: Int) -> [StyledText] {
    guard kinds.indices.contains(figure) else { return [] }
    let kind = kinds[figure]
    guard let drawn = drawings(of: kind, alone: true).first else {
      return noPicture(of: kind, width: width)
    }
    return chart(drawn, in: kind.name, width: width, rows: rows, hasTitle: false)
  }
}
