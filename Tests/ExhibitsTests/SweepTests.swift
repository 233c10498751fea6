import Experiments
import Foundation
import Testing
import ToyCourse
import Tuning

@testable import Exhibits

/// What a sweep makes of its outcomes.
@Suite struct SweepTests {
  /// A sweep of three values with the given measurements, several a value.
  static func sweep(_ measured: [[Double?]]) -> Sweep {
    let settings = Slide.rate.domain.grid(measured.count).map { value in
      var settings = Slide.defaults
      try? settings.turn("rate", to: value)
      return settings
    }
    let trials = zip(settings, measured).map { settings, values in
      Trial(
        settings,
        readings: values.map { value in
          Slide.metrics.map { $0.name == Slide.height.name ? value : nil }
        })
    }
    return Sweep(
      knob: Slide.rate, metric: Slide.height, simulation: Slide.self, common: Slide.defaults,
      trials: trials, repeats: measured.first?.count ?? 1, seed: 4)
  }

  @Test func takesTheMedianOfTheSeeds() {
    let sweep = Self.sweep([[3, 1, 2], [9, 8, 7], [0.5, nil, 0.25]])
    #expect(sweep.points.map { $0.measured?.median } == [2, 8, 0.375])
    #expect(sweep.points.map { $0.measured?.low } == [1, 7, 0.25])
    #expect(sweep.points.map { $0.measured?.high } == [3, 9, 0.5])
    #expect(sweep.figure.series.map(\.name) == ["median", "lowest", "highest"])
  }

  @Test func saysWhereThereIsNothing() {
    let sweep = Self.sweep([[1], [nil], [.infinity]])
    #expect(sweep.remark.hasPrefix("Lowest at 0.001: 1.0. Highest at 0.001: 1.0."))
    #expect(sweep.remark.hasSuffix("It has no finite value at 2 of 3 values."))
    #expect(
      Self.sweep([[nil], [.nan]]).remark
        == "height has no finite value anywhere in this range.")
  }

  /// Who reads a metric by the name that it once had finds the same value.
  @Test func metricsHaveAllTheirNames() throws {
    let values: [Double?] = Coin.metrics.map { $0 == Coin.gain ? 4 : nil }
    let trial = Trial(Coin.defaults, readings: [values])
    let sweep = Sweep(
      knob: Coin.share, metric: Coin.gain, simulation: Coin.self, common: Coin.defaults,
      trials: [trial], repeats: 1, seed: 4)
    let data = try JSONEncoder().encode(sweep)
    let fields = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let rows = try #require(fields["points"] as? [[String: Any]])
    let metrics = try #require(rows.first?["metrics"] as? [String: Any])
    #expect(fields["metric"] as? String == "gain")
    let names = Coin.metrics.flatMap(\.names)
    #expect(metrics.keys.sorted() == names.sorted())
    #expect(metrics["gain"] as? Double == 4 && metrics["windfall"] as? Double == 4)
  }

  /// The axis is that of the sweep wherever values are missing, also where all are.
  @Test(
    arguments: [
      [[1], [2], [3]], [[nil], [2], [3]], [[1], [2], [nil]], [[nil], [2], [nil]],
      [[nil], [nil], [nil]], [[.infinity], [2], [.nan]], [[nil, 1], [nil, nil], [3, .infinity]],
      [[0], [1e-9], [-1]],
    ] as [[[Double?]]])
  func theAxisIsThatOfTheSweep(_ measured: [[Double?]]) {
    let sweep = Self.sweep(measured)
    let numbers = sweep.points.compactMap(\.value.number)
    let axis = sweep.figure.scales(ticks: 5).x
    #expect(numbers.first.flatMap(axis.position) == 0 && numbers.last.flatMap(axis.position) == 1)
  }

  @Test func isWholeAsADocument() throws {
    let data = try JSONEncoder().encode(Self.sweep([[1], [nil], [.infinity]]))
    let fields = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(
      Set(fields.keys) == ["simulation", "knob", "metric", "settings", "seed", "seeds", "points"])
    #expect(fields["seed"] as? Int == 4)
    #expect((fields["settings"] as? [String: Any])?.keys.sorted() == ["pushes", "surface"])
    let rows = try #require(fields["points"] as? [[String: Any]])
    #expect(rows.map { ($0["metrics"] as? [String: Any])?["height"] as? Double } == [1, nil, nil])
  }
}
