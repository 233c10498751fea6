import Experiments
import Foundation
import Testing

@testable import Simulations

@Suite struct CatalogTests {
  /// Names that lessons, scripts and JSON readers rely on.
  @Test(arguments: [
    (
      "step-size",
      ["learning-rate 0.001 … 1 0.01", "steps 1 … 1000 50", "curvature 1 … 100 10"],
      ["relative-loss", "steps-to-target", "growth-per-step", "predicted-growth", "overshoots"],
      ["unstable-step", "slow-step", "overshooting", "near-optimal"],
      ["loss", "path", "coordinates"]
    ),
    (
      "batch-noise",
      [
        "batch-size 1 … 256 32", "learning-rate 0.001 … 1.9 0.1", "samples 100 … 20000 2000",
        "sampling with-replacement, epoch-shuffle with-replacement",
      ],
      [
        "squared-error", "predicted-squared-error", "gradient-variance",
        "predicted-gradient-variance", "noise-floor", "updates",
      ],
      ["too-few-updates", "noise-dominates", "balanced", "update-count"],
      ["variance", "error", "noise-ball"]
    ),
    (
      "rate-schedule",
      [
        "schedule constant, step, exponential, linear, cosine, inverse-time, warm-up constant",
        "learning-rate 0.005 … 1 0.01", "steps 10 … 1000 200", "drop-at 0 … 1 0.5",
        "noise 0 … 3 1", "curvature 0.1 … 1 1",
      ],
      [
        "squared-error", "predicted-squared-error", "start-left", "noise-left",
        "best-constant-error", "best-constant-rate", "least-error",
      ],
      ["beats-every-constant", "best-constant", "start-remains", "noise-remains"],
      ["rate", "error", "parts"]
    ),
    (
      "early-stopping",
      [
        "patience 1 … 300 5", "validation-size 5 … 1000 20", "smallest-improvement 0 … 0.1 0",
        "slope-noise 0 … 0.3 0.1", "learning-rate 0.02 … 0.4 0.2", "training-size 10 … 200 20",
      ],
      [
        "regret", "regret-of-patience", "regret-of-validation", "hits", "kept-step", "steps-spent",
        "evaluations", "kept-risk", "hindsight-risk", "turn-step", "turn-risk",
        "predicted-turn-risk", "last-risk", "predicted-last-risk", "equivalent-decay", "share",
        "predicted-share", "ridge-share", "risk-over-ridge",
      ],
      ["stops-too-soon", "sees-too-little", "stops-well", "like-decay"],
      ["losses", "steps", "risk", "filter"]
    ),
    (
      "weight-shrinkage",
      ["alpha 1e-4 … 100 1e-4", "training-size 10 … 200 20", "noise 0.1 … 3 1"],
      [
        "true-loss", "predicted-true-loss", "bias", "variance", "loss-over-best", "undecayed-loss",
        "degrees-of-freedom", "predicted-degrees-of-freedom", "middle-share",
        "predicted-middle-share",
      ],
      ["too-little", "too-much", "near-best", "freedom"],
      ["loss", "shares", "trace"]
    ),
    (
      "decay-rules",
      [
        "optimizer gradient-descent, adam, adamw gradient-descent", "alpha 1e-4 … 10 0.01",
        "learning-rate 1e-4 … 0.1 0.01", "steps 1 … 1000 10", "slope 0 … 10 0",
      ],
      ["weight", "predicted-weight", "decayed", "predicted-decayed"],
      ["proportional", "ignores-strength", "drowned-out"],
      ["weight", "alpha"]
    ),
    (
      "digit-decay",
      [
        "alpha 1e-5 … 1 1e-5", "training-size 20 … 150 60", "hidden-units 2 … 32 8",
        "wrong-labels 0 … 0.5 0.2",
      ],
      [
        "training-loss", "test-loss", "test-accuracy", "undecayed-test-loss", "relative-loss",
        "weight-norm", "undecayed-norm",
      ],
      ["too-little", "helps", "too-much", "real-data"],
      ["losses", "weights"]
    ),
    (
      "optimizer-race",
      [
        "optimizer gradient-descent, momentum, nesterov, rmsprop, adam, adamw gradient-descent",
        "learning-rate 0.001 … 4 0.01", "momentum 0 … 0.99 0.9", "condition 1 … 1000 100",
        "rotation 0 … 45 0", "steps 10 … 4000 400",
      ],
      [
        "steps-to-target", "relative-loss", "growth-per-step", "predicted-growth", "edge",
        "first-step", "predicted-first-step", "best-rate", "steps-at-best-rate",
      ],
      ["diverging", "not-there", "detour", "well-tuned"],
      ["loss", "path", "race", "tuning"]
    ),
    (
      "momentum-noise",
      ["learning-rate 0.001 … 1.9 0.1", "momentum 0 … 0.99 0.9", "steps 10 … 1000 200"],
      [
        "squared-error", "predicted-squared-error", "start-left", "noise-floor", "plain-floor",
        "effective-rate",
      ],
      ["start-remains", "noise-remains"],
      ["error", "chains"]
    ),
    (
      "loss-target",
      [
        "loss squared, absolute, huber, pinball squared", "outlier 5 … 200 100",
        "quantile 0.01 … 0.99 0.5", "threshold 0.1 … 200 1",
        "numbers five-numbers, waiting-times five-numbers",
      ],
      ["estimate", "predicted-estimate", "coverage", "predicted-coverage"],
      [
        "asks-for-the-mean", "asks-for-the-median", "asks-in-between", "asks-for-a-quantile",
        "flat-bottom",
      ],
      ["loss", "pull", "descent"]
    ),
    (
      "confident-mistake",
      [
        "loss squared, cross-entropy squared", "log-odds 0.5 … 10 6",
        "learning-rate 0.05 … 100 1",
      ],
      [
        "steps-to-even-chance", "predicted-steps", "gradient-at-start", "predicted-gradient",
        "largest-step",
      ],
      ["vanishing-gradient", "weaker-gradient", "steady-gradient"],
      ["probability", "gradient"]
    ),
    (
      "decision-threshold",
      [
        "threshold -2 … 5 0.5", "positive-share 0.005 … 0.5 0.1", "separation 0 … 4 1.5",
        "rows 100 … 10000 1000", "data generated, penguins generated",
      ],
      [
        "accuracy", "predicted-accuracy", "never-accuracy", "balanced-accuracy",
        "predicted-balanced-accuracy", "precision", "predicted-precision", "recall",
        "predicted-recall", "f-score", "predicted-f-score", "f-score-share",
        "predicted-f-score-share", "auc",
        "predicted-auc", "called",
      ],
      [
        "nothing-called", "too-eager", "too-strict", "near-best", "no-better-than-never",
        "ranking", "real-data",
      ],
      ["curves", "roc", "scores"]
    ),
    (
      "dropout-masks",
      ["dropout 0 … 1 0.5", "features 1 … 12 4", "samples 10 … 10000 1000"],
      [
        "sampled-error", "enumerated-error", "predicted-error", "evaluation-error", "penalty",
        "predicted-penalty", "sampled-mask", "expected-mask",
      ],
      ["nothing-dropped", "exact-penalty", "all-dropped", "unbiased"],
      ["error", "sampling"]
    ),
    (
      "dropout-training",
      [
        "dropout 0 … 1 0.5", "hidden-units 1 … 32 16", "training-size 10 … 200 40",
        "noise 0 … 1.5 1",
      ],
      [
        "relative-loss", "test-loss", "loss-without", "training-loss", "training-loss-without",
        "helped",
      ],
      ["dropout-helps", "no-gain", "dropout-hurts", "nothing-learned"],
      ["fit", "networks"]
    ),
    (
      "hidden-width",
      [
        "hidden-units 1 … 32 2", "epochs 10 … 300 100", "learning-rate 0.01 … 1 0.1",
        "noise 0 … 0.3 0.1",
      ],
      [
        "solvers", "median-accuracy", "cut-accuracy", "worst-accuracy", "test-accuracy",
        "parameters",
      ],
      ["cannot-enclose", "unreliable", "reliable"],
      ["boundary", "accuracy"]
    ),
    (
      "double-descent",
      [
        "features 1 … 200 100", "examples 10 … 100 40", "noise 0 … 1 0.2",
        "strengths equal, fading equal",
      ],
      ["median-error", "mean-error", "predicted-error", "training-error", "missed"],
      ["few-features", "at-the-peak", "many-features"],
      ["curve", "models"]
    ),
    (
      "folded-line", ["depth 1 … 10 1", "units 10 … 30 20"],
      [
        "pieces", "predicted-pieces", "shallow-pieces", "random-pieces", "hidden-units",
        "parameters",
      ],
      ["one-layer", "folds-multiply", "too-thin", "random-weights"],
      ["folds", "layers", "pieces"]
    ),
    (
      "gradient-chain",
      [
        "activation sigmoid, tanh, relu, identity sigmoid", "depth 1 … 50 10", "weight 0.1 … 10 2",
      ],
      ["gradient", "bound", "factor", "predicted-factor", "layers-to-thousandth"],
      ["vanishing-gradient", "exploding-gradient", "steady-gradient"],
      ["gradient", "signal"]
    ),
    (
      "initial-weights",
      [
        "scheme zeros, normal, glorot, he, lecun normal", "deviation 0.02 … 2 0.05",
        "width 2 … 256 64", "depth 1 … 50 20", "activation relu, tanh, sigmoid, identity relu",
      ],
      [
        "signal-ratio", "predicted-signal-ratio", "mean-ratio", "predicted-mean-ratio", "spread",
        "gradient-ratio", "predicted-gradient-ratio", "weight-deviation", "distinct-units",
      ],
      ["vanishing", "exploding", "steady", "symmetric-units"],
      ["signal", "gradient", "networks", "units"]
    ),
    (
      "activation-xor",
      [
        "activation identity, sigmoid, tanh, relu, gelu, leaky-relu sigmoid",
        "hidden-units 1 … 16 3", "learning-rate 0.001 … 1 0.01", "epochs 10 … 1000 300",
      ],
      [
        "solved", "epochs-to-solve", "lowest-loss", "predicted-lowest-loss", "median-loss",
        "largest-slope", "predicted-largest-slope", "flat-share", "dead-units", "parameters",
      ],
      [
        "cannot-bend", "bends-once", "reliable", "overflowing", "still-learning", "stuck", "slopes",
      ],
      ["function", "loss", "solved", "boundary"]
    ),
    (
      "training-run",
      [
        "data two-moons, circles, spirals, penguins, digits two-moons",
        "training-rows 10 … 180 100", "label-noise 0 … 0.5 0", "leak none, duplicates none",
        "width 1 … 32 16", "depth 1 … 3 1", "activation relu, tanh, sigmoid relu",
        "optimizer gradient-descent, momentum, adam adam", "learning-rate 1e-4 … 10 0.001",
        "batch-size 4 … 256 32", "epochs 1 … 200 20", "weight-decay 1e-5 … 10 1e-5",
        "dropout 0 … 0.9 0",
        "mystery none, first, second, third, fourth, fifth, sixth none",
        "diagnosis undecided, underfitting, overfitting, unstable, too-slow, too-noisy, leaking, "
          + "healthy undecided",
      ],
      [
        "validation-loss", "training-loss", "test-loss", "blind-loss", "validation-accuracy",
        "training-accuracy", "test-accuracy", "lowest-validation-loss", "best-epoch", "excess",
        "gap", "updates", "predicted-updates", "named-right",
      ],
      [
        "underfitting", "overfitting", "unstable", "too-slow", "too-noisy", "leaking", "healthy",
        "unnamed", "named-right", "named-wrong", "real-data",
      ],
      ["losses", "accuracy", "boundary"]
    ),
    (
      "training-budget",
      [
        "inputs 1 … 128 64", "width 1 … 128 32", "depth 1 … 4 2", "outputs 1 … 32 10",
        "rows 10 … 1000 1000", "batch-size 1 … 1000 32", "epochs 1 … 100 20",
        "optimizer gradient-descent, momentum, adam adam", "precision single, double single",
        "parallelism 1 … 1000 100",
      ],
      [
        "parameters", "predicted-parameters", "updates", "predicted-updates", "multiply-adds",
        "predicted-multiply-adds", "operations-each", "bytes-each", "state-bytes",
        "activation-bytes", "memory-bytes", "engine-bytes", "predicted-engine-bytes",
        "modelled-time", "modelled-use",
      ],
      [
        "counted", "state-dominates", "activations-dominate", "idle-machine", "busy-machine",
      ],
      ["memory", "arithmetic", "time"]
    ),
    (
      "double-well",
      ["batch-size 1 … 256 4", "learning-rate 0.02 … 0.5 0.1", "steps 10 … 1000 500"],
      ["good-share", "predicted-share", "long-run-share", "barrier-over-noise"],
      ["stuck", "on-the-way", "settled", "wandering"],
      ["share", "landscape", "density"]
    ),
  ])
  func keepsItsContract(
    name: String, knobs: [String], metrics: [String], findings: [String], figures: [String]
  ) throws {
    let simulation = try #require(Catalog.all[name])
    #expect(
      simulation.knobs.map { "\($0.name) \($0.domain.text) \($0.defaultValue.text)" } == knobs)
    #expect(simulation.metrics.map(\.name) == metrics)
    #expect(simulation.findings.map(\.code) == findings)
    #expect(simulation.figures.map(\.name) == figures)
  }

  /// A simulation is a folder, named after its type, and a line in the catalogue.
  ///
  /// A folder that nobody registered would be dead, and every file in it is the type's own file or
  /// names a part of it; tests lie in a folder of the same name.
  @Test func everyFolderIsRegistered() throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    let sources = tests.appending(path: "../../Sources/Simulations").standardized
    let types = Catalog.all.simulations.map { "\($0)" }
    let folders = try Self.contents(sources).filter { !$0.contains(".") }
    #expect(folders == types.sorted())
    for type in types {
      for (folder, end) in [(sources, ""), (tests, "Tests")] {
        let files = try Self.contents(folder.appending(path: type))
        #expect(files.contains("\(type)\(end).swift"), "\(type)")
        let others = files.filter { $0 != "\(type)\(end).swift" }
        #expect(others.allSatisfy { $0.hasPrefix("\(type)+") && $0.hasSuffix("\(end).swift") })
      }
    }
  }

  private static func contents(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
  }

  @Test(arguments: Catalog.all.names)
  func describesItself(name: String) throws {
    let simulation = try #require(Catalog.all[name])
    let names =
      [[name], simulation.knobs.map(\.name), simulation.metrics.map(\.name)]
      + [simulation.findings.map(\.code), simulation.figures.map(\.name)]
    for group in names {
      #expect(Set(group).count == group.count)
      #expect(group.allSatisfy { $0.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil })
    }
    let summaries =
      [simulation.summary] + simulation.knobs.map(\.summary) + simulation.metrics.map(\.summary)
      + simulation.findings.map(\.summary) + simulation.figures.map(\.summary)
    #expect(summaries.allSatisfy { !$0.isEmpty && !$0.hasSuffix(".") && $0.count <= 120 })
    #expect(simulation.knobs.allSatisfy { $0.domain.contains($0.defaultValue) })
    let theories = simulation.metrics.compactMap(\.theory)
    #expect(Set(theories).isSubset(of: simulation.metrics.map(\.name)))
  }

  @Test func knowsNothingElse() {
    #expect(Catalog.all["step-sise"] == nil)
    #expect(Set(Catalog.all.names).count == Catalog.all.names.count)
  }
}
