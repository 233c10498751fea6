import Experiments
import Learning
import Numerics

/// Sampled masks of the model, beside all of them and the formula.
struct MaskSampling {
  let model: MaskedLinearModel

  /// The probability of dropping a feature, 0 … 1.
  let dropout: Double

  /// The mean error of the first 1, 2, 3 … masks.
  let runningErrors: [Double]

  /// The mean of what features were multiplied by.
  let sampledMask: Double

  /// The mean error of as many masks at each rate of the figure, from streams of their own.
  let sampledCurve: [Double]

  /// The rates at which the figure shows dots.
  static let shownRates = (0...9).map { Double($0) / 10 }

  init(dropout: Double, features: Int, samples: Int, seed: UInt64) {
    let model = Self.model(features)
    var stream = RandomStream(seed: seed, "dropout")
    var sum = 0.0
    var masks = 0.0
    runningErrors = (1...samples).map { count in
      let mask = Self.draw(dropout, features, &stream)
      sum += model.error(keeping: mask, at: dropout)
      masks += model.share(keeping: mask)
      return sum / Double(count)
    }
    sampledMask = MaskedLinearModel.scale(dropout) * masks / Double(samples)
    sampledCurve = Self.shownRates.enumerated().map { index, rate in
      var stream = RandomStream(seed: seed, "dots", index)
      let sum = (0..<samples).reduce(0.0) { sum, _ in
        sum + model.error(keeping: Self.draw(rate, features, &stream), at: rate)
      }
      return sum / Double(samples)
    }
    self.model = model
    self.dropout = dropout
  }

  var sampledError: Double { runningErrors.last ?? 0 }

  /// One wave of mean square 1 in every feature, half as high a second one in the targets besides.
  private static func model(_ features: Int) -> MaskedLinearModel {
    let waves = LinearRisk(
      eigenvalues: [1, 1, 1], weights: [0, 1, 0.5], noiseVariance: 0, examples: DropoutMasks.rows,
      rate: 0
    ).design
    func wave(_ number: Int, _ row: Int) -> Double { waves[row * 3 + number] }
    let rows = 0..<DropoutMasks.rows
    return MaskedLinearModel(
      features: rows.flatMap { Array(repeating: wave(1, $0), count: features) },
      targets: rows.map { wave(1, $0) + 0.5 * wave(2, $0) },
      weights: Array(repeating: 1 / Double(features), count: features))
  }

  /// One number a feature, which is dropped where it is below the rate.
  private static func draw(_ dropout: Double, _ features: Int, _ stream: inout RandomStream) -> Int
  {
    (0..<features).reduce(0) { mask, feature in
      stream.bernoulli(dropout) ? mask : mask | 1 << feature
    }
  }
}

// What was found, in words

extension MaskSampling {
  var findings: [Finding] { [errorFinding, maskFinding] }

  private var errorFinding: Finding {
    let sampled = Self.text(sampledError)
    guard let penalty = model.predictedPenalty(at: dropout) else {
      return Finding(
        DropoutMasks.allDropped, predicted: nil, measured: sampledError,
        "Everything is dropped: the formula divides by 0, and the answer is 0 on every row. The "
          + "training error is the targets' mean square, \(sampled).")
    }
    let predicted = model.plainError + penalty
    guard dropout > 0 else {
      return Finding(
        DropoutMasks.nothingDropped, predicted: predicted, measured: sampledError,
        "Nothing is dropped: the training error is \(Self.text(predicted)) by theory, \(sampled) "
          + "measured, the same as in evaluation.")
    }
    return Finding(
      DropoutMasks.exactPenalty, predicted: predicted, measured: sampledError,
      "Dropout adds \(Self.text(penalty)) to the error of \(Self.text(model.plainError)): "
        + "\(Self.text(predicted)) by theory, "
        + "\(Self.text(model.enumeratedError(at: dropout))) over all \(model.maskCount) masks, "
        + "\(sampled) over \(NumberText.count(runningErrors.count, "sampled mask")).")
  }

  private var maskFinding: Finding {
    let expected = model.meanMask(at: dropout)
    return Finding(
      DropoutMasks.unbiased, predicted: expected, measured: sampledMask,
      "On average features are multiplied by \(NumberText.fixed(expected, decimals: 3)) by theory, "
        + "\(NumberText.fixed(sampledMask, decimals: 3)) measured"
        + (dropout < 1 ? "; evaluation multiplies by 1." : "; nothing is left to be multiplied."))
  }

  private static func text(_ value: Double) -> String { NumberText.significant(value) }
}
