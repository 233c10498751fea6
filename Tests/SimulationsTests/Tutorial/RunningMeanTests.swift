import Experiments
import Foundation
import Learning
import Numerics
import Testing

@testable import Simulations

/// That what the tutorial shows compiles, works, and is what is tested here.
@Suite struct RunningMeanTests {
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
  private static let resources = sources.appending(
    path: "../../../Sources/Simulations/Simulations.docc/Resources"
  ).standardized

  private static func lines(_ file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
  }

  @Test func theLastStepIsWhatIsTested() throws {
    let tested = try Self.lines(Self.sources.appending(path: "RunningMean.swift"))
    #expect(try Self.lines(Self.resources.appending(path: "RunningMean-6.swift")) == tested)
  }

  /// Every step keeps all lines of the one before, in their order.
  @Test(arguments: 1..<6)
  func everyStepOnlyAdds(step: Int) throws {
    var rest = try Self.lines(Self.resources.appending(path: "RunningMean-\(step + 1).swift"))[...]
    for line in try Self.lines(Self.resources.appending(path: "RunningMean-\(step).swift")) {
      let place = try #require(rest.firstIndex(of: line), "\(line)")
      rest = rest[(place + 1)...]
    }
  }

  /// The line that the tutorial adds to the catalogue is all it changes there.
  @Test func theCatalogueIsTheOneThereIs() throws {
    let shown = try Self.lines(Self.resources.appending(path: "Catalog.swift")).joined()
    for simulation in Catalog.all.simulations { #expect(shown.contains("\(simulation).self")) }
    #expect(shown.contains("RunningMean.self"))
  }

  @Test(arguments: [0, 0.25, 0.5, 0.9, 0.99])
  func theoryAgreesWithMeasurement(smoothing: Double) throws {
    var settings = RunningMean.defaults
    try settings.turn("smoothing", to: .real(smoothing))
    try settings.turn("values", to: .integer(20_000))
    var sum = 0.0
    for seed: UInt64 in 1...20 {
      let outcome = RunningMean.run(settings, seed: seed)
      let measured = try #require(outcome[RunningMean.noiseKept])
      sum += try measured / #require(outcome[RunningMean.predictedNoise])
    }
    // The deviation of a variance over n values with autocorrelation ρᵏ is its
    // √(2/n · (1 + ρ²)/(1 − ρ²)); that of the values themselves comes on top.
    let square = smoothing * smoothing
    let deviation = Elementary.squareRoot(2 / 400_000 * ((1 + square) / (1 - square) + 1))
    #expect(abs(sum / 20 - 1) < 4 * deviation)
  }

  @Test func figuresAreTied() throws { try FigureTiesTests.check(RunningMeanTies.self) }

  @Test func figuresAreSound() {
    for smoothing in RunningMean.smoothing.domain.grid(5) {
      var settings = RunningMean.defaults
      try? settings.turn("smoothing", to: smoothing)
      FigureCheck.check(RunningMean.run(settings, seed: 1).figures, of: RunningMean.self)
    }
  }
}
