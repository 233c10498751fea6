import Course
import Experiments
import Pictures
import Terminal
import Tuning

/// `knobs run`: a simulation with the knobs turned as one likes.
enum RunCommand: Command {
  static let name = "run"
  static let summary = "run a simulation: numbers and figures, theory beside measurement"
  static let arguments = [Argument("SIMULATION", .simulation)]
  struct Options: OptionTable {
    let knobs = KnobSource.simulation
    let seed = Option.seed
    let show = Option.show
    let files = ExportOptions()
    let json = Option.json
  }

  static let discussion = [
    "Every knob of the simulation is an option; knobs that are left out keep their defaults. "
      + "Values of one knob joined by commas are laid over each other, six at most.",
    Export.help,
  ]
  static let examples = [
    Example("knobs run step-size --learning-rate 0.05", "one run"),
    Example("knobs run step-size --learning-rate 0.01,0.18,0.21", "three, side by side"),
    Example("knobs run step-size --show path --svg path.svg", "a picture for a report"),
  ]

  /// The most values of a knob that can be told apart in one figure.
  static let mostValues = 6

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    guard let name = arguments.words.first else {
      throw Refusal(
        "run what? name a simulation, such as "
          + "\(context.catalog.names.first ?? "step-size"); knobs simulations lists all")
    }
    let simulation = try context.simulation(name)
    let seed = arguments.seed
    let figures = try arguments.show.map { text throws(Refusal) in
      try Self.figures(text, of: simulation)
    }
    let export = try Export(arguments.files, isBesideDocument: arguments.json)
    let variants = try variants(arguments, simulation)
    let runs = variants.settings.map { Run(simulation, $0, seed: seed) }
    let outcomes = await context.showing("running \(name)") {
      await runs.outcomes()
    }
    let labelled = zip(variants.settings, outcomes).map { settings, outcome in
      LabelledRun(
        label: variants.knob.flatMap { settings[$0]?.text } ?? "", settings: settings,
        outcome: outcome)
    }
    let shown = figures ?? Overlay.standard(labelled)
    var report = try report(arguments, labelled, runs, of: variants.knob, shown: shown, context)
    try export?.write(written(labelled, variants.knob, shown), into: &report)
    return report
  }

  /// What stands for every figure after `--show`.
  private static let allFigures = "all"

  /// The figures that are named, joined by commas, or all of them.
  private static func figures(_ text: String, of simulation: any Simulation.Type)
    throws(Refusal) -> [String]
  {
    let known = simulation.figures.map(\.name)
    if text == allFigures { return known }
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    for name in names where !known.contains(name) {
      let remedy = NearestName.remedy(for: name, among: known)
      throw Refusal("no figure \(Quoted.text(name)) in \(simulation.name)\(remedy)")
    }
    return names
  }

  /// What the runs showed, for people or for programs.
  private static func report(
    _ arguments: ParsedArguments<Options>, _ labelled: [LabelledRun], _ runs: [Run],
    of varied: String?,
    shown: [String], _ context: Context
  ) throws(Refusal) -> Report {
    if arguments.json {
      let documents = zip(runs, labelled).map { OutcomeDocument($0, $1.outcome) }
      if let document = documents.first, documents.count == 1 {
        return try Report(json: document)
      }
      return try Report(json: ["runs": documents])
    }
    guard let run = runs.first else { return Report(plain: "") }
    let simulation = run.simulation
    var page = Page(context.screen)
    let hidden = Set([varied].compactMap(\.self)).union(labelled.idleKnobs(of: simulation))
    page.heading(
      simulation.name,
      run.settings.texts(without: hidden) + (simulation.usesChance ? ["seed \(run.seed)"] : []))
    page.blank()
    page.runs(
      labelled, of: simulation, varied: [varied].compactMap(\.self), figures: shown,
      isExplained: true)
    page.blank()
    page.next(next(after: simulation, labelled, shown: shown, context))
    return Report(page)
  }

  /// The figures that are shown, for files of them.
  private static func written(_ runs: [LabelledRun], _ varied: String?, _ shown: [String])
    -> FigureSet
  {
    let ofRuns = runs.flatMap { run in
      shown.compactMap { name in
        run.outcome.figures.first { $0.name == name }.map {
          LabelledFigure($0, varied.map { "\($0)=\(run.label)" } ?? "")
        }
      }
    }
    let drawn = Overlay.drawings(of: runs, named: shown, by: varied)
    return FigureSet(drawn: drawn.map { LabelledFigure($0.figure, $0.label) }, ofRuns: ofRuns)
  }

  /// The settings to run, and the knob in which they differ.
  private static func variants(
    _ arguments: ParsedArguments<Options>, _ simulation: any Simulation.Type
  )
    throws(Refusal) -> (knob: String?, settings: [Settings])
  {
    var common = simulation.defaults
    var varied: (knob: String, values: [String])?
    for argument in try arguments.knobs.distinct() {
      let values = (argument.value ?? "").split(separator: ",", omittingEmptySubsequences: false)
        .map(String.init)
      guard values.count > 1 else {
        try argument.turn(in: &common, of: simulation)
        continue
      }
      if let other = varied?.knob {
        throw Refusal("\(other) and \(argument.knob) both have several values; vary one at a time")
      }
      guard values.count <= mostValues else {
        throw Refusal(
          "\(argument.knob) has \(values.count) values; at most \(mostValues) fit a figure")
      }
      varied = (argument.knob, values)
    }
    guard let varied else { return (nil, [common]) }
    var settings: [Settings] = []
    for value in varied.values {
      var variant = common
      try KnobArgument(knob: varied.knob, value: value).turn(in: &variant, of: simulation)
      if settings.contains(variant) {
        throw Refusal("\(varied.knob) has \(Quoted.bare(value)) twice; keep one")
      }
      settings.append(variant)
    }
    return (varied.knob, settings)
  }

  /// An exercise that this simulation is graded in, else another value to try.
  private static func next(
    after simulation: any Simulation.Type, _ runs: [LabelledRun], shown: [String],
    _ context: Context
  ) -> [(line: String, gloss: String)] {
    var lines: [(line: String, gloss: String)] = []
    if let syllabus = try? context.outline() {
      let progress = (try? context.progress().progress) ?? Transcript()
      let exercises = syllabus.exercises.filter { $0.simulation.name == simulation.name }
      let settings = runs.map(\.settings)
      func rank(_ exercise: Exercise) -> Int {
        2 * exercise.distance(from: settings) + (progress[exercise].isPassed ? 1 : 0)
      }
      if let exercise = exercises.min(by: { rank($0) < rank($1) }) {
        lines.append((exercise.checkLine, "put it to the test"))
      }
    }
    let others = simulation.figures.map(\.name).filter { !shown.contains($0) }
    if !others.isEmpty {
      lines.append(
        (
          "knobs run \(simulation.name) … --show \(others.joined(separator: ","))",
          others.count > 1 ? "its other figures" : "its other figure"
        ))
    }
    if lines.isEmpty || runs.count == 1 {
      lines.append(("knobs simulations \(simulation.name)", "every knob, metric and figure"))
    }
    return lines
  }
}

extension Exercise {
  /// How far it is from what was just run: knobs that it holds elsewhere, and then whether it lets
  /// the learner choose one of those that were turned.
  func distance(from runs: [Settings]) -> Int {
    let elsewhere = runs.map { run in given.turned.count { run[$0.key] != $0.value } }.min() ?? 0
    let turned = runs.flatMap(\.turned.keys)
    let chooses = turned.isEmpty || choices.contains { turned.contains($0.name) }
    return 2 * elsewhere + (chooses ? 0 : 1)
  }
}
