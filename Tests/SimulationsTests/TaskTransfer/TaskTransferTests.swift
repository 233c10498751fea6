import Experiments
import Testing

@testable import Simulations

@Suite struct TaskTransferTests {
  static func outcome(_ turned: [String: String] = [:], seed: UInt64 = 1) throws -> Outcome {
    try TaskTransfer.outcome(turned, seed: seed)
  }

  private static func values(_ first: SmallTask, _ second: SmallTask, seed: UInt64 = 1)
    -> [String: Double]
  {
    let trial = TaskTrial(150, first, second, splits: 4, seed: seed)
    return Dictionary(
      uniqueKeysWithValues: trial.values.compactMap { pair in
        pair.value.map { (pair.metric.name, $0) }
      })
  }

  /// Bad settings are bad everywhere, 150 of them over 4 splits: ranks agree between any two tasks.
  @Test(
    arguments: [
      (SmallTask.digits, SmallTask.mislabelled, 0.94), (.digits, .species, 0.85),
      (.digits, .sex, 0.8), (.species, .sex, 0.85),
    ])
  func ranksAgree(first: SmallTask, second: SmallTask, least: Double) throws {
    let values = Self.values(first, second)
    #expect(try #require(values["rank-correlation"]) > least)
    // Of the best tenth only some are the best on the other task.
    if first != .digits || second != .mislabelled {
      #expect((1...11).contains(try #require(values["shared-best"])))
    }
    #expect(values["tenth"] == 15)
  }

  /// A winner pays on another task, and on its own on other splits hardly: 60 settings, 4 seeds.
  @Test func winnersPay() throws {
    func price(_ second: SmallTask) throws -> Double {
      let prices = try (1...4).map { seed in
        let trial = TaskTrial(60, .digits, second, splits: 4, seed: UInt64(seed))
        let value = trial.values.first { $0.metric == TaskTransfer.price }
        return try #require(value?.value)
      }
      return prices.reduce(0, +) / 4
    }
    let (own, other) = (try price(.digits), try price(.species))
    #expect(own < 1.2 && other > 1.5, "\(own), \(other)")
  }

  /// Splits and luck of the second task are its own; fewer settings are the first of more.
  @Test func tasksAreApart() {
    let (few, more) = (
      TaskTrial(5, .digits, .digits, splits: 1, seed: 3),
      TaskTrial(7, .digits, .species, splits: 1, seed: 3)
    )
    #expect(few.first != few.second)
    #expect(few.first == Array(more.first.prefix(5)))
    let two = TaskTrial(5, .digits, .digits, splits: 2, seed: 3)
    #expect(two.first != few.first)
  }

  /// Winner, place, price and best tenth by hand.
  @Test func valuesByHand() throws {
    let trial = TaskTrial(20, .species, .sex, splits: 1, seed: 2)
    let outcome = try Self.outcome(
      ["settings": "20", "first": "species", "second": "sex"], seed: 2)
    let lowest = try #require(trial.first.min())
    let winner = try #require(trial.first.firstIndex(of: lowest))
    #expect(outcome["kept-loss"] == trial.second[winner])
    #expect(outcome["own-loss"] == trial.second.min())
    #expect(outcome["place"] == Double(trial.second.count { $0 < trial.second[winner] } + 1))
    #expect(outcome["tenth"] == 2)
    func best(_ losses: [Double]) -> Set<Int> {
      Set(losses.indices.sorted { losses[$0] < losses[$1] }.prefix(2))
    }
    let both = best(trial.first).intersection(best(trial.second)).count
    #expect(outcome["shared-best"] == Double(both))
  }

  @Test func verdictsTurnAtTheirBound() {
    #expect(TaskTrial.verdict(price: 1.2).code == "suits")
    #expect(TaskTrial.verdict(price: 1.2.nextUp).code == "misfits")
    #expect(TaskTrial.verdict(price: nil).code == "misfits")
  }

  @Test(arguments: SmallTask.allCases) func findsWhatItIs(second: SmallTask) throws {
    let outcome = try Self.outcome(["second": second.rawValue])
    let price = try #require(outcome["price"])
    #expect(outcome.findings.map(\.code) == [price <= 1.2 ? "suits" : "misfits", "real-data"])
    #expect(outcome.findings[0].measured == outcome["kept-loss"])
    #expect(outcome.findings[0].predicted == outcome["own-loss"])
    let isMixed = second == .species || second == .sex
    #expect(outcome.findings[1].message.contains("palmerpenguins") == isMixed)
    #expect(outcome.findings[1].message.contains("Alpaydin"))
  }

  @Test(arguments: ["5", "40"], ["1", "4"]) func holdsAtAllCorners(
    settings: String, splits: String
  ) throws {
    for (first, second) in [("digits", "digits"), ("sex", "mislabelled")] {
      let outcome = try Self.outcome([
        "settings": settings, "splits": splits, "first": first, "second": second,
      ])
      #expect(Set(outcome.metrics.keys) == Set(TaskTransfer.metrics.map(\.name)))
      #expect(outcome.metrics.values.allSatisfy { $0.isFinite })
      #expect(outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
      FigureCheck.check(outcome.figures, of: TaskTransfer.self)
    }
  }
}
