import Exhibits
import Experiments
import Grading
import Screens
import Terminal
import Tuning

/// What is played and how it is shown: all that is drawn follows from this.
struct PlayScreen: Sendable {
  let subject: PlaySubject
  var screen: Screen
  var knobs: PlayKnobs
  var seed: UInt64

  /// The latest run that is there; while it is not the one that the knobs ask for, it is muted.
  private(set) var played: PlayedRun?

  /// Whether the run that is asked for has been waited for longer than a moment.
  var isLate = false
  private(set) var pinned: PlayedRun?

  /// The run that is to be pinned as soon as it is there.
  private(set) var pinning: Run?

  /// The figure that is shown where there is room for one, by its place.
  private(set) var figure = 0

  /// What is typed of a value; nil while none is.
  private(set) var entry: String?

  /// What lies over the picture.
  var overlay: PlayOverlay?

  /// What is said until the next key.
  var note: String?

  /// What is watched.
  var film: Film?

  /// How the exercise was graded last, and whether it is being graded.
  var graded: GradeExhibit?
  var isGrading = false

  /// Where the exercise passes, known only to one who has passed it, and whether it is being searched.
  var map: PassMap?
  var isSearching = false

  var isRecording = false
  var usesMouse: Bool
  var axes = HeldAxes()

  /// The rows that charts took beside their axes, by figure and width, so that they fit at once.
  var overheads: [String: Int] = [:]

  /// The first of the knobs that are in sight.
  var firstKnob = 0

  /// Where the mouse finds what, in the picture drawn last.
  var zones: [PlayZone] = []

  /// The knob whose track the mouse was pressed on, by its place, until the button is let go.
  var held: Int?

  init(_ subject: PlaySubject, on screen: Screen, usesMouse: Bool = true) {
    self.subject = subject
    self.screen = screen
    self.usesMouse = usesMouse
    knobs = PlayKnobs(
      subject.simulation, subject.settings, locked: subject.locked,
      choosing: subject.exercise?.choices.first?.name)
    seed = subject.seed
    pinning = subject.pinned.map { Run(subject.simulation, $0, seed: subject.seed) }
    if let name = subject.figure,
      let place = subject.simulation.figures.firstIndex(where: { $0.name == name })
    {
      figure = place
    }
  }

  var simulation: any Simulation.Type { subject.simulation }

  /// The run that the knobs ask for.
  var run: Run { Run(simulation, knobs.settings, seed: seed) }

  /// Whether what is shown is what the knobs ask for.
  var isCurrent: Bool { played?.run.key == run.key }

  /// Shows a run that was made.
  mutating func show(_ run: PlayedRun) {
    played = run
    isLate = false
  }

  /// Pins a run that was made.
  mutating func pin(_ run: PlayedRun) { (pinned, pinning) = (run, nil) }

  /// The kinds of figure that there are.
  var kinds: [FigureKind] { simulation.figures }

  /// The settings of the knobs that an exercise lets one choose, each turned.
  func choices(of exercise: Exercise) -> Settings {
    var choices = exercise.simulation.defaults
    for knob in exercise.choices { try? choices.turn(knob.name, to: knobs.value(knob)) }
    return choices
  }
}

/// Where the mouse finds something.
struct PlayZone: Sendable, Hashable {
  enum Target: Sendable, Hashable {
    /// A knob, by its place among all.
    case knob(Int)

    /// The track of a knob, from its first column to its last.
    case track(Int, first: Int, last: Int)

    /// One of a knob's choices.
    case choice(Int, SettingValue)
    case figure(Int)

    /// Where the pinned run stands.
    case pinned
  }

  var rows: Range<Int>
  var columns: Range<Int>
  var target: Target

  func contains(row: Int, column: Int) -> Bool {
    rows.contains(row) && columns.contains(column)
  }

  func moved(down rows: Int, right columns: Int) -> PlayZone {
    PlayZone(
      rows: self.rows.lowerBound + rows..<self.rows.upperBound + rows,
      columns: self.columns.lowerBound + columns..<self.columns.upperBound + columns,
      target: target.moved(right: columns))
  }
}

extension PlayZone.Target {
  fileprivate func moved(right columns: Int) -> PlayZone.Target {
    guard case .track(let knob, let first, let last) = self else { return self }
    return .track(knob, first: first + columns, last: last + columns)
  }
}

/// Text over the whole picture, with a line that says how one leaves it.
struct PlayOverlay: Sendable {
  let lines: [StyledText]

  /// The first line in sight.
  var top = 0

  init(_ lines: [StyledText]) { self.lines = lines }

  /// Goes so many lines down, or up; the last one stays in sight.
  mutating func scroll(_ count: Int, room: Int) {
    top = min(max(top + count, 0), max(0, lines.count - room))
  }
}

extension PlayScreen {
  /// What a key asks of the one who draws.
  enum Reaction: Sendable, Hashable {
    case none
    case moved
    case leave
    case suspend

    /// The terminal has another size, or shows what nobody knows.
    case resize
    case redraw

    /// Axes may be narrower again.
    case refit
    case grade

    /// A recording begins, or ends.
    case record
    case mouse(Bool)
  }

  /// Follows a key.
  mutating func handle(_ key: Key) -> Reaction {
    if key == .resize { return .resize }
    if key == .endOfInput { return .leave }
    if case .mouse(let event) = key { return overlay == nil ? follow(event) : read(event) }
    let had = note != nil
    note = nil
    let reaction: Reaction
    if overlay != nil {
      reaction = read(key)
    } else if entry != nil {
      reaction = type(key)
    } else {
      reaction = play(key)
    }
    return reaction == .none && had ? .moved : reaction
  }

  private mutating func close() -> Reaction {
    overlay = nil
    return .moved
  }

  /// The mouse while a page lies over the picture: what was being dragged or is let go leaves it there.
  private mutating func read(_ event: MouseEvent) -> Reaction {
    let room = max(1, screen.height - 1)
    switch event.action {
    case .press: return close()
    case .wheelUp: overlay?.scroll(-3, room: room)
    case .wheelDown: overlay?.scroll(3, room: room)
    case .drag, .release: return .none
    }
    return .moved
  }

  /// A key while a page lies over the picture.
  private mutating func read(_ key: Key) -> Reaction {
    let room = max(1, screen.height - 1)
    switch key.plain {
    case .control("c"), .control("d"): return .leave
    case .control("z"): return .suspend
    case .control("l"): return .redraw
    case .down, .character("j"): overlay?.scroll(1, room: room)
    case .up, .character("k"): overlay?.scroll(-1, room: room)
    case .pageDown: overlay?.scroll(room, room: room)
    case .pageUp: overlay?.scroll(-room, room: room)
    case .home: overlay?.scroll(-.max / 2, room: room)
    case .end: overlay?.scroll(.max / 2, room: room)
    default: return close()
    }
    return .moved
  }

  /// A key while a value is typed.
  private mutating func type(_ key: Key) -> Reaction {
    switch key.plain {
    case .control("c"): return .leave
    case .control("z"): return .suspend
    case .control("l"): return .redraw
    case .escape: entry = nil
    case .control("u"): entry = ""
    case .backspace:
      if entry?.isEmpty ?? true { entry = nil } else { entry?.removeLast() }
    case .character(let character): append(String(character))
    case .paste(let text): append(text)
    case .enter:
      let text = entry ?? ""
      entry = nil
      guard !text.isEmpty else { return .moved }
      do throws(Refusal) {
        // What is watched ends first: it may have led a knob elsewhere that is not to be turned.
        var stopped = self
        stopped.stop()
        try stopped.knobs.type(text)
        self = stopped
      } catch {
        note = error.message
      }
    default: return .none
    }
    return .moved
  }

  /// The most characters that are typed for a value.
  private static let longestEntry = 40

  private mutating func append(_ text: String) {
    let line = (entry ?? "") + text.prefix { !$0.isNewline }
    // A character may be of any number of parts.
    entry = String(line.unicodeScalars.prefix(Self.longestEntry))
  }

  /// A key while nothing lies over the picture.
  private mutating func play(_ key: Key) -> Reaction {
    switch key {
    case .modified(.left, let held):
      return turn(held.contains(.control) ? .digits(-1) : .coarse(-1))
    case .modified(.right, let held): return turn(held.contains(.control) ? .digits(1) : .coarse(1))
    default: break
    }
    switch key.plain {
    case .character("q"), .character("Q"), .escape, .control("c"), .control("d"): return .leave
    case .control("z"): return .suspend
    case .control("l"): return .redraw
    case .left, .character("h"): return turn(.stops(-1))
    case .right, .character("l"): return turn(.stops(1))
    case .character("H"): return turn(.coarse(-1))
    case .character("L"): return turn(.coarse(1))
    case .home: return turn(.toLowest)
    case .end: return turn(.toHighest)
    case .character("0"): return turn(.toDefault)
    case .up, .character("k"): knobs.choose(-1)
    case .down, .character("j"): knobs.choose(1)
    case .tab: knobs.cycle(1)
    case .backtab: knobs.cycle(-1)
    case .character("="): entry = ""
    case .character("f"): choose(figure: (figure + 1) % max(kinds.count, 1))
    case .character("a"), .character(" "): watch()
    case .character(","): step(-1)
    case .character("."): step(1)
    case .character("<"): film?.quicken(0.5)
    case .character(">"): film?.quicken(2)
    case .character("p"): pinNow()
    case .character("u"): (pinned, pinning) = (nil, nil)
    case .character("P"): swap()
    case .character("n"): seed(by: 1)
    case .character("N"): seed(by: -1)
    case .character("z"): return .refit
    case .character("w"): return .record
    case .character("y"): note = lineOfRun
    case .character("m"):
      usesMouse.toggle()
      note = usesMouse ? "the mouse turns knobs" : "the mouse selects text; m takes it back"
      return .mouse(usesMouse)
    case .character("?"): overlay = PlayOverlay(keysPage.lines)
    case .character("g"):
      guard let page = mapPage else {
        note = whyNoMap
        break
      }
      overlay = PlayOverlay(page.lines)
    case .enter:
      guard subject.exercise != nil else {
        note = "nothing is asked here; knobs play LESSON/EXERCISE grades"
        break
      }
      guard !isGrading else { return .none }
      return .grade
    case .character(let character):
      guard let number = character.wholeNumberValue, 1...9 ~= number else { return .none }
      guard number <= kinds.count else {
        note = "there are \(kinds.count) figures; = types a value"
        break
      }
      choose(figure: number - 1)
    default: return .none
    }
    return .moved
  }

  /// The command that makes what is shown.
  var lineOfRun: String {
    let runs = [run.settings] + (pinned.map { $0.run.seed == seed ? [$0.run.settings] : [] } ?? [])
    return Run.line(of: simulation, runs, seed: seed)
  }
}

extension PlayScreen {
  /// Turns the chosen knob, which ends what is watched.
  mutating func turn(_ turn: PlayKnobs.Turn) -> Reaction {
    let wasWatched = film != nil
    stop()
    return knobs.turn(turn) || wasWatched ? .moved : .none
  }

  /// Ends what is watched; the knobs stay where they were shown.
  mutating func stop() {
    defer { film = nil }
    // What an exercise gives is where it gives it again.
    guard case .rerun(let knob, let values) = film?.kind, knobs.locked.contains(knob),
      let end = values.last
    else { return }
    knobs.set(knob, end)
  }

  mutating func choose(figure place: Int) {
    guard kinds.indices.contains(place) else { return }
    figure = place
    // What is revealed is one figure's; another has moments of its own.
    if case .reveal(let figures, _) = film?.kind, !figures.contains(kinds[place].name) {
      film = nil
    }
  }

  private mutating func pinNow() {
    if isCurrent, let played { pin(played) } else { pinning = run }
  }

  /// The pinned run where the knobs stand, and what they showed in its place.
  mutating func swap() {
    guard let other = pinned else {
      note = "nothing is pinned; p pins this run"
      return
    }
    stop()
    let now = isCurrent ? played : nil
    // What has not come yet takes its place when it does.
    pinning = now == nil ? run : nil
    knobs.take(other.run.settings)
    seed = other.run.seed
    played = other
    pinned = now ?? pinned
  }

  private mutating func seed(by step: Int) {
    guard simulation.usesChance else {
      note = "there is no chance in \(simulation.name)"
      return
    }
    stop()
    let next = Int(exactly: seed).map { $0 + step } ?? 0
    guard let typed = UInt64(exactly: next), Seed.typed.contains(typed) else {
      note = "seeds go from \(Seed.typed.lowerBound) to \(Seed.typed.upperBound)"
      return
    }
    seed = typed
  }
}

extension PlayKnobs.Turn {
  fileprivate static func coarse(_ times: Int) -> Self { .stops(times * KnobStops.coarse) }
}
