import Experiments
import Learning

/// What is told of a run: metrics and findings.
struct RunReport {
  let result: RunResult
  let named: RunDiagnosis.Name
  let found: RunDiagnosis.Name

  init(_ result: RunResult, named: RunDiagnosis.Name) {
    self.result = result
    self.named = named
    found = RunDiagnosis(result).name
  }

  /// Every metric with its value; what overflowed or was not asked is not finite.
  var values: [(Metric, Double)] {
    typealias This = TrainingRun
    return [
      (This.validationLoss, result.validationLoss), (This.trainingLoss, result.trainingLoss),
      (This.testLoss, result.testLoss), (This.blindLoss, result.blindLoss),
      (This.validationAccuracy, result.validationAccuracy),
      (This.trainingAccuracy, result.trainingAccuracy),
      (This.testAccuracy, result.testAccuracy),
      (This.precision, measured(result.validationCalls.precision(.macro))),
      (This.recall, measured(result.validationCalls.recall(.macro))),
      (This.fScore, measured(result.validationCalls.f1(.macro))),
      (This.lowestLoss, result.lowestLoss),
      (This.bestEpoch, Double(result.bestEpoch)),
      (This.lossOverLowest, result.validationLoss / result.lowestLoss),
      (This.gap, result.validationLoss - result.trainingLoss),
      (This.updates, Double(result.cost.updates)),
      (This.predictedUpdates, Double(result.plan.updates(rows: result.data.training.rows))),
      (This.trainingMultiplyAdds, Double(result.trainingMultiplyAdds)),
      (This.predictedTrainingMultiplyAdds, Double(result.plan.multiplyAdds(of: result.data))),
      (This.isNamed, named == .undecided ? .nan : found == named ? 1 : 0),
    ]
  }

  /// Not a number where a class has nothing to divide by.
  private func measured(_ measure: Measured) -> Double {
    measure.isDefined ? measure.value : .nan
  }

  /// The verdict, unless it is for the learner to give.
  var findings: [Finding] {
    var findings: [Finding] = []
    if !result.plan.isMystery || found == named { findings.append(verdict) }
    if named != .undecided || result.plan.isMystery { findings.append(answer) }
    if let real = result.plan.data.real {
      findings.append(
        Finding(
          TrainingRun.realData, predicted: nil, measured: nil,
          "the rows are from \(real.credit).", credits: [real.credit]))
    }
    return findings
  }

  private var answer: Finding {
    func finding(_ kind: FindingKind, _ message: String) -> Finding {
      Finding(kind, predicted: nil, measured: found == named ? 1 : 0, message)
    }
    switch named {
    case .undecided:
      return finding(
        TrainingRun.unnamed,
        "the settings of this run are hidden; those named above are not its own. Read the curves "
          + "and the losses, then say what is wrong with --diagnosis.")
    case found:
      return finding(TrainingRun.namedRight, "\(named.rawValue) is right.")
    default:
      return finding(
        TrainingRun.namedWrong, "\(named.rawValue) is not what these curves say.")
    }
  }

  private var verdict: Finding {
    let training = "training loss is \(text(result.trainingLoss))"
    let validation = "validation loss \(text(result.validationLoss))"
    let blind = "knowing nothing costs \(text(result.blindLoss))"
    let excess = "\(NumberText.fixed(result.validationLoss / result.lowestLoss, decimals: 2)) times"
    let message =
      switch found {
      case .undecided: ""
      case .underfitting:
        "underfitting: \(training), and \(pace), \(validation); \(blind)."
      case .overfitting:
        "overfitting: \(training), \(validation), \(excess) its lowest, "
          + "\(text(result.lowestLoss)) after epoch \(result.bestEpoch)."
      case .unstable:
        "unstable: the steps are too long. At the end \(training), while \(blind)."
      case .tooSlow:
        "too slow: \(training) and still fell when training ended, \(validation); \(blind)."
      case .tooNoisy:
        "too noisy: training loss jumps up again and again late in the run; at the end it is "
          + "\(text(result.trainingLoss)), \(validation)."
      case .leaking:
        "leaking: the validation rows were trained on, so their loss, "
          + "\(text(result.validationLoss)), says nothing; test loss is \(text(result.testLoss))."
      case .healthy:
        "healthy: \(training), \(validation), \(excess) its lowest; \(blind)."
      }
    return Finding(
      RunDiagnosis.kind(found), predicted: result.blindLoss,
      measured: result.trainingLoss.isFinite ? result.trainingLoss : nil, message)
  }

  /// What the last fifth of the epochs took off the training loss.
  private var pace: String {
    guard let way = RunDiagnosis.wayDown(result.trainingLosses), way.before > way.late else {
      return "the last fifth of the epochs took nothing off it"
    }
    let share = NumberText.significant(100 * (1 - way.late / way.before), digits: 2)
    return "the last fifth of the epochs took only \(share) % off it"
  }

  private func text(_ loss: Double) -> String {
    loss.isFinite ? NumberText.significant(loss, digits: 2) : "past all numbers"
  }
}
