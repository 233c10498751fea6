import Experiments
import Numerics

extension LabelShift {
  /// The accuracy in expectation where a share π of the rows is positive: πΦ(1 − t) + (1 − π)Φ(1 + t).
  static func accuracy(share: Double, threshold: Double) -> Double {
    share * Elementary.normalDistribution(1 - threshold)
      + (1 - share) * Elementary.normalDistribution(1 + threshold)
  }

  /// The threshold with the highest accuracy: ½ ln((1 − π)/π), where both classes are as likely.
  static func bestThreshold(share: Double) -> Double {
    0.5 * Elementary.log((1 - share) / share)
  }

  /// Whether another threshold would gain a row in a hundred.
  static func verdict(accuracy: Double, best: Double) -> FindingKind {
    best - accuracy >= 0.01 ? stale : fits
  }

  /// Whether calling every row negative is right more often.
  static func isWorseThanNever(accuracy: Double, never: Double) -> Bool { accuracy < never }
}

/// Rows of both classes with their scores.
///
/// Class and score come from streams of their own: fewer rows are the first of more, and of a smaller share
/// the positive rows are some of the larger's.
struct ShiftedScores {
  let share: Double
  let threshold: Double
  private let isPositive: [Bool]
  private let scores: [Double]

  init(share: Double, threshold: Double, rows: Int, seed: UInt64) {
    self.share = share
    self.threshold = threshold
    var classes = RandomStream(seed: seed, "classes")
    var numbers = RandomStream(seed: seed, "scores")
    let isPositive = (0..<rows).map { _ in classes.uniform() < share }
    scores = zip(isPositive, numbers.normals(rows)).map { $1 + ($0 ? 1 : -1) }
    self.isPositive = isPositive
  }

  /// The share of rows that are called what they are.
  func accuracy(_ threshold: Double) -> Double {
    let right = zip(isPositive, scores).count { $0 == ($1 >= threshold) }
    return Double(right) / Double(scores.count)
  }

  private var never: Double {
    Double(isPositive.count { !$0 }) / Double(isPositive.count)
  }

  private var bestThreshold: Double { LabelShift.bestThreshold(share: share) }

  func predicted(_ threshold: Double) -> Double {
    LabelShift.accuracy(share: share, threshold: threshold)
  }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double)] {
    [
      (LabelShift.accuracy.measured, accuracy(threshold)),
      (LabelShift.accuracy.predicted, predicted(threshold)),
      (LabelShift.retunedAccuracy.measured, accuracy(bestThreshold)),
      (LabelShift.retunedAccuracy.predicted, predicted(bestThreshold)),
      (LabelShift.neverAccuracy.measured, never), (LabelShift.neverAccuracy.predicted, 1 - share),
    ]
  }

  /// What was found, by theory: chance may favour any threshold.
  var findings: [Finding] {
    let (here, best) = (predicted(threshold), predicted(bestThreshold))
    let kind = LabelShift.verdict(accuracy: here, best: best)
    var findings = [
      Finding(
        kind, predicted: here, measured: accuracy(threshold),
        (kind == LabelShift.stale ? "the threshold is stale: " : "")
          + "accuracy is \(Self.text(here)) by theory, \(Self.text(accuracy(threshold))) measured; with "
          + "the best threshold for this share \(Self.text(best)).")
    ]
    if LabelShift.isWorseThanNever(accuracy: here, never: 1 - share) {
      findings.append(
        Finding(
          LabelShift.worseThanNever, predicted: 1 - share, measured: never,
          "calling every row negative has an accuracy of \(Self.text(1 - share)), and finds nothing."
        ))
    }
    return findings
  }

  private static func text(_ value: Double) -> String { NumberText.fixed(value, decimals: 3) }

  /// Accuracy by threshold: dots that are measured, over the lines of then and now.
  var thresholdsFigure: Figure {
    let dots = Spacing.values(31, over: -3...3, .linear)
    let line = Spacing.values(121, over: -3...3, .linear)
    return Figure(
      LabelShift.thresholdsFigure, .scatter, title: "accuracy by threshold",
      x: Figure.Axis("threshold"), y: Figure.Axis("accuracy"),
      series: [
        Figure.Series("now", x: dots, y: dots.map(accuracy)),
        Figure.Series("now, theory", .theory, x: line, y: line.map(predicted)),
        Figure.Series(
          "half positive, theory", .theory, x: line,
          y: line.map { LabelShift.accuracy(share: 0.5, threshold: $0) }),
      ],
      markers: [Figure.Marker("this run", x: threshold)])
  }
}
