import Learning
import Numerics

/// Eight lanes of numbers, the first five of which are directions; the others stay 0.
typealias Directions = SIMD8<Double>

extension Directions {
  /// The numbers of five directions.
  init(directions numbers: [Double]) {
    self = .zero
    for (lane, number) in numbers.prefix(scalarCount).enumerated() { self[lane] = number }
  }

  /// Each lane with a sign of its own, plus or minus by the toss of a coin.
  ///
  /// - Parameter coins: a word of chance, of which the first eight bits count.
  @inline(__always) func signed(by coins: UInt64) -> Directions {
    // Each lane's own coin is brought to where its sign is.
    let places = SIMD8<UInt64>(0, 1, 2, 3, 4, 5, 6, 7)
    let coins = (SIMD8<UInt64>(repeating: coins) &<< places) & (1 << 63)
    let bits = unsafeBitCast(self, to: SIMD8<UInt64>.self)
    return unsafeBitCast(bits ^ coins, to: Directions.self)
  }

  /// The sum of the lanes, always in the same order.
  @inline(__always) var total: Double {
    let halves = lowHalf + highHalf
    return (halves[0] + halves[2]) + (halves[1] + halves[3])
  }
}

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
