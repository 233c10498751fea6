import Exhibits
import Experiments
import Grading
import Lessons
import Screens
import Terminal
import Tuning

extension LearnSession {
  /// What the keys at the bottom speak of, until something else is done.
  enum InSight: Sendable {
    case runs(RunsInSight)
    case exercise(Exercise)

    /// A prediction that was answered, by its step.
    case prediction(PredictDirective, step: Int)
  }

  /// Runs that a learner looks at: the lesson's, or one with settings of their own beside it.
  struct RunsInSight: Sendable {
    let runs: TriedRuns
    var own: Settings?

    /// Whether all metrics are shown, and not those alone that the lesson speaks of.
    var showsAll = false

    /// Whether there are more than those.
    var hasMore = false
  }

  /// What became of showing something, or of waiting for a key.
  enum Flow: Sendable {
    /// The lesson goes on.
    case on
    case move(Move)

    /// The screen has another width: what is on it is to be drawn again.
    case resized
  }

  /// Shows the runs of a directive, below which the lesson goes on; nil stands for drawing the step
  /// again.
  mutating func visit(_ lessons: TriedRuns) async throws -> Move? {
    var runs = RunsInSight(runs: lessons, showsAll: showsAll)
    let shown = await make(runs)
    runs.hasMore = shown.metrics != nil && shown.hidesMetrics
    inSight = .runs(runs)
    switch try await flow(runsPage(shown)) {
    case .on: return .next
    case .move(let move): return move
    case .resized: return nil
    }
  }

  /// Makes the runs in sight, with what the lesson has not yet said of whom their data are owed to.
  mutating func make(_ sight: RunsInSight) async -> ShownRuns {
    let runs = sight.runs
    let seed = seeds[key(of: runs)] ?? runs.seed
    var shown = await terminal.errorScreen.showing("running \(runs.simulation.name)") {
      await runs.shown(sight.own, seed: seed)
    }
    if sight.showsAll { shown = shown.whole }
    shown.credited = credited
    credited.formUnion(shown.credits)
    return shown
  }

  /// Shows lines, with a pause before anything unread would leave the screen.
  mutating func flow(_ page: Page) async throws -> Flow {
    var rest = page.lines[...]
    while true {
      try console.showPart(of: &rest, on: page.screen)
      if rest.isEmpty { return .on }
      let paused = try await pause("more")
      guard case .on = paused else { return paused }
      try beginScreen()
    }
  }

  /// Waits for a key; what is in sight can be run again, with other values and with all metrics.
  ///
  /// - Parameter gloss: what the enter key does.
  mutating func pause(_ gloss: String) async throws -> Flow {
    while true {
      switch try console.choose(KeyLine([(.next, gloss)] + keysInSight + [(.back, "back")])) {
      case .resized: return .resized
      case .action(.next): return .on
      case .action(.back): return .move(.back)
      case .action(.quit): return .move(.quit)
      case .answer(let typed):
        guard case .exercise(let exercise) = inSight else { continue }
        if try await act(.answer, at: exercise, beginning: typed) == .left { return .move(.quit) }
      case .action(let action):
        let shown: Console.Shown
        switch inSight {
        case nil: return .on
        case .exercise(let exercise): shown = try await act(action, at: exercise)
        case .prediction(_, let step) where action == .again: return .move(.to(step))
        case .prediction(let directive, _) where action == .play:
          shown = try await play(TriedRuns(directive))
        case .prediction(let directive, _): shown = try await tryValues(TriedRuns(directive))
        case .runs(let runs) where action == .play:
          shown = try await play(runs.runs, showing: runs)
        case .runs(let runs): shown = try await look(again: runs, action)
        }
        switch shown {
        case .whole: continue
        case .left: return .move(.quit)
        case .back: return .move(.back)
        case .resized: return .resized
        }
      }
    }
  }

  private var keysInSight: [(KeyLine.Action, String)] {
    switch inSight {
    case nil: []
    case .exercise(let exercise): actions(at: exercise)
    case .prediction: [(.again, "predict again"), (.values, "try values")] + playKey
    case .runs(let runs):
      [(.again, "run again"), (.values, "try values")] + playKey
        + (runs.showsAll
          ? [(.metrics, "fewer metrics")] : runs.hasMore ? [(.metrics, "all metrics")] : [])
    }
  }

  /// Shows the runs in sight again, changed as a key asks.
  private mutating func look(again runs: RunsInSight, _ action: KeyLine.Action) async throws
    -> Console.Shown
  {
    var sight = runs
    let key = key(of: sight.runs)
    switch action {
    case .again:
      let seed = seeds[key] ?? sight.runs.seed
      let isLast = !sight.runs.simulation.usesChance || seed >= Seed.typed.upperBound
      seeds[key] = isLast ? seed : seed + 1
    case .metrics: sight.showsAll.toggle()
    case .values:
      switch try askValues(sight.runs) {
      case .settings(let typed): sight.own = typed
      case .nothing:
        // Nothing is left of what was tried where that was reset.
        if tries[key] == nil { sight.own = nil }
        inSight = .runs(sight)
        return .whole
      case .left: return .left
      }
    default: return .whole
    }
    inSight = .runs(sight)
    return try showRuns(await make(sight))
  }

  /// Shows runs under each other, with charts that fit the screen.
  mutating func showRuns(_ shown: ShownRuns) throws -> Console.Shown {
    try console.showPaged(runsPage(shown))
  }

  /// Runs with charts as high as may be without one more screen for them and what follows.
  private func runsPage(_ shown: ShownRuns) -> Page {
    let isDense = console.screen.height < Self.roomyHeight
    return page { page, rows in
      page.runs(shown, chartRows: rows, isDense: isDense, isExplained: true)
    }
  }

  /// A page whose charts are as high as may be without one more screen for it and what follows.
  ///
  /// - Parameter set: sets a page with charts of so many rows.
  func page(_ set: (inout Page, Int) -> Void) -> Page {
    let screen = console.screen
    let highest = max(Self.lowestChart, min(Page.chartRows, screen.height - 14))
    let pages = (Self.lowestChart...highest).reversed().map { rows in
      var page = Page(screen)
      set(&page, rows)
      page.blank()
      return page
    }
    let pauses = pages.map { page in
      let sentence = Array(repeating: StyledText("  "), count: Self.rowsOfSentence)
      return console.pauses(in: page.lines + sentence)
    }
    return zip(pages, pauses).first { $1 == pauses.min() }?.0 ?? Page(screen)
  }

  /// The rows of the lowest chart, and those that the sentence behind a run is given.
  private static let lowestChart = 7
  private static let rowsOfSentence = 4

  /// The rows from which on there is room for empty lines within a run.
  private static let roomyHeight = 40
}
