import Experiments
import Plotting
import Terminal

/// The knobs as they are drawn: a track with the value on it, or the choices there are.
struct PlayTracks: Sendable {
  let view: PlayScreen

  /// The columns there are.
  let width: Int

  /// What tracks are drawn with.
  private struct Glyphs {
    let now, pinned, passes, locked, track, left, right, mark, open, close: String

    init(usesUnicode: Bool) {
      (now, pinned, passes, locked) = usesUnicode ? ("●", "○", "═", "┈") : ("*", "o", "=", ".")
      (track, left, right, mark) = usesUnicode ? ("─", "├", "┤", "▸") : ("-", "|", "|", ">")
      (open, close) = usesUnicode ? ("‹", "›") : ("<", ">")
    }
  }

  private var glyphs: Glyphs { Glyphs(usesUnicode: view.screen.usesUnicode) }

  /// The shortest track that shows where a value is.
  private static let shortest = 8

  private var knobs: PlayKnobs { view.knobs }

  private typealias Found = [(columns: Range<Int>, PlayZone.Target)]

  /// Some of the knobs, a row each.
  func rows(_ places: Range<Int>) -> PlayBlock {
    var block = PlayBlock()
    let columns = Columns(knobs.all, width: width)
    for place in places { add(row: place, columns, to: &block) }
    return block
  }

  /// The widths of the columns of all rows.
  private struct Columns {
    var name, low, high, value, track: Int

    init(_ knobs: [any AnyKnob], width: Int) {
      func widest(_ texts: [String]) -> Int { texts.map(\.count).max() ?? 0 }
      let bounds = knobs.compactMap(\.domain.bounds)
      value = 8
      name = widest(knobs.map(\.name))
      low = widest(bounds.map { NumberText.shortest($0.lowerBound) })
      high = widest(bounds.map { NumberText.shortest($0.upperBound) })
      // Mark, name, low, track with its ends, high, value, and what parts them.
      let room = width - 2 - value - 5
      track = room - name - low - high - 2
      if track < PlayTracks.shortest {
        (low, high) = (0, 0)
        track = room - name
      }
      if track < PlayTracks.shortest {
        name = max(4, name - (PlayTracks.shortest - track))
        track = max(room - name, 3)
      }
    }
  }

  private func add(row place: Int, _ columns: Columns, to block: inout PlayBlock) {
    let knob = knobs.all[place]
    let (isChosen, isFree) = (place == knobs.chosen, knobs.isFree(knob))
    let style = isChosen ? Style(.accent, bold: true) : isFree ? .plain : .muted
    var line = StyledText(isChosen ? glyphs.mark + " " : "  ", style)
    let mark = view.screen.usesUnicode ? "…" : "."
    line.append(
      StyledText(knob.name, style).truncated(to: columns.name, mark: mark).padded(to: columns.name))
    line.append(" ")
    var found: Found = [(0..<width, .knob(place))]
    if isChosen { block.place(cursor: 0) }
    if let entry = view.entry, isChosen {
      line.append(typed(entry, room: width - line.displayWidth))
    } else if let bounds = knob.domain.bounds {
      if columns.low > 0 {
        let low = StyledText(NumberText.shortest(bounds.lowerBound), .muted)
        line.append(low.padded(to: columns.low, alignment: .trailing) + " ")
      }
      line.append(track(place, columns.track, from: line.displayWidth, &found))
      if columns.high > 0 {
        let high = StyledText(NumberText.shortest(bounds.upperBound), .muted)
        line.append(" " + high.padded(to: columns.high))
      }
      let value = StyledText(" " + knobs.value(knob).text, isChosen ? .bold : style)
      line.append(value.padded(to: max(0, width - line.displayWidth), alignment: .trailing))
    } else {
      line.append(choices(place, room: width - line.displayWidth, from: line.displayWidth, &found))
    }
    block.add(line, found)
  }

  /// Some of the knobs, two rows each: name and value above the track.
  func pairs(_ places: Range<Int>) -> PlayBlock {
    var block = PlayBlock()
    for place in places {
      let knob = knobs.all[place]
      let (isChosen, isFree) = (place == knobs.chosen, knobs.isFree(knob))
      let style = isChosen ? Style(.accent, bold: true) : isFree ? .plain : .muted
      if isChosen { block.place(cursor: 0) }
      var line =
        StyledText(isChosen ? glyphs.mark + " " : "  ", style) + StyledText(knob.name, style)
      if let entry = view.entry, isChosen {
        line.append("  ")
        line.append(typed(entry, room: width - line.displayWidth))
      } else if knob.domain.bounds != nil {
        let value = StyledText(knobs.value(knob).text, isChosen ? .bold : style)
        line.append(value.padded(to: max(0, width - line.displayWidth), alignment: .trailing))
      }
      block.add(line, [(0..<width, .knob(place))])
      var below = StyledText("  ")
      var found: Found = [(0..<width, .knob(place))]
      if let bounds = knob.domain.bounds {
        let low = NumberText.shortest(bounds.lowerBound)
        let high = NumberText.shortest(bounds.upperBound)
        below.append(low + " ", .muted)
        let room = width - low.count - high.count - 6
        below.append(track(place, max(room, 3), from: below.displayWidth, &found))
        below.append(" " + high, .muted)
      } else {
        below.append(choices(place, room: width - 2, from: 2, &found))
      }
      block.add(below, found)
    }
    return block
  }

  /// What is typed of a value.
  private func typed(_ entry: String, room: Int) -> StyledText {
    let text = StyledText("= ", .accent) + StyledText(entry, .bold) + StyledText("_", .accent)
    guard text.displayWidth > room else { return text }
    let tail = String(entry.suffix(max(0, room - 3)))
    return StyledText("= ", .accent) + StyledText(tail, .bold) + StyledText("_", .accent)
  }
}

extension PlayTracks {
  /// The track of a number, its ends included.
  ///
  /// - Parameters:
  ///   - inner: the columns between its ends.
  ///   - start: the column of the row at which it begins.
  private func track(_ place: Int, _ inner: Int, from start: Int, _ found: inout Found)
    -> StyledText
  {
    let knob = knobs.all[place]
    guard let bounds = knob.domain.bounds else { return StyledText() }
    let scale = Scale(knob.domain.scale, bounds)
    func column(_ number: Double) -> Int? {
      scale.position(number).map { min(max(Int(($0 * Double(inner - 1)).rounded()), 0), inner - 1) }
    }
    let (isChosen, isFree) = (place == knobs.chosen, knobs.isFree(knob))
    let isLocked = knobs.locked.contains(knob.name)
    var cells = [(String, Style)](
      repeating: (isLocked ? glyphs.locked : glyphs.track, .muted), count: inner)
    if let range = view.map?[knob.name]?.range, let low = column(range.lowerBound),
      let high = column(range.upperBound), low <= high
    {
      for column in low...high { cells[column] = (glyphs.passes, .good) }
    }
    let now = knobs.value(knob)
    if let pinned = view.pinned?.run.settings[knob.name], let number = pinned.number,
      let column = column(number)
    {
      cells[column] = (glyphs.pinned, .plain)
      let at = start + 1 + column
      found.append(
        (start..<start + inner + 2, .track(place, first: start + 1, last: start + inner)))
      if column != now.number.flatMap(column(_:)) { found.append((at..<at + 1, .pinned)) }
    } else {
      found.append(
        (start..<start + inner + 2, .track(place, first: start + 1, last: start + inner)))
    }
    if let column = now.number.flatMap(column) {
      let style = isChosen ? Style(.accent, bold: true) : isFree ? .bold : .muted
      cells[column] = (glyphs.now, style)
    }
    return cells.reduce(StyledText(glyphs.left, .muted)) { $0 + StyledText($1.0, $1.1) }
      + StyledText(glyphs.right, .muted)
  }

  /// The choices of a knob, the one that it is at between brackets.
  private func choices(_ place: Int, room: Int, from start: Int, _ found: inout Found) -> StyledText
  {
    let knob = knobs.all[place]
    guard case .choice(let names) = knob.domain else { return StyledText() }
    let (isChosen, isFree) = (place == knobs.chosen, knobs.isFree(knob))
    let now = knobs.value(knob).text
    let pinned = view.pinned?.run.settings[knob.name]?.text
    let passing = view.map?[knob.name]?.values.map(\.text) ?? []
    let style = isChosen ? Style(.accent, bold: true) : isFree ? .bold : .muted
    if knobs.locked.contains(knob.name) {
      return StyledText("\(glyphs.locked) \(now) \(glyphs.locked)", .muted)
        .cut(to: max(0, room))
    }
    func word(_ name: String) -> StyledText {
      var text = StyledText()
      if passing.contains(name) { text.append(glyphs.passes, .good) }
      if pinned == name, name != now { text.append(glyphs.pinned) }
      guard name == now else { return text + StyledText(name, isFree ? .plain : .muted) }
      return StyledText(glyphs.open + " ", style) + text + StyledText(name, style)
        + StyledText(" " + glyphs.close, style)
    }
    var line = StyledText()
    var words: Found = []
    for name in names {
      if !line.isEmpty { line.append("  ") }
      let text = word(name)
      let first = start + line.displayWidth
      words.append((first..<first + text.displayWidth, .choice(place, .choice(name))))
      line.append(text)
    }
    if line.displayWidth <= room {
      found += words
      return line
    }
    return around(names.firstIndex(of: now) ?? 0, of: names, room: room, word)
  }

  /// As many choices around one as have room, with how many there are.
  private func around(_ place: Int, of names: [String], room: Int, _ word: (String) -> StyledText)
    -> StyledText
  {
    let count = StyledText("  \(place + 1) of \(names.count)", .muted)
    func line(_ range: ClosedRange<Int>) -> StyledText {
      StyledText.joined(range.map { word(names[$0]) }, by: "  ") + count
    }
    var (low, high) = (place, place)
    while true {
      if high + 1 < names.count, line(low...high + 1).displayWidth <= room {
        high += 1
      } else if low > 0, line(low - 1...high).displayWidth <= room {
        low -= 1
      } else {
        return line(low...high).cut(to: max(0, room))
      }
    }
  }
}
