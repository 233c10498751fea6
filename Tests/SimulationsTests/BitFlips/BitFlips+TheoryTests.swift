import Experiments
import Numerics
import Testing

@testable import Simulations

@Suite struct ZerosChainTests {
  private static func isNear(_ found: Double, _ wanted: Double, _ error: Double) -> Bool {
    abs(found - wanted) <= error * abs(wanted)
  }

  /// At one flip a copy: from a random string, from all zeros, and the bound e·n·Hₙ.
  @Test(
    arguments: [
      (5, 16.1064, 19.93, 31.03), (10, 47.9866, 56.14, 79.62), (20, 130.0653, 146.81, 195.59),
      (50, 443.1888, 485.66, 611.51),
    ] as [(Int, Double, Double, Double)])
  func oneFlipACopy(length: Int, random: Double, zeros: Double, bound: Double) {
    let chain = ZerosChain(length: length, rate: 1 / Double(length))
    #expect(abs(chain.endless - random) < 6e-5)
    #expect(abs(chain.copies[length] - zeros) < 6e-3)
    #expect(abs(ZerosChain.bound(length: length) - bound) < 6e-3)
    #expect(chain.copies[0] == 0)
    // The bound at the very rate is a little below the one for every length.
    #expect(chain.copies[length] < chain.levelBound && chain.levelBound < bound)
  }

  /// The bound is loose, by .52 to .72.
  @Test(arguments: [(5, 0.52), (10, 0.60), (20, 0.67), (50, 0.72)] as [(Int, Double)])
  func theBoundIsLoose(length: Int, ratio: Double) {
    let chain = ZerosChain(length: length, rate: 1 / Double(length))
    #expect(abs(chain.endless / ZerosChain.bound(length: length) - ratio) < 5.1e-3)
  }

  /// Half the rate, the rate and twice it, at 20 bits.
  @Test(arguments: [(0.025, 173.91), (0.05, 130.07), (0.1, 148.87)] as [(Double, Double)])
  func ratesOfTwentyBits(rate: Double, copies: Double) {
    #expect(abs(ZerosChain(length: 20, rate: rate).endless - copies) < 6e-3)
  }

  @Test(arguments: [(10, 47.4), (20, 129.7), (50, 443.0)] as [(Int, Double)])
  func longStrings(length: Int, copies: Double) {
    #expect(abs(ZerosChain.longString(length: length) - copies) < 0.051)
  }

  /// Half of the bits flipped is random search: 2ⁿ − 1, as the first string costs nothing.
  @Test(arguments: [5, 20, 50]) func halfIsRandomSearch(length: Int) {
    let copies = Double(sign: .plus, exponent: length, significand: 1) - 1
    #expect(Self.isNear(ZerosChain(length: length, rate: 0.5).endless, copies, 1e-12))
  }

  /// The best rate is above 1/n, and gains 2 % over it at 20 bits.
  @Test(arguments: [(5, 1.21), (10, 1.24), (20, 1.23)] as [(Int, Double)])
  func theBestRate(length: Int, flips: Double) {
    let best = ZerosChain.best(length: length)
    #expect(abs(best.rate * Double(length) - flips) < 5.1e-3)
    for factor in [0.98, 1.02] {
      #expect(ZerosChain(length: length, rate: factor * best.rate).endless > best.endless)
    }
    #expect(length != 20 || abs(best.endless - 127.45) < 6e-3)
  }

  /// All ways in which a few bits can flip, counted, and the system of equations over all strings.
  @Test(arguments: [(5, 0.2), (5, 0.03), (6, 0.45)] as [(Int, Double)])
  func byAllStrings(length: Int, rate: Double) {
    let strings = 1 << length
    var matrix = [Double](repeating: 0, count: (strings - 1) * (strings - 1))
    let all = strings - 1
    for from in 0..<all {
      for flips in 0..<strings {
        let count = flips.nonzeroBitCount
        let chance = rate.raised(to: count) * (1 - rate).raised(to: length - count)
        let copy = from ^ flips
        let next = copy.nonzeroBitCount >= from.nonzeroBitCount ? copy : from
        if next != all { matrix[from * all + next] -= chance }
      }
      matrix[from * all + from] += 1
    }
    let times = LinearEquations(matrix, size: all).solve([Double](repeating: 1, count: all))
    let mean = times.reduce(0, +) / Double(strings)
    #expect(Self.isNear(ZerosChain(length: length, rate: rate).endless, mean, 1e-11))
  }

  /// Without an end near, giving up changes nothing; with one, fewer copies are made.
  @Test func givingUp() {
    let chain = ZerosChain(length: 20, rate: 0.05)
    let late = chain.givenUp(after: 5000)
    #expect(Self.isNear(late.copies, chain.endless, 1e-12) && late.chance < 1e-12)
    #expect(chain.givenUp(after: 0) == (0, 1 - chain.start[0]))
    #expect(Self.isNear(chain.givenUp(after: 1).copies, 1 - chain.start[0], 1e-14))
    var last = 0.0
    for most in [1, 10, 100, 300] {
      let (copies, chance) = chain.givenUp(after: most)
      #expect(copies > last && copies < chain.endless && chance > 0 && chance < 1)
      last = copies
    }
    let random = ZerosChain(length: 50, rate: 0.5).givenUp(after: 5000)
    #expect(Self.isNear(random.copies, 5000, 1e-10) && Self.isNear(random.chance, 1, 1e-10))
  }

  /// The exercise: at 20 bits the rates of at most 140 copies, and of at most 150.
  @Test(
    arguments: [
      (0.0392, 140), (0.0899, 140), (0.0332, 150), (0.1004, 150),
    ] as [(Double, Double)])
  func theBandOfTheExercise(rate: Double, copies: Double) {
    let found = ZerosChain(length: 20, rate: rate).endless
    #expect(abs(found - copies) < 0.8, "\(found)")
  }

  @Test func verdictsTurnAtTheirBounds() {
    func code(_ copies: Double, _ rate: Double) -> String {
      BitFlips.verdict(copies: copies, least: 100, rate: rate, best: 0.1).code
    }
    #expect(code(125, 0.01) == "about-right" && code(125, 0.4) == "about-right")
    #expect(code(125.nextUp, 0.09) == "too-timid" && code(125.nextUp, 0.11) == "too-wild")
    #expect(!BitFlips.isGivenUp(chance: 0.01) && BitFlips.isGivenUp(chance: 0.01.nextUp))
  }
}
