import Experiments

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
    if error < bestConstant.error * (1 - 1e-9) {
      return finding(
        RateSchedule.beatsEveryConstant,
        "The \(shape.rawValue) schedule ends at a squared error of \(numbers); \(constant). "
          + "\(parts).")
    }
    if error <= 1.05 * bestConstant.error {
      return finding(
        RateSchedule.bestConstant,
        "A squared error of \(numbers), about the least that a constant rate can leave: "
          + "\(constant). \(parts).")
    }
    if theory.noise == 0 {
      return finding(
        RateSchedule.startRemains,
        "Without noise there is nothing to quiet: squared error \(numbers), all of it start; "
          + "\(constant).")
    }
    if end.start > end.noise {
      return finding(
        RateSchedule.startRemains,
        "The rates add up to too little: squared error \(numbers), of which "
          + "\(Self.text(end.start)) is left of the start; \(constant).")
    }
    return finding(
      RateSchedule.noiseRemains,
      "The last rates are too high: squared error \(numbers), of which \(Self.text(end.noise)) "
        + "is noise; \(constant).")
  }

  private static func text(_ value: Double) -> String { NumberText.significant(value) }
}
