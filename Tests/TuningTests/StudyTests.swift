import Experiments
import Foundation
import Testing

@testable import Tuning

@Suite struct StudyTests {
  private static let space = SearchSpace([Bowl.x], of: Bowl.defaults)

  @Test(arguments: [Bowl.loss, Bowl.depth])
  func theBestIsFoundWhicheverWayIsBetter(_ metric: Metric) async {
    var study = Study(Bowl.self, metric, budget: 41, seedsPerTrial: 3)
    await study.run(GridSearch(Self.space, budget: 41))
    #expect(study.trials.count == 41)
    #expect(study.best?.settings["x"] == .real(1))
  }

  @Test(arguments: [1, 2, 10]) func theBudgetIsKept(budget: Int) async {
    var study = Study(Bowl.self, Bowl.loss, budget: budget)
    await study.run(GridSearch(Self.space, budget: 41))
    #expect(study.trials.count == budget)
  }

  /// Of settings without a value none is best, and they end nothing.
  @Test func whatHasNoValueIsNeverBest() async throws {
    var study = Study(Bowl.self, Bowl.loss, budget: 1)
    await study.run(GridSearch(SearchSpace([], of: try Bowl.at("x", "-2")), budget: 1))
    #expect(study.trials.count == 1)
    #expect(study.best == nil)
  }

  @Test func aStudyGoesOnWhereItStopped() async {
    var study = Study(Bowl.self, Bowl.loss, budget: 50)
    await study.run(GridSearch(Self.space, budget: 5))
    let first = study.trials.count
    await study.run(GridSearch(Self.space, budget: 9))
    #expect(study.trials.count > first)
  }
}

@Suite struct StrategyTests {
  private static let space = SearchSpace([Bowl.x, Bowl.steps, Bowl.mode], of: Bowl.defaults)

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/Tuning/Strategies").standardizedFileURL

  /// The table names every file, so that none is forgotten.
  @Test func everyFileIsInTheTable() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".swift") && !$0.contains("+") }
      .map { String($0.dropLast(6)) }
    #expect(Set(files) == Set(Strategies.all.map { "\($0)" }))
    #expect(Set(Strategies.all.map { $0.name }).count == Strategies.all.count)
    for strategy in Strategies.all {
      #expect(Strategies.named(strategy.name) == strategy)
      #expect(!strategy.summary.isEmpty)
    }
    #expect(Strategies.named("") == nil)
  }

  /// Each ends, stays in its space, and searches the same way twice, whatever it observes.
  @Test(arguments: Strategies.all.map { $0.name }, [1, 7, 60])
  func everyStrategyKeepsToItsSpace(name: String, budget: Int) throws {
    let type = try #require(Strategies.named(name))
    func search(_ losses: (Int) -> Double?) -> [[SettingValue]] {
      var strategy: any Strategy = type.init(Self.space, budget: budget, seed: 3)
      var proposed: [Settings] = []
      for _ in 0..<1000 {
        let next = strategy.propose()
        if next.isEmpty { break }
        strategy.observe(next.enumerated().map { Observation($1, loss: losses($0)) })
        proposed += next
        if proposed.count >= 10 * budget { break }
      }
      return proposed.map { $0.values.map(\.value) }
    }
    for losses in [{ _ in nil }, { Double($0) }, { _ in .infinity }] as [(Int) -> Double?] {
      let found = search(losses)
      #expect(!found.isEmpty)
      #expect(found == search(losses))
      for values in found {
        for (knob, value) in zip(Bowl.knobs, values) { #expect(knob.domain.contains(value)) }
      }
    }
  }
}
