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
      "early-stopping", [:],
      [
        "equivalent-decay": 0x3fe0000000000000,
        "evaluations": 0x4075c0c000000000,
        "hindsight-risk": 0x3fb91eae9dfe55b0,
        "hits": 0x3fb6000000000000,
        "kept-risk": 0x3fc546150ff3a321,
        "kept-step": 0x4024000000000000,
        "last-risk": 0x3fcf6c80a385d20e,
        "predicted-last-risk": 0x3fce825bc0f0a75e,
        "predicted-share": 0x3fd9ae4b42c418f6,
        "predicted-turn-risk": 0x3fc46d71e5626704,
        "regret": 0x3fb16d7b81e8f092,
        "regret-of-patience": 0x3f8554b4eed3bcb0,
        "regret-of-validation": 0x3fad85c9c81cf1f8,
        "ridge-share": 0x3fd5555555555555,
        "risk-over-ridge": 0x3ff2940a45bf3b18,
        "share": 0x3fd99930a19a1cf7,
        "steps-spent": 0x4030670000000000,
        "turn-risk": 0x3fc62a4117d69f8e,
        "turn-step": 0x4033000000000000,
      ]
    ),
    (
      "early-stopping",
      ["patience": "40", "validation-size": "150", "slope-noise": "0.25", "learning-rate": "0.3"],
      [
        "equivalent-decay": 0x3fc364d9364d9365,
        "evaluations": 0x40c5281d00000000,
        "hindsight-risk": 0x3fb1439633707d0b,
        "hits": 0x3fd2c00000000000,
        "kept-risk": 0x3fb703855351da41,
        "kept-step": 0x4036000000000000,
        "last-risk": 0x3fd66b9e2893778b,
        "predicted-last-risk": 0x3fd6462b524b6cd8,
        "predicted-share": 0x3fea3df6ce94e42c,
        "predicted-turn-risk": 0x3fd0925fec6ea635,
        "regret": 0x3f96ffbc7f8574d8,
        "regret-of-patience": 0x3f77c07c5cdea500,
        "regret-of-validation": 0x3f910f9d684dcb98,
        "ridge-share": 0x3fe3ecade304d488,
        "risk-over-ridge": 0x3ff295b55fb9dd37,
        "share": 0x3fea58400b5e60d2,
        "steps-spent": 0x4051cdc000000000,
        "turn-risk": 0x3fd149bd847b5aea,
        "turn-step": 0x4028000000000000,
      ]
    ),
    (
      "weight-shrinkage", [:],
      [
        "bias": 0x3e952c975db86234,
        "degrees-of-freedom": 0x4014040af01717a4,
        "loss-over-best": 0x3ffb9e2c0a159e60,
        "middle-share": 0x3ff0376c896c4e29,
        "predicted-degrees-of-freedom": 0x4013f6fa2fb9eb50,
        "predicted-middle-share": 0x3feffcb979800d1a,
        "predicted-true-loss": 0x3fcfe336df0fdddf,
        "true-loss": 0x3fcfefd5366ec966,
        "undecayed-loss": 0x3fd0000000000000,
        "variance": 0x3fcfe334397cf228,
      ]
    ),
    (
      "weight-shrinkage", ["alpha": "0.3", "training-size": "35", "noise": "0.7"],
      [
        "bias": 0x3fb2a6aa50576b9d,
        "degrees-of-freedom": 0x40026b062cb0a45c,
        "loss-over-best": 0x3ffdccdfdfa69cdd,
        "middle-share": 0x3fdd324403ad4b72,
        "predicted-degrees-of-freedom": 0x4002f2446283db62,
        "predicted-middle-share": 0x3fdd1745d1745d17,
        "predicted-true-loss": 0x3fb8b8a599337ed4,
        "true-loss": 0x3fb89985037e7ebd,
        "undecayed-loss": 0x3fb1eb851eb851eb,
        "variance": 0x3f9847ed23704cdd,
      ]
    ),
    (
      "decay-rules", [:],
      [
        "decayed": 0x3f50606ac4dd9000,
        "predicted-decayed": 0x3f50606ac4dd8a00,
        "predicted-weight": 0x3feff7cfca9d913b,
        "weight": 0x3feff7cfca9d9138,
      ]
    ),
    (
      "decay-rules", ["optimizer": "adam", "alpha": "0.3", "steps": "77"],
      [
        "decayed": 0x3fe4e8ff01275295,
        "predicted-decayed": 0x3fe4e8ff0c42ecd0,
        "predicted-weight": 0x3fd62e01e77a265f,
        "weight": 0x3fd62e01fdb15ad6,
      ]
    ),
    (
      "decay-rules", ["optimizer": "adamw", "slope": "2.5", "learning-rate": "0.03"],
      [
        "decayed": 0x3f67aadc200b3c00,
        "weight": 0x3fee6c89828f6597,
      ]
    ),
    (
      "digit-decay", [:],
      [
        "relative-loss": 0x3feff9cae6e53d86,
        "test-accuracy": 0x3fe40da740da740e,
        "test-loss": 0x3ff5b7e2e84abeac,
        "training-loss": 0x3f9e3b94acc01b19,
        "undecayed-norm": 0x402cb8bfc5c97e0d,
        "undecayed-test-loss": 0x3ff5bc1a3dceed44,
        "weight-norm": 0x402cb187f38c297b,
      ]
    ),
    (
      "digit-decay",
      ["alpha": "0.02", "training-size": "33", "hidden-units": "5", "wrong-labels": "0.35"],
      [
        "relative-loss": 0x3fe1f3cb3e62935d,
        "test-accuracy": 0x3fd7777777777777,
        "test-loss": 0x400020d03b977613,
        "training-loss": 0x3fd6511f9b8a3b57,
        "undecayed-norm": 0x402c556649ce530b,
        "undecayed-test-loss": 0x400cbf9b85b7ce26,
        "weight-norm": 0x401bf6a4d4c45ee1,
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
      "dropout-masks", [:],
      [
        "enumerated-error": 0x3fdffffffffffffd,
        "evaluation-error": 0x3fcffffffffffff0,
        "expected-mask": 0x3ff0000000000000,
        "penalty": 0x3fd0000000000005,
        "predicted-error": 0x3fdffffffffffff8,
        "predicted-penalty": 0x3fd0000000000000,
        "sampled-error": 0x3fdebc6a7ef9db23,
        "sampled-mask": 0x3ff00624dd2f1aa0,
      ]
    ),
    (
      "dropout-masks", ["dropout": "0.15", "features": "7", "samples": "333"],
      [
        "enumerated-error": 0x3fd19d0ac19d0abc,
        "evaluation-error": 0x3fcffffffffffffc,
        "expected-mask": 0x3feffffffffffffd,
        "penalty": 0x3f99d0ac19d0abe0,
        "predicted-error": 0x3fd19d0ac19d0ac0,
        "predicted-penalty": 0x3f99d0ac19d0ac1a,
        "sampled-error": 0x3fd1a6f3780b4de1,
        "sampled-mask": 0x3ff0036937cc0f4d,
      ]
    ),
    (
      "dropout-training", [:],
      [
        "helped": 0x4020000000000000,
        "loss-without": 0x3fd92bb3b7d061ce,
        "relative-loss": 0x3fec10649a141360,
        "test-loss": 0x3fd613223c75f7a3,
        "training-loss": 0x3ff422311833cc13,
        "training-loss-without": 0x3fe42cc0a95bb7d0,
      ]
    ),
    (
      "dropout-training",
      ["dropout": "0.1", "hidden-units": "7", "training-size": "30", "noise": "0.6"],
      [
        "helped": 0x4022000000000000,
        "loss-without": 0x3fc867df2e374525,
        "relative-loss": 0x3fece1872275b0fa,
        "test-loss": 0x3fc606e4b22afbfb,
        "training-loss": 0x3fd925270d647ad3,
        "training-loss-without": 0x3fcd472186cde9cc,
      ]
    ),
    (
      "hidden-width", [:],
      [
        "cut-accuracy": 0x3feaaaaaaaaaaaaa,
        "median-accuracy": 0x3fea8f5c28f5c28f,
        "parameters": 0x4022000000000000,
        "solvers": 0x0,
        "test-accuracy": 0x3fe8a3d70a3d70a4,
        "worst-accuracy": 0x3fe91eb851eb851f,
      ]
    ),
    (
      "hidden-width",
      ["hidden-units": "5", "epochs": "60", "learning-rate": "0.05", "noise": "0.2"],
      [
        "cut-accuracy": 0x3ff0000000000000,
        "median-accuracy": 0x3fec51eb851eb852,
        "parameters": 0x4035000000000000,
        "solvers": 0x0,
        "test-accuracy": 0x3feb851eb851eb85,
        "worst-accuracy": 0x3fea666666666666,
      ]
    ),
    (
      "double-descent", [:],
      [
        "mean-error": 0x3ff28d71c8c6b5ca,
        "median-error": 0x3ff269edf1794f9f,
        "missed": 0x3fe0000000000003,
        "predicted-error": 0x3ff2a85a403789fe,
        "training-error": 0x39a778e690cccccd,
      ]
    ),
    (
      "double-descent",
      ["features": "17", "examples": "23", "noise": "0.5", "strengths": "fading"],
      [
        "mean-error": 0x3fef9555054829b4,
        "median-error": 0x3fe6d2e0cd93e85a,
        "missed": 0x3fa0474032d00a19,
        "predicted-error": 0x3fefad31a792cf94,
        "training-error": 0x3fb66623bc6acb92,
      ]
    ),
    (
      "folded-line", [:],
      [
        "hidden-units": 0x4034000000000000,
        "parameters": 0x404e800000000000,
        "pieces": 0x4034000000000000,
        "predicted-pieces": 0x4034000000000000,
        "random-pieces": 0x4034d00000000000,
        "shallow-pieces": 0x4034000000000000,
      ]
    ),
    (
      "folded-line", ["depth": "7", "units": "29"],
      [
        "hidden-units": 0x403d000000000000,
        "parameters": 0x4061600000000000,
        "pieces": 0x40d4000000000000,
        "predicted-pieces": 0x40d4000000000000,
        "random-pieces": 0x402c200000000000,
        "shallow-pieces": 0x403d000000000000,
      ]
    ),
    (
      "gradient-chain", [:],
      [
        "bound": 0x3f50000000000000,
        "factor": 0x3fd0db8e4aaceda2,
        "gradient": 0x3eb410e930d6f41a,
        "layers-to-thousandth": 0x4018000000000000,
        "predicted-factor": 0x3fd0db8f8bb500e0,
      ]
    ),
    (
      "gradient-chain", ["activation": "tanh", "weight": "1.3", "depth": "33"],
      [
        "bound": 0x40b67c2163cd2a62,
        "factor": 0x3fe212490eecacb0,
        "gradient": 0x3e24af5738e54e1a,
        "layers-to-thousandth": 0x402a000000000000,
        "predicted-factor": 0x3fe212490ff97756,
      ]
    ),
    (
      "initial-weights", [:],
      [
        "distinct-units": 0x4020000000000000,
        "gradient-ratio": 0x3b3f0c0b5e4fde2e,
        "mean-ratio": 0x3b54e2068c8052ed,
        "predicted-gradient-ratio": 0x3b4fe80526487c0d,
        "predicted-mean-ratio": 0x3b616c26277757b0,
        "predicted-signal-ratio": 0x3b4fe80526487c0d,
        "signal-ratio": 0x3b47d950c8f88795,
        "spread": 0x403663a6592919b2,
        "weight-deviation": 0x3fa999999999999a,
      ]
    ),
    (
      "initial-weights", ["scheme": "glorot", "activation": "tanh", "width": "48"],
      [
        "distinct-units": 0x4020000000000000,
        "gradient-ratio": 0x3f980190c7c082cc,
        "mean-ratio": 0x3f9d6d21134bc7ec,
        "predicted-gradient-ratio": 0x3fa26b49ce413ee6,
        "predicted-mean-ratio": 0x3f9a860c3ba9422f,
        "predicted-signal-ratio": 0x3f9a860c3ba9422f,
        "signal-ratio": 0x3f9b6cba7c244580,
        "spread": 0x400d37ce1e8c9beb,
        "weight-deviation": 0x3fc279a74590331c,
      ]
    ),
    (
      "initial-weights", ["scheme": "he", "activation": "sigmoid", "depth": "7"],
      [
        "distinct-units": 0x4020000000000000,
        "gradient-ratio": 0x3e6b50bb6a258776,
        "mean-ratio": 0x3fd13dfd643df034,
        "predicted-gradient-ratio": 0x3e7486924ed394c6,
        "predicted-mean-ratio": 0x3fd1c4eeb8feb587,
        "predicted-signal-ratio": 0x3fd1c4eeb8feb587,
        "signal-ratio": 0x3fd13672624ef44e,
        "spread": 0x3ff331313192c37a,
        "weight-deviation": 0x3fc6a09e667f3bcd,
      ]
    ),
    (
      "activation-xor", [:],
      [
        "dead-units": 0x0000000000000000,
        "flat-share": 0x0000000000000000,
        "largest-slope": 0x3fd0000000000000,
        "lowest-loss": 0x3feef8228d8ae04c,
        "median-loss": 0x3ff00503c86248ea,
        "parameters": 0x402a000000000000,
        "predicted-largest-slope": 0x3fd0000000000000,
        "predicted-lowest-loss": 0x0000000000000000,
        "solved": 0x0000000000000000,
      ]
    ),
    (
      "activation-xor",
      ["activation": "relu", "hidden-units": "8", "learning-rate": "0.1"],
      [
        "dead-units": 0x3fbaaaaaaaaaaaab,
        "epochs-to-solve": 0x403c800000000000,
        "flat-share": 0x3fe16aaaaaaaaaab,
        "largest-slope": 0x3ff0000000000000,
        "lowest-loss": 0x398e800000000000,
        "median-loss": 0x3b209da899400000,
        "parameters": 0x4040800000000000,
        "predicted-largest-slope": 0x3ff0000000000000,
        "predicted-lowest-loss": 0x0000000000000000,
        "solved": 0x4038000000000000,
      ]
    ),
    (
      "training-run", [:],
      [
        "best-epoch": 0x4034000000000000,
        "blind-loss": 0x3fe62e42fefa39ef,
        "excess": 0x3ff0000000000000,
        "gap": 0x3fa6a690ce7bb1d0,
        "lowest-validation-loss": 0x3fe64931c82c1ae0,
        "predicted-updates": 0x4054000000000000,
        "test-accuracy": 0x3fe451eb851eb852,
        "test-loss": 0x3fe22355601b7f55,
        "training-accuracy": 0x3fe3333333333333,
        "training-loss": 0x3fe4dec8bb445fc3,
        "updates": 0x4054000000000000,
        "validation-accuracy": 0x3fe28f5c28f5c28f,
        "validation-loss": 0x3fe64931c82c1ae0,
      ]
    ),
    (
      "training-run", ["mystery": "fifth", "diagnosis": "too-noisy"],
      [
        "best-epoch": 0x4039000000000000,
        "blind-loss": 0x3fe62e42fefa39ef,
        "excess": 0x3ff9654907163470,
        "gap": 0x3fc8faa7ac97b68d,
        "lowest-validation-loss": 0x3fcb809a3ac0716a,
        "named-right": 0x3ff0000000000000,
        "predicted-updates": 0x40a3880000000000,
        "test-accuracy": 0x3fed99999999999a,
        "test-loss": 0x3fd43facf6ee5aec,
        "training-accuracy": 0x3fedc28f5c28f5c3,
        "training-loss": 0x3fc2ac62a3b5f3f3,
        "updates": 0x40a3880000000000,
        "validation-accuracy": 0x3feccccccccccccd,
        "validation-loss": 0x3fd5d3852826d540,
      ]
    ),
    (
      "training-run",
      [
        "data": "penguins", "dropout": "0.3", "weight-decay": "0.5", "depth": "2",
        "label-noise": "0.1", "optimizer": "momentum", "learning-rate": "0.02",
      ],
      [
        "best-epoch": 0x4030000000000000,
        "blind-loss": 0x3ff193ea7aad030a,
        "excess": 0x3ff46299f7573017,
        "gap": 0xbfbfbc9457ab9f78,
        "lowest-validation-loss": 0x3fd50bb8d5ec2f5a,
        "predicted-updates": 0x4054000000000000,
        "test-accuracy": 0x3fedddddddddddde,
        "test-loss": 0x3fdc4eab5cfda7a6,
        "training-accuracy": 0x3fec7ae147ae147b,
        "training-loss": 0x3fe15fbf396fc5dc,
        "updates": 0x4054000000000000,
        "validation-accuracy": 0x3fed555555555555,
        "validation-loss": 0x3fdad0595cf4a3da,
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
