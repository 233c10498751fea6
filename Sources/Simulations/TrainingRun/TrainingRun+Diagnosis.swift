import Experiments

/// What is wrong with a run, by rules that look at its curves; only a leak is found in the rows.
///
/// In this order: validation rows among the training rows; a training loss above that of knowing
/// nothing in the latter half; a training loss that climbs by more than a twentieth of its mean an
/// epoch, averaged over the latter half; a validation loss that ends over 1.2 times its lowest; a
/// training loss above a tenth of that of knowing nothing which the last fifth of the epochs still
/// brought down by over 3 %; one that ends above half of it and does not fall.
struct RunDiagnosis {
  /// The names that can be given.
  enum Name: String, CaseIterable, KnobValue {
    case undecided, underfitting, overfitting, unstable
    case tooSlow = "too-slow"
    case tooNoisy = "too-noisy"
    case leaking, healthy
  }

  static let climb = 0.05
  static let excess = 1.2
  static let progress = 0.97
  static let low = 0.1
  static let high = 0.5

  let name: Name

  init(_ result: RunResult) {
    name = Self.name(
      training: result.trainingLosses, validation: result.validationLosses,
      blind: result.blindLoss, isLeaking: result.plan.leak != .none)
  }

  /// The verdict on two curves that begin before training.
  static func name(
    training: [Double], validation: [Double], blind: Double, isLeaking: Bool
  ) -> Name {
    guard let last = training.last, let end = validation.last, let lowest = validation.min() else {
      return .healthy
    }
    if isLeaking { return .leaking }
    let late = Array(training[(training.count / 2)...])
    if late.contains(where: { !($0 <= blind) && !($0 <= training[0]) }) || !end.isFinite {
      return .unstable
    }
    if roughness(late) > climb { return .tooNoisy }
    if end > excess * lowest { return .overfitting }
    if last > low * blind, last < progress * training[(training.count - 1) * 4 / 5] {
      return .tooSlow
    }
    return last > high * blind ? .underfitting : .healthy
  }

  /// How much of its mean a curve climbs an epoch, on average; falls do not make up for it.
  static func roughness(_ losses: [Double]) -> Double {
    let mean = losses.reduce(0, +) / Double(max(1, losses.count))
    guard losses.count > 1, mean > 0, mean.isFinite else { return 0 }
    let climbs = zip(losses, losses.dropFirst()).reduce(0) { $0 + max(0, $1.1 - $1.0) }
    return climbs / Double(losses.count - 1) / mean
  }

  /// What each verdict is found by.
  static let kinds = Name.allCases.filter { $0 != .undecided }.map(kind)

  static func kind(_ name: Name) -> FindingKind {
    let summary =
      switch name {
      case .undecided: "no verdict"
      case .underfitting: "training loss is flat and above half of that of knowing nothing"
      case .overfitting: "validation loss ends over 1.2 times its lowest"
      case .unstable: "training loss is above that of knowing nothing in the latter half"
      case .tooSlow:
        "the last fifth of the epochs still brought a large training loss down by over 3 %"
      case .tooNoisy: "training loss climbs by over 5 % of its mean an epoch in the latter half"
      case .leaking: "validation rows are among the training rows"
      case .healthy: "none of the other rules finds anything"
      }
    return FindingKind(name.rawValue, summary)
  }
}
