import Experiments

extension BatchNoise {
  /// What so many updates are found to be, by the error of theory, its parts and the least there is.
  static func verdict(updates: Int, bias: Double, variance: Double, leastError: Double)
    -> FindingKind
  {
    guard updates > 0 else { return tooFewUpdates }
    if bias + variance <= 2 * leastError { return balanced }
    return bias > variance ? tooFewUpdates : noiseDominates
  }
}

extension BatchNoise.Estimate {
  func finding(_ sampling: BatchNoise.Sampling) -> Finding {
    let error = theory.squaredError(after: updates)
    let bias = theory.squaredBias(after: updates)
    let variance = theory.variance(after: updates)
    let numbers =
      "\(Self.text(error)) by theory, \(Self.text(squaredError)) measured"
    let rate = NumberText.shortest(theory.rate)
    let taken =
      "\(NumberText.count(updates, "update")) of \(NumberText.count(theory.batchSize, "sample")) "
      + "at learning rate \(rate)"

    func finding(_ kind: FindingKind, _ message: String) -> Finding {
      Finding(kind, predicted: error, measured: squaredError, message)
    }
    guard updates > 0 else {
      return finding(
        BatchNoise.tooFewUpdates,
        "The samples do not fill one batch of \(theory.batchSize): without an update the squared "
          + "error stays \(numbers).")
    }
    let kind = BatchNoise.verdict(
      updates: updates, bias: bias, variance: variance, leastError: leastError(sampling))
    if kind == BatchNoise.balanced {
      return finding(
        kind,
        "\(taken): squared error \(numbers), at most twice the least that this batch size "
          + "allows. The start leaves \(Self.text(bias)), the noise adds \(Self.text(variance)).")
    }
    if kind == BatchNoise.tooFewUpdates {
      return finding(
        kind,
        "\(taken) \(updates == 1 ? "is" : "are") too few: squared error \(numbers), of which "
          + "\(Self.text(bias)) is left of the start."
          + (theory.rate > 1 ? " Every update jumps past the mean of its batch." : ""))
    }
    return finding(
      kind,
      "\(taken) \(updates == 1 ? "leaves" : "leave") mostly the noise of the batches: squared error "
        + "\(numbers), of which \(Self.text(variance)) is noise.")
  }

  /// How the samples were dealt out.
  func countFinding(_ samples: Int) -> Finding {
    let unused = samples - updates * theory.batchSize
    let rest = unused > 0 ? "; \(unused) \(unused == 1 ? "is" : "are") left over" : ""
    return Finding(
      BatchNoise.updateCount, predicted: Double(samples / theory.batchSize),
      measured: Double(updates),
      "\(NumberText.count(samples, "sample")) in batches of \(theory.batchSize) make "
        + "\(NumberText.count(updates, "update"))\(rest).")
  }

  /// The least error by theory that any learning rate reaches in as many updates.
  ///
  /// Looked for beyond both ends of the knob, between rates that make nearly no step and those that
  /// hardly stay; then closer around the best of them.
  private func leastError(_ sampling: BatchNoise.Sampling) -> Double {
    func error(_ rate: Double) -> Double {
      MeanEstimation(rate: rate, batchSize: theory.batchSize, sampling: sampling)
        .squaredError(after: updates)
    }
    let rates = Spacing.values(240, over: 1e-5...1.99, .log)
    let errors = rates.map(error)
    let best = errors.indices.min { errors[$0] < errors[$1] } ?? 0
    var (low, high) = (rates[max(0, best - 1)], rates[min(rates.count - 1, best + 1)])
    for _ in 0..<30 {
      let third = (high - low) / 3
      if error(low + third) < error(high - third) { high -= third } else { low += third }
    }
    return min(errors[best], error((low + high) / 2))
  }

  private static func text(_ value: Double) -> String { NumberText.significant(value) }
}
