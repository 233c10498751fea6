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
    guard kind == TrainingBudget.activationsDominate else {
      return Finding(
        kind, predicted: Double(memoryBytes), measured: nil,
        "memory is \(Self.text(memoryBytes)): \(state), and \(batch). A smaller batch would save "
          + "little.")
    }
    return Finding(
      kind, predicted: Double(memoryBytes), measured: nil,
      "memory is \(Self.text(memoryBytes)): \(batch), and \(state). A smaller batch would save "
        + "most.")
  }

  /// Whether the modelled machine has enough to do.
  var timeFinding: Finding {
    let spent = "modelled time \(NumberText.significant(time)) for \(samples) samples"
    let kind = TrainingBudget.verdict(batchSize: batchSize, parallelism: parallelism)
    guard kind == TrainingBudget.idleMachine else {
      return Finding(
        kind, predicted: time, measured: nil,
        "\(spent): a batch of \(batchSize) fills a machine that works on "
          + "\(NumberText.count(parallelism, "sample")) at once, so a larger one would save "
          + "almost no time.")
    }
    return Finding(
      kind, predicted: time, measured: nil,
      "\(spent): a batch of \(batchSize) uses \(NumberText.percent(use)) of a machine that works "
        + "on \(parallelism) at once.")
  }

  /// Bytes in units of a thousand.
  static func text(_ bytes: Int) -> String {
    if bytes < 1000 { return "\(bytes) bytes" }
    if bytes < 1_000_000 { return "\(NumberText.significant(Double(bytes) / 1e3)) kB" }
    return "\(NumberText.significant(Double(bytes) / 1e6)) MB"
  }
}
