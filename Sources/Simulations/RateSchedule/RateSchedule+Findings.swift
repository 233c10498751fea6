import Experiments

extension RateSchedule {
  /// What an error is found to be, by its parts and the least that a constant rate leaves.
  ///
  /// Without noise all of the error is start.
  static func verdict(_ error: NoisyBowl.Error, bestConstantError best: Double) -> FindingKind {
    if error.squaredError < best * (1 - 1e-9) { return beatsEveryConstant }
    if error.squaredError <= 1.05 * best { return bestConstant }
    return error.noise == 0 || error.start > error.noise ? startRemains : noiseRemains
  }
}

extension RateSchedule.Descent {
  func finding(_ shape: RateSchedule.Shape) -> Finding {
    let end = predicted.last ?? NoisyBowl.Error()
    let error = end.squaredError
    let seen = measured.squaredError
    let numbers = "\(Self.text(error)) by theory, \(Self.text(seen)) measured"
    let constant =
      "the best constant rate, \(NumberText.significant(bestConstant.rate)), leaves "
      + Self.text(bestConstant.error)
    let parts =
      "The start leaves \(Self.text(end.start)), the noise \(Self.text(end.noise))"

    func finding(_ kind: FindingKind, _ message: String) -> Finding {
      Finding(kind, predicted: error, measured: seen, message)
    }
    let kind = RateSchedule.verdict(end, bestConstantError: bestConstant.error)
    if kind == RateSchedule.beatsEveryConstant {
      return finding(
        kind,
        "The \(shape.rawValue) schedule ends at a squared error of \(numbers); \(constant). "
          + "\(parts).")
    }
    if kind == RateSchedule.bestConstant {
      return finding(
        kind,
        "A squared error of \(numbers), about the least that a constant rate can leave: "
          + "\(constant). \(parts).")
    }
    if theory.noise == 0 {
      return finding(
        kind,
        "Without noise there is nothing to quiet: squared error \(numbers), all of it start; "
          + "\(constant).")
    }
    if kind == RateSchedule.startRemains {
      return finding(
        kind,
        "The rates add up to too little: squared error \(numbers), of which "
          + "\(Self.text(end.start)) is left of the start; \(constant).")
    }
    let lower = theory.errors(at: rates.map { 0.95 * $0 }).last?.squaredError ?? error
    return finding(
      kind,
      "\(lower < error ? "The rates are too high" : "Most of what is left is noise"): squared error "
        + "\(numbers), of which \(Self.text(end.noise)) is noise; \(constant).")
  }

  private static func text(_ value: Double) -> String { NumberText.significant(value) }
}
