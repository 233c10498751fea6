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
  private func page(_ overlay: PlayOverlay) -> [StyledText] {
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
  private mutating func least() -> PlayBlock {
    var block = PlayTracks(view: self, width: screen.width).rows(window(of: 1))
    let bottom = message ?? keyLine([[("?", "keys"), ("q", "quit")], [("q", "quit")]])
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
  private mutating func one() -> PlayBlock {
    let height = screen.height
    let room = height >= 24 ? 5 : max(1, min(5, height - 16))
    let places = window(of: room)
    var block = PlayBlock([rule(title, hidden(places))])
    block.add(PlayTracks(view: self, width: screen.width).rows(places))
    block.add(tabs(then: progress ?? ""))
    var below = PlayBlock([rule(status(short: false), pinnedText)])
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
  private mutating func columns(of count: Int) -> PlayBlock {
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
  private mutating func charts(width: Int, rows: Int, columns: Int) -> PlayBlock {
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
  private mutating func chartOfChoice(width: Int, rows: Int) -> [StyledText] {
    guard kinds.indices.contains(figure) else { return [] }
    let kind = kinds[figure]
    guard let drawn = drawings(of: kind, alone: true).first else {
      return noPicture(of: kind, width: width)
    }
    return chart(drawn, in: kind.name, width: width, rows: rows, hasTitle: false)
  }
}

extension PlayScreen {
  /// The knobs that are in sight where there is room for so many, the chosen one among them.
  private mutating func window(of count: Int) -> Range<Int> {
    let all = knobs.all.count
    let room = min(max(count, 1), all)
    firstKnob = min(firstKnob, knobs.chosen)
    firstKnob = max(firstKnob, knobs.chosen - room + 1)
    firstKnob = min(max(firstKnob, 0), all - room)
    return firstKnob..<firstKnob + room
  }

  /// What is said of knobs that are out of sight; nil where none are.
  private func hidden(_ places: Range<Int>) -> String? {
    let all = knobs.all.count
    guard places.count < all else { return nil }
    let range =
      places.count == 1
      ? "knob \(places.lowerBound + 1)" : "knobs \(places.lowerBound + 1)–\(places.upperBound)"
    return "\(range) of \(all)"
  }

  /// What is played.
  private var title: StyledText {
    var text = StyledText(subject.exercise?.id ?? simulation.name, Style(.accent, bold: true))
    if isRecording { text.append(" · recording", Style(.warning, bold: true)) }
    if simulation.usesChance { text.append(" · seed \(seed)", .muted) }
    if subject.exercise == nil { text.append(" · \(simulation.summary)", .muted) }
    return text
  }

  /// How far it is: a run that is awaited, a training that is watched, a grade; nil where nothing goes
  /// on.
  private var progress: String? {
    if isGrading { return "grading …" }
    if isSearching { return "searching what passes …" }
    if isLate, !isCurrent { return "running …" }
    guard let film else { return nil }
    let mark = film.isRunning ? "▶" : "‖"
    let place: String
    switch film.kind {
    case .rerun(let knob, let values):
      let now = film.value?.text ?? ""
      place = "\(mark) runs again: \(knob) \(now) of \(values.last?.text ?? now)"
    case .reveal(let figures, let moments):
      let name = simulation.figures.first { figures.contains($0.name) }?.name ?? ""
      let drawn = played?.outcome.figures.first { $0.name == name }
      let label = drawn.map(\.x.label) ?? ""
      let (now, end) = (film.moment ?? 0, moments.last ?? 0)
      place =
        "\(mark) one run revealed: \(label) \(NumberText.significant(now)) of "
        + NumberText.significant(end)
    }
    guard screen.usesMotion else { return "\(place) · frame \(film.place + 1) of \(film.count)" }
    return "\(place) · \(NumberText.significant(film.rate, digits: 2))/s"
  }

  /// The figures by their keys, and what goes on.
  private func tabs(then progress: String, before title: StyledText? = nil) -> PlayBlock {
    var line = StyledText(line(1) + " ", .muted)
    if let title {
      let room = max(10, screen.width - 60)
      line.append(
        title.adapted(to: screen).truncated(to: room, mark: screen.usesUnicode ? "…" : "."))
      line.append(" " + self.line(2) + " ", .muted)
    }
    let end =
      progress.isEmpty ? StyledText() : StyledText(" \(progress)", .bold).adapted(to: screen)
    let room = screen.width - end.displayWidth - 2
    var found: [(columns: Range<Int>, PlayZone.Target)] = []
    let mark = screen.usesUnicode ? "…" : "."
    for (place, kind) in kinds.enumerated() {
      let isChosen = place == figure
      let number = place < 9 ? "\(place + 1) " : ""
      let text =
        isChosen
        ? StyledText("[\(number)\(kind.name)]", Style(.accent, bold: true))
        : StyledText(number, .accent) + StyledText(kind.name)
      guard line.displayWidth + text.displayWidth + 2 < room else {
        line.append(mark + " ", .muted)
        break
      }
      let first = line.displayWidth
      found.append((first..<first + text.displayWidth, .figure(place)))
      line.append(text)
      line.append("  ")
    }
    let rest = max(0, screen.width - line.displayWidth - end.displayWidth)
    var block = PlayBlock()
    block.add(line + StyledText(self.line(rest), .muted) + end, found)
    return block
  }

  private func line(_ count: Int) -> String {
    String(repeating: screen.usesUnicode ? "─" : "-", count: max(0, count))
  }

  /// A line across the screen with words in it.
  private func rule(_ words: StyledText, _ end: String?) -> StyledText {
    let tail = end.map { StyledText(" \($0)", .muted).adapted(to: screen) } ?? StyledText()
    var text = StyledText(line(1), .muted)
    if !words.isEmpty {
      let room = max(4, screen.width - tail.displayWidth - 6)
      text.append(" ")
      text.append(
        words.adapted(to: screen).truncated(to: room, mark: screen.usesUnicode ? "…" : "."))
      text.append(" ")
    }
    text.append(line(screen.width - text.displayWidth - tail.displayWidth), .muted)
    return (text + tail).truncated(to: screen.width, mark: screen.usesUnicode ? "…" : ".")
  }
}
