import Numerics

/// The law of the loss of a random trial, the best place being random too.
///
/// The lowest of n such losses has an expectation of ∫ (1 − F(t))ⁿ dt, if all are independent: if every
/// trial had a best place of its own. Trials that share theirs are all far from it together where it is
/// near an edge, so that their lowest is higher, never lower (Jensen); over the knobs here by 7 % at most.
struct LossLaw {
  /// How many parts the range of the root of the loss has.
  static let parts = 256

  /// The root of the highest loss there may be.
  let reach: Double

  /// F at (k/256)⁴ of the highest loss, so that places are dense near 0, where many trials end.
  private let below: [Double]

  private init(reach: Double, below: [Double]) {
    self.reach = reach
    self.below = below
  }

  /// The law without any knob: a loss of 0.
  ///
  /// - Parameter reach: the root of the highest loss of all knobs that are going to be added.
  init(reach: Double) {
    self.init(reach: reach, below: [Double](repeating: 1, count: Self.parts + 1))
  }

  private func root(_ part: Int) -> Double {
    let share = Double(part) / Double(Self.parts)
    return reach * share * share
  }

  /// F at a root of the loss, straight between places.
  private func chance(_ root: Double) -> Double {
    let place = Double(Self.parts) * Elementary.squareRoot(max(0, root / reach))
    let part = min(Int(place), Self.parts - 1)
    return below[part] + (place - Double(part)) * (below[part + 1] - below[part])
  }

  /// How many pieces the distance of a knob is cut into.
  private static let pieces = 32

  /// The sines of the ends of all pieces of a quarter circle, and of their middles.
  private static let ends = (0...pieces).map {
    Elementary.sin(0.5 * Double.pi * Double($0) / Double(pieces))
  }
  private static let middles = (0..<pieces).map {
    Elementary.sin(0.5 * Double.pi * (Double($0) + 0.5) / Double(pieces))
  }

  /// The law with another knob: two numbers from 0 to 1 are within s of each other with a chance of
  /// 2s − s².
  func adding(weight: Double) -> LossLaw {
    guard weight > 0 else { return self }
    let below = (0...Self.parts).map { part in
      let root = root(part)
      let top = min(1, root / Elementary.squareRoot(weight))
      return Self.middles.indices.reduce(0.0) { sum, piece in
        let (from, to) = (top * Self.ends[piece], top * Self.ends[piece + 1])
        let middle = top * Self.middles[piece]
        let rest = max(0, root * root - weight * middle * middle)
        let share = (to - from) * (2 - from - to)
        return sum + share * chance(Elementary.squareRoot(rest))
      }
    }
    return LossLaw(reach: reach, below: below)
  }

  /// The expected lowest of so many independent losses, by parabolas.
  func expectedLowest(of trials: Int) -> Double {
    // A loss is (reach·u²)², and u goes evenly from 0 to 1.
    let width = 1 / Double(Self.parts)
    let sum = (1...Self.parts).reduce(0.0) { sum, part in
      let u = Double(part) * width
      let slope = 4 * reach * reach * u * u * u
      let left = max(0, 1 - below[part]).raised(to: trials) * slope
      return sum + (part == Self.parts ? 1 : part % 2 == 1 ? 4 : 2) * left
    }
    return sum * width / 3
  }

  /// The laws of 1, 2, 3 … knobs of these weights.
  static func all(_ weights: [Double]) -> [LossLaw] {
    var law = LossLaw(reach: Elementary.squareRoot(weights.reduce(0, +)))
    return weights.map { weight in
      law = law.adding(weight: weight)
      return law
    }
  }
}
