import Experiments
import Numerics
import Tuning

/// Many Hyperbands, and as many searches with each of its brackets alone.
struct HyperbandSearches {
  let plans: [HalvingPlan]
  let curve: EarlyLook.Curve
  let most: Int

  /// The final loss of whom Hyperband chose, and of whom whole trainings chose: means.
  let loss: Double
  let wholeLoss: Double

  /// The mean final loss of a search with one bracket alone, bracket by bracket.
  let bets: [Double]

  init(_ settings: Settings, seed: UInt64) {
    most = settings[HyperbandSearch.most]
    let curve = EarlyLook.Curve(
      settings[HyperbandSearch.slowStart], settings[HyperbandSearch.noise])
    let resource = Resource(
      least: 1, most: Double(most), factor: settings[HyperbandSearch.factor])
    let brackets = settings[HyperbandSearch.formula].brackets(resource)
    let plans = brackets.map { HalvingPlan($0, most: resource.most) }
    // A bet has the steps of the bracket, and as many times its arms as there are brackets.
    let bets = brackets.map {
      HalvingPlan(
        Bracket(
          arms: brackets.count * $0.rungs[0], steps: $0.rungs.count - 1, factor: $0.factor),
        most: resource.most)
    }
    let wholes = Self.wholes(plans, most: most)
    let whole = HalvingPlan(looks: [HalvingPlan.Look(arms: wholes, epochs: resource.most)])

    func race(_ plan: HalvingPlan, _ name: String, _ number: Int) -> (ends: [Double], HalvingRace) {
      var ends = RandomStream(seed: seed, "ends of \(name)", number)
      var noise = RandomStream(seed: seed, "looks of \(name)", number)
      let drawn = ends.normals(plan.looks[0].arms)
      return (drawn, HalvingRace(plan, ends: drawn, curve: curve, noise: &noise))
    }
    var (loss, wholeLoss) = (0.0, 0.0)
    var betLosses = bets.map { _ in 0.0 }
    for number in 0..<HyperbandSearch.searches {
      var (best, end) = (Double.infinity, 0.0)
      for (place, plan) in plans.enumerated() {
        let (ends, race) = race(plan, "bracket \(place)", number)
        for (arm, seen) in race.last where seen < best { (best, end) = (seen, ends[arm]) }
      }
      loss += end
      for (place, plan) in bets.enumerated() {
        let (ends, race) = race(plan, "bet \(place)", number)
        betLosses[place] += ends[race.chosen]
      }
      let (ends, race) = race(whole, "whole trainings", number)
      wholeLoss += ends[race.chosen]
    }
    let count = Double(HyperbandSearch.searches)
    self.plans = plans
    self.curve = curve
    self.loss = loss / count
    self.wholeLoss = wholeLoss / count
    self.bets = betLosses.map { $0 / count }
  }

  /// How many whole trainings the epochs of all brackets pay for.
  private static func wholes(_ plans: [HalvingPlan], most: Int) -> Int {
    max(1, Int(plans.reduce(0) { $0 + $1.epochs } / Double(most)))
  }

  var wholes: Int { Self.wholes(plans, most: most) }

  var predictedWholeLoss: Double {
    curve.expectedLoss(ofBestOf: wholes, after: Double(most))
  }

  var bestBet: Double { bets.min() ?? 0 }
  var worstBet: Double { bets.max() ?? 0 }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double)] {
    [
      (HyperbandSearch.loss, loss), (HyperbandSearch.wholeLoss, wholeLoss),
      (HyperbandSearch.predictedWholeLoss, predictedWholeLoss),
      (HyperbandSearch.bestBracketLoss, bestBet), (HyperbandSearch.worstBracketLoss, worstBet),
      (HyperbandSearch.brackets, Double(plans.count)),
      (HyperbandSearch.arms, plans.reduce(0) { $0 + Double($1.looks[0].arms) }),
      (HyperbandSearch.epochs, plans.reduce(0) { $0 + $1.epochs }),
      (HyperbandSearch.resumedEpochs, plans.reduce(0) { $0 + $1.resumedEpochs }),
    ]
  }

  var finding: Finding {
    func text(_ value: Double) -> String { NumberText.fixed(value, decimals: 3) }
    let kind = HyperbandSearch.verdict(loss: loss, best: bestBet, worst: worstBet)
    let how = kind == HyperbandSearch.insurance ? "insurance" : "dear insurance"
    return Finding(
      kind, predicted: nil, measured: loss,
      "\(how): Hyperband's choice ends with \(text(loss)) on average; betting on one of its "
        + "\(NumberText.count(plans.count, "bracket")) ends between \(text(bestBet)) and "
        + "\(text(worstBet)).")
  }

  var betsFigure: Figure {
    let order = plans.indices.sorted { plans[$0].looks[0].epochs < plans[$1].looks[0].epochs }
    let first = order.map { plans[$0].looks[0].epochs }
    let ends = [first.first ?? 1, first.last ?? 1]
    return Figure(
      HyperbandSearch.betsFigure, .scatter, title: "final loss of the choice",
      x: Figure.Axis("first look", .log), y: Figure.Axis("final loss"),
      series: [
        Figure.Series("one bracket alone", x: first, y: order.map { bets[$0] }),
        Figure.Series("Hyperband", .theory, x: ends, y: [loss, loss]),
      ])
  }

  private static func name(_ epochs: Double) -> String {
    NumberText.shortest(NumberText.rounded(epochs, digits: 3))
  }

  var bracketsFigure: Figure {
    Figure(
      HyperbandSearch.bracketsFigure, .line, title: "the brackets",
      x: Figure.Axis("epochs", .log), y: Figure.Axis("trainings", .log),
      series: plans.map { plan in
        Figure.Series(
          "from \(Self.name(plan.looks[0].epochs))", x: plan.looks.map(\.epochs),
          y: plan.looks.map { Double($0.arms) })
      })
  }
}
