import Experiments
import Numerics

extension HalvingSearches {
  /// The first of all searches: each training by what the first look saw and by its end.
  var looksFigure: Figure {
    var ends = RandomStream(seed: seed, "ends")
    let drawn = ends.normals(arms)
    var noise = RandomStream(seed: seed, "looks")
    let race = HalvingRace(plan, ends: drawn, curve: curve, noise: &noise)
    let kept = Set(race.kept)
    let order = (0..<arms).sorted { race.firstSeen[$0] < race.firstSeen[$1] }
    func series(_ name: String, _ arms: [Int]) -> [Figure.Series] {
      arms.isEmpty
        ? [] : [Figure.Series(name, x: arms.map { race.firstSeen[$0] }, y: arms.map { drawn[$0] })]
    }
    let epochs = NumberText.count(Int(plan.looks[0].epochs), "epoch")
    return Figure(
      HalvingSearch.looksFigure, .scatter, title: "\(arms) trainings, looked at after \(epochs)",
      x: Figure.Axis("seen at the first look"), y: Figure.Axis("final loss"),
      series: series("kept", order.filter(kept.contains))
        + series("dropped", order.filter { !kept.contains($0) }),
      markers: [Figure.Marker("chosen", y: drawn[race.chosen])])
  }

  /// - Parameter factor: how many times fewer are left after a look.
  func firstLookFigure(factor: Int) -> Figure {
    let whole = EarlyLook.whole
    func planned(_ look: Int) -> HalvingPlan {
      HalvingPlan(arms: arms, firstLook: look, factor: factor, whole: whole)
    }
    let dots = [1, 2, 3, 5, 9, 15, 27, 45, 81]
    let line = Array(1...whole)
    // Many first looks pay for as many whole trainings.
    let numbers = line.map { Self.wholes(planned($0)) }
    let expected = Dictionary(
      uniqueKeysWithValues: Set(numbers).map {
        ($0, curve.expectedLoss(ofBestOf: $0, after: Double(whole)))
      })
    return Figure(
      HalvingSearch.firstLookFigure, .scatter, title: "final loss of the choice among \(arms)",
      x: Figure.Axis("first look", .log), y: Figure.Axis("final loss"),
      series: [
        Figure.Series(
          "halving", x: dots.map(Double.init),
          y: dots.map {
            let plan = planned($0)
            return plan == self.plan
              ? loss : HalvingSearches(arms: arms, plan: plan, curve: curve, seed: seed).loss
          }),
        Figure.Series(
          "whole trainings for as many epochs", .theory, x: line.map(Double.init),
          y: numbers.map { expected[$0] ?? .nan }),
      ], markers: [Figure.Marker("this run", x: plan.looks[0].epochs)])
  }
}
