import Learning
import Numerics
import Testing

@Suite struct LinearRiskTests {
  static let figures: [(Int, Double)] = [(0, 1.917), (19, 0.1516), (2000, 0.2498)]

  static let example = LinearRisk(
    eigenvalues: [4, 1, 0.25, 0.06, 0.015], weights: Array(repeating: 0.6, count: 5),
    noiseVariance: 1, examples: 20, rate: 0.2)

  @Test(arguments: figures)
  func knownFigures(step: Int, risk: Double) {
    #expect(abs(Self.example.risk(step) - risk) < 5e-5 * (risk > 1 ? 10 : 1))
  }

  @Test func theBestStep() { #expect(Self.example.bestStep(upTo: 5_000) == 19) }

  @Test func withinTenPercentOfTheBest() {
    let best = Self.example.risk(19)
    let near = (0...5_000).filter { Self.example.risk($0) <= 1.1 * best }
    #expect(near == Array(8...54))
  }

  @Test func biasFallsAndVarianceRises() {
    for step in 1...300 {
      #expect(Self.example.bias(step) <= Self.example.bias(step - 1))
      #expect(Self.example.variance(step) >= Self.example.variance(step - 1))
    }
  }

  @Test func theDesignHasTheSpectrum() {
    let (design, model) = (Self.example.design, Self.example)
    for a in 0..<5 {
      for b in 0..<5 {
        var sum = 0.0
        for row in 0..<20 { sum += design[5 * row + a] * design[5 * row + b] }
        #expect(abs(sum / 20 - (a == b ? model.eigenvalues[a] : 0)) < 1e-14)
      }
    }
  }

  /// The mean over 4,000 simulated runs meets the formula at every step within 4 standard errors.
  @Test func simulationAgreesWithTheFormula() {
    let (runs, steps) = (4_000, 60)
    var sums = Array(repeating: 0.0, count: steps + 1)
    var squares = sums
    for run in 0..<runs {
      var stream = RandomStream(seed: 1, "noise", run)
      for (step, risk) in Self.example.simulate(steps: steps, from: &stream).enumerated() {
        sums[step] += risk
        squares[step] += risk * risk
      }
    }
    for step in 0...steps {
      let mean = sums[step] / Double(runs)
      let variance = max(0, squares[step] / Double(runs) - mean * mean)
      let error = (variance / Double(runs)).squareRoot()
      #expect(abs(mean - Self.example.risk(step)) <= 4 * error + 1e-12)
    }
  }

  /// Without noise the simulation follows the formula exactly.
  @Test func withoutNoiseTheyAreTheSame() {
    var model = Self.example
    model.noiseVariance = 0
    var stream = RandomStream(seed: 1, "noise")
    for (step, risk) in model.simulate(steps: 200, from: &stream).enumerated() {
      #expect(abs(risk - model.risk(step)) < 1e-13)
    }
  }
}
