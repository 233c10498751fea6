import Experiments
import Numerics

extension RetuningSchedule {
  /// What a period is found to be, by its cost over the best and on which side of that it lies.
  static func verdict(costOverBest: Double, period: Double, best: Double) -> FindingKind {
    if costOverBest <= nearness { return nearBest }
    return period < best ? tooOften : tooSeldom
  }

  /// Whether it would be cheaper never to tune again, at 1 a step.
  static func isWorseThanNever(cost: Double) -> Bool { cost > 1 }
}

/// Periods between tunings, each with a change that comes when it comes.
struct DrawnSchedule {
  let period: Int
  let theory: ScheduleTheory

  /// When the first change after each tuning comes.
  private let changes: [Double]

  init(period: Int, theory: ScheduleTheory, seed: UInt64) {
    self.period = period
    self.theory = theory
    var stream = RandomStream(seed: seed, "changes")
    changes = (0..<RetuningSchedule.periods).map { _ in
      -Elementary.log(stream.probability()) / theory.changeRate
    }
  }

  /// The share of steps with stale settings at another period under the same luck.
  func stalePart(_ period: Int) -> Double {
    let stale = changes.reduce(0) { $0 + max(0, Double(period) - $1) }
    return stale / (Double(period) * Double(changes.count))
  }

  func cost(_ period: Int) -> Double {
    theory.tuningPart(Double(period)) + stalePart(period)
  }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double)] {
    let length = Double(period)
    return [
      (RetuningSchedule.cost, cost(period)), (RetuningSchedule.predictedCost, theory.cost(length)),
      (RetuningSchedule.tuningPart, theory.tuningPart(length)),
      (RetuningSchedule.stalePart, stalePart(period)),
      (RetuningSchedule.predictedStalePart, theory.stalePart(length)),
      (RetuningSchedule.bestCost, theory.best.cost),
    ]
  }

  /// What was found, in words that never name the best period: an exercise asks for it.
  var findings: [Finding] {
    let length = Double(period)
    let best = theory.best
    let predicted = theory.cost(length)
    let kind = RetuningSchedule.verdict(
      costOverBest: predicted / best.cost, period: length, best: best.period)
    let how =
      switch kind {
      case RetuningSchedule.nearBest: ""
      case RetuningSchedule.tooOften: "too often: "
      default: "too seldom: "
      }
    let parts =
      "\(Self.text(theory.tuningPart(length))) of it for tunings and "
      + "\(Self.text(theory.stalePart(length))) for stale settings"
    var findings = [
      Finding(
        kind, predicted: predicted, measured: cost(period),
        "\(how)a step costs \(Self.text(predicted)) by theory, \(Self.text(cost(period))) measured, "
          + "\(parts); with the best period it is \(Self.text(best.cost)).")
    ]
    if RetuningSchedule.isWorseThanNever(cost: predicted) {
      findings.append(
        Finding(
          RetuningSchedule.worseThanNever, predicted: predicted, measured: 1,
          "never to tune again costs 1 a step, which is less."))
    }
    return findings
  }

  private static func text(_ value: Double) -> String { NumberText.significant(value) }

  /// Cost by period: dots that are measured over the line of theory and its parts.
  var costFigure: Figure {
    let periods = 1...10_000.0
    let dots = Spacing.values(33, over: periods, .log).map { $0.rounded() }
    let line = Spacing.values(121, over: periods, .log)
    /// A part below a hundredth is a gap: it would stretch the axis for nothing.
    func shown(_ part: Double) -> Double { part < 0.01 ? .nan : part }
    return Figure(
      RetuningSchedule.costFigure, .scatter, title: "what a step costs, by period",
      x: Figure.Axis("period", .log), y: Figure.Axis("cost of a step", .log),
      series: [
        Figure.Series("measured", x: dots, y: dots.map { cost(Int($0)) }),
        Figure.Series("theory", .theory, x: line, y: line.map(theory.cost)),
        Figure.Series(
          "tunings' part", .theory, x: line, y: line.map { shown(theory.tuningPart($0)) }),
        Figure.Series(
          "stale settings' part", .theory, x: line, y: line.map { shown(theory.stalePart($0)) }),
      ],
      markers: [Figure.Marker("this run", x: Double(period))])
  }
}
