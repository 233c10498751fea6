import Exhibits
import Experiments
import Foundation
import Lessons
import Pictures
import Plotting
import Screens
import Terminal
import Tuning

/// `knobs sweep`: a metric against a knob, or against two.
enum SweepCommand: Command {
  static let name = "sweep"
  static let summary = "draw a metric against a knob, or against two"
  static let arguments = [Argument("SIMULATION", .simulation)]
  struct Options: OptionTable {
    let knobs = KnobSource.simulation
    let points = Option(
      "points", 2...201,
      silent: "\(standardPoints), or \(standardPointsOfTwo) of each of two knobs",
      "how many values")
    let metric = Option(
      "metric", "NAME", naming: .metric, "which metric; the simulation's first unless given")
    let table = Option(
      "table", "NAMES",
      "also print a table of these metrics or counters, joined by commas, or of all metrics")
    let metrics = Option.metrics("the same as --table")
    let seeds = Option("seeds", 1...100, default: 5, "seeds a value where there is chance")
    let seed = Option.seed
    let files = ExportOptions()
    let json = Option.json
  }

  /// How many values there are unless somebody says.
  private static let standardPoints = 25

  /// The same of each of two knobs.
  private static let standardPointsOfTwo = 11

  static let discussion = [
    "Give one knob a range LOW..HIGH; other knobs take one value as in knobs run. Values are spread "
      + "evenly on the knob's own scale. Where there is chance, the figure shows the median of "
      + "several seeds with the lowest and highest.",
    "Give two knobs a range, and the figure is a map of medians. With --table the medians of "
      + "several metrics stand below it, a row for each place; beside metrics it takes "
      + "\(Sweep.costs.listed).",
    Export.help,
  ]
  static let examples = [
    Example("knobs sweep step-size --learning-rate 0.05..0.25", "where does it break?"),
    Example("knobs sweep step-size --curvature 2..50 --metric steps-to-target", "another metric"),
    Example(
      "knobs sweep step-size --learning-rate 0.05..0.25 --curvature 2..20", "two knobs at once"),
  ]

  /// A range typed for a knob.
  private struct SweptRange {
    let knob: any AnyKnob
    let bounds: ClosedRange<Double>
  }

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    guard let name = arguments.words.first else {
      throw Refusal(
        "sweep what? name a simulation, such as "
          + "\(context.catalog.names.first ?? "step-size"); knobs simulations lists all")
    }
    let simulation = try context.simulation(name)
    let export = try Export(
      arguments.files, isBesideDocument: arguments.json, environment: context.environment)
    let (ranges, common) = try request(arguments, simulation)
    let metric = try metric(arguments, simulation)
    let table = try table(arguments, simulation)
    let repeats = simulation.usesChance ? arguments.seeds : 1
    let first = arguments.seed
    guard first <= Seed.typed.upperBound - 100 else {
      throw Refusal("seed \(first) leaves no room for \(repeats) seeds; take a smaller one")
    }
    let points =
      arguments.points ?? (ranges.count == 1 ? standardPoints : standardPointsOfTwo)
    let settings = places(ranges, points, from: common)
    let runs = settings.count * repeats
    let last = first + UInt64(repeats - 1)
    try await check(
      places(ranges, 2, from: common).map { Run(simulation, $0, seed: last) }, times: runs, context)
    let trials = await context.errorScreen.showing({ done in
      "sweeping \(ranges.map(\.knob.name).joined(separator: " and ")) … \(done) of \(NumberText.count(runs, "run"))"
    }) { done in
      var trials = Trials(settings, of: simulation, from: first) { outcome in
        done.add()
        return Sweep.reading(outcome, of: simulation)
      }
      await trials.advance(by: repeats)
      return trials.trials
    }
    let sweep = Sweep(
      knobs: ranges.map(\.knob), metric: metric, simulation: simulation, common: common,
      table: table, trials: trials, repeats: repeats, seed: first)
    let figure = sweep.figure
    var report = try Report(sweep, asDocument: arguments.json, context)
    let figures = [LabelledFigure(figure)]
    try export?.write(FigureSet(drawn: figures, ofRuns: figures), into: &report)
    return report
  }

  /// Every value of each range with every one of the others, the first knob varying fastest.
  private static func places(_ ranges: [SweptRange], _ points: Int, from common: Settings)
    -> [Settings]
  {
    ranges.reversed().reduce([common]) { all, range in
      all.flatMap { settings in
        range.knob.domain.grid(points, within: range.bounds).compactMap { value -> Settings? in
          var each = settings
          return (try? each.turn(range.knob.name, to: value)) == nil ? nil : each
        }
      }
    }
  }

  /// Refuses a sweep that would take very long, by what the dearest of its corners costs.
  private static func check(_ corners: [Run], times count: Int, _ context: Context)
    async throws(Refusal)
  {
    let each = await context.errorScreen.showing("measuring the corners") {
      await corners.outcomes().map(PlannedRuns.work).max() ?? 0
    }
    let work = Double(count) * each
    guard work > Double(Limits.work) else { return }
    throw Refusal(
      "that is \(NumberText.count(count, "run")) of a costly kind; take fewer points or seeds")
  }

  /// The one or two knobs with a range, and the others as turned.
  private static func request(
    _ arguments: ParsedArguments<Options>, _ simulation: any Simulation.Type
  )
    throws(Refusal) -> ([SweptRange], Settings)
  {
    var common = simulation.defaults
    var ranges: [SweptRange] = []
    for argument in try arguments.knobs.distinct() {
      guard let text = argument.value, let dots = NumberRange.separator(in: text) else {
        try orRange(argument) { () throws(Refusal) in
          try argument.turn(in: &common, of: simulation)
        }
        continue
      }
      guard ranges.count < 2 else {
        throw Refusal(
          "\((ranges.map(\.knob.name) + [argument.knob]).listed) all have a range; "
            + "sweep two at most")
      }
      let ends = [text[..<dots.lowerBound], text[dots.upperBound...]]
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard !ends.contains("") else {
        throw Refusal("\(argument.knob) \(Quoted.bare(text)) lacks an end; write LOW..HIGH")
      }
      var numbers: [Double] = []
      for end in ends {
        var probe = simulation.defaults
        try orRange(argument) { () throws(Refusal) in
          try KnobArgument(knob: argument.knob, value: end).turn(in: &probe, of: simulation)
        }
        if let number = probe[argument.knob]?.number { numbers.append(number) }
      }
      guard let knob = simulation.knobs.first(where: { $0.name == argument.knob }),
        numbers.count == 2
      else { throw Refusal("\(argument.knob) has no numbers to sweep") }
      guard numbers[0] < numbers[1] else {
        throw Refusal(
          "\(argument.knob) \(Quoted.bare(text)) begins at or above its end; write LOW..HIGH")
      }
      ranges.append(SweptRange(knob: knob, bounds: numbers[0]...numbers[1]))
    }
    guard !ranges.isEmpty else {
      let example = simulation.knobs.first { $0.domain.bounds != nil }
      throw Refusal(
        "give one knob a range LOW..HIGH"
          + (example.map { ", such as --\($0.name) \($0.domain.ends)" } ?? ""))
    }
    return (ranges, common)
  }

  /// Turns a knob, and says with a refusal how the range is written that may have been meant.
  private static func orRange(_ argument: KnobArgument, _ turn: () throws(Refusal) -> Void)
    throws(Refusal)
  {
    do throws(Refusal) {
      try turn()
    } catch {
      guard let text = argument.value, let range = NumberRange.meant(by: text), range != text else {
        throw error
      }
      throw Refusal("\(error.message); a range is written \(range)")
    }
  }

  /// What `--table` names; nothing where it is not given.
  private static func table(
    _ arguments: ParsedArguments<Options>, _ simulation: any Simulation.Type
  ) throws(Refusal) -> [Sweep.Column] {
    if arguments.table != nil, arguments.metrics != nil {
      throw Refusal("--table and --metrics are the same; keep one")
    }
    guard let text = arguments.table ?? arguments.metrics else { return [] }
    if text == MetricNames.all { return simulation.metrics.map(Sweep.Column.metric) }
    let known = Sweep.columns(of: simulation)
    var columns: [Sweep.Column] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let name = part.trimmingCharacters(in: .whitespaces)
      guard
        let column = simulation.metric(name).map(Sweep.Column.metric)
          ?? known.first(where: { $0.name == name })
      else {
        let remedy = NearestName.remedy(for: name, among: known.map(\.name))
        throw Refusal("no metric \(Quoted.text(name)) in \(simulation.name)\(remedy)")
      }
      guard !columns.contains(column) else {
        throw Refusal("\(column.name) stands twice in the table; keep one")
      }
      columns.append(column)
    }
    return columns
  }

  private static func metric(
    _ arguments: ParsedArguments<Options>, _ simulation: any Simulation.Type
  ) throws(Refusal)
    -> Metric
  {
    let names = simulation.metrics.map(\.name)
    let name = arguments.metric ?? names.first ?? ""
    if let metric = simulation.metric(name) { return metric }
    let remedy = NearestName.remedy(for: name, among: names)
    throw Refusal("no metric \(Quoted.text(name)) in \(simulation.name)\(remedy)")
  }
}

extension Domain {
  /// The whole range as a sweep takes it: `0.001..1`.
  fileprivate var ends: String {
    guard let bounds else { return "" }
    return "\(NumberText.shortest(bounds.lowerBound))..\(NumberText.shortest(bounds.upperBound))"
  }
}
