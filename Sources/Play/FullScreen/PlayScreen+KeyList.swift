import Exhibits
import Experiments
import Screens
import Terminal

extension PlayScreen {
  /// The keys at the bottom, in fewer and fewer words.
  var keysAtBottom: [[(String, String)]] {
    let grade: [(String, String)] = subject.exercise == nil ? [] : [("enter", "grade")]
    let figures = kinds.count > 1 ? [("1-\(min(kinds.count, 9))", "figure")] : []
    let seed: [(String, String)] = simulation.usesChance ? [("n", "seed")] : []
    let pin = pinned == nil ? [("p", "pin")] : [("p", "pin"), ("u", "unpin")]
    let turn = [("←→", "turn"), ("↑↓", "knob")]
    let end = [("i", "about"), ("?", "keys"), ("q", "quit")]
    let place: [(String, String)] = map == nil ? [] : [("g", "where")]
    if let film {
      let watch = [
        ("space", film.isRunning ? "stop" : film.isAtEnd ? "again" : "go on"), (",.", "step"),
      ]
      let speed = [("<>", "speed")]
      return [
        watch + speed + [("esc", "end")] + turn + pin + figures + end,
        watch + speed + [("esc", "end")] + end,
        watch + [("esc", "end")] + [("q", "quit")], [("q", "quit")],
      ]
    }
    let wide: [(String, String)] = [("H L", "coarse")]
    let rest: [(String, String)] = [("0", "default"), ("=", "type")]
    let watch: [(String, String)] =
      simulation.motion(knobs.settings) == nil ? [] : [("a", "animate")]
    return [
      turn + wide + rest + watch + pin + seed + figures + [("w", "record")] + grade + place + end,
      turn + rest + watch + pin + seed + figures + grade + place + end,
      turn + watch + pin + seed + figures + grade + place + end,
      turn + watch + pin + seed + grade + place + end, turn + pin + seed + grade + place + end,
      turn + grade + place + end, turn + grade + end, end, [("q", "quit")],
    ]
  }

  /// The first of some lists of keys that fits in a line.
  func keyLine(_ forms: [[(String, String)]]) -> StyledText {
    let lines = forms.map { pairs in
      StyledText.joined(
        pairs.map { StyledText($0, Style(.accent, bold: true)) + StyledText(" \($1)", .muted) },
        by: "  "
      ).adapted(to: screen)
    }
    return lines.first { $0.displayWidth < screen.width } ?? lines.last ?? StyledText()
  }

  /// Every key and what it does.
  var keysPage: Page {
    var rows: [(String, String)] = [
      ("← →, h l", "turn the knob by one of about \(KnobStops.count) stops"),
      ("H L, shift-← →", "turn it by \(KnobStops.coarse) stops"),
      ("ctrl-← →", "turn it by one last digit"),
      ("home end, 0", "to an end of its range, to its default"),
      ("=", "type a value"),
      ("↑ ↓, k j, tab", "choose another knob"),
      ("1 … 9, f", "choose a figure, the next one"),
      ("p, u, P", "pin this run, unpin it, swap it with the one that is pinned"),
    ]
    if simulation.usesChance { rows.append(("n N", "the next seed, the one before")) }
    switch simulation.motion(knobs.settings) {
    case .rerun(let knob):
      rows.append(
        (
          "a, space",
          "watch the training: each frame is a run of its own, \(knob.name) turned for it; stop it, go on"
        ))
      rows.append((", . < >, escape", "a frame back, on; slower, faster; end it"))
    case .reveal:
      rows.append(("a, space", "watch one run, its lines drawn as time passes; stop it, go on"))
      rows.append((", . < >", "a frame back, on; slower, faster"))
    case nil: break
    }
    if subject.exercise != nil {
      rows.append(("enter", "grade these values, on seeds of their own"))
    }
    if map != nil { rows.append(("g", "where it passes")) }
    rows += [
      ("z, ctrl-L", "fit the axes, draw everything anew"),
      ("w", "record what is shown into a file, or stop"),
      ("y", "the commands that make this picture"),
      ("i", "about this run: every sentence whole, what numbers and knobs are"),
      (
        "m",
        "leave the mouse to the terminal, so that it selects text, or take it back; "
          + "with shift held most terminals select anyhow"
      ),
      ("?", "this list"), ("q, escape, ctrl-C", "leave; escape ends what is watched first"),
      ("ctrl-Z", "suspend"),
    ]
    var page = Page(screen)
    page.heading("Keys")
    page.blank()
    page.table(
      TextTable(
        [.init(""), .init("")],
        rows: rows.map {
          [StyledText($0, Style(.accent, unbroken: true)), StyledText($1)]
        }))
    page.blank()
    page.text(
      "The mouse sets a knob where its track is pressed or dragged; the wheel turns the knob below it."
    )
    let marks = screen.usesUnicode ? ["●", "○", "┈", "═"] : ["*", "o", ".", "="]
    page.text(
      StyledText(
        "\(marks[0]) is where a knob stands, \(marks[1]) where it stood in the pinned run, \(marks[2]) "
          + "what an exercise holds still"
          + (map == nil
            ? "."
            : ", \(marks[3]) values that pass, each with the other knobs at a setting that does.")))
    return page
  }
}
