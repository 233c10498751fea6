import Exhibits
import Experiments
import Foundation
import Grading
import Pictures
import Plotting
import Screens
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
    let metrics = Option.metrics("which metrics to show, joined by commas; all unless given")
    let files = ExportOptions()
    let json = Option.json
  }

  static let discussion = [
    "Every knob of the simulation is an option; knobs that are left out keep their defaults. "
      + "Values of one knob joined by commas are laid over each other, six at most; a number is "
      + "written with a point.",
    Export.help,
  ]
  static let examples = [
    Example("knobs run step-size --learning-rate 0.05", "one run"),
    Example("knobs run step-size --learning-rate 0.01,0.18,0.21", "three, side by side"),
    Example("knobs run step-size --metrics overshoots --show none", "one number"),
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
    let export = try Export(
      arguments.files, isBesideDocument: arguments.json, environment: context.environment)
    let variants = try variants(arguments, simulation)
    let runs = variants.settings.map { Run(simulation, $0, seed: seed) }
    let outcomes = await context.errorScreen.showing("running \(name)") {
      await runs.outcomes()
    }
    let labelled = zip(variants.settings, outcomes).map { settings, outcome in
      LabelledRun(
        label: variants.knob.flatMap { settings[$0]?.text } ?? "", settings: settings,
        outcome: outcome)
    }
    let metrics = try arguments.metrics.map { text throws(Refusal) in
      try MetricNames.named(text, of: simulation)
    }
    var shown = ShownRuns(
      simulation: simulation, common: variants.settings[0],
      varied: [variants.knob].compactMap(\.self), seed: seed, runs: labelled,
      figures: figures ?? Overlay.standard(labelled), metrics: metrics ?? nil)
    if !arguments.json { shown.next = next(after: shown, context) }
    var report = try Report(shown, asDocument: arguments.json, context)
    report.notes += variants.note.map { [Context.warning($0)] } ?? []
    try export?.write(written(labelled, variants.knob, shown.figures), into: &report)
    return report
  }

  /// What stands for every figure after `--show`.
  private static let allFigures = "all"

  /// What stands for no figure.
  private static let noFigures = "none"

  /// The figures that are named, joined by commas, or all of them, or none.
  private static func figures(_ text: String, of simulation: any Simulation.Type)
    throws(Refusal) -> [String]
  {
    let known = simulation.figures.map(\.name)
    if text == allFigures { return known }
    if text == noFigures { return [] }
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    for name in names where !known.contains(name) {
      let remedy = NearestName.remedy(for: name, among: known)
      throw Refusal("no figure \(Quoted.text(name)) in \(simulation.name)\(remedy)")
    }
    return names
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

  /// What is to be run.
  private struct Variants {
    /// The knob in which the runs differ; nil for one run.
    var knob: String?
    var settings: [Settings]

    /// What may have been meant instead; nil where nothing else can.
    var note: String?
  }

  private static func variants(
    _ arguments: ParsedArguments<Options>, _ simulation: any Simulation.Type
  )
    throws(Refusal) -> Variants
  {
    var common = simulation.defaults
    var varied: (argument: KnobArgument, values: [String])?
    for argument in try arguments.knobs.distinct() {
      let text = argument.value ?? ""
      let values = text.split(separator: ",", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard values.count > 1 else {
        try orPointed(argument, of: simulation) { () throws(Refusal) in
          try argument.turn(in: &common, of: simulation)
        }
        continue
      }
      if let other = varied?.argument.knob {
        throw Refusal("\(other) and \(argument.knob) both have several values; vary one at a time")
      }
      guard values.count <= mostValues else {
        throw Refusal(
          "\(argument.knob) has \(values.count) values; at most \(mostValues) fit a figure")
      }
      varied = (argument, values)
    }
    guard let varied else { return Variants(settings: [common]) }
    let (knob, text) = (varied.argument.knob, varied.argument.value ?? "")
    if let refusal = parted(varied.argument, of: simulation) { throw refusal }
    let spelling = spelling(of: varied.argument, of: simulation)
    var settings: [Settings] = []
    try orPointed(varied.argument, of: simulation, spelling) { () throws(Refusal) in
      for value in varied.values {
        var variant = common
        try KnobArgument(knob: knob, value: value).turn(in: &variant, of: simulation)
        if settings.contains(variant) {
          throw Refusal("\(knob) has \(Quoted.bare(value)) twice; keep one")
        }
        settings.append(variant)
      }
    }
    return Variants(
      knob: knob, settings: settings,
      note: spelling.map {
        "\(knob) \(Quoted.bare(text)) is \(varied.values.count) values, "
          + "\(varied.values.listed); one number is \($0)"
      })
  }

  /// Turns a knob, and says with a refusal how the numbers are written that may have been meant.
  private static func orPointed(
    _ argument: KnobArgument, of simulation: any Simulation.Type, _ spelling: String? = nil,
    _ turn: () throws(Refusal) -> Void
  ) throws(Refusal) {
    do throws(Refusal) {
      try turn()
    } catch {
      if let spelling { throw Refusal("\(error.message); one number is \(spelling)") }
      if let range = NumberRange.meant(by: argument.value ?? "") {
        throw Refusal(
          "\(error.message); for a range, knobs sweep \(simulation.name) "
            + "--\(argument.knob) \(range)")
      }
      let numbers = DecimalNumber.pointed(list: argument.value ?? "")
      guard !numbers.isEmpty, numbers.allSatisfy({ isValue($0, of: argument.knob, simulation) })
      else { throw error }
      throw Refusal("\(error.message); these numbers are written \(numbers.joined(separator: ","))")
    }
  }

  /// Why values are not run that are more likely one number with a comma inside: `40,000` or `0,5`.
  private static func parted(_ argument: KnobArgument, of simulation: any Simulation.Type)
    -> Refusal?
  {
    let text = argument.value ?? ""
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let isNumber = parts.allSatisfy { part in
      part.allSatisfy { $0 == "." || $0.isASCII && $0.isNumber }
    }
    guard parts.count > 1, Set(parts).count == parts.count, isNumber else { return nil }
    let readings = DecimalNumber.readings(ofList: text)
    let hasGroups = parts.dropFirst().contains { $0.count > 1 && $0.first == "0" }
    // Nobody writes the last zero behind a point.
    let isPointed =
      parts.count == 2 && (parts[0] == "0" || parts[1].last != "0")
      && readings.contains { $0.contains(".") && isValue($0, of: argument.knob, simulation) }
    let hasPoints = parts[0].contains(".")
    guard hasGroups || isPointed || hasPoints,
      let number = hasGroups ? readings.last : readings.first
    else { return nil }
    let several = parts.map { $0.contains(".") ? String($0) : "\($0).0" }
    let areValues = several.allSatisfy { isValue($0, of: argument.knob, simulation) }
    return Refusal(
      "\(argument.knob) \(Quoted.bare(text)): a comma parts the values of several runs; write "
        + "\(number) for one number"
        + (areValues && !hasGroups
          ? ", or \(several.joined(separator: ",")) for \(parts.count)" : ""))
  }

  /// How a list is written as one number, where that is a value of the knob too.
  private static func spelling(of argument: KnobArgument, of simulation: any Simulation.Type)
    -> String?
  {
    let list = argument.value ?? ""
    let isMeant = DecimalNumber.readings(ofList: list)
      .contains { isValue($0, of: argument.knob, simulation) }
    return isMeant ? DecimalNumber.spelling(of: list) : nil
  }

  private static func isValue(
    _ text: String, of knob: String, _ simulation: any Simulation.Type
  ) -> Bool {
    var probe = simulation.defaults
    return (try? probe.turn(knob, typed: text)) != nil
  }

  /// What to type next; a course that cannot be read says nothing of it.
  private static func next(after shown: ShownRuns, _ context: Context) -> [NextStep] {
    let exercises = (try? context.outline().exercises) ?? []
    return shown.next(
      among: exercises, exercises.isEmpty ? Progress() : context.progress().progress)
  }
}
