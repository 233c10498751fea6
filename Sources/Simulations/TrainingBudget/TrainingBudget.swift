import Experiments
import Learning

/// What training a network costs: parameters, updates, arithmetic and memory, counted and reckoned.
///
/// A network of ReLU units is trained by the engine through its first epoch, and the engine's
/// counters are read; all epochs cost the same, so the counts of a whole training are that many
/// times the first. Beside them stand the formulas. Memory is reckoned for a program that keeps the
/// whole batch; this engine works in double precision on 64 samples at a time, and its own bytes
/// are given too. Time is modelled, in units of one sample's work, and never measured here.
package enum TrainingBudget: Simulation {
  package static let name = "training-budget"
  package static let summary =
    "What training a network costs in parameters, updates, arithmetic and memory"
  package static let usesChance = false

  /// The rule that makes a step, by what it remembers for each parameter.
  enum Rule: String, CaseIterable, KnobValue {
    /// Nothing.
    case gradientDescent = "gradient-descent"
    /// A velocity.
    case momentum
    /// A mean of the gradient and one of its square.
    case adam
  }

  /// How many bytes a number takes.
  enum Precision: String, CaseIterable, KnobValue {
    case single
    case double

    var bytes: Int { self == .single ? 4 : 8 }
  }

  // What it takes

  static let inputs = Knob<Int>("inputs", 1...128, .log, default: 64, "how many features a row has")
  static let width = Knob<Int>(
    "width", 1...128, .log, default: 32, "how many units each hidden layer has")
  static let depth = Knob<Int>("depth", 1...4, default: 2, "how many hidden layers there are")
  static let outputs = Knob<Int>(
    "outputs", 1...32, .log, default: 10, "how many numbers the network gives")
  static let rows = Knob<Int>(
    "rows", 10...1000, .log, default: 1000, "how many examples are trained on")
  static let batchSize = Knob<Int>(
    "batch-size", 1...1000, .log, default: 32, "how many samples an update averages")
  static let epochs = Knob<Int>(
    "epochs", 1...100, .log, default: 20, "how often training goes through all examples")
  static let optimizer = Knob<Rule>(
    "optimizer", default: .adam, "the rule that makes a step, and what it remembers")
  static let precision = Knob<Precision>(
    "precision", default: .single, "whether a number takes 4 bytes or 8, in the memory reckoned")
  static let parallelism = Knob<Int>(
    "parallelism", 1...1000, .log, default: 100,
    "how many samples the modelled machine works on at once")

  package static let knobs: [any AnyKnob] = [
    inputs, width, depth, outputs, rows, batchSize, epochs, optimizer, precision, parallelism,
  ]

  // What it gives

  static let predictedParameters = Metric(
    "predicted-parameters", "the sum of (inputs + 1) · outputs over the layers", .count)
  static let parameters = Metric(
    "parameters", "numbers that are learned, weights and biases", .count,
    theory: .exact(predictedParameters))
  static let predictedUpdates = Metric(
    "predicted-updates", "epochs times rows over batch size, rounded up", .count)
  static let updates = Metric(
    "updates", "steps of the optimizer in the whole training", .count,
    theory: .exact(predictedUpdates))
  static let predictedMultiplyAdds = Metric(
    "predicted-multiply-adds", "three a weight and sample, two a weight of the first layer", .count)
  static let multiplyAdds = Metric(
    "multiply-adds", "multiplications with an addition in the whole training", .count,
    theory: .exact(predictedMultiplyAdds), better: .lower)
  static let operationsEach = Metric(
    "operations-each", "operations a parameter and sample, two a multiply-add; at most 6",
    .fixed(decimals: 2))
  static let bytesEach = Metric(
    "bytes-each", "bytes a parameter: itself, its gradient and what the optimizer remembers",
    .count)
  static let stateBytes = Metric(
    "state-bytes", "memory for parameters, gradients and the optimizer's state", .count)
  static let activationBytes = Metric(
    "activation-bytes", "memory for the values of all units for every sample of a batch", .count)
  static let memoryBytes = Metric(
    "memory-bytes", "memory for the state and the activations together", .count, better: .lower)
  static let predictedEngineBytes = Metric(
    "predicted-engine-bytes", "the state in double precision and 64 samples' work space", .count)
  static let engineBytes = Metric(
    "engine-bytes", "memory this engine took: doubles, and batches in pieces of 64 samples",
    .count, theory: .exact(predictedEngineBytes))
  static let modelledTime = Metric(
    "modelled-time", "time by the model, in units of what one sample takes alone", .count,
    better: .lower)
  static let modelledUse = Metric(
    "modelled-use", "share of the modelled machine that has work to do", .fixed(decimals: 3),
    better: .higher)

  package static let metrics = [
    parameters, predictedParameters, updates, predictedUpdates, multiplyAdds,
    predictedMultiplyAdds, operationsEach, bytesEach, stateBytes, activationBytes, memoryBytes,
    engineBytes, predictedEngineBytes, modelledTime, modelledUse,
  ]

  static let memoryFigure = FigureKind("memory", "memory by part against batch size")
  static let arithmeticFigure = FigureKind(
    "arithmetic", "multiply-adds a sample against width, counted and by the rule of thumb")
  static let timeFigure = FigureKind("time", "modelled time and updates against batch size")

  package static let figures = [memoryFigure, arithmeticFigure, timeFigure]

  // What it finds

  static let counted = FindingKind(
    "counted", "always: what the engine counted, and what the formulas say",
    explains: [
      parameters, predictedParameters, updates, predictedUpdates, multiplyAdds,
      predictedMultiplyAdds, operationsEach, engineBytes, predictedEngineBytes,
    ])
  static let stateDominates = FindingKind(
    "state-dominates", "parameters, gradients and optimizer take at least half of the memory",
    explains: [bytesEach, stateBytes, activationBytes, memoryBytes])
  static let activationsDominate = FindingKind(
    "activations-dominate", "the activations of a batch take more than half of the memory",
    explains: [bytesEach, stateBytes, activationBytes, memoryBytes])
  static let idleMachine = FindingKind(
    "idle-machine", "batches are smaller than what the modelled machine works on at once",
    explains: [modelledTime, modelledUse])
  static let busyMachine = FindingKind(
    "busy-machine", "batches fill the modelled machine, but for the last one of an epoch",
    explains: [modelledTime, modelledUse])

  package static let findings = [
    counted, stateDominates, activationsDominate, idleMachine, busyMachine,
  ]

  // How

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let budget = Budget(settings)
    let epoch = CountedEpoch(budget)
    var outcome = Outcome()
    outcome[parameters] = Double(epoch.counted.parameters)
    outcome[predictedParameters] = Double(budget.shape.parameters)
    outcome[updates] = Double(budget.epochs * epoch.counted.updates)
    outcome[predictedUpdates] = Double(budget.updates)
    outcome[multiplyAdds] = Double(budget.epochs * epoch.counted.multiplyAdds)
    outcome[predictedMultiplyAdds] = Double(budget.multiplyAdds)
    outcome[operationsEach] =
      2 * Double(epoch.counted.multiplyAdds)
      / (Double(epoch.counted.parameters) * Double(epoch.counted.gradientEvaluations))
    outcome[bytesEach] = Double(budget.bytesEach)
    outcome[stateBytes] = Double(budget.stateBytes)
    outcome[activationBytes] = Double(budget.activationBytes)
    outcome[memoryBytes] = Double(budget.memoryBytes)
    outcome[engineBytes] = Double(epoch.counted.bytes)
    outcome[predictedEngineBytes] = Double(budget.engineBytes)
    outcome[modelledTime] = budget.time
    outcome[modelledUse] = budget.use
    outcome.findings = [epoch.finding(budget), budget.memoryFinding, budget.timeFinding]
    outcome.draw { [budget.memoryFigure, CountedWidths(budget).figure(budget), budget.timeFigure] }
    outcome.cost = epoch.cost(andWidthsOf: budget)
    return outcome
  }
}
