import Experiments
import Grading
import Plotting
import Terminal
import TestKit
import Testing
import ToyCourse
import Tuning

@testable import Play

/// What is drawn, on screens of all sizes and whatever was typed.
@Suite struct PlayPicturesTests {
  static let sizes = [
    (20, 5), (20, 40), (37, 8), (59, 24), (60, 14), (60, 15), (60, 17), (72, 20), (80, 24),
    (109, 30), (110, 29), (110, 30), (120, 40), (179, 50), (180, 50), (300, 120),
  ]

  /// Pictures in every state that there is.
  static func views(_ screen: Screen) throws -> [PlayScreen] {
    var pinned = Scene.view(on: screen)
    _ = pinned.press(.character("p"), .character("L"), .character("2"))
    var film = Scene.view(on: screen)
    _ = film.press(.character("a"), .character("."), .character("."))
    var entry = Scene.view(on: screen)
    _ = entry.press(.character("="), .paste(String(repeating: "日9", count: 60)))
    var page = Scene.view(on: screen)
    _ = page.press(.character("?"), .down)
    var late = Scene.view(try Scene.exercise(), on: screen)
    _ = late.press(.character("y"))
    _ = late.handle(.right)
    late.isLate = true
    late.isRecording = true
    return [pinned, film, entry, page, late, PlayScreen(pinned.subject, on: screen)]
  }

  static func expectWhole(
    _ view: inout PlayScreen, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let (lines, cursor) = view.draw()
    let screen = view.screen
    #expect(lines.count == screen.height, sourceLocation: sourceLocation)
    for line in lines {
      #expect(
        line.adapted(to: screen).displayWidth <= screen.width, "\(line.text)",
        sourceLocation: sourceLocation)
      #expect(!line.text.hasControls, sourceLocation: sourceLocation)
    }
    if let cursor {
      #expect(
        0..<screen.height ~= cursor.row && 0..<screen.width ~= cursor.column,
        sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: sizes, [true, false])
  func theScreenIsFilledAndNoMore(_ size: (Int, Int), _ usesUnicode: Bool) throws {
    let screen = Scene.screen(size.0, size.1, usesUnicode: usesUnicode)
    for var view in try Self.views(screen) {
      Self.expectWhole(&view)
      let rows = view.rows()
      if view.note == nil, view.entry == nil {
        // However small it is, it says how one leaves it.
        #expect(rows.last?.contains("q ") == true, "\(rows)")
      }
      guard view.overlay == nil, view.entry == nil, [.two, .three].contains(view.extent) else {
        continue
      }
      // Both columns begin where they begin.
      for row in rows[1..<screen.height - 2] {
        #expect(Array(row).dropFirst(44).first == (usesUnicode ? "│" : "|"), "\(row)")
      }
    }
  }

  @Test(arguments: [(20, 5), (80, 24), (120, 40)], [true, false])
  func withoutColourThereAreNoCodes(_ size: (Int, Int), _ usesUnicode: Bool) throws {
    let screen = Scene.screen(size.0, size.1, usesColour: false, usesUnicode: usesUnicode)
    for var view in try Self.views(screen) {
      let text = CellFrame(view.draw().lines, on: screen).changes(from: nil)
      let rest = text.replacing(/\u{1B}\[[0-9;]*[HK]/, with: "")
      #expect(!rest.hasControls, "\(rest)")
      if !usesUnicode { #expect(rest.isPlain, "\(rest)") }
    }
  }

  /// While a newer run is waited for, nothing of the older one is shown at full strength.
  @Test(arguments: [(40, 14), (80, 24), (120, 40), (200, 60)])
  func whatIsOutdatedIsMuted(_ width: Int, _ height: Int) {
    for figure in ["1", "2", "3"] {
      var view = Scene.view(on: Scene.screen(width, height))
      _ = view.press(.character(Character(figure)))
      let texts = Self.numbers(view)
      let fresh = Self.bright(&view)
      #expect(fresh.contains { span in texts.contains { span.text.contains($0) } })
      #expect(fresh.contains(where: Self.isDrawn) || figure == "3")
      _ = view.handle(.character("L"))
      for isLate in [false, true] {
        view.isLate = isLate
        for span in Self.bright(&view) {
          #expect(!texts.contains { span.text.contains($0) }, "\(span.text)")
          if isLate { #expect(!Self.isDrawn(span), "\(span.text)") }
        }
      }
      view.settle()
      #expect(view.isCurrent && !view.isLate)
      #expect(Self.bright(&view).contains(where: Self.isDrawn) || figure == "3")
    }
  }

  /// The numbers of the run that is shown, those alone that nothing else could be.
  private static func numbers(_ view: PlayScreen) -> [String] {
    guard let played = view.played else { return [] }
    return view.simulation.metrics.map { $0.text(played.outcome[$0]) }.filter { $0.count > 4 }
  }

  /// Whether it belongs to a chart: to what is measured there, or its shades.
  private static func isDrawn(_ span: StyledText.Span) -> Bool {
    if case .series = span.style.ink { return true }
    return span.text.unicodeScalars.contains { 0x2580...0x259F ~= $0.value }
  }

  /// What is not muted.
  private static func bright(_ view: inout PlayScreen) -> [StyledText.Span] {
    view.draw().lines.flatMap { $0.spans.filter { $0.style.ink != .muted } }
  }

  static let keys: [Key] =
    "qhlHL0jkfa ,.<>pupuPPnNzwym?123459x=.e-7".map { Key.character($0) } + [
      .left, .right, .left, .right, .up, .down, .home, .end, .tab, .backtab, .enter, .escape,
      .backspace, .pageDown, .pageUp, .control("l"), .control("z"), .control("u"), .resize,
      .modified(.left, .shift), .modified(.right, .control), .paste("0.5"), .paste("\u{1B}[2J日"),
      .delete, .place(row: 1, column: 1),
    ]

  /// Whatever is typed, what is drawn is whole, and follows from where things stand alone.
  @Test(arguments: 0..<4) func anyEventsEndInAPictureAsDrawnAnew(_ seed: Int) throws {
    var garbage = Garbage(seed: seed)
    let subject =
      try seed % 2 == 0 ? PlaySubject(Ride.self, Ride.defaults) : Scene.exercise()
    var view = Scene.view(subject)
    for step in 0..<500 {
      var key = garbage.one(of: Self.keys)
      if garbage.below(4) == 0 {
        let action = garbage.one(
          of: [MouseEvent.Action.press(.left), .drag(.left), .wheelUp, .wheelDown])
        key = .mouse(
          MouseEvent(
            action, row: garbage.below(view.screen.height + 2),
            column: garbage.below(view.screen.width + 2)))
      }
      view.axes.mayNarrow = garbage.below(3) == 0
      let reaction = view.handle(key)
      if reaction == .resize || garbage.below(40) == 0 {
        let (width, height) = garbage.one(of: Self.sizes.dropLast())
        (view.screen.width, view.screen.height) = (width, height)
        view.overlay = nil
      }
      view.isLate = garbage.below(3) == 0
      if garbage.below(2) == 0 { view.settle() }
      if view.film?.isRunning == true { view.advance() }
      if step % 20 == 0 { Self.expectWhole(&view) }
    }
    (view.screen.width, view.screen.height) = [(80, 24), (120, 40), (60, 15), (180, 50)][seed]
    view.overlay = nil
    view.axes.mayNarrow = true
    view.settle()
    let drawn = view.draw().lines
    var anew = view
    anew.axes = HeldAxes()
    anew.overheads = [:]
    anew.zones = []
    #expect(anew.draw().lines.map(\.text) == drawn.map(\.text))
    #expect(anew.zones == view.zones)
  }

  /// Before an exercise is passed nothing says where it does, wherever knobs stand.
  @Test(arguments: ["slides/get-down", "tosses/load-it"], [true, false])
  func noPictureGivesAnAnswerAway(_ name: String, _ usesUnicode: Bool) throws {
    let exercise = try #require(ToyCourse.syllabus().exercise(name))
    var view = Scene.view(
      PlaySubject(exercise, exercise.simulation.defaults),
      on: Scene.screen(usesUnicode: usesUnicode))
    for knob in exercise.choices {
      view.knobs.choose(at: view.knobs.all.firstIndex { $0.name == knob.name } ?? 0)
      #expect(view.knobs.knob?.name == knob.name)
      for value in KnobStops(knob).values {
        view.knobs.set(knob.name, value)
        view.settle()
        let (lines, _) = view.draw()
        let inks = Set(lines.flatMap { $0.spans.map(\.style.ink) })
        #expect(inks.isDisjoint(with: [.good, .bad]))
        let rows = lines.map { $0.adapted(to: view.screen).text }
        #expect(!rows.contains { $0.contains { "═✓✗".contains($0) } })
        for zone in view.zones {
          guard case .track = zone.target else { continue }
          #expect(!rows[zone.rows.lowerBound].contains("="))
        }
      }
    }
  }

  /// Once it is passed, the tracks show where, and nothing more.
  @Test(arguments: [(80, 24), (120, 40)], [true, false])
  func whatPassesIsShownOnceItIsPassed(_ size: (Int, Int), _ usesUnicode: Bool) async throws {
    let exercise = try #require(ToyCourse.syllabus().exercise("slides/get-down"))
    let map = try #require(await PassMap.of(exercise))
    var view = Scene.view(
      PlaySubject(exercise, exercise.simulation.defaults),
      on: Scene.screen(size.0, size.1, usesUnicode: usesUnicode))
    _ = view.press(.home)
    view.map = map
    let rows = view.rows().map { Array($0) }
    let range = try #require(map["rate"]?.range)
    let zone = try #require(
      view.zones.first { if case .track(0, _, _) = $0.target { true } else { false } })
    guard case .track(_, let first, let last) = zone.target else { return }
    let scale = Scale(.log, 0.001...10)
    let columns = [range.lowerBound, range.upperBound].map { number in
      first + Int(((scale.position(number) ?? 0) * Double(last - first)).rounded())
    }
    let row = rows[zone.rows.lowerBound]
    let marked = (first...last).filter { row[$0] == (usesUnicode ? "═" : "=") }
    #expect(marked == Array(columns[0]...columns[1]))
    #expect(map["surface"]?.values.map(\.text) == ["snow", "ice"])
    let text = rows.map { String($0) }.joined(separator: "\n")
    for name in ["snow", "ice"] { #expect(text.contains((usesUnicode ? "═" : "=") + name)) }
  }
}
