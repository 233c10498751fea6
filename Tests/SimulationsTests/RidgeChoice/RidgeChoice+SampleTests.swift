import Testing

@testable import Simulations

@Suite struct ChoiceSampleTests {
  /// One data set the long way, inside and outside of the outer folds.
  @Test(arguments: [(40, 20, 0), (47, 11, 200)])
  func theLongWay(rows count: Int, features: Int, number: Int) throws {
    let rows = ChoiceSample.data(number, features: features, rows: count, seed: 3)
    let choice = PenaltyChoice(rows, isNested: true)
    let long = try LongChoice(rows)
    let (fit, error) = try LongChoice.fit(rows, RidgeChoice.penalties[long.lowest])
    #expect(abs(choice.score - long.scores[long.lowest]) < 1e-9)
    #expect(abs(choice.error - error) < 1e-9)
    #expect(abs(choice.freedom - fit.leverages.reduce(0, +)) < 1e-8)
    let all = try RidgeChoice.penalties.map { try LongChoice.fit(rows, $0).error }
    #expect(abs(choice.bestError - (all.min() ?? 0)) < 1e-9)
    for (found, wanted) in zip(choice.errors, all) { #expect(abs(found - wanted) < 1e-9) }
    var (score, outer, first) = (0.0, 0.0, 0)
    for fold in 0..<5 {
      let size = count / 5 + (fold < count % 5 ? 1 : 0)
      let held = Array(first..<first + size)
      first += size
      let others = LongChoice.taking((0..<count).filter { !held.contains($0) }, of: rows)
      let penalty = RidgeChoice.penalties[try LongChoice(others).lowest]
      let (fit, error) = try LongChoice.fit(others, penalty)
      outer += error / 5
      for row in held {
        let rest = rows.residual(row, fit.weights)
        score += rest * rest / Double(count)
      }
    }
    let nested = try #require(choice.nested)
    #expect(abs(nested.score - score) < 1e-9 && abs(nested.error - outer) < 1e-9)
  }

  /// Which way the true weights point makes no difference to a penalty on squares: by turning.
  @Test func anyDirectionWillDo() throws {
    // Features turned by 45° in the first two columns are as normal as before.
    let rows = ChoiceSample.data(4, features: 5, rows: 40, seed: 9)
    let root = 0.5.squareRoot()
    var features = rows.features
    for row in 0..<40 {
      let (one, other) = (features[5 * row], features[5 * row + 1])
      features[5 * row] = root * (one - other)
      features[5 * row + 1] = root * (one + other)
    }
    let turned = RegressionRows(features: features, targets: rows.targets, columns: 5)
    let (plain, other) = (
      PenaltyChoice(rows, isNested: true), PenaltyChoice(turned, isNested: true)
    )
    #expect(abs(plain.score - other.score) < 1e-12)
    #expect(abs(plain.freedom - other.freedom) < 1e-12)
    let scores = (try #require(plain.nested).score, try #require(other.nested).score)
    #expect(abs(scores.0 - scores.1) < 1e-12)
  }

  /// Forty rows of twenty features, 1,024 data sets: what is promised, what is true, what simplicity
  /// costs, and what a nested score is a score of.
  @Test func whatAChoiceIsWorth() {
    let samples = (1...4).map { ChoiceSample(features: 20, rows: 40, isNested: true, seed: $0) }
    func mean(_ value: (PenaltyChoice) -> Double) -> Double {
      samples.reduce(0) { $0 + $1.mean(value) } / 4
    }
    // Within about 3.5 standard errors, the last column.
    let wanted: [(String, (PenaltyChoice) -> Double, Double, Double)] = [
      ("score", { $0.score }, 1.431, 0.045), ("true", { $0.error }, 1.499, 0.025),
      ("best", { $0.bestError }, 1.400, 0.02), ("simpler", { $0.simplerError }, 1.683, 0.03),
      ("freedom", { $0.freedom }, 11.5, 0.5),
      ("simpler freedom", { $0.simplerFreedom }, 4.7, 0.4),
      ("optimism", { $0.error - $0.score }, 0.068, 0.05),
      ("nested", { $0.nested?.score ?? .nan }, 1.613, 0.05),
      ("outer", { $0.nested?.error ?? .nan }, 1.617, 0.025),
      ("nested beside outer", { ($0.nested?.score ?? .nan) - ($0.nested?.error ?? .nan) }, 0, 0.05),
      ("nested beside true", { ($0.nested?.score ?? .nan) - $0.error }, 0.108, 0.05),
    ]
    for (name, value, figure, error) in wanted {
      #expect(abs(mean(value) - figure) < error, "\(name): \(mean(value))")
    }
  }

  /// With thirty features the promise is twice as far off.
  @Test func moreFeatures() {
    let samples = (1...4).map { ChoiceSample(features: 30, rows: 40, isNested: false, seed: $0) }
    let optimism = samples.reduce(0) { $0 + $1.mean { $0.error - $0.score } } / 4
    #expect(abs(optimism - 0.132) < 0.05, "\(optimism)")
  }
}
