import Experiments
import Learning
import Numerics

/// A finished search: everything tried, what is submitted, and what that reaches on fresh splits.
struct TuningSearch {
  /// Settings, and what their trainings scored.
  struct Tried {
    let point: [Double]
    let plan: RunPlan

    /// The training on the search's own split.
    let training: TunedTraining

    /// Of the validation rows, split by split.
    var accuracies: [Double]
    var losses: [Double]

    var accuracy: Double { accuracies.reduce(0, +) / Double(accuracies.count) }
    var loss: Double { losses.reduce(0, +) / Double(losses.count) }
  }

  private let judge: TuningContest.Judge

  /// In the order in which they were tried.
  private(set) var tried: [Tried] = []

  /// The place among those tried.
  private(set) var submitted = 0

  /// What is submitted, trained on splits that nobody has seen.
  private(set) var fresh: [Double] = []
  private(set) var cost = Cost()

  init(
    _ procedure: TuningContest.Procedure, trials: Int, judge: TuningContest.Judge,
    labelNoise: Double, seed: UInt64
  ) {
    self.judge = judge
    var plan = RunPlan(.none)
    (plan.data, plan.trainingRows, plan.labelNoise) = (.digits, EightKnobs.trainingRows, labelNoise)
    let data = RunData(plan, seed: seed)
    var draws = TuningDraws(data, labelNoise: labelNoise, seed: seed)
    var splits = RandomStream(seed: seed, "splits")
    func tryOut(_ point: [Double]) {
      let plan = draws.plan(at: point)
      let training = TunedTraining(plan, data, seed: seed)
      cost = cost + training.cost
      tried.append(
        Tried(
          point: point, plan: plan, training: training,
          accuracies: [training.validationAccuracy], losses: [training.validationLoss]))
    }
    switch procedure {
    case .defaults: tryOut(draws.defaults())
    case .random: for _ in 0..<trials { tryOut(draws.anywhere()) }
    case .informed:
      let parts = Self.parts(of: trials)
      for _ in 0..<parts.drawn { tryOut(draws.taught()) }
      for _ in 0..<parts.near { tryOut(draws.near(tried[best(of: tried.indices)].point)) }
      repeats(parts.repeats, splits: &splits)
    }
    // Those with repeats were the best before.
    let most = tried.map(\.accuracies.count).max() ?? 0
    submitted = best(of: tried.indices.filter { tried[$0].accuracies.count == most })
    for _ in 0..<TuningContest.freshSplits {
      let seed = splits.bits()
      let training = TunedTraining(
        tried[submitted].plan, RunData(tried[submitted].plan, seed: seed), seed: seed)
      cost = cost + training.cost
      fresh.append(training.testAccuracy)
    }
  }

  /// How many trainings are drawn, how many near the best, and how many are repeats.
  static func parts(of trials: Int) -> (drawn: Int, near: Int, repeats: Int) {
    let drawn = (trials + 2) / 3
    let near = (trials - drawn + 1) / 2
    return (drawn, near, trials - drawn - near)
  }

  /// How many of the best are trained again, twice each if there are enough repeats.
  static func finalists(of repeats: Int) -> Int { (repeats + 1) / 2 }

  /// Trains the best again, on a split that is the same for all, then on another one.
  private mutating func repeats(_ count: Int, splits: inout RandomStream) {
    var finalists: [Int] = []
    for _ in 0..<min(Self.finalists(of: count), tried.count) {
      finalists.append(best(of: tried.indices.filter { !finalists.contains($0) }))
    }
    guard !finalists.isEmpty else { return }
    var data: (seed: UInt64, rows: RunData)?
    for number in 0..<count {
      let finalist = finalists[number % finalists.count]
      let plan = tried[finalist].plan
      if number % finalists.count == 0 {
        let seed = splits.bits()
        data = (seed, RunData(plan, seed: seed))
      }
      guard let data else { continue }
      let training = TunedTraining(plan, data.rows, seed: data.seed)
      cost = cost + training.cost
      tried[finalist].accuracies.append(training.validationAccuracy)
      tried[finalist].losses.append(training.validationLoss)
    }
  }

  /// The best of some by what they are judged by; of equals that with the lower loss, then the first.
  private func best(of places: some Sequence<Int>) -> Int {
    func key(_ place: Int) -> (Double, Double, Int) {
      let tried = tried[place]
      return (judge == .accuracy ? -tried.accuracy : tried.loss, tried.loss, place)
    }
    return places.min { key($0) < key($1) } ?? 0
  }

  var freshAccuracy: Double { fresh.reduce(0, +) / Double(max(1, fresh.count)) }
  var promised: Double { tried[submitted].accuracy }

  /// Of means of at most three and of six accuracies on 60 rows, a whole number of 360ths.
  var optimism: Double { ((promised - freshAccuracy) * 360).rounded() / 360 }

  /// What so many test rows alone scatter.
  var rowDeviation: Double {
    BinomialLaw.deviationOfShare(
      of: tried[submitted].training.testRows, success: freshAccuracy)
  }

  /// Every metric with its value; nil where it has none.
  var values: [(metric: Metric, value: Double?)] {
    let trainings = tried.map(\.training)
    return [
      (TuningContest.freshAccuracy, freshAccuracy), (TuningContest.promisedAccuracy, promised),
      (TuningContest.optimism, optimism),
      (TuningContest.rowDeviation, rowDeviation),
      (TuningContest.testAccuracy, trainings[submitted].testAccuracy),
      (TuningContest.bestTestAccuracy, trainings.map(\.testAccuracy).max()),
      (
        TuningContest.rankCorrelation,
        Ranks.correlation(trainings.map(\.validationAccuracy), trainings.map(\.testAccuracy))
      ),
      (TuningContest.settingsTried, Double(tried.count)),
    ]
  }

  /// Whether more is promised than found, by more than a few rows scatter.
  static func verdict(optimism: Double, rowDeviation: Double) -> FindingKind {
    optimism > rowDeviation ? TuningContest.overrated : TuningContest.asPromised
  }

  var findings: [Finding] {
    let kind = Self.verdict(optimism: optimism, rowDeviation: rowDeviation)
    let (promise, found) = (NumberText.percent(promised), NumberText.percent(freshAccuracy))
    return [
      Finding(
        kind, predicted: promised, measured: freshAccuracy,
        "what is submitted called \(promise) of the validation rows right and calls \(found) right of "
          + "splits that nobody has seen"
          + (kind == TuningContest.overrated && tried.count > 1
            ? "; what is chosen for looking good looks too good." : ".")),
      Finding(
        TuningContest.realData, predicted: nil, measured: nil,
        "the digits are from \(RealData.digits.credit).", credits: [RealData.digits.credit]),
    ]
  }

  var triedFigure: Figure {
    let rest = tried.indices.filter { $0 != submitted }
    func series(_ name: String, _ places: [Int]) -> [Figure.Series] {
      let trainings = places.map { tried[$0].training }.sorted {
        ($0.validationAccuracy, $0.testAccuracy) < ($1.validationAccuracy, $1.testAccuracy)
      }
      guard !trainings.isEmpty else { return [] }
      return [
        Figure.Series(
          name, x: trainings.map(\.validationAccuracy), y: trainings.map(\.testAccuracy))
      ]
    }
    return Figure(
      TuningContest.triedFigure, .scatter, title: "everything tried, and what is submitted",
      x: Figure.Axis("validation accuracy"), y: Figure.Axis("test accuracy"),
      series: series("tried", rest) + series("submitted", [submitted]))
  }
}
