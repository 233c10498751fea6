import Exhibits
import Experiments
import Foundation
import Pictures
import Plotting
import Screens
import Synchronization
import Terminal
import Tuning

/// `knobs tune`: a search for the settings under which a metric is best.
enum TuneCommand: Command {
  static let name = "tune"
  static let summary = "search for the settings under which a metric is best"
  static let arguments = [Argument("SIMULATION", .simulation, isRequired: false)]
  struct Options: OptionTable {
    let knobs = KnobSource.simulation
    let over = Option(
      "over", "KNOBS", "the knobs to search, joined by commas, each with =LOW..HIGH or =A|B")
    let minimize = Option("minimize", "METRIC", naming: .metric, "what is to be low")
    let maximize = Option("maximize", "METRIC", naming: .metric, "what is to be high")
    let search = Option(
      "search", "NAMES",
      "how, joined by commas: \(Strategies.all.map { $0.name }.joined(separator: " "))")
    let trials = Option(
      "trials", 1...StudyFile.mostTrials, silent: "\(standardTrials)", "how many settings to try")
    let budget = Option("budget", "'COUNTER N'", "what all trials together may count")
    let resource = Option("resource", "KNOB", "the knob that halving gives more of")
    let subjectTo = Option(
      repeated: "subject-to", "'METRIC <= X'", "what has to hold; may be repeated")
    let repeats = Option("repeats", 1...100, default: 1, "seeds a trial where there is chance")
    let seed = Option.seed
    let set = Option(
      repeated: "set", "KNOB=VALUE", "a knob whose name is an option here; may be repeated")
    let study = Option("study", "FILE", "keep the trials in a file, and go on from it")
    let files = ExportOptions()
    let json = Option.json
  }

  /// How many trials there are unless somebody says.
  static let standardTrials = 50

  static let discussion = [
    "Every search proposes settings and is told how they did. A range is searched on the knob's own "
      + "scale, or as log or linear behind it say. All trials meet the same seeds, so their "
      + "differences are not those of luck; what the best promises was therefore chosen to be good, "
      + "and beside it stands what twenty fresh seeds found.",
    "halving and hyperband try many settings with little time first. Time is the knob that "
      + "--resource names, or else the simulation's epochs or steps: the best are given as much as "
      + "it stands at, others down to a 27th.",
    "COUNTER is one of \(Cost.Counter.allCases.map(\.rawValue).listed); the trial that goes beyond the "
      + "budget is the last. With --study a search that was interrupted goes on where it stopped, "
      + "and the file alone shows it again.",
    Export.help,
  ]
  static let examples = [
    Example("knobs tune step-size --over learning-rate", "50 rates at random"),
    Example(
      "knobs tune training-run --over learning-rate,batch-size --search random,bayesian "
        + "--trials 30", "two searches, one yardstick"),
    Example("knobs tune --study mine.jsonl", "what is known so far"),
  ]

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    let export = try Export(
      arguments.files, isBesideDocument: arguments.json, environment: context.environment)
    var notes: [StyledText] = []
    var searches: [StudyExhibit.Search]
    if let path = arguments.study.map({ HomePath.expanded($0, context.environment) }) {
      let isShown = arguments.words.isEmpty
      if isShown, arguments.asksForMore {
        throw Refusal("name the simulation too to go on with a study; the file alone is shown")
      }
      var file = try StudyFile(path, isOnlyRead: isShown, context)
      defer { file.close() }
      notes += file.note.map { [Context.warning($0)] } ?? []
      searches = [try await kept(&file, arguments, context)]
    } else {
      let request = try TuneRequest(arguments, context)
      try request.check()
      searches = []
      for plan in request.plans {
        searches.append(try await search(Study(plan), context))
      }
    }
    let exhibit = StudyExhibit(searches)
    var report = try Report(exhibit, asDocument: arguments.json, context, warnings: notes)
    let drawn = exhibit.drawings.map { LabelledFigure($0.figure, $0.label) }
    let figures = FigureSet(drawn: drawn, ofRuns: [LabelledFigure(exhibit.figure)])
    try export?.write(figures, into: &report)
    return report
  }

  /// A study that is kept in a file: begun, gone on with, or shown again.
  private static func kept(
    _ file: inout StudyFile, _ arguments: ParsedArguments<Options>, _ context: Context
  ) async throws(Refusal) -> StudyExhibit.Search {
    var plan: Study.Plan
    var isOver = false
    if arguments.words.isEmpty {
      guard let header = file.header else {
        throw Refusal("\(Quoted.path(file.path)) is empty; name what to search to begin a study")
      }
      plan = try TuneRequest(header, in: file, context).plans[0]
      isOver = true
    } else {
      let request = try TuneRequest(arguments, context)
      guard let first = request.plans.first, request.plans.count == 1 else {
        throw Refusal("a file keeps one study; name one search, or a file for each")
      }
      plan = first
      let header = StudyFile.Header(plan)
      if let known = file.header {
        if let difference = known.difference(from: header, plansAhead: plan.strategy.plansAhead) {
          throw Refusal(
            "\(Quoted.path(file.path)) is another study: \(difference); name another file")
        }
      } else {
        try request.check()
        try file.begin(header)
      }
    }
    var trials: [StudyTrial] = []
    for line in file.trials {
      guard let trial = line.trial(of: plan) else {
        throw Refusal(
          "trial \(line.number) in \(Quoted.path(file.path)) does not fit what is searched")
      }
      trials.append(trial)
    }
    return try await search(
      Study(plan, trials: trials), context, isOver: isOver
    ) { (trials: ArraySlice<StudyTrial>) throws(Refusal) in try file.add(trials) }
  }

  /// How many fresh seeds the best settings are run on.
  private static let freshSeeds = 20

  /// Searches to the end, and runs the best on fresh seeds.
  private static func search(
    _ begun: Study, _ context: Context, isOver: Bool = false,
    keep: (ArraySlice<StudyTrial>) throws(Refusal) -> Void = { _ throws(Refusal) in }
  ) async throws(Refusal) -> StudyExhibit.Search {
    var study = begun
    let plan = study.plan
    let count = plan.budget.trials * plan.repeats
    let name = plan.strategy.name
    while !isOver {
      let before = study
      let (after, added) = await context.errorScreen.showing({ done in
        let runs = before.trials.count * plan.repeats + done
        let best = before.best.map { ", best \(plan.objective.metric.text($0.value))" } ?? ""
        return "\(name) … \(runs) of \(NumberText.count(count, "run"))\(best)"
      }) { steps in
        var study = before
        let added = await study.advance { steps.add() }
        return (study, added)
      }
      guard !added.isEmpty else { break }
      study = after
      try keep(added)
    }
    let whole = study
    let fresh = await context.errorScreen.showing("running the best on fresh seeds") {
      await whole.fresh(plan.simulation.usesChance ? freshSeeds : 1)
    }
    return StudyExhibit.Search(study, fresh: fresh)
  }
}

extension ParsedArguments<TuneCommand.Options> {
  /// Whether anything is said of what to search.
  fileprivate var asksForMore: Bool {
    let named = [
      self.over, self.minimize, self.maximize, self.search, self.budget, self.resource,
    ]
    return named.contains { $0 != nil } || !self.subjectTo.isEmpty || !self.set.isEmpty
      || !self.knobs.isEmpty || self.trials != nil || self.repeats != 1
      || self.seed != Seed.standard
  }
}
