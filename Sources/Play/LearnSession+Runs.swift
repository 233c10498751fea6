import Exhibits
import Experiments
import Lessons
import Screens
import Terminal
import Tuning

extension LearnSession {
  /// What the keys at the bottom speak of, until something else is done.
  enum InSight: Sendable {
    case runs(RunsInSight)

    /// What was answered, by its step, and the key that goes back to it.
    case done(step: Int, KeyLine.Action, String)
  }

  /// Runs that a learner looks at: the lesson's, or one with settings of their own.
  struct RunsInSight: Sendable {
    let simulation: any Simulation.Type

    /// What one's own settings begin with.
    let settings: Settings

    /// Makes the lesson's runs, or one with the learner's own settings.
    let make: @Sendable (_ own: Settings?, _ seed: UInt64) async -> ShownRuns
    var seed: UInt64
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

  /// Shows a run; the lesson goes on below it.
  mutating func visit(_ directive: SimulateDirective) async throws -> Move? {
    try await visit(
      RunsInSight(
        simulation: directive.simulation, settings: directive.settings,
        make: { own, seed in await directive.run(own, seed: seed) }, seed: directive.seed))
  }

  /// Shows runs side by side; the lesson goes on below them.
  mutating func visit(_ directive: CompareDirective) async throws -> Move? {
    try await visit(
      RunsInSight(
        simulation: directive.simulation,
        settings: directive.cases.first?.settings ?? directive.common,
        make: { own, seed in
          guard let own else { return await directive.run(seed: seed) }
          let alone = SimulateDirective(
            simulation: directive.simulation, settings: own, seed: seed,
            figures: directive.figures, metrics: directive.metrics)
          return await alone.run()
        }, seed: directive.seed))
  }

  /// Shows the runs of a directive; nil stands for drawing the step again.
  private mutating func visit(_ lessons: RunsInSight) async throws -> Move? {
    var runs = lessons
    runs.showsAll = showsAll
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
  private mutating func make(_ runs: RunsInSight) async -> ShownRuns {
    var shown = await terminal.errorScreen.showing("running \(runs.simulation.name)") {
      await runs.make(runs.own, runs.seed)
    }
    if runs.showsAll { shown = shown.whole }
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
      case .action(.back): return .move(.back)
      case .action(.quit): return .move(.quit)
      case .action(let action):
        switch inSight {
        case .done(let step, action, _): return .move(.to(step))
        case .runs(let runs) where action != .next:
          switch try await look(again: runs, action) {
          case .whole: continue
          case .left: return .move(.quit)
          case .back: return .move(.back)
          case .resized: return .resized
          }
        case .runs, .done, nil: return .on
        }
      }
    }
  }

  private var keysInSight: [(KeyLine.Action, String)] {
    switch inSight {
    case nil: []
    case .done(_, let action, let gloss): [(action, gloss)]
    case .runs(let runs):
      [(.again, "run again"), (.values, "try values")]
        + (runs.showsAll
          ? [(.metrics, "fewer metrics")] : runs.hasMore ? [(.metrics, "all metrics")] : [])
    }
  }

  /// Shows the runs in sight again, changed as a key asks.
  private mutating func look(again runs: RunsInSight, _ action: KeyLine.Action) async throws
    -> Console.Shown
  {
    var runs = runs
    switch action {
    case .again:
      if runs.simulation.usesChance, runs.seed < Seed.typed.upperBound { runs.seed += 1 }
    case .metrics: runs.showsAll.toggle()
    case .values:
      switch try askValues(runs.simulation, from: runs.own ?? runs.settings) {
      case .settings(let typed): runs.own = typed
      case .nothing: return .whole
      case .left: return .left
      }
      try console.write("\n")
    default: return .whole
    }
    inSight = .runs(runs)
    return try showRuns(await make(runs))
  }

  /// Shows runs under each other, with charts that fit the screen.
  mutating func showRuns(_ shown: ShownRuns) throws -> Console.Shown {
    try console.showPaged(runsPage(shown))
  }

  /// Runs with charts as high as may be without one more screen for them and what follows.
  private func runsPage(_ shown: ShownRuns) -> Page {
    let screen = console.screen
    let highest = max(Self.lowestChart, min(Page.chartRows, screen.height - 14))
    let pages = (Self.lowestChart...highest).reversed().map { rows in
      var page = Page(screen)
      page.runs(
        shown, chartRows: rows, isDense: screen.height < Self.roomyHeight, isExplained: true)
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
