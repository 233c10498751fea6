import Experiments
import Testing
import Tuning

@testable import Simulations

enum CurveSearchTies: FigureTies {
  static let simulation: any Simulation.Type = CurveSearch.self
  static let settings = [
    ["length-scale": "0.2", "exploration": "3", "looks": "7"],
    ["rule": "improvement", "margin": "0.1", "length-scale": "0.1"],
    ["rule": "probability", "looks": "2"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let looks = try run.count("looks")
    let first = try First(run, looks)
    let x = (0...100).map { Double($0) / 100 }
    let seen = first.looks.sorted()
    let label =
      switch try run.text("rule") {
      case "lower-bound": "κ · deviation − mean"
      case "improvement": "expected improvement"
      default: "probability of improvement"
      }
    return [
      run.frame("curve", .scatter, "x", "value"),
      run.points(
        "curve", "looks", x: seen.map { Double($0) / 100 }, y: seen.map { first.curve.values[$0] }),
      run.points("curve", "curve", .theory, x: x, y: first.curve.values),
      run.points(
        "curve", "mean − 2 deviations", .theory, x: x, y: first.band(-2), within: 1e-6, floor: 1),
      run.points(
        "curve", "mean + 2 deviations", .theory, x: x, y: first.band(2), within: 1e-6, floor: 1),
      run.frame("hope", .line, "x", label),
      run.points("hope", label, x: x, y: first.hopes, within: 1e-6, floor: 1),
      run.marker("hope", "next look", x: Double(try first.next(looks)) / 100),
      run.frame("looks", .line, "looks", "regret"),
      run.curve("looks", "regret", "regret", along: "looks"),
      run.curve("looks", "random", .theory, "predicted-random-regret", along: "looks"),
      run.marker("looks", "this run", x: Double(looks)),
    ]
  }

  /// The first curve as the process of the other room sees it, after the looks of a longer search.
  private struct First {
    let curve: DrawnCurve
    let looks: [Int]
    let process: GaussianProcess
    let acquisition: Acquisition
    private let longer: [Int]

    init(_ run: TiedRun, _ count: Int) throws {
      curve = DrawnCurve(seed: run.seed, 0)
      let hunt = CurveHunt(run.settings, curves: [curve], seed: run.seed)
      longer = hunt.trail(on: 0, looks: count + 1).looks
      looks = Array(longer.prefix(count))
      acquisition = hunt.acquisition
      let length = try run.number("length-scale")
      var process = GaussianProcess(Kernel(.matern, length: length, dimensions: 1), noise: 1e-6)
      for look in looks { _ = process.observe(curve.values[look], at: [Double(look) / 100]) }
      self.process = process
    }

    private var posteriors: [(mean: Double, deviation: Double)] {
      (0...100).map { process.posterior(at: [Double($0) / 100]) }
    }

    func band(_ deviations: Double) -> [Double] {
      posteriors.map { $0.mean + deviations * $0.deviation }
    }

    var hopes: [Double] {
      let best = looks.map { curve.values[$0] }.min() ?? 0
      return posteriors.enumerated().map { point, expected in
        looks.contains(point)
          ? .nan
          : acquisition.value(mean: expected.mean, deviation: expected.deviation, best: best)
      }
    }

    /// Where the search that goes on looks next.
    func next(_ count: Int) throws -> Int { try #require(longer.dropFirst(count).first) }
  }
}
