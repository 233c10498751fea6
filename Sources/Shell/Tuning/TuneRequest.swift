import Exhibits
import Experiments
import Foundation
import Lessons
import Plotting
import Tuning

/// What `knobs tune` is asked to search, checked.
struct TuneRequest {
  /// A plan for each search.
  let plans: [Study.Plan]

  /// What the line of a command asks for.
  init(_ arguments: ParsedArguments<TuneCommand.Options>, _ context: Context) throws(Refusal) {
    guard let name = arguments.words.first else {
      throw Refusal(
        "tune what? name a simulation, such as "
          + "\(context.catalog.names.first ?? "step-size"); knobs simulations lists all")
    }
    let simulation = try context.simulation(name)
    let base = try Self.base(arguments, simulation)
    guard let over = arguments.over else {
      let example = simulation.knobs.first?.name ?? "KNOB"
      throw Refusal("name what to search with --over, such as --over \(example)")
    }
    let knobs = try SearchedAxis.knobs(over, of: simulation)
    for knob in knobs where base.turned[knob.name] != nil {
      throw Refusal("\(knob.name) is both searched and set; keep one")
    }
    let strategies = try Self.strategies(arguments.search ?? RandomSearch.name)
    let resource = try Self.resource(
      arguments.resource, simulation, base, over: knobs,
      isNeeded: strategies.contains { $0.buysResource })
    let objective = try Self.objective(arguments, simulation)
    let counted = try arguments.budget.map { text throws(Refusal) in
      try Self.counted(text)
    }
    let repeats = simulation.usesChance ? arguments.repeats : 1
    guard arguments.seed <= Seed.typed.upperBound - 200 else {
      throw Refusal(
        "seed \(arguments.seed) leaves no room for those that follow; take a smaller one")
    }
    let space = SearchSpace(knobs, of: base, idle: simulation.idleKnobs)
    let trials =
      arguments.trials ?? counted.map { Self.trials(for: $0, simulation, base) }
      ?? TuneCommand.standardTrials
    plans = strategies.map { strategy in
      Study.Plan(
        simulation, space, objective, by: strategy,
        budget: Study.Budget(trials: trials, counted: counted),
        resource: strategy.buysResource ? resource : nil, repeats: repeats, seed: arguments.seed)
    }
  }

  /// What the first line of a study file asks for.
  init(_ header: StudyFile.Header, in file: StudyFile, _ context: Context) throws(Refusal) {
    let simulation = try context.simulation(header.simulation)
    var base = simulation.defaults
    for (name, value) in header.settings.sorted(by: { $0.key < $1.key }) {
      try KnobArgument(knob: name, value: value).turn(in: &base, of: simulation)
    }
    var knobs: [any AnyKnob] = []
    for searched in header.over {
      knobs.append(try Self.knob(searched, of: simulation))
    }
    let strategy = try Self.strategies(header.search)[0]
    var constraints: [Constraint] = []
    for text in header.subjectTo {
      constraints.append(try TypedConstraint.constraint(text, of: simulation))
    }
    let metric = try TypedConstraint.metric(header.metric, of: simulation)
    let resource = try Self.resource(
      header.resource?.knob, simulation, base, over: knobs, isNeeded: strategy.buysResource)
    let counted = try header.budget.map { counted throws(Refusal) in
      try Self.counted("\(counted.counter) \(counted.most)")
    }
    guard (1...StudyFile.mostTrials).contains(header.trials), (1...100).contains(header.repeats),
      Seed.typed.contains(header.seed)
    else { throw Refusal("\(Quoted.path(file.path)) asks for what cannot be searched (line 1)") }
    plans = [
      Study.Plan(
        simulation, SearchSpace(knobs, of: base, idle: simulation.idleKnobs),
        Objective(
          metric, header.direction == "maximize" ? .higher : .lower, subjectTo: constraints),
        by: strategy, budget: Study.Budget(trials: header.trials, counted: counted),
        resource: strategy.buysResource ? resource : nil, repeats: header.repeats,
        seed: header.seed)
    ]
  }

  /// Refuses what would take very long, by what a run with the given settings costs.
  func check() throws(Refusal) {
    guard let plan = plans.first else { return }
    let run = Run(plan.simulation, plan.space.base, seed: plan.seed)
    let count = plans.reduce(0.0) { $0 + Double($1.budget.trials * $1.repeats) }
    guard count * PlannedRuns.work(of: run.outcome()) > Double(Limits.work) else { return }
    throw Refusal(
      "that is \(NumberText.count(Int(count), "run")) of a costly kind; "
        + "take fewer trials or repeats")
  }

  private static func base(
    _ arguments: ParsedArguments<TuneCommand.Options>, _ simulation: any Simulation.Type
  ) throws(Refusal) -> Settings {
    var typed = arguments.knobs
    for text in arguments.set {
      let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2 else {
        throw Refusal("--set \(Quoted.text(text)) sets nothing; write KNOB=VALUE")
      }
      typed.append(
        KnobArgument(
          knob: halves[0].trimmingCharacters(in: .whitespaces),
          value: halves[1].trimmingCharacters(in: .whitespaces)))
    }
    return try typed.settings(of: simulation)
  }

  private static func strategies(_ text: String) throws(Refusal) -> [any Strategy.Type] {
    var found: [any Strategy.Type] = []
    for name in text.split(separator: ",", omittingEmptySubsequences: false) {
      let name = name.trimmingCharacters(in: .whitespaces)
      guard let strategy = Strategies.named(name) else {
        let remedy = NearestName.remedy(for: name, among: Strategies.all.map { $0.name })
        throw Refusal("no search \(Quoted.text(name))\(remedy)")
      }
      guard !found.contains(where: { $0 == strategy }) else {
        throw Refusal("\(name) is named twice; keep one")
      }
      found.append(strategy)
    }
    return found
  }

  private static func objective(
    _ arguments: ParsedArguments<TuneCommand.Options>, _ simulation: any Simulation.Type
  ) throws(Refusal) -> Objective {
    var constraints: [Constraint] = []
    for text in arguments.subjectTo {
      constraints.append(try TypedConstraint.constraint(text, of: simulation))
    }
    switch (arguments.minimize, arguments.maximize) {
    case (_?, _?): throw Refusal("--minimize and --maximize are both given; keep one")
    case (let name?, nil):
      return Objective(
        try TypedConstraint.metric(name, of: simulation), .lower, subjectTo: constraints)
    case (nil, let name?):
      return Objective(
        try TypedConstraint.metric(name, of: simulation), .higher, subjectTo: constraints)
    case (nil, nil):
      guard let metric = simulation.metrics.first(where: { $0.better != nil }) else {
        throw Refusal(
          "no metric of \(simulation.name) is better low or high; name one with --minimize or "
            + "--maximize")
      }
      return Objective(metric, subjectTo: constraints)
    }
  }

  /// How many times more the best are given than the first, at most.
  private static let mostBought = 27.0

  private static func resource(
    _ name: String?, _ simulation: any Simulation.Type, _ base: Settings, over: [any AnyKnob],
    isNeeded: Bool
  ) throws(Refusal) -> Study.BoughtKnob? {
    guard isNeeded else {
      guard name == nil else {
        throw Refusal("--resource is for halving and hyperband; name one of them with --search")
      }
      return nil
    }
    let knob: any AnyKnob
    if let name {
      guard let named = simulation.knobs.first(where: { $0.name == name }) else {
        let remedy = NearestName.remedy(for: name, among: simulation.knobs.map(\.name))
        throw Refusal("no knob \(Quoted.text(name)) in \(simulation.name)\(remedy)")
      }
      knob = named
    } else {
      guard let time = simulation.timeKnob else {
        throw Refusal("\(simulation.name) has no epochs or steps; name what to buy with --resource")
      }
      knob = time
    }
    guard !over.contains(where: { $0.name == knob.name }) else {
      throw Refusal("\(knob.name) is both searched and bought; search without it")
    }
    guard let bounds = knob.domain.bounds, let most = base[knob.name]?.number else {
      throw Refusal("\(knob.name) has no amounts; name a knob that is a number with --resource")
    }
    let least = max(bounds.lowerBound, most / mostBought)
    guard least > 0 else {
      throw Refusal("\(knob.name) can be 0 or less; name a knob with positive values")
    }
    return Study.BoughtKnob(knob, Resource(least: least, most: most))
  }

  private static func counted(_ text: String) throws(Refusal) -> Study.Budget.Counted {
    let words = text.split { $0.isWhitespace || $0 == "=" }.map(String.init)
    let names = Cost.Counter.allCases.map(\.rawValue)
    guard words.count == 2, let number = TypedNumber(words[1]), !number.isPercentage,
      let most = Int(exactly: number.value), most > 0
    else {
      throw Refusal(
        "--budget \(Quoted.text(text)) is no amount; write '\(names.last ?? "updates") 1e9'")
    }
    guard let counter = Cost.Counter(rawValue: words[0]) else {
      let remedy = NearestName.remedy(for: words[0], among: names)
      throw Refusal("no counter \(Quoted.text(words[0]))\(remedy)")
    }
    return Study.Budget.Counted(counter, most)
  }

  /// About how many trials a counter has room for, by what one with the given settings counts.
  private static func trials(
    for counted: Study.Budget.Counted, _ simulation: any Simulation.Type, _ base: Settings
  ) -> Int {
    let one = Run(simulation, base, seed: Seed.standard).outcome().cost[counted.counter]
    return min(max(1, counted.most / max(1, one)), StudyFile.mostTrials)
  }

  /// A knob as a study file says it was searched.
  private static func knob(_ searched: SearchedKnob, of simulation: any Simulation.Type)
    throws(Refusal) -> any AnyKnob
  {
    guard let knob = simulation.knobs.first(where: { $0.name == searched.knob }) else {
      throw Refusal("no knob \(Quoted.text(searched.knob)) in \(simulation.name)")
    }
    if let names = searched.choices { return try SearchedAxis.narrowed(knob, toChoices: names) }
    func value(_ number: Double?) -> SettingValue? {
      guard let number else { return nil }
      if case .integer = knob.domain { return Int(exactly: number).map(SettingValue.integer) }
      return .real(number)
    }
    guard let low = value(searched.low), let high = value(searched.high),
      knob.domain.contains(low), knob.domain.contains(high),
      let scale = Scale.Kind(rawValue: searched.scale ?? "")
    else { throw Refusal("\(knob.name) is searched over no range of its own") }
    return try SearchedAxis.narrowed(knob, from: low, to: high, scale: scale)
  }
}

extension StudyFile.Header {
  init(_ plan: Study.Plan) {
    knobs = Program.version
    simulation = plan.simulation.name
    search = plan.strategy.name
    over = plan.space.knobs.map(SearchedKnob.init)
    metric = plan.objective.metric.name
    direction = plan.objective.direction == .higher ? "maximize" : "minimize"
    subjectTo = plan.objective.constraints.map(\.text)
    settings = plan.space.base.turned.mapValues(\.text)
    resource = plan.resource.map {
      Bought(knob: $0.knob.name, least: $0.resource.least, most: $0.resource.most)
    }
    trials = plan.budget.trials
    budget = plan.budget.counted.map { Counted(counter: $0.counter.rawValue, most: $0.most) }
    repeats = plan.repeats
    seed = plan.seed
  }

  /// What another study has different, in words; nil where one goes on from the other.
  ///
  /// - Parameter plansAhead: whether another number of trials is another study.
  func difference(from other: Self, plansAhead: Bool) -> String? {
    func text(_ over: [SearchedKnob]) -> String { over.map(\.text).joined(separator: ", ") }
    let pairs: [(String, String, String)] = [
      ("simulation", simulation, other.simulation), ("search", search, other.search),
      ("over", text(over), text(other.over)), (direction, metric, other.metric),
      ("direction", direction, other.direction),
      ("subject to", subjectTo.joined(separator: ", "), other.subjectTo.joined(separator: ", ")),
      ("settings", Self.text(settings), Self.text(other.settings)),
      ("resource", resource?.knob ?? "none", other.resource?.knob ?? "none"),
      ("repeats", "\(repeats)", "\(other.repeats)"), ("seed", "\(seed)", "\(other.seed)"),
      ("trials", plansAhead ? "\(trials)" : "", plansAhead ? "\(other.trials)" : ""),
    ]
    guard let pair = pairs.first(where: { $0.1 != $0.2 }) else { return nil }
    return "\(pair.0) \(Quoted.text(pair.1)), not \(Quoted.text(pair.2))"
  }

  private static func text(_ settings: [String: String]) -> String {
    settings.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }
}

extension SearchedKnob {
  /// The knob and its part, as it is typed.
  fileprivate var text: String {
    if let choices { return "\(knob)=\(choices.joined(separator: "|"))" }
    let ends = [low, high].map { $0.map { NumberText.shortest($0) } ?? "" }
    return "\(knob)=\(ends[0])..\(ends[1]) \(scale ?? "")"
  }
}
