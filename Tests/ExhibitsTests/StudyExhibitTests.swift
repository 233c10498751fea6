import Experiments
import Plotting
import Testing
import ToyCourse
import Tuning

@testable import Exhibits

/// What is said of studies whose trials are given.
@Suite struct StudyExhibitTests {
  /// A study with the given values of the coin's heads, one a load.
  private static func study(
    _ values: [Double?], by strategy: any Strategy.Type = RandomSearch.self,
    over knob: any AnyKnob = Toss.load
  ) -> Study {
    let space = SearchSpace([knob], of: Toss.defaults)
    let plan = Study.Plan(
      Toss.self, space, Objective(Toss.heads, .higher), by: strategy,
      budget: Study.Budget(trials: values.count),
      resource: strategy.buysResource
        ? Study.BoughtKnob(Toss.tosses, Resource(least: 1, most: 20)) : nil)
    let trials = values.enumerated().map { place, value in
      var settings = Toss.defaults
      try? settings.turn("load", to: .real(Double(place + 1) / 20))
      if strategy.buysResource { try? settings.turn("tosses", to: .integer(5)) }
      return StudyTrial(
        number: place + 1, settings: settings, value: value, seed: 1, cost: Cost())
    }
    return Study(plan, trials: trials)
  }

  private static func search(
    _ values: [Double?], fresh: [Double?], by strategy: any Strategy.Type = RandomSearch.self
  ) -> StudyExhibit.Search {
    StudyExhibit.Search(study(values, by: strategy), fresh: fresh)
  }

  @Test func theBestSoFarNeverFallsBack() {
    let exhibit = StudyExhibit([Self.search([0.5, nil, 0.4, 0.8, 0.6], fresh: [0.7])])
    #expect(exhibit.figure.series[0].y == [0.5, 0.5, 0.5, 0.8, 0.8])
    #expect(exhibit.figure.series[0].x == [1, 2, 3, 4, 5])
    #expect(exhibit.ranked.map(\.number) == ["4", "5", "1", "3"])
    let late = StudyExhibit([Self.search([nil, 0.4], fresh: [])])
    #expect(late.figure.series[0].y[0].isNaN && late.figure.series[0].y[1] == 0.4)
  }

  @Test(arguments: [(4, [4]), (5, [2, 3]), (8, [4, 4])])
  func manySearchesAreSeveralPictures(_ count: Int, _ sizes: [Int]) {
    let exhibit = StudyExhibit((0..<count).map { Self.search([Double($0), 9], fresh: []) })
    #expect(exhibit.drawings.map(\.figure.series.count) == sizes)
    #expect(Set(exhibit.drawings.map(\.label)).count == sizes.count)
    #expect(exhibit.figure.series.count == count)
  }

  /// Where time is bought, trials stand where all that was bought so far ends.
  @Test func boughtTimeIsTheAxis() {
    let exhibit = StudyExhibit([
      Self.search([0.5, 0.6], fresh: [0.5]),
      Self.search([0.5, 0.6], fresh: [0.5], by: SuccessiveHalving.self),
    ])
    #expect(exhibit.figure.x.label == "tosses spent")
    #expect(exhibit.figure.series.map(\.x) == [[20, 40], [5, 10]])
  }

  /// What was promised is beside what was found, and said where luck made the difference.
  @Test func luckIsNamed() {
    let fresh: [Double?] = [0.5, 0.6, 0.4, 0.5]
    let lucky = StudyExhibit([Self.search([0.1, 0.9], fresh: fresh)])
    #expect(lucky.best[0].promised == "0.90")
    #expect(lucky.best[0].found == "0.50 ± 0.082")
    #expect(lucky.remarks.contains { $0.contains("partly luck") && $0.contains("4 fresh seeds") })
    let honest = StudyExhibit([Self.search([0.1, 0.5], fresh: fresh)])
    #expect(!honest.remarks.contains { $0.contains("luck") })
    let unknown = Self.search([0.1, 0.5], fresh: [0.5, nil])
    #expect(unknown.found == nil)
  }

  /// Of several searches the one whose best is found best is shown next, not the luckiest.
  @Test func theLuckiestIsNotNext() {
    let exhibit = StudyExhibit([
      Self.search([0.2, 0.9], fresh: [0.3, 0.3]),
      Self.search([0.1, 0.2, 0.8], fresh: [0.6, 0.7], by: HaltonSearch.self),
    ])
    #expect(exhibit.next.map(\.line) == ["knobs run toss --load 0.15"])
    #expect(exhibit.ranked.isEmpty)
  }

  /// A range may be widened only where it does not end where the knob itself does.
  @Test(
    arguments: [
      (0...1, 1, "lower", false), (0...0.8, 1, "lower", false), (0.04...1, 1, "lower", true),
      (0...1, 20, "upper", false), (0.5...1, 20, "upper", false), (0...0.98, 19, "upper", true),
      (0...1, 10, "", false),
    ] as [(ClosedRange<Double>, Int, String, Bool)])
  func onlyWhatGoesFurtherIsToBeWidened(
    range: ClosedRange<Double>, best: Int, end: String, isWidened: Bool
  ) throws {
    // The load of trial n is n twentieths.
    let values = (1...20).map { $0 == best ? 0.9 : 0.1 }
    let knob = NarrowedKnob(Toss.load, to: .linear(range))
    let exhibit = StudyExhibit([
      StudyExhibit.Search(Self.study(values, over: knob), fresh: [0.9])
    ])
    guard !end.isEmpty else { return #expect(exhibit.remarks.isEmpty) }
    let load = NumberText.shortest(Double(best) / 20)
    let remedy =
      isWidened
      ? "the best may lie beyond it, so widen it" : "that is the knob's own, which cannot be passed"
    #expect(
      exhibit.remarks == ["The best load, \(load), is near the \(end) end of its range: \(remedy)."]
    )
  }

  @Test func noTrialMayHaveAValue() {
    let exhibit = StudyExhibit([
      Self.search([nil, nil], fresh: []), Self.search([0.5], fresh: [0.5], by: GridSearch.self),
    ])
    #expect(exhibit.remarks == ["With random no trial has a value."])
    #expect(exhibit.best[0].promised == "none" && exhibit.best[0].found == "")
  }
}
