import Experiments

/// What is wrong with a run, by rules that look at its curves; only a leak is found in the rows.
///
/// In this order: validation rows among the training rows; an overflow, or in the latter half a
/// training loss above both that of knowing nothing and its own start; a training loss that climbs by
/// more than a twentieth of its mean an epoch, averaged over the latter half; a validation loss that
/// ends over 1.2 times its lowest; a training loss above a tenth of that of knowing nothing that still
/// falls; one above half of it that does not.
///
/// Whether a loss still falls is said by the means of the last fifth of the epochs and of the fifth
/// before: by over 3 % from one to the other, or by over a twentieth of the whole way down. A low rate
/// takes little off in a few epochs, but as much in the last as in the first.
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
  static let progress = 0.03
  static let shareOfWay = 0.05
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
    if last > low * blind, stillFalls(training) { return .tooSlow }
    return last > high * blind ? .underfitting : .healthy
  }

  /// Whether the last fifth of a curve lies well below the fifth before, beside where that was or
  /// beside the whole way down.
  static func stillFalls(_ losses: [Double]) -> Bool {
    guard let way = wayDown(losses) else { return false }
    let fall = way.before - way.late
    return fall > progress * way.before || fall > shareOfWay * (way.highest - way.late)
  }

  /// The highest loss, and the means of the last fifth of the epochs and of the fifth before.
  static func wayDown(_ losses: [Double]) -> (highest: Double, before: Double, late: Double)? {
    let fifth = max(1, (losses.count - 1) / 5)
    guard losses.count >= 2 * fifth, let highest = losses.max() else { return nil }
    func mean(_ part: ArraySlice<Double>) -> Double { part.reduce(0, +) / Double(fifth) }
    return (highest, mean(losses.suffix(2 * fifth).prefix(fifth)), mean(losses.suffix(fifth)))
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
      case .underfitting: "training loss ends above half of that of knowing nothing, and is flat"
      case .overfitting: "validation loss ends over 1.2 times its lowest"
      case .unstable:
        "overflow, or in the latter half a training loss above its start and above knowing nothing"
      case .tooSlow:
        "the last fifth of the epochs took 3 % or a twentieth of the way off a large training loss"
      case .tooNoisy: "training loss climbs by over 5 % of its mean an epoch in the latter half"
      case .leaking: "validation rows are among the training rows"
      case .healthy: "none of the other rules finds anything"
      }
    return FindingKind(name.rawValue, summary)
  }
}
