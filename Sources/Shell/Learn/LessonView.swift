import Course
import Experiments
import Terminal
import Tuning

extension Page {
  /// A whole lesson as text, every run made.
  mutating func whole(_ lesson: Lesson) async { await set(LessonPart.parts(of: lesson)) }

  /// Parts of a lesson one after another, every run made.
  mutating func set(_ parts: [LessonPart]) async {
    for part in parts {
      blank()
      set(part, await part.runs.outcomes())
    }
  }

  /// A part of a whole lesson.
  ///
  /// - Parameter outcomes: those of the part's runs; nil while there are none yet.
  mutating func set(_ part: LessonPart, _ outcomes: [Outcome]?) {
    switch part.content {
    case .opening(let lesson):
      heading(lesson.title, ["\(lesson.minutes) min"])
      text(StyledText(lesson.summary, .muted))
    case .prose(let block): markdown([block])
    case .simulate(let directive):
      guard let outcomes else { return running(directive.simulation) }
      show(directive.shown(outcomes), chartRows: Page.chartRows)
    case .compare(let directive):
      guard let outcomes else { return running(directive.simulation) }
      show(directive.shown(outcomes), chartRows: Page.chartRows)
    case .predict(let directive, let lesson):
      question(directive)
      text(StyledText("knobs learn \(lesson) asks you, and then runs it.", .muted))
    case .exercise(let exercise):
      task(exercise, standing: nil)
      blank()
      next([(exercise.checkLine, "to be graded")])
    case .faulty(let directive): faulty(directive)
    }
  }

  /// What stands for a run that is being made.
  private mutating func running(_ simulation: any Simulation.Type) {
    heading(simulation.name)
    blank()
    text(StyledText("running …", .muted))
  }

  /// What stands for a directive that could not be read.
  private mutating func faulty(_ directive: LessonPart.FaultyDirective) {
    let count = NumberText.count(directive.faults.count, "fault")
    text(
      StyledText("✗ ", Style(.bad, bold: true)) + StyledText(directive.words, .bold)
        + StyledText(" · line \(directive.lines.lowerBound), \(count)", .muted),
      indent: 0, hanging: 2)
    for fault in directive.faults { self.fault(fault) }
  }

  /// A fault by its place in the file that is being looked at.
  mutating func fault(_ fault: LessonFault) {
    text(
      StyledText("\(fault.line):\(fault.column): ", .muted)
        + StyledText(fault.message, Style(fault.severity == .fault ? .bad : .warning)), hanging: 2)
  }

  /// A run of a lesson, or several side by side.
  mutating func show(_ shown: ShownRuns, chartRows: Int) {
    let idle = shown.runs.idleKnobs(of: shown.simulation)
    let details = shown.common.texts(without: idle.union(shown.varied))
    heading(
      shown.simulation.name,
      details + (shown.simulation.usesChance ? ["seed \(shown.seed)"] : []))
    blank()
    runs(
      shown.runs, of: shown.simulation, varied: shown.varied, figures: shown.figures,
      chartRows: chartRows)
  }

  /// What a prediction asks.
  mutating func question(_ directive: PredictDirective) {
    heading("predict", directive.settings.texts())
    text(inline(directive.question, .bold))
  }

  /// What an exercise asks, and what may be turned.
  mutating func task(_ exercise: Exercise, standing: Transcript.Standing?) {
    var details = [NumberText.count(exercise.maximumPoints, "point")]
    if let standing, standing.isPassed { details.append("passed") }
    if let standing, standing.hasPassedEarlierForm { details.append("passed an earlier form") }
    heading("exercise \(exercise.name)", details)
    text(inline(exercise.task, .bold))
    blank()
    let given = exercise.given.values.filter { exercise.given.turned[$0.name] != nil }
    table(
      TextTable(
        [.init(""), .init(""), .init("")],
        rows: exercise.choices.map { knob in
          [
            StyledText(knob.name, Style(.accent, unbroken: true)), StyledText(knob.domain.text),
            StyledText(knob.summary, .muted),
          ]
        }
          + given.map {
            [
              StyledText($0.name, Style(.muted, unbroken: true)), StyledText($0.value.text),
              StyledText("given", .muted),
            ]
          }))
    blank()
    for criterion in exercise.criteria {
      text(
        StyledText("to pass: ", .muted) + StyledText(criterion.text)
          + StyledText(" (\(NumberText.count(criterion.points, "point")))", .muted))
    }
  }

  /// What became of a prediction.
  mutating func answer(_ answer: Double, to directive: PredictDirective, _ outcome: Outcome) {
    let metric = directive.metric
    let measured = outcome[metric]
    let isRight = measured.map { directive.accepts(answer, measured: $0) } ?? false
    var text = StyledText(
      isRight ? "✓ Right. " : "Not quite. ", Style(isRight ? .good : .warning, bold: true))
    text.append("You said \(NumberText.shortest(answer)); measured \(metric.text(measured))")
    if let theory = directive.simulation.theory(of: metric, in: outcome) {
      text.append(", by theory \(theory)")
    }
    self.text(text + ".")
    for finding in outcome.findings {
      self.text(StyledText(finding.message.capitalizedSentence))
    }
  }
}

/// Runs that a lesson shows, made.
struct ShownRuns: Sendable {
  let simulation: any Simulation.Type
  let common: Settings

  /// The knobs in which the runs differ.
  let varied: [String]
  let seed: UInt64
  let runs: [LabelledRun]
  let figures: [String]
}

extension SimulateDirective {
  /// What the lesson shows.
  var runs: [Run] { [Run(simulation, settings, seed: seed)] }

  /// The run that was made.
  func shown(_ outcomes: [Outcome]) -> ShownRuns {
    shown(outcomes.first ?? Outcome(), settings, seed)
  }

  /// Makes the run; other settings and another seed take the place of the lesson's own.
  func run(_ other: Settings? = nil, seed: UInt64? = nil) async -> ShownRuns {
    let settings = other ?? self.settings
    let seed = seed ?? self.seed
    let outcome = await [Run(simulation, settings, seed: seed)].outcomes().first ?? Outcome()
    return shown(outcome, settings, seed)
  }

  private func shown(_ outcome: Outcome, _ settings: Settings, _ seed: UInt64) -> ShownRuns {
    ShownRuns(
      simulation: simulation, common: settings, varied: [], seed: seed,
      runs: [LabelledRun(label: "", settings: settings, outcome: outcome)],
      figures: figures.orFirst(of: simulation))
  }
}

extension CompareDirective {
  /// What the lesson shows.
  var runs: [Run] { runs(seed: seed) }

  /// The runs that were made.
  func shown(_ outcomes: [Outcome]) -> ShownRuns { shown(outcomes, seed) }

  /// Makes the runs; another seed takes the place of the lesson's own.
  func run(seed: UInt64? = nil) async -> ShownRuns {
    let seed = seed ?? self.seed
    return shown(await runs(seed: seed).outcomes(), seed)
  }

  private func runs(seed: UInt64) -> [Run] {
    cases.map { Run(simulation, $0.settings, seed: seed) }
  }

  private func shown(_ outcomes: [Outcome], _ seed: UInt64) -> ShownRuns {
    let varied = simulation.knobs.map(\.name).filter { name in
      Set(cases.map { $0.settings[name] }).count > 1
    }
    let runs = zip(cases, outcomes).map { each, outcome in
      LabelledRun(label: each.label, settings: each.settings, outcome: outcome)
    }
    return ShownRuns(
      simulation: simulation, common: common, varied: varied, seed: seed, runs: runs,
      figures: figures.orFirst(of: simulation))
  }
}

extension [String] {
  /// The names, or where there are none the simulation's first figure.
  fileprivate func orFirst(of simulation: any Simulation.Type) -> [String] {
    isEmpty ? Array(simulation.figures.prefix(1).map(\.name)) : self
  }
}
