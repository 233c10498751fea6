import Experiments
import Learning

/// Who is kept of some trainings, and what becomes of the one that is chosen.
struct HalvedTrainings {
  let trainings: RandomTrainings
  let plan: HalvingPlan

  /// Whom the first look kept.
  let kept: [Int]

  /// Whom the last look chose.
  let chosen: Int

  init(_ trainings: RandomTrainings, firstLook: Int) {
    let plan = HalvingPlan(
      arms: trainings.all.count, firstLook: firstLook, factor: DigitHalving.factor,
      whole: trainings.epochs)
    var left = Array(trainings.all.indices)
    var kept: [Int] = []
    for (number, look) in plan.looks.enumerated() {
      let next = number + 1 < plan.looks.count ? plan.looks[number + 1].arms : 1
      left = Array(trainings.best(of: left, after: Int(look.epochs)).prefix(next))
      if number == 0 { kept = left }
    }
    self.trainings = trainings
    self.plan = plan
    self.kept = kept
    chosen = left.first ?? 0
  }

  /// How many whole trainings the epochs of halving pay for, and how many of a third of the epochs.
  var wholes: Int { trainings.number(for: plan.epochs, each: trainings.epochs) }
  var shorts: Int { trainings.number(for: plan.epochs, each: trainings.short) }

  /// All trainings, the best at the end first.
  private var order: [Int] {
    trainings.best(of: Array(trainings.all.indices), after: trainings.epochs)
  }

  /// The place of the choice at the end, from 1 for the best.
  var place: Int { (order.firstIndex(of: chosen) ?? 0) + 1 }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double?)] {
    let all = trainings.all
    func first(_ count: Int, after epoch: Int) -> Int {
      trainings.best(of: Array(0..<count), after: epoch).first ?? 0
    }
    let whole = first(wholes, after: trainings.epochs)
    let short = first(shorts, after: trainings.short)
    return [
      (DigitHalving.rankCorrelation, correlation),
      (DigitHalving.chosenAccuracy, all[chosen].accuracy),
      (DigitHalving.wholeAccuracy, all[whole].accuracy),
      (DigitHalving.shortAccuracy, all[short].shortAccuracy),
      (
        DigitHalving.shortLead, Self.difference(all[short].shortAccuracy, all[chosen].accuracy)
      ),
      (DigitHalving.bestAccuracy, all[order.first ?? 0].accuracy),
      (DigitHalving.place, Double(place)), (DigitHalving.allEpochs, plan.epochs),
      (DigitHalving.wholes, Double(wholes)), (DigitHalving.shorts, Double(shorts)),
    ]
  }

  /// Accuracies are whole hundredths, so their difference is rounded to one.
  private static func difference(_ left: Double, _ right: Double) -> Double {
    ((left - right) * 100).rounded() / 100
  }

  private var correlation: Double? {
    trainings.rankCorrelation(after: Int(plan.looks[0].epochs))
  }

  var findings: [Finding] {
    func text(_ value: Double) -> String { NumberText.fixed(value, decimals: 2) }
    var findings: [Finding] = []
    if let correlation {
      let kind = DigitHalving.verdict(correlation: correlation)
      findings.append(
        Finding(
          kind, predicted: nil, measured: correlation,
          "\(kind == DigitHalving.tells ? "the first look tells" : "the first look tells little"): "
            + "ranks after \(NumberText.count(Int(plan.looks[0].epochs), "epoch")) and after "
            + "\(trainings.epochs) correlate by \(text(correlation))."))
    }
    let best = trainings.all[order.first ?? 0].accuracy
    let accuracy = trainings.all[chosen].accuracy
    findings.append(
      Finding(
        place == 1 ? DigitHalving.keepsBest : DigitHalving.dropsBest, predicted: best,
        measured: accuracy,
        place == 1
          ? "the choice is the best of all \(trainings.all.count) at the end, and reads "
            + "\(NumberText.percent(accuracy)) of the test digits right."
          : "the choice is number \(place) of \(trainings.all.count) at the end, and reads "
            + "\(NumberText.percent(accuracy)) of the test digits right; number 1 reads "
            + "\(NumberText.percent(best))."))
    findings.append(
      Finding(
        DigitHalving.realData, predicted: nil, measured: nil,
        "the digits are from \(RealData.digits.credit).", credits: [RealData.digits.credit]))
    return findings
  }

  var looksFigure: Figure {
    let epoch = Int(plan.looks[0].epochs)
    let order = trainings.best(of: Array(trainings.all.indices), after: epoch).filter {
      trainings.all[$0].losses[epoch].isFinite
        && trainings.all[$0].losses[trainings.epochs].isFinite
    }
    func series(_ name: String, _ arms: [Int]) -> [Figure.Series] {
      guard !arms.isEmpty else { return [] }
      return [
        Figure.Series(
          name, x: arms.map { trainings.all[$0].losses[epoch] },
          y: arms.map { trainings.all[$0].losses[trainings.epochs] })
      ]
    }
    return Figure(
      DigitHalving.looksFigure, .scatter,
      title: "\(trainings.all.count) trainings, looked at after "
        + NumberText.count(epoch, "epoch"),
      x: Figure.Axis("validation loss at the first look", .log),
      y: Figure.Axis("validation loss at the end", .log),
      series: series("kept", order.filter(kept.contains))
        + series("dropped", order.filter { !kept.contains($0) }))
  }
}

extension RandomTrainings {
  /// Some of the trainings, the lowest validation loss after some epochs first; of equals the first.
  func best(of arms: [Int], after epoch: Int) -> [Int] {
    arms.sorted { (all[$0].losses[epoch], $0) < (all[$1].losses[epoch], $1) }
  }

  /// How many trainings of so many epochs each may be paid, of those that there are.
  func number(for epochs: Double, each: Int) -> Int {
    min(all.count, max(1, Int(epochs) / each))
  }
}

extension DigitHalving {
  /// What the first look is found to be, by its rank correlation with the end.
  static func verdict(correlation: Double) -> FindingKind {
    correlation >= telling ? tells : tellsLittle
  }
}
