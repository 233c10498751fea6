import Numerics

/// How a small network is trained.
struct SmallSetting {
  var usesAdam = true
  var rate = 0.03

  /// The share of the velocity that momentum keeps; Adam has its own.
  var momentum = 0.9
  var batchSize = 16
  var epochs = 8
  var hiddenUnits = 12

  init() {}

  /// A setting drawn at random: Adam or momentum, rates from 0.0001 to 1, momenta from 0 to 0.95,
  /// batches of 8 to 64, 1 to 16 epochs and 2 to 16 units, all by ratio.
  init(drawn number: Int, seed: UInt64) {
    var stream = RandomStream(seed: seed, "settings", number)
    func between(_ low: Double, _ high: Double) -> Double {
      low * Elementary.exp(Elementary.log(high / low) * stream.uniform())
    }
    usesAdam = stream.bernoulli(0.5)
    rate = between(0.0001, 1)
    momentum = 1 - between(0.05, 1)
    batchSize = Int(between(8, 64).rounded())
    epochs = Int(between(1, 16).rounded())
    hiddenUnits = Int(between(2, 16).rounded())
  }
}
