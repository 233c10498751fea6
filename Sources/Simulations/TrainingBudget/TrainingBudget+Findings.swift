import Experiments

extension TrainingBudget {
  /// Which part of the memory is the larger one.
  static func verdict(stateBytes: Int, activationBytes: Int) -> FindingKind {
    activationBytes > stateBytes ? activationsDominate : stateDominates
  }

  /// Whether batches fill the modelled machine.
  static func verdict(batchSize: Int, parallelism: Int) -> FindingKind {
    batchSize < parallelism ? idleMachine : busyMachine
  }
}

extension CountedEpoch {
  /// What was counted, beside the formulas.
  func finding(_ budget: Budget) -> Finding {
    let formula = (
      parameters: budget.shape.parameters, updates: budget.updatesAnEpoch(budget.batchSize),
      arithmetic: budget.rows * budget.shape.multiplyAdds
    )
    let agrees =
      formula == (counted.parameters, counted.updates, counted.multiplyAdds)
      && budget.engineBytes == counted.bytes
    return Finding(
      TrainingBudget.counted, predicted: Double(budget.multiplyAdds),
      measured: Double(budget.epochs * counted.multiplyAdds),
      "the engine counted \(NumberText.count(counted.parameters, "parameter")), and in an epoch "
        + "\(NumberText.count(counted.updates, "update")) and \(counted.multiplyAdds) "
        + "multiply-adds; "
        + (agrees
          ? "the formulas say the same."
          : "the formulas say \(formula.parameters), \(formula.updates) and "
            + "\(formula.arithmetic)."))
  }
}

extension Budget {
  /// Which part of the memory is the larger one.
  var memoryFinding: Finding {
    let state =
      "\(Self.text(stateBytes)) for the state, \(bytesEach) bytes for each of "
      + NumberText.count(shape.parameters, "parameter")
    let batch = "\(Self.text(activationBytes)) for the activations of a batch of \(batchSize)"
    let kind = TrainingBudget.verdict(stateBytes: stateBytes, activationBytes: activationBytes)
    let parts = kind == TrainingBudget.activationsDominate ? [batch, state] : [state, batch]
    let half = batchSize / 2
    let smaller =
      half == 0
      ? "No batch is smaller."
      : "With a batch of \(half) it would be \(Self.text(stateBytes + activationBytes(half)))."
    return Finding(
      kind, predicted: Double(memoryBytes), measured: nil,
      "memory is \(Self.text(memoryBytes)): \(parts.joined(separator: ", and ")). \(smaller)")
  }

  /// Whether the modelled machine has enough to do.
  var timeFinding: Finding {
    let spent = "modelled time \(NumberText.significant(time)) for \(samples) samples"
    let kind = TrainingBudget.verdict(batchSize: batchSize, parallelism: parallelism)
    let rest = rows % batchSize
    guard kind == TrainingBudget.idleMachine else {
      let isIdle = rest > 0 && rest < parallelism
      let last = isIdle ? ", the last of an epoch, of \(rest), does not" : ""
      let least = leastTimeOfLarger
      let larger =
        least.map { $0 < time * (1 - 1e-9) } == true
        ? "the least that a larger one takes is \(NumberText.significant(least ?? time))"
        : "no larger one takes less time"
      return Finding(
        kind, predicted: time, measured: nil,
        "\(spent): a batch of \(batchSize) fills a machine that works on "
          + "\(NumberText.count(parallelism, "sample")) at once\(last); \(larger).")
    }
    let batches =
      rest == 0
      ? "a batch of \(batchSize) uses"
      : "batches of \(batchSize), the last of an epoch of \(rest), use"
    return Finding(
      kind, predicted: time, measured: nil,
      "\(spent): \(batches) \(NumberText.percent(use)) of a machine that works on \(parallelism) "
        + "at once.")
  }

  /// Bytes in units of a thousand.
  static func text(_ bytes: Int) -> String {
    if bytes < 1000 { return "\(bytes) bytes" }
    if bytes < 1_000_000 { return "\(NumberText.significant(Double(bytes) / 1e3)) kB" }
    return "\(NumberText.significant(Double(bytes) / 1e6)) MB"
  }
}
