import Experiments
import Numerics

/// Many successive halvings by one plan, and as many searches that train to the end.
struct HalvingSearches {
  let arms: Int
  let plan: HalvingPlan
  let curve: EarlyLook.Curve
  let seed: UInt64

  /// The final loss of whom halving chose, of the best there was, and of whom the search among whole
  /// trainings chose: means over all searches.
  let loss: Double
  let bestLoss: Double
  let wholeLoss: Double

  /// In what share of the searches the first look kept the best.
  let keptShare: Double

  init(arms: Int, plan: HalvingPlan, curve: EarlyLook.Curve, seed: UInt64) {
    self.arms = arms
    self.plan = plan
    self.curve = curve
    self.seed = seed
    let wholes = Self.wholes(plan)
    let whole = HalvingPlan.Look(arms: wholes, epochs: Double(EarlyLook.whole))
    var (loss, bestLoss, wholeLoss, kept) = (0.0, 0.0, 0.0, 0)
    for number in 0..<HalvingSearch.searches {
      var ends = RandomStream(seed: seed, "ends", number)
      let drawn = ends.normals(max(arms, wholes))
      var noise = RandomStream(seed: seed, "looks", number)
      let race = HalvingRace(plan, ends: drawn, curve: curve, noise: &noise)
      let best = (0..<arms).min { drawn[$0] < drawn[$1] } ?? 0
      loss += drawn[race.chosen]
      bestLoss += drawn[best]
      if race.kept.contains(best) { kept += 1 }
      var wholeNoise = RandomStream(seed: seed, "whole trainings", number)
      let patient = HalvingRace(
        HalvingPlan(looks: [whole]), ends: drawn, curve: curve, noise: &wholeNoise)
      wholeLoss += drawn[patient.chosen]
    }
    let count = Double(HalvingSearch.searches)
    self.loss = loss / count
    self.bestLoss = bestLoss / count
    self.wholeLoss = wholeLoss / count
    keptShare = Double(kept) / count
  }

  /// How many whole trainings the same epochs pay for, at least one.
  static func wholes(_ plan: HalvingPlan) -> Int {
    max(1, Int(plan.epochs) / EarlyLook.whole)
  }

  /// The expected final loss of the one that looks best at the end, of as many whole trainings.
  var predictedWholeLoss: Double {
    curve.expectedLoss(ofBestOf: Self.wholes(plan), after: Double(EarlyLook.whole))
  }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double)] {
    [
      (HalvingSearch.loss, loss), (HalvingSearch.bestLoss, bestLoss),
      (HalvingSearch.predictedBestLoss, 0 - LargestNormal.expected(of: arms)),
      (HalvingSearch.wholeLoss, wholeLoss),
      (HalvingSearch.predictedWholeLoss, predictedWholeLoss),
      (HalvingSearch.keptShare, keptShare), (HalvingSearch.looks, Double(plan.looks.count)),
      (HalvingSearch.epochs, plan.epochs), (HalvingSearch.resumedEpochs, plan.resumedEpochs),
      (HalvingSearch.wholes, Double(Self.wholes(plan))),
    ]
  }
}

extension HalvingPlan {
  /// Looks that are given.
  init(looks: [Look]) { self.looks = looks }
}

extension EarlyLook.Curve {
  /// The expected final loss of the one that looks best of so many at one look; one without a look
  /// has the mean, 0.
  func expectedLoss(ofBestOf count: Int, after epochs: Double) -> Double {
    0 - LargestNormal.expected(of: count) * correlation(after: epochs)
  }
}
