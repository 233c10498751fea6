import Experiments

extension SplitComparison {
  /// Every metric with its value.
  var values: [(metric: Metric, value: Double?)] {
    let (plain, corrected) = rejections(splits: theory.splits)
    return [
      (RandomSplits.plainRejections, plain),
      (RandomSplits.predictedPlainRejections, areEqual ? theory.plainRejections : nil),
      (RandomSplits.correctedRejections, corrected),
      (RandomSplits.level, RandomSplits.promised),
      (RandomSplits.correlation, correlation),
      (RandomSplits.heldOutShare, theory.heldOutShare),
      (RandomSplits.fits, Double(2 * theory.splits)),
    ]
  }

  var findings: [Finding] {
    let (plain, corrected) = rejections(splits: theory.splits)
    let expected = theory.plainRejections
    let together = Finding(
      RandomSplits.together, predicted: theory.heldOutShare, measured: correlation,
      "the differences of two splits have a correlation of \(Self.text(correlation)), about "
        + "\(Self.text(theory.heldOutShare)) by theory, the share of the rows that judge: all splits "
        + "deal the same \(theory.rows) rows.")
    guard areEqual else {
      return [
        Finding(
          RandomSplits.unequal, predicted: nil, measured: corrected,
          "the first model is better in truth; the plain test calls one better in "
            + "\(Self.text(plain)) of the data sets, the corrected one in \(Self.text(corrected))."),
        together,
      ]
    }
    return [
      Finding(
        RandomSplits.verdict(plainRejections: expected), predicted: expected, measured: plain,
        "neither model is better; a t-test of \(theory.splits) differences calls one so in "
          + "\(Self.text(plain)) of the data sets, about \(Self.text(expected)) by theory, where it "
          + "says \(Self.text(RandomSplits.promised))."),
      Finding(
        RandomSplits.corrected, predicted: RandomSplits.promised, measured: corrected,
        "with \(theory.heldOut)/\(theory.rows - theory.heldOut) added to the 1/\(theory.splits) by which "
          + "it multiplies the variance, it does so in \(Self.text(corrected)); it is to do so in "
          + "\(Self.text(RandomSplits.promised))."),
      together,
    ]
  }

  private static func text(_ value: Double) -> String { NumberText.fixed(value, decimals: 3) }
}
