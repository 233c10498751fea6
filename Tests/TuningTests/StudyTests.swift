import Experiments
import Testing

@testable import Tuning

@Suite struct StudyTests {
  private static let space = SearchSpace([Bowl.x], of: Bowl.defaults)

  private static func plan(
    _ objective: Objective = Objective(Bowl.loss), by strategy: any Strategy.Type = GridSearch.self,
    in space: SearchSpace = space, trials: Int = 40, counted: Study.Budget.Counted? = nil,
    resource: Study.BoughtKnob? = nil, repeats: Int = 1
  ) -> Study.Plan {
    Study.Plan(
      Bowl.self, space, objective, by: strategy,
      budget: Study.Budget(trials: trials, counted: counted), resource: resource,
      repeats: repeats)
  }

  private static func study(_ plan: Study.Plan) async -> Study {
    var study = Study(plan)
    await study.run()
    return study
  }

  @Test(arguments: [Bowl.loss, Bowl.depth])
  func theBestIsFoundWhicheverWayIsBetter(_ metric: Metric) async {
    let study = await Self.study(Self.plan(Objective(metric), repeats: 3))
    #expect(study.trials.count == 40)
    #expect(study.best?.settings["x"] == .real(0.95))
    #expect(study.ranked.count == 40)
  }

  /// The middles of forty equal parts of −2 … 2; none is an end.
  @Test func aGridHasTheMiddlesOfEqualParts() async {
    let study = await Self.study(Self.plan())
    let places = study.trials.compactMap { $0.settings["x"]?.number }
    #expect(places.first == -1.95 && places.last == 1.95)
    #expect(study.trials.map(\.number) == Array(1...40))
  }

  @Test(arguments: [1, 2, 10]) func theBudgetIsKept(budget: Int) async {
    for strategy in Strategies.all {
      let study = await Self.study(Self.plan(by: strategy, trials: budget))
      #expect((1...budget).contains(study.trials.count), "\(strategy.name)")
      #expect(study.isSpent || study.trials.count < budget)
    }
  }

  /// The trial that goes beyond the budget is the last, however many were run beside it.
  @Test func whatIsCountedEndsAStudy() async {
    let counted = Study.Budget.Counted(.updates, 25)
    let study = await Self.study(
      Self.plan(
        by: RandomSearch.self, in: SearchSpace([Bowl.steps], of: Bowl.defaults),
        trials: 1000, counted: counted))
    let updates = study.trials.map(\.cost.updates)
    #expect(updates.reduce(0, +) >= 25)
    #expect(updates.dropLast().reduce(0, +) < 25)
    let whole = study.trials.map { $0.settings["steps"] == .integer($0.cost.updates) }
    #expect(!whole.contains(false))
  }

  /// Of settings without a value none is best, and they end nothing.
  @Test func whatHasNoValueIsNeverBest() async throws {
    let nowhere = SearchSpace([], of: try Bowl.at("x", "-2"))
    let study = await Self.study(Self.plan(in: nowhere, trials: 1))
    #expect(study.trials.count == 1)
    #expect(study.best == nil)
  }

  /// What does not keep the constraint is tried and never best.
  @Test(arguments: Strategies.all.map { $0.name })
  func constraintsAreHonoured(name: String) async throws {
    let strategy = try #require(Strategies.named(name))
    let constraint = Constraint(Bowl.place, .atMost(0.25))
    let study = await Self.study(
      Self.plan(Objective(Bowl.loss, subjectTo: [constraint]), by: strategy, trials: 60))
    let best = try #require(study.best)
    let place = try #require(best.settings["x"]?.number)
    #expect(place <= 0.25 && place > -0.5, "\(name): \(place)")
    #expect(study.trials.contains { !$0.isFeasible })
    let isKept = study.ranked.map { ($0.settings["x"]?.number ?? 9) <= 0.25 }
    #expect(!isKept.contains(false))
  }

  /// A study is its list of trials: from any stretch of them it goes on as it would have.
  @Test(arguments: Strategies.all.map { $0.name }, [1, 2, 7, 23])
  func aStudyGoesOnWhereItStopped(name: String, stretch: Int) async throws {
    let strategy = try #require(Strategies.named(name))
    let time = Study.BoughtKnob(Bowl.steps, Resource(least: 1, most: 27))
    let space = SearchSpace([Bowl.x, Bowl.mode], of: Bowl.defaults)
    let plan = Self.plan(by: strategy, in: space, trials: 30, resource: time)
    let whole = await Self.study(plan)
    var resumed = Study(plan, trials: Array(whole.trials.prefix(stretch)))
    await resumed.run()
    #expect(resumed.trials == whole.trials)
  }

  /// Halving buys the knob, and only what was given the most is ever best.
  @Test(arguments: [SuccessiveHalving.self, Hyperband.self] as [any Strategy.Type])
  func timeIsBought(_ strategy: any Strategy.Type) async throws {
    let time = Study.BoughtKnob(Bowl.steps, Resource(least: 1, most: 27))
    let study = await Self.study(
      Self.plan(by: strategy, trials: 100, resource: time))
    let steps = study.trials.compactMap { $0.settings["steps"]?.number }
    #expect(Set(steps) == [1, 3, 9, 27])
    #expect(study.best?.settings["steps"] == .integer(27))
    // An arm that goes on is the same arm, to the last bit.
    let first = Set(
      study.trials.filter { $0.settings["steps"] == .integer(1) }
        .compactMap { $0.settings["x"] })
    let second = Array(study.trials.prefix(while: { $0.settings["steps"] != .integer(27) }))
      .filter { $0.settings["steps"] == .integer(3) }.compactMap { $0.settings["x"] }
    #expect(!second.isEmpty && first.isSuperset(of: second))
  }

  /// What a knob is at that does nothing changes nothing.
  @Test func anIdleKnobStaysWhereItIs() async {
    let space = SearchSpace([Bowl.x, Bowl.mode, Bowl.steps], of: Bowl.defaults) { settings in
      settings["mode"] == .choice("a") ? ["steps"] : []
    }
    for strategy in Strategies.all where !strategy.buysResource {
      let study = await Self.study(Self.plan(by: strategy, in: space, trials: 50))
      let off = study.trials.filter { $0.settings["mode"] == .choice("a") }
      let steps = Set(off.map { $0.settings["steps"] })
      #expect(steps == [.integer(1)], "\(strategy.name)")
      #expect(Set(study.trials.map { $0.settings["mode"] }).count == 2)
    }
  }
}
