import Testing
import Tuning

@testable import Simulations

@Suite struct HalvingPlanTests {
  private static func plan(_ arms: Int, _ first: Int, factor: Int = 3) -> HalvingPlan {
    HalvingPlan(arms: arms, firstLook: first, factor: factor, whole: 81)
  }

  /// Epochs in all, afresh and resumed, where the last of equal steps comes at the end.
  @Test(arguments: [
    (81, 1, 3, 405, 297), (27, 3, 3, 324, 243), (9, 9, 3, 243, 189), (81, 1, 9, 243, 225),
    (5, 81, 3, 405, 405),
  ])
  func whatAPlanTakes(arms: Int, first: Int, factor: Int, afresh: Int, resumed: Int) {
    let plan = Self.plan(arms, first, factor: factor)
    #expect(plan.epochs == Double(afresh))
    #expect(plan.resumedEpochs == Double(resumed))
    let bracket = Bracket(arms: arms, steps: plan.looks.count - 1, factor: factor)
    #expect(plan == HalvingPlan(bracket, most: 81))
    #expect(bracket.cost(most: 81) == plan.epochs)
    #expect(bracket.cost(most: 81, isResumed: true) == plan.resumedEpochs)
  }

  /// Arms and epochs at every look, where steps and the end do not meet.
  @Test(arguments: [
    (1, 1, [1], [81]), (2, 1, [2, 1], [1, 81]), (9, 1, [9, 3, 1], [1, 3, 81]),
    (8, 12, [8, 2, 1], [12, 36, 81]), (8, 27, [8, 2], [27, 81]), (8, 28, [8, 2], [28, 81]),
    (300, 81, [300], [81]), (300, 1, [300, 100, 33, 11, 3], [1, 3, 9, 27, 81]),
    (81, 50, [81, 27], [50, 81]), (3, 80, [3, 1], [80, 81]),
  ])
  func looksOfAPlan(arms: Int, first: Int, counts: [Int], epochs: [Double]) {
    let plan = Self.plan(arms, first)
    #expect(plan.looks.map(\.arms) == counts)
    #expect(plan.looks.map(\.epochs) == epochs)
    let afresh = zip(counts, epochs).reduce(0) { $0 + Double($1.0) * $1.1 }
    #expect(plan.epochs == afresh && plan.resumedEpochs <= afresh)
  }

  /// Every plan ends at the end, and each look is later and at fewer.
  @Test func plansAreInOrder() {
    for arms in 1...300 {
      for (first, factor) in [(1, 2), (1, 3), (2, 9), (7, 3), (40, 2), (80, 5), (81, 3)] {
        let looks = Self.plan(arms, first, factor: factor).looks
        #expect(looks.last?.epochs == 81 && looks[0].arms == arms)
        let isInOrder = zip(looks, looks.dropFirst()).allSatisfy {
          $0.epochs < $1.epochs && $0.arms > $1.arms && $1.arms >= 1
        }
        #expect(isInOrder)
      }
    }
  }
}
