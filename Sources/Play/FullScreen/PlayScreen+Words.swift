import Exhibits
import Experiments
import Grading
import Plotting
import Screens
import Terminal

extension PlayScreen {
  /// The runs that are shown, as numbers and sentences.
  var shown: ShownRuns? {
    guard let played else { return nil }
    var runs = [played.labelled("now")]
    if let pinned { runs.append(pinned.labelled("pinned")) }
    var shown = ShownRuns(
      simulation: simulation, common: played.run.settings, varied: [], seed: seed, runs: runs,
      figures: [])
    shown.credited = runs.map(\.outcome).credits
    return shown
  }

  /// The metrics in the order in which they are shown: those that are asked for first.
  var metricLines: [ShownRuns.Line] {
    let lines = shown?.metricLines ?? []
    let asked = (subject.exercise?.criteria ?? []).map { simulation.shown(as: $0.metric).name }
    return lines.filter { asked.contains($0.name) } + lines.filter { !asked.contains($0.name) }
  }

  /// Whether numbers belong to what the knobs ask for.
  var numberStyle: Style { isCurrent ? .bold : .muted }

  /// As many numbers as so many rows hold, side by side, with theory where it has room.
  func numbers(width: Int, rows: Int) -> [StyledText] {
    let lines = metricLines
    guard !lines.isEmpty, rows > 0 else {
      return Array(repeating: StyledText(), count: max(0, rows))
    }
    for across in (1...3).reversed() {
      let room = (width - 2) / across - 2
      let taken = Array(lines.prefix(across * rows))
      let names = (0..<across).map { column in
        stride(from: column, to: taken.count, by: across).map { taken[$0].name.count }.max() ?? 0
      }
      let cells = taken.enumerated().map { index, line in
        [true, false].map { number(line, nameWidth: names[index % across], hasTheory: $0) }
      }
      // Three side by side only where nothing is left out for it.
      let fits = cells.allSatisfy { forms in
        across == 1 || forms[across == 3 ? 0 : 1].displayWidth <= room
      }
      guard fits else { continue }
      let shown = cells.map { $0[0].displayWidth <= room ? $0[0] : $0[1] }
      return (0..<rows).map { row in
        let inRow = shown.dropFirst(row * across).prefix(across)
        return inRow.reduce(StyledText("  ")) { $0 + $1.padded(to: room + 2) }.trimmed
      }
    }
    return []
  }

  /// A number under its name, beside that of the pinned run.
  func number(_ line: ShownRuns.Line, nameWidth: Int, hasTheory: Bool) -> StyledText {
    var text = StyledText(line.name, isCurrent ? .plain : .muted).padded(to: nameWidth)
    let value = NumberText.separated(line.values[0])
    text.append(StyledText(" " + value, numberStyle).padded(to: 9, alignment: .trailing))
    if line.values.count > 1 {
      text.append(pinnedMark + NumberText.separated(line.values[1]), isCurrent ? .plain : .muted)
    }
    if hasTheory, let theory = line.theory?.first {
      text.append(" (\(line.theoryWord ?? "theory") \(NumberText.separated(theory)))", .muted)
    }
    return text.adapted(to: screen)
  }

  var pinnedMark: String { screen.usesUnicode ? " ○ " : " o " }

  /// All numbers as a table, now beside what is pinned and what theory says.
  func table(width: Int) -> [StyledText] {
    let lines = metricLines
    guard let first = lines.first else { return [] }
    let hasTheory = lines.contains { $0.theory != nil }
    var columns = [TextTable.Column(""), TextTable.Column("now", .decimal)]
    if first.values.count > 1 { columns.append(.init("pinned", .decimal)) }
    if hasTheory { columns.append(.init("theory", .decimal)) }
    let table = TextTable(
      columns,
      rows: lines.map { line in
        var row = [StyledText(line.name, Style(unbroken: true))]
        row += line.values.enumerated().map { index, value in
          StyledText(NumberText.separated(value), index == 0 ? numberStyle : .plain)
        }
        if hasTheory {
          row.append(StyledText(NumberText.separated(line.theory?.first ?? ""), .muted))
        }
        return row
      })
    var fitted = Screen(width: width, usesUnicode: screen.usesUnicode)
    fitted.usesColour = screen.usesColour
    return table.lines(for: fitted)
  }

  /// What was found of the run, in a few words; with an exercise what it asks for.
  func status(short: Bool) -> StyledText {
    if let exercise = subject.exercise {
      let share =
        exercise.usesChance ? " on \(NumberText.percent(exercise.rates.pass)) of seeds" : ""
      return StyledText("to pass: ", .muted) + StyledText(exercise.goal, .bold)
        + StyledText(share, .muted)
    }
    let codes = (played?.outcome.findings ?? []).filter { $0.credits.isEmpty }.map(\.code)
    guard let code = codes.first else { return short ? StyledText(simulation.name, .muted) : "" }
    return StyledText("found: ", .muted) + StyledText(code, isCurrent ? .bold : .muted)
  }

  /// What stands at the end of the line above the numbers: what is pinned, else how the exercise was
  /// graded last, where its knobs stand elsewhere now.
  var aside: String? {
    if let pinnedText { return pinnedText }
    guard let graded, !isAsGraded else { return nil }
    let mark =
      screen.usesUnicode ? graded.isPassed ? "✓" : "✗" : graded.isPassed ? "passed" : "missed"
    return "\(mark) at \(graded.choices.joined(separator: ", "))"
  }

  /// Whether the knobs stand where they were graded last.
  private var isAsGraded: Bool {
    guard let exercise = subject.exercise, let graded else { return false }
    return graded.choices == exercise.texts(of: choices(of: exercise))
  }

  /// What is pinned, in a few words; nil where nothing is.
  var pinnedText: String? {
    guard let pinned else { return nil }
    let here = run.settings
    let other = pinned.run.settings.values.filter { here[$0.name] != $0.value }
      .map { "\($0.name) \($0.value.text)" }
    let elsewhere = pinned.run.seed == seed ? other : other + ["seed \(pinned.run.seed)"]
    let words = elsewhere.isEmpty ? ["the same"] : elsewhere
    return (screen.usesUnicode ? "○" : "o") + " pinned: " + words.joined(separator: ", ")
  }

  /// The sentences of what was found, and how the exercise was graded.
  func words(width: Int, rows: Int) -> [StyledText] {
    var lines: [StyledText] = []
    if let exercise = subject.exercise, !hasBegun {
      lines += StyledText("Task: \(exercise.task)").wrapped(for: screen, width: width - 2)
    }
    if let graded, isAsGraded {
      let style = Style(graded.isPassed ? .good : .bad, bold: true)
      let mark = graded.isPassed ? "✓ " : "✗ "
      lines +=
        (StyledText(mark + graded.verdict, style)
        + StyledText(
          " \(graded.remark)", .muted))
        .wrapped(for: screen, width: width - 2)
    }
    for sentence in played?.outcome.findings ?? [] where sentence.credits.isEmpty {
      lines += StyledText(
        NumberText.separated(sentence.sentence), isCurrent ? .plain : .muted
      ).wrapped(for: screen, width: width - 2)
    }
    let mark = screen.usesUnicode ? "…" : "..."
    if lines.count > rows, rows > 0 {
      let last = lines[rows - 1]
      lines =
        Array(lines.prefix(rows - 1))
        + [last.truncated(to: width - 13, mark: "") + StyledText(" \(mark) i: all", .muted)]
    }
    lines += Array(repeating: StyledText(), count: max(0, rows - lines.count))
    return lines.prefix(rows).map { $0.isEmpty ? $0 : StyledText("  ") + $0 }
  }

  /// What is said until the next key, or asked for; nil for the keys.
  var message: StyledText? {
    let text: StyledText
    if let note {
      text = StyledText(note, Style(.warning, bold: true))
    } else if let knob = knobs.knob, entry != nil {
      text =
        StyledText("a value for \(knob.name), \(knob.domain.text)", .bold)
        + StyledText("   enter sets it, escape leaves it", .muted)
    } else {
      return nil
    }
    return text.adapted(to: screen).truncated(
      to: screen.width - 1, mark: screen.usesUnicode ? "…" : "...")
  }
}
