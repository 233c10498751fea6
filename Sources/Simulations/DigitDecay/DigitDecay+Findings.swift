import Experiments
import Learning

extension DigitTraining {
  /// What was found, in words that never name the best weight decay: an exercise asks for it.
  var findings: [Finding] {
    let numbers =
      "test loss is \(Self.text(decayed.testLoss)), that of the twin without decay "
      + "\(Self.text(twin.testLoss)); training loss is \(Self.text(decayed.trainingLoss)) against "
      + Self.text(twin.trainingLoss)
    func finding(_ kind: FindingKind, _ message: String) -> Finding {
      Finding(kind, predicted: twin.testLoss, measured: decayed.testLoss, message)
    }
    let verdict =
      relativeLoss > 1.05
      ? finding(
        DigitDecay.tooMuch, "so much decay that the network cannot learn: \(numbers).")
      : relativeLoss < 0.95
        ? finding(DigitDecay.helps, "decay helps: \(numbers).")
        : finding(DigitDecay.tooLittle, "decay changes little: \(numbers).")
    return [
      verdict,
      Finding(
        DigitDecay.realData, predicted: nil, measured: nil, "the digits are from \(Self.credit)."),
    ]
  }

  /// Whom the data are owed to, and the terms they come under.
  static var credit: String {
    RealData.all.first { $0.name == "digits" }.map { "\($0.attribution); \($0.licence)" } ?? ""
  }

  private static func text(_ value: Double) -> String { NumberText.significant(value) }
}
