import Learning
import Numerics
import Testing

@testable import Simulations

/// What the toy says of rates and batches, on a real network: 16 hidden units read 120 digits.
@Suite struct DigitKnobsTests {
  private static let data = HalvedDigits(wrongLabels: 0, seed: 1)

  /// The validation loss after 15 epochs, at most 20: no number at all is 20, too.
  private static func loss(_ rate: Double, _ batch: Int, _ momentum: Double) -> Double {
    var weights = RandomStream(seed: 1, "weights")
    var network = Network(
      widths: [64, 16, 10], hidden: .tanh, initialization: .glorotNormal, from: &weights)
    let history = Trainer(
      loss: .softmaxCrossEntropy, optimizer: Momentum(momentum), rate: rate, epochs: 15,
      batches: .shuffled(size: batch)
    ).train(
      &network, on: data.training, validation: data.validation, seed: 1, recordsLoss: false)
    let loss = history.validationLoss.last ?? .infinity
    return loss < 20 ? loss : 20
  }

  private static let rates = (0..<6).map {
    0.001 * Elementary.exp(Elementary.log(300) / 5 * Double($0))
  }
  private static let batches = [4, 8, 16, 32, 64]
  private static let momenta = [0, 0.5, 0.8, 0.9, 0.95]

  /// From a rate of .0031, batches of 32 and no momentum each knob alone is a cure, and all three at
  /// once are ruin: .223, 1.27 and .74 where 2.25 was, and 20.
  @Test func oneAtATime() {
    let start = Self.loss(Self.rates[1], 32, 0)
    let byRate = Self.rates.map { Self.loss($0, 32, 0) }
    let byBatch = Self.batches.map { Self.loss(Self.rates[1], $0, 0) }
    let byMomentum = Self.momenta.map { Self.loss(Self.rates[1], 32, $0) }
    func lowest(_ values: [Double]) -> Int { values.indices.min { values[$0] < values[$1] } ?? 0 }
    let all = Self.loss(
      Self.rates[lowest(byRate)], Self.batches[lowest(byBatch)],
      Self.momenta[lowest(byMomentum)])
    print("one at a time", start, byRate, byBatch, byMomentum, all)
  }

  /// Three rates, batches and momenta each: most of the differences belong to no knob by itself, and
  /// the ratio η/(B(1 − β)) explains most of them.
  @Test func mostIsInteraction() throws {
    var (losses, ratios): ([Double], [Double]) = ([], [])
    for rate in Self.rates {
      for batch in [4, 16, 64] {
        for momentum in [0, 0.8, 0.95] {
          losses.append(Elementary.log(Self.loss(rate, batch, momentum)))
          ratios.append(
            Elementary.log(rate / (Double(batch) * (1 - momentum))) / Elementary.log(10))
        }
      }
    }
    let effects = FactorialEffects(counts: [6, 3, 3], values: losses)
    let cubic = try #require(
      LeastSquares.minimumNorm(
        features: ratios.flatMap { [1, $0, $0 * $0, $0 * $0 * $0] }, targets: losses, columns: 4))
    let rests = zip(ratios, losses).map { ratio, loss in
      loss - (cubic[0] + ratio * (cubic[1] + ratio * (cubic[2] + ratio * cubic[3])))
    }
    let explained = 1 - rests.reduce(0) { $0 + $1 * $1 } / effects.variance / Double(losses.count)
    print(
      "shares", [0, 1, 2].map { effects.share([$0]) }, effects.share([0, 1]),
      effects.share([0, 2]), effects.share([1, 2]), effects.share([0, 1, 2]), "explained", explained
    )
    let best = losses.indices.min { losses[$0] < losses[$1] } ?? 0
    print(
      "best ratio", ratios[best], zip(ratios, losses).sorted { $0 < $1 }.map { "\($0.0) \($0.1)" })
  }
}
