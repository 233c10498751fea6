import Exhibits
import Experiments
import Plotting
import Screens
import Terminal

extension PlayScreen {
  /// The knobs that are in sight where there is room for so many, the chosen one among them.
  mutating func window(of count: Int) -> Range<Int> {
    let all = knobs.all.count
    let room = min(max(count, 1), all)
    firstKnob = min(firstKnob, knobs.chosen)
    firstKnob = max(firstKnob, knobs.chosen - room + 1)
    firstKnob = min(max(firstKnob, 0), all - room)
    return firstKnob..<firstKnob + room
  }

  /// What is said of knobs that are out of sight; nil where none are.
  func hidden(_ places: Range<Int>) -> String? {
    let all = knobs.all.count
    guard places.count < all else { return nil }
    let range =
      places.count == 1
      ? "knob \(places.lowerBound + 1)" : "knobs \(places.lowerBound + 1)–\(places.upperBound)"
    return "\(range) of \(all)"
  }

  /// What is played.
  var title: StyledText {
    var text = StyledText(subject.exercise?.id ?? simulation.name, Style(.accent, bold: true))
    if isRecording { text.append(" · recording", Style(.warning, bold: true)) }
    if simulation.usesChance { text.append(" · seed \(seed)", .muted) }
    if hasBegun, let knob = knobs.knob {
      text.append(" · \(knob.name): \(knob.summary)", .muted)
    } else if subject.exercise == nil {
      text.append(" · \(simulation.summary)", .muted)
    }
    return text
  }

  /// How far it is: a run that is awaited, a training that is watched, a grade; nil where nothing goes
  /// on.
  var progress: String? {
    if isGrading { return "grading …" }
    if isSearching { return "searching what passes …" }
    if isLate, !isCurrent { return "running …" }
    guard let film else { return nil }
    let mark = film.isRunning ? "▶" : "‖"
    let place: String
    switch film.kind {
    case .rerun(let knob, let values):
      let now = film.value?.text ?? ""
      place = "\(mark) each frame a run: \(knob) \(now) of \(values.last?.text ?? now)"
    case .reveal(let figures, let moments):
      let name = simulation.figures.first { figures.contains($0.name) }?.name ?? ""
      let drawn = played?.outcome.figures.first { $0.name == name }
      let label = drawn.map(\.x.label) ?? ""
      let (now, end) = (film.moment ?? 0, moments.last ?? 0)
      func text(_ value: Double) -> String {
        value == value.rounded() ? NumberText.shortest(value) : NumberText.significant(value)
      }
      place = "\(mark) one run drawn, numbers of its end: \(label) \(text(now)) of \(text(end))"
    }
    guard screen.usesMotion else { return "\(place) · frame \(film.place + 1) of \(film.count)" }
    return "\(place) · \(NumberText.significant(film.rate, digits: 2))/s"
  }

  /// The figures by their keys, and what goes on.
  func tabs(then progress: String, before title: StyledText? = nil) -> PlayBlock {
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

  func line(_ count: Int) -> String {
    String(repeating: screen.usesUnicode ? "─" : "-", count: max(0, count))
  }

  /// A line across the screen with words in it, and at its end what has room beside all of them.
  func rule(_ words: StyledText, _ end: String?) -> StyledText {
    let needed = words.adapted(to: screen).displayWidth + 6
    let end = end.flatMap { needed + $0.count + 1 <= screen.width || $0.count < 16 ? $0 : nil }
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
