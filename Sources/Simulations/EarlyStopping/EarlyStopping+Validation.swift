import Learning

/// The mean squared error of any weights on one validation set, from sums taken once.
///
/// Each example has a feature ±√λ a direction, by the toss of a coin, and a target that is off by a
/// standard normal draw ε. With e = w − v its squared error is (x·e + ε)², so the mean is
/// e'Ae + 2b·e + c with A = mean of xx', b = mean of xε, c = mean of ε².
struct ValidationSet {
  /// The columns of A.
  private let columns: [Directions]
  private let cross: Directions
  private let noise: Double

  /// A smaller set is the first examples of a larger one.
  init(size: Int, eigenvalues: [Double], from stream: inout RandomStream) {
    let roots = Directions(directions: eigenvalues.map(Elementary.squareRoot))
    var columns = [Directions](repeating: .zero, count: eigenvalues.count)
    var (cross, noise) = (Directions.zero, 0.0)
    var coins: [UInt64] = []
    coins.reserveCapacity(size)
    var draws = [Double](repeating: 0, count: size)
    for example in draws.indices {
      coins.append(stream.bits())
      draws[example] = stream.probability()
    }
    var probabilities = draws.mutableSpan
    NormalQuantile.replace(&probabilities)
    for (coins, error) in zip(coins, draws) {
      let features = roots.signed(by: coins)
      for column in columns.indices { columns[column] += features * features[column] }
      cross += features * error
      noise += error * error
    }
    let count = Double(max(1, size))
    self.columns = columns.map { $0 / count }
    self.cross = cross / count
    self.noise = noise / count
  }

  /// The mean squared error where the weights are off by `errors`: true minus learned.
  func loss(_ errors: Directions) -> Double {
    var product = 2 * cross
    for column in columns.indices { product += columns[column] * errors[column] }
    return (product * errors).total + noise
  }
}
