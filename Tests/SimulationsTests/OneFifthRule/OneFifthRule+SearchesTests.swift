import Experiments
import Foundation
import Numerics
import Testing

@testable import Simulations

@Suite struct SphereSearchesTests {
  static func searches(_ turned: [String: String], seed: UInt64) throws -> SphereSearches {
    var settings = OneFifthRule.defaults
    for (knob, value) in turned { try settings.turn(knob, to: value) }
    return SphereSearches(settings, seed: seed)
  }

  private static func mean(_ turned: [String: String], _ value: (SphereSearches) -> Double) throws
    -> Double
  {
    try (1...4).reduce(0) { $0 + value(try searches(turned, seed: $1)) / 4 }
  }

  /// The rule with a = 1/√(d + 1): progress, and how many steps succeed, which is not one in five.
  @Test(
    arguments: [
      (2, 0.119, 0.117), (5, 0.145, 0.143), (10, 0.156, 0.159), (30, 0.170, 0.175),
    ] as [(Int, Double, Double)])
  func theRule(dimensions: Int, progress: Double, success: Double) throws {
    let turned = [
      "control": "one-fifth", "dimensions": "\(dimensions)", "steps": "2000",
      "adaptation": "\(1 / Double(dimensions + 1).squareRoot())",
    ]
    #expect(abs(try Self.mean(turned, \.progress) - progress) < 0.006)
    #expect(abs(try Self.mean(turned, \.success) - success) < 0.006)
  }

  /// With a = 0.8/d success is .2 less the progress, .09, in every dimension.
  @Test(arguments: [5, 10, 16]) func aSlowRule(dimensions: Int) throws {
    let turned = [
      "control": "one-fifth", "dimensions": "\(dimensions)", "steps": "2000",
      "adaptation": "\(0.8 / Double(dimensions))",
    ]
    let (progress, success) = (
      try Self.mean(turned, \.progress), try Self.mean(turned, \.success)
    )
    #expect(abs(progress - 0.11) < 0.006 && abs(success - 0.09) < 0.006)
    #expect(abs(success - (0.2 - progress)) < 0.004)
  }

  /// What successes and failures do to the step adds up to the last digit.
  @Test(arguments: [(2, 0.5), (10, 0.3), (30, 0.05)] as [(Int, Double)])
  func theBalance(dimensions: Int, adaptation: Double) throws {
    let searches = try Self.searches(
      [
        "control": "one-fifth", "dimensions": "\(dimensions)", "adaptation": "\(adaptation)",
      ], seed: 3)
    let half = searches.steps / 2
    let rise =
      (searches.deviations[searches.steps] - searches.deviations[half])
      / Double(searches.steps - half)
    #expect(abs(searches.success - (0.2 + 0.8 * rise / adaptation)) < 1e-11)
  }

  /// 600 steps in ten dimensions: ln f = 0, −3.9 and −8.2 with a fixed step, −18.3 by the rule.
  @Test(
    arguments: [
      ("fixed", "1", 0, 0.05), ("fixed", "0.1", -3.9, 0.15), ("fixed", "0.01", -8.2, 0.2),
      ("one-fifth", "1", -18.3, 0.5),
    ] as [(String, String, Double, Double)])
  func sixHundredSteps(control: String, step: String, loss: Double, within error: Double) throws {
    let turned = [
      "control": control, "first-step": step, "adaptation": "\(1 / 11.0.squareRoot())",
    ]
    let found = try Self.mean(turned) { 2 * $0.distances[600] }
    #expect(abs(found - loss) < error, "\(found)")
  }

  /// The same law written down plainly: places as they are, the step as it is.
  @Test func asWrittenPlainly() throws {
    let (dimensions, steps) = (4, 200)
    let ends = (0..<600).map { number -> Double in
      var stream = RandomStream(seed: 9, "plain", number)
      var place = [Double](repeating: 0.5, count: dimensions)
      var step = 0.1
      for _ in 0..<steps {
        let copy = place.map { $0 + step * stream.normal() }
        let isBetter = copy.reduce(0) { $0 + $1 * $1 } < place.reduce(0) { $0 + $1 * $1 }
        if isBetter { place = copy }
        step *= exp(isBetter ? 0.4 : -0.1)
      }
      return log(place.reduce(0) { $0 + $1 * $1 })
    }
    let mean = ends.reduce(0, +) / 600
    let squares = ends.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let found = try (1...16).map { seed in
      2
        * (try Self.searches(
          ["control": "one-fifth", "dimensions": "4", "steps": "200", "adaptation": "0.4"],
          seed: seed
        ).distances[steps])
    }
    let other = found.reduce(0, +) / 16
    // As many searches here as there, nearly.
    let error = (squares / 599 * (1 / 600.0 + 1 / 512.0)).squareRoot()
    #expect(abs(other - mean) < 4.5 * error, "\(other), \(mean)")
  }
}
