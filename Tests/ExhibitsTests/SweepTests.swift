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
          Sweep.columns(of: Slide.self).map { $0 == .metric(Slide.height) ? value : nil }
        })
    }
    return Sweep(
      knobs: [Slide.rate], metric: Slide.height, simulation: Slide.self, common: Slide.defaults,
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
      knobs: [Coin.share], metric: Coin.gain, simulation: Coin.self, common: Coin.defaults,
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
    let numbers = sweep.points.compactMap { $0.values[0].number }
    let axis = sweep.figure.scales(ticks: 5).x
    #expect(numbers.first.flatMap(axis.position) == 0 && numbers.last.flatMap(axis.position) == 1)
  }

  /// What no seed has a value for is marked, and neither lost nor drawn.
  @Test func whatNeverCameIsMarkedOnTheAxis() {
    let sweep = Self.sweep([[1], [nil], [.infinity], [nil]])
    let swept = sweep.points.compactMap { $0.values[0].number }
    let absence = sweep.figure.absence
    #expect(absence?.x == [swept[1], swept[3]])
    #expect(absence?.label == Slide.height.absent)
    #expect(absence?.places(on: sweep.figure.scales(ticks: 5).x).count == 2)
    #expect(Self.sweep([[1], [2], [3]]).figure.absence == nil)
    #expect(Self.sweep([[nil], [nil]]).figure.absence?.x.count == 2)
    // Seeds that have a value speak for those that have none.
    #expect(Self.sweep([[nil, 1], [2, 2]]).figure.absence == nil)
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

  /// A sweep of two knobs, 3 × 2 places, the first varying fastest; the height is what is given.
  private static func pair(_ heights: [Double?], table: [Sweep.Column] = []) throws -> Sweep {
    var trials: [Trial<[Double?]>] = []
    for (index, height) in heights.enumerated() {
      var settings = Slide.defaults
      try settings.turn("rate", to: ["0.01", "0.1", "1"][index % 3])
      try settings.turn("pushes", to: ["10", "20"][index / 3])
      trials.append(
        Trial(
          settings,
          readings: [
            Sweep.columns(of: Slide.self).map {
              $0 == .metric(Slide.height) ? height : $0 == .bytes ? 4000 : nil
            }
          ]))
    }
    return Sweep(
      knobs: [Slide.rate, Slide.pushes], metric: Slide.height, simulation: Slide.self,
      common: Slide.defaults, table: table, trials: trials, repeats: 1, seed: 4)
  }

  @Test func twoKnobsAreAMap() throws {
    let sweep = try Self.pair([3, 1, 2, 6, 5, nil])
    #expect(sweep.heading == "height against rate and pushes")
    #expect(
      sweep.remark
        == "Lowest at rate 0.1, pushes 10: 1.0. Highest at rate 0.01, pushes 20: 6.0. "
        + "It has no finite value at 1 of 6 values.")
    let field = try #require(sweep.figure.field)
    #expect(field.columns == 3 && field.rows == 2)
    #expect(field.x == 0.01...1 && field.y == 10...20)
    #expect(field.values.prefix(5).elementsEqual([3, 1, 2, 6, 5]) && field.values[5].isNaN)
    #expect(sweep.figure.series.map(\.name) == ["lowest"])
    #expect(sweep.figure.series.first?.x == [0.1] && sweep.figure.series.first?.y == [10])
    #expect(sweep.next.first?.line == "knobs run slide --rate … --pushes …")
  }

  @Test func whatIsSpreadByRatioIsDrawnByPowersOfTen() throws {
    let field = try #require(try Self.pair([1, 10, 100, 1000, 0.1, 1]).figure.field)
    let powers = zip(field.values, [0, 1, 2, 3, -1, 0]).map { abs($0 - $1) }
    #expect(powers.count == 6 && powers.allSatisfy { $0 < 1e-12 })
  }

  @Test func theTableHasARowForEachPlace() throws {
    let sweep = try Self.pair([3, 1, 2, 6, 5, nil], table: [.metric(Slide.height), .bytes])
    #expect(sweep.tableHeader == ["rate", "pushes", "height", "bytes"])
    #expect(sweep.tableRows.count == 6)
    #expect(sweep.tableRows[1] == ["0.1", "10", "1.0", "4,000"])
    #expect(try Self.pair([1]).tableRows.isEmpty)
  }

  @Test func twoKnobsAreWholeAsADocument() throws {
    let data = try JSONEncoder().encode(try Self.pair([3, 1, 2, 6, 5, nil]))
    let fields = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(
      Set(fields.keys) == ["simulation", "knobs", "metric", "settings", "seed", "seeds", "points"])
    #expect(fields["knobs"] as? [String] == ["rate", "pushes"])
    #expect((fields["settings"] as? [String: Any])?.keys.sorted() == ["surface"])
    let rows = try #require(fields["points"] as? [[String: Any]])
    let last = try #require(rows.last?["values"] as? [String: Double])
    #expect(rows.count == 6 && last == ["rate": 1, "pushes": 20])
    #expect((rows.first?["cost"] as? [String: Any])?["bytes"] as? Double == 4000)
  }
}
