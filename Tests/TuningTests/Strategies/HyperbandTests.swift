import Testing

@testable import Tuning

@Suite struct HyperbandTests {
  /// As Optuna's pruner has them, but for the last: 243 is 3⁵, which its logarithms miss.
  private static let tables: [(most: Double, factor: Int, least: Double, arms: [Int])] = [
    (81, 3, 1, [81, 34, 15, 8, 5]), (100, 3, 1, [81, 34, 15, 8, 5]), (27, 3, 1, [27, 12, 6, 4]),
    (64, 4, 1, [64, 22, 8, 4]), (81, 3, 3, [27, 12, 6, 4]), (125, 5, 1, [125, 34, 10, 4]),
    (243, 3, 1, [243, 98, 41, 18, 9, 6]), (1, 3, 1, [1]), (2, 3, 1, [1]),
  ]

  @Test(arguments: tables)
  func bracketsAreCountedInWholeNumbers(most: Double, factor: Int, least: Double, arms: [Int]) {
    let resource = Resource(least: least, most: most, factor: factor)
    #expect(Hyperband.brackets(resource).map { $0.rungs[0] } == arms)
  }

  /// Arms, rungs and what they take of R = 81: afresh on every rung, and where trainings are resumed.
  @Test(arguments: [
    (81, 4, 3, [81, 27, 9, 3, 1], 405.0, 297.0), (27, 3, 3, [27, 9, 3, 1], 324, 243),
    (9, 2, 3, [9, 3, 1], 243, 189), (81, 2, 9, [81, 9, 1], 243, 225),
  ])
  func whatABracketTakes(
    arms: Int, steps: Int, factor: Int, rungs: [Int], afresh: Double, resumed: Double
  ) {
    let bracket = Bracket(arms: arms, steps: steps, factor: factor)
    #expect(bracket.rungs == rungs)
    #expect(bracket.cost(most: 81) == afresh)
    #expect(bracket.cost(most: 81, isResumed: true) == resumed)
  }

  @Test func aWholeHyperband() {
    let brackets = Hyperband.brackets(Resource(least: 1, most: 81))
    #expect(Self.totals(brackets) == [143, 1902, 1581])
  }

  /// ⌊(s_max + 1)/(s + 1)⌋ηˢ, as the paper's table 1 has it, would be other numbers.
  @Test func theTableOfThePaperIsAnother() {
    let table = [(4, 81), (3, 27), (2, 9), (1, 6), (0, 5)]
      .map { Bracket(arms: $0.1, steps: $0.0, factor: 3) }
    #expect(Self.totals(table) == [128, 1701, 1404])
  }

  /// Arms, epochs begun afresh, and epochs resumed.
  private static func totals(_ brackets: [Bracket]) -> [Double] {
    brackets.reduce(into: [0, 0, 0]) { totals, bracket in
      totals[0] += Double(bracket.rungs[0])
      totals[1] += bracket.cost(most: 81)
      totals[2] += bracket.cost(most: 81, isResumed: true)
    }
  }

  /// An arm goes on if no more than one in η is better, among those that got as far.
  @Test func trialsAreEndedEarly() {
    let halving = SuccessiveHalving(
      Search(Cube(dimensions: 1), budget: 9, resource: Resource(least: 1, most: 9)))
    func report(_ loss: Double?) -> Observation { Observation([0], loss: loss) }
    let others = (1...8).map { report(Double($0)) }
    #expect(halving.isWorthMore(report(0), among: others))
    #expect(halving.isWorthMore(report(2.5), among: others))
    #expect(!halving.isWorthMore(report(3.5), among: others))
    #expect(!halving.isWorthMore(report(nil), among: others))
    #expect(halving.isWorthMore(report(nil), among: []))
    #expect(
      RandomSearch(Search(Cube(dimensions: 1), budget: 9)).isWorthMore(report(9), among: others))
  }
}
