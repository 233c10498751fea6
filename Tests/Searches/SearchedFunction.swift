import Experiments
import Numerics
import Simulations
import Tuning

/// A function over a unit cube whose lowest value is searched for.
struct SearchedFunction: Sendable {
  let name: String
  let cube: Cube
  let value: @Sendable ([Double]) -> Double

  static let all: [SearchedFunction] = [.branin, .hartmann, .bowl] + [digits].compactMap { $0 }

  /// Two knobs, three equally low valleys: .397887.
  ///
  /// Source: Branin 1972, as in Jones, Schonlau & Welch 1998, "Efficient global optimization of expensive
  /// black-box functions", Journal of Global Optimization 13.
  static let branin = SearchedFunction(name: "branin", cube: Cube(dimensions: 2)) { point in
    let (x, y) = (15 * point[0] - 5, 15 * point[1])
    let bend = y - 5.1 / (4 * .pi * .pi) * x * x + 5 / .pi * x - 6
    return bend * bend + 10 * (1 - 1 / (8 * .pi)) * Elementary.cos(x) + 10
  }

  /// Six knobs, four hollows of which the deepest has −3.32237.
  ///
  /// Source: Dixon & Szegő 1978, "The global optimization problem: an introduction", Towards Global
  /// Optimization 2.
  static let hartmann = SearchedFunction(name: "hartmann-6", cube: Cube(dimensions: 6)) { point in
    zip(depths, zip(widths, places)).reduce(0) { sum, hollow in
      let (widths, places) = hollow.1
      let distance = point.indices.reduce(0.0) {
        let off = point[$1] - places[$1]
        return $0 + widths[$1] * off * off
      }
      return sum - hollow.0 * Elementary.exp(-distance)
    }
  }

  private static let depths = [1, 1.2, 3, 3.2]
  private static let widths = [
    [10, 3, 17, 3.5, 1.7, 8], [0.05, 10, 17, 0.1, 8, 14], [3, 3.5, 1.7, 10, 17, 8],
    [17, 8, 0.05, 10, 0.1, 14],
  ]
  private static let places = [
    [0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886],
    [0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991],
    [0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650],
    [0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381],
  ]

  /// Eight knobs, a round bowl: for the time that a proposal takes.
  static let bowl = SearchedFunction(name: "bowl-8", cube: Cube(dimensions: 8)) { point in
    point.reduce(0) { $0 + ($1 - 0.3) * ($1 - 0.3) }
  }

  /// Five knobs of a network that learns digits, always on the same rows: its validation loss, 20 where
  /// it is more or overflows.
  static let digits: SearchedFunction? = {
    guard let simulation = Catalog.all.simulations.first(where: { $0.name == "training-run" })
    else {
      return nil
    }
    var base = simulation.defaults
    let names = ["learning-rate", "batch-size", "width", "weight-decay", "dropout"]
    let knobs = names.compactMap { name in simulation.knobs.first { $0.name == name } }
    let metric = simulation.metrics.first { $0.name == "validation-loss" }
    guard (try? base.turn("data", to: .choice("digits"))) != nil, knobs.count == names.count,
      let metric
    else { return nil }
    let space = SearchSpace(knobs, of: base)
    return SearchedFunction(name: "digits", cube: space.cube) { point in
      guard let settings = space.settings(at: point) else { return 20 }
      return min(20, simulation.run(settings, seed: 1)[metric] ?? 20)
    }
  }()
}
