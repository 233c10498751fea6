import Experiments
import Numerics

/// The number of zeros from copy to copy, which never grows.
///
/// With i zeros a copy has flipped Bin(i, r) zeros and Bin(n − i, r) ones; it is kept if the first are no
/// fewer than the second. All that is added is positive, so that little is rounded away.
struct ZerosChain {
  let length: Int
  let rate: Double

  /// The chance to go from i zeros to j, for every j below i, row by row: row i begins at i(i − 1)/2.
  private let fewer: [Double]

  /// The chance to have fewer zeros after a copy, by the number of zeros.
  private let leaving: [Double]

  /// The chance to begin with so many zeros.
  let start: [Double]

  init(length: Int, rate: Double) {
    let flipped = (0...length).map { BinomialLaw.chances(of: $0, success: rate) }
    let rows = (0...length).map { zeros in
      let (off, on) = (flipped[zeros], flipped[length - zeros])
      return (0..<zeros).map { left in
        let gain = zeros - left
        return (gain...zeros).reduce(0) { sum, lost in
          on.indices.contains(lost - gain) ? sum + off[lost] * on[lost - gain] : sum
        }
      }
    }
    fewer = rows.flatMap { $0 }
    leaving = rows.map { $0.reduce(0, +) }
    start = BinomialLaw.chances(of: length, success: 0.5)
    self.length = length
    self.rate = rate
  }

  /// Expected copies to all ones from so many zeros, by their number.
  var copies: [Double] {
    var copies = [0.0]
    for zeros in stride(from: 1, through: length, by: 1) {
      let row = fewer[zeros * (zeros - 1) / 2..<zeros * (zeros + 1) / 2]
      let later = zip(row, copies).reduce(0) { $0 + $1.0 * $1.1 }
      copies.append((1 + later) / leaving[zeros])
    }
    return copies
  }

  /// Expected copies from a random string.
  var endless: Double { zip(start, copies).reduce(0) { $0 + $1.0 * $1.1 } }

  /// Expected copies if a search is given up after so many, and the chance that it is.
  func givenUp(after most: Int) -> (copies: Double, chance: Double) {
    var chances = start
    var (copies, zeros) = (0.0, length)
    func open() -> Double { chances[1..<zeros + 1].reduce(0, +) }
    for _ in 0..<most {
      let open = open()
      // What is left adds less than a rounding error of the sum.
      if open < 1e-20 { return (copies, 0) }
      // Searches with so many zeros are as good as gone: all that could still come of them is some
      // 2⁵⁰ times smaller than a rounding error of the others.
      while zeros > 1, chances[zeros] < open * 0x1p-110 { zeros -= 1 }
      copies += open
      copy(&chances, upTo: zeros)
    }
    return (copies, open())
  }

  /// The chances after one more copy, of those with up to so many zeros.
  ///
  /// Those of more zeros come later and only add to fewer, so each is still what it was.
  private func copy(_ chances: inout [Double], upTo most: Int) {
    chances.withUnsafeMutableBufferPointer { chances in
      fewer.withUnsafeBufferPointer { fewer in
        var first = 0
        for zeros in stride(from: 1, through: most, by: 1) {
          let chance = chances[zeros]
          if chance > 0 {
            chances[zeros] -= chance * leaving[zeros]
            for left in 0..<zeros { chances[left] += chance * fewer[first + left] }
          }
          first += zeros
        }
      }
    }
  }

  /// A bound on the expected copies: only what flips one zero and nothing else counts.
  ///
  /// With i zeros that has a chance of ir(1 − r)ⁿ⁻¹, so no more than Hₙ/(r(1 − r)ⁿ⁻¹) are expected.
  var levelBound: Double {
    Self.harmonic(length) / (rate * (1 - rate).raised(to: length - 1))
  }

  /// The mutation rate of the fewest expected copies, between those of a tenth and of four flips a copy.
  static func best(length: Int) -> ZerosChain {
    // By thirds of the logarithm, until neighbours differ by less than chance can show.
    var (low, high) = (Elementary.log(0.1 / Double(length)), Elementary.log(4 / Double(length)))
    func chain(_ exponent: Double) -> ZerosChain {
      ZerosChain(length: length, rate: Elementary.exp(exponent))
    }
    for _ in 0..<22 {
      let third = (high - low) / 3
      if chain(low + third).endless < chain(high - third).endless {
        high -= third
      } else {
        low += third
      }
    }
    return chain((low + high) / 2)
  }

  static func harmonic(_ count: Int) -> Double {
    stride(from: count, to: 0, by: -1).reduce(0) { $0 + 1 / Double($1) }
  }

  /// The bound at a rate of one flip a copy, n·e·Hₙ (Droste, Jansen & Wegener 2002).
  static func bound(length: Int) -> Double {
    Elementary.exp(1) * Double(length) * harmonic(length)
  }

  /// Expected copies at that rate for long strings, e·n ln n − 1.8925n + ½e ln n + 0.598 (Hwang, Panholzer,
  /// Rolin, Tsai & Chen 2018).
  static func longString(length: Int) -> Double {
    let (n, e) = (Double(length), Elementary.exp(1))
    return e * n * Elementary.log(n) - 1.8925 * n + e / 2 * Elementary.log(n) + 0.598
  }
}

extension BitFlips {
  /// What a rate is found to be, by the expected copies at it and at the best.
  static func verdict(copies: Double, least: Double, rate: Double, best: Double) -> FindingKind {
    if copies <= 1.25 * least { return aboutRight }
    return rate < best ? tooTimid : tooWild
  }
}
