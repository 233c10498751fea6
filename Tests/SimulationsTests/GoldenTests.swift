import Experiments
import Testing

@testable import Simulations

/// Bits that must be the same on every machine and at every optimization level.
@Suite struct GoldenTests {
  static let cases: [(name: String, turned: [String: String], bits: [String: UInt64])] = [
    (
      "step-size", [:],
      [
        "relative-loss": 0x3fa10cac592bdd76,
        "growth-per-step": 0x3fefae147ae147ae,
        "predicted-growth": 0x3fefae147ae147ae,
        "overshoots": 0x0,
      ]
    ),
    (
      "step-size", ["learning-rate": "0.187", "steps": "1000"],
      [
        "relative-loss": 0x26d06ab910529709,
        "steps-to-target": 0x4049000000000000,
        "growth-per-step": 0x3febd70a3d70a3d7,
        "predicted-growth": 0x3febd70a3d70a3d8,
        "overshoots": 0x408f400000000000,
      ]
    ),
    (
      "step-size", ["learning-rate": "0.25", "curvature": "37.5"],
      [
        "relative-loss": 0x5317c49e71e06158,
        "growth-per-step": 0x4020c00000000001,
        "predicted-growth": 0x4020c00000000000,
        "overshoots": 0x4049000000000000,
      ]
    ),
    (
      "batch-noise", [:],
      [
        "squared-error": 0x3f5d29a34fb1e1c0,
        "predicted-squared-error": 0x3f5bd0aca36b0e6c,
        "gradient-variance": 0x3f9e7b8cbfeaf81d,
        "predicted-gradient-variance": 0x3fa0000000000000,
        "noise-floor": 0x3f5af286bca1af29,
        "updates": 0x404f000000000000,
      ]
    ),
    (
      "batch-noise", ["sampling": "epoch-shuffle", "batch-size": "24", "learning-rate": "0.3"],
      [
        "squared-error": 0x3f7565d18c369f21,
        "predicted-squared-error": 0x3f762c785e392c3f,
        "gradient-variance": 0x3fa4dc21c5178103,
        "predicted-gradient-variance": 0x3fa45f8517e145f8,
        "noise-floor": 0x3f7e1e1e1e1e1e1e,
        "updates": 0x4054c00000000000,
      ]
    ),
    (
      "batch-noise", ["batch-size": "1", "learning-rate": "1.9", "samples": "100"],
      [
        "squared-error": 0x4032a9063e9d8396,
        "predicted-squared-error": 0x4033000000122e44,
        "gradient-variance": 0x3ff01d60e3968011,
        "predicted-gradient-variance": 0x3ff0000000000000,
        "noise-floor": 0x4032fffffffffffb,
        "updates": 0x4059000000000000,
      ]
    ),
    (
      "rate-schedule", [:],
      [
        "best-constant-error": 0x3f8be90db558bfbe,
        "best-constant-rate": 0x3f990a79bddca3c0,
        "least-error": 0x3f7479d4e5f1c4ee,
        "noise-left": 0x3f7436a3fec5e021,
        "predicted-squared-error": 0x3fdd09667f5d5eec,
        "squared-error": 0x3fdcde724207e957,
        "start-left": 0x3fdcb88bef62476b,
      ]
    ),
    (
      "rate-schedule",
      ["schedule": "warm-up", "learning-rate": "0.7", "noise": "2.5", "curvature": "0.3"],
      [
        "best-constant-error": 0x3fe273f6575c1bf5,
        "best-constant-rate": 0x3fa7ec6b8b55ad71,
        "least-error": 0x3fd5eaf57abd5eaf,
        "noise-left": 0x3ff00e9803a2e150,
        "predicted-squared-error": 0x3ff00e9803a2e150,
        "squared-error": 0x3fefbacbc7ac9fa6,
        "start-left": 0x3c19f357fde8ce9a,
      ]
    ),
    (
      "optimizer-race", [:],
      [
        "best-rate": 0x3ffbeb851eb851ec,
        "edge": 0x4000000000000000,
        "first-step": 0x3f7cac083126e980,
        "growth-per-step": 0x3fefff2e48e8a71e,
        "predicted-first-step": 0x3f7cac083126e978,
        "predicted-growth": 0x3fefff2e48e8a71e,
        "relative-loss": 0x3f933a8c53edc4ed,
        "steps-at-best-rate": 0x4071a00000000000,
      ]
    ),
    (
      "optimizer-race",
      ["optimizer": "adam", "learning-rate": "0.3", "rotation": "17", "condition": "250"],
      [
        "best-rate": 0x3fda29c779a6b50b,
        "first-step": 0x3fd333332e65791e,
        "predicted-first-step": 0x3fd3333333333333,
        "relative-loss": 0x3c4c8c9c7bcca89b,
        "steps-at-best-rate": 0x4060200000000000,
        "steps-to-target": 0x4062600000000000,
      ]
    ),
    (
      "optimizer-race", ["optimizer": "nesterov", "learning-rate": "1.1", "momentum": "0.83"],
      [
        "best-rate": 0x3ff272b020c49ba6,
        "edge": 0x3ff603d980f6603e,
        "first-step": 0x3ff68bac710cb296,
        "growth-per-step": 0x3fed06c1faac6b96,
        "predicted-first-step": 0x3ff68bac710cb297,
        "predicted-growth": 0x3fecfe1b0fe789b5,
        "relative-loss": 0x3892f737515ec02e,
        "steps-at-best-rate": 0x4045800000000000,
        "steps-to-target": 0x4047800000000000,
      ]
    ),
    (
      "momentum-noise", [:],
      [
        "effective-rate": 0x3ff0000000000001,
        "noise-floor": 0x3fe06eb3e45306ed,
        "plain-floor": 0x3faaf286bca1af29,
        "predicted-squared-error": 0x3fe06eb3e429b562,
        "squared-error": 0x3fe0c3f9bdee46ae,
        "start-left": 0x3dcabd8a4471f53c,
      ]
    ),
    (
      "momentum-noise", ["learning-rate": "0.004", "momentum": "0.97", "steps": "77"],
      [
        "effective-rate": 0x3fc111111111110d,
        "noise-floor": 0x3fb11581bc02c667,
        "plain-floor": 0x3f606ab59c7912fb,
        "predicted-squared-error": 0x3fbf010374606708,
        "squared-error": 0x3fbfa93a7ddc5367,
        "start-left": 0x3faf518296c9b953,
      ]
    ),
    (
      "loss-target", ["numbers": "waiting-times"],
      [
        "coverage": 0x3fe40902de00d1b7,
        "estimate": 0x40236a28923cd873,
        "predicted-coverage": 0x3fe43a54e4e98864,
        "predicted-estimate": 0x4024000000000000,
      ]
    ),
    (
      "loss-target", ["numbers": "waiting-times", "loss": "pinball", "quantile": "0.9"],
      [
        "coverage": 0x3fec51eb851eb852,
        "estimate": 0x4035b714ba4d6dbc,
        "predicted-coverage": 0x3feccccccccccccd,
        "predicted-estimate": 0x4037069e2aa2aa5c,
      ]
    ),
    (
      "loss-target", ["numbers": "waiting-times", "loss": "huber", "threshold": "7.5"],
      [
        "coverage": 0x3fe13404ea4a8c15,
        "estimate": 0x401f62eca571e132,
        "predicted-coverage": 0x3fe1683693af2af6,
        "predicted-estimate": 0x401f6871acc518b6,
      ]
    ),
    (
      "confident-mistake", [:],
      [
        "gradient-at-start": 0x3f6427dada3138bb,
        "largest-step": 0x3fc2f6842b8fb81d,
        "predicted-gradient": 0x3f6427dada3138bb,
        "predicted-steps": 0x407a7ebddddd2d6a,
        "steps-to-even-chance": 0x407aa00000000000,
      ]
    ),
    (
      "confident-mistake", ["loss": "cross-entropy", "learning-rate": "0.3"],
      [
        "gradient-at-start": 0x3fefebbe888d0580,
        "largest-step": 0x3fd3270beb87d019,
        "predicted-gradient": 0x3fefebbe888d0580,
        "predicted-steps": 0x40375337d776e344,
        "steps-to-even-chance": 0x4037000000000000,
      ]
    ),
    (
      "decision-threshold", [:],
      [
        "accuracy": 0x3fe7645a1cac0831,
        "auc": 0x3febb9e9b31612a9,
        "balanced-accuracy": 0x3fe9a740da740da8,
        "called": 0x4075b00000000000,
        "f-score": 0x3fd97c4704024a74,
        "f-score-share": 0x3fe97c4704024a74,
        "never-accuracy": 0x3feccccccccccccd,
        "precision": 0x3fd06a3c7ee4b403,
        "predicted-accuracy": 0x3fe69b3e7a1749f8,
        "predicted-auc": 0x3feb60e4bace8730,
        "predicted-balanced-accuracy": 0x3fe88660d9a9bffa,
        "predicted-f-score": 0x3fd751b44f1397ce,
        "predicted-f-score-share": 0x3fe876125c272ee2,
        "predicted-precision": 0x3fcdc39f4c713212,
        "predicted-recall": 0x3feaec4bd120d37d,
        "recall": 0x3fec7ae147ae147b,
      ]
    ),
    (
      "decision-threshold", ["data": "penguins", "threshold": "-1"],
      [
        "accuracy": 0x3febc8d07aa27db3,
        "auc": 0x3fed411a9b91f230,
        "balanced-accuracy": 0x3fe926620d5c471b,
        "called": 0x4040000000000000,
        "f-score": 0x3fe5555555555555,
        "f-score-share": 0x3fef128cfc4a33f1,
        "never-accuracy": 0x3fe97c2aec12652c,
        "precision": 0x3fe6000000000000,
        "recall": 0x3fe4b4b4b4b4b4b5,
      ]
    ),
    (
      "training-budget", [:],
      [
        "activation-bytes": 0x40d1400000000000,
        "bytes-each": 0x4030000000000000,
        "engine-bytes": 0x4114050000000000,
        "memory-bytes": 0x40f1da0000000000,
        "modelled-time": 0x4084000000000000,
        "modelled-use": 0x3fd4000000000000,
        "multiply-adds": 0x41a360f000000000,
        "operations-each": 0x4012c2b226b3ec80,
        "parameters": 0x40ab140000000000,
        "predicted-engine-bytes": 0x4114050000000000,
        "predicted-multiply-adds": 0x41a360f000000000,
        "predicted-parameters": 0x40ab140000000000,
        "predicted-updates": 0x4084000000000000,
        "state-bytes": 0x40eb140000000000,
        "updates": 0x4084000000000000,
      ]
    ),
    (
      "training-budget",
      ["optimizer": "momentum", "precision": "double", "rows": "333", "width": "7"],
      [
        "activation-bytes": 0x40d6000000000000,
        "bytes-each": 0x4038000000000000,
        "engine-bytes": 0x4102db4000000000,
        "memory-bytes": 0x40e1ed0000000000,
        "modelled-time": 0x406b800000000000,
        "modelled-use": 0x3fd35fe235fe2360,
        "multiply-adds": 0x415fd56500000000,
        "operations-each": 0x4010f60987949347,
        "parameters": 0x4082780000000000,
        "predicted-engine-bytes": 0x4102db4000000000,
        "predicted-multiply-adds": 0x415fd56500000000,
        "predicted-parameters": 0x4082780000000000,
        "predicted-updates": 0x406b800000000000,
        "state-bytes": 0x40cbb40000000000,
        "updates": 0x406b800000000000,
      ]
    ),
    (
      "double-well", [:],
      [
        "barrier-over-noise": 0x3fe9999999999997,
        "good-share": 0x3fee800000000000,
        "long-run-share": 0x3fef1ec3e312b4c9,
        "predicted-share": 0x3fee8c1a5ce12a0c,
      ]
    ),
    (
      "double-well", ["batch-size": "13", "learning-rate": "0.27", "steps": "123"],
      [
        "barrier-over-noise": 0x3feed097b425ed0a,
        "good-share": 0x3feca00000000000,
        "long-run-share": 0x3fef8f25f71478a4,
        "predicted-share": 0x3fec164ed35b5795,
      ]
    ),
  ]

  @Test(arguments: cases.indices)
  func sameSeedSameBits(index: Int) throws {
    let (name, turned, bits) = Self.cases[index]
    let simulation = try #require(Catalog.all[name])
    var settings = simulation.defaults
    for (knob, text) in turned { try settings.turn(knob, to: text) }
    let outcome = simulation.run(settings, seed: 20)
    #expect(outcome.metrics.mapValues(\.bitPattern) == bits, "\(outcome.metrics)")
    let again = simulation.run(settings, seed: 20)
    #expect(outcome.metrics == again.metrics)
    #expect(outcome.findings == again.findings)
    if simulation.usesChance {
      #expect(simulation.run(settings, seed: 21).metrics != outcome.metrics)
    }
  }
}
