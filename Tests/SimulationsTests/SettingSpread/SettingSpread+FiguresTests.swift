import Experiments
import Testing

@testable import Simulations

enum SettingSpreadTies: FigureTies {
  static let simulation: any Simulation.Type = SettingSpread.self
  static let settings = [["settings": "9", "good-runs": "4"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (settings, seeds) = (try run.count("settings"), try run.count("good-runs"))
    let drawn = (0..<settings).map {
      SmallTraining(
        SmallSetting(drawn: $0, seed: run.seed), .digits, split: $0, luck: $0, seed: run.seed)
    }
    let good = (0..<seeds).map {
      SmallTraining(SmallSetting(), .digits, split: 1000 + $0, luck: 1000 + $0, seed: run.seed)
    }
    func ranks(_ name: String, _ all: [SmallTraining]) -> FigureTie {
      let count = Double(all.count)
      return run.points(
        "ranks", name, x: all.indices.map { (Double($0) + 0.5) / count },
        y: all.map(\.testAccuracy).sorted())
    }
    let dots = drawn.map { (x: $0.validationAccuracy, y: $0.testAccuracy) }
      .sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    let promised = try run.metric("promised-accuracy")
    let best = try #require(drawn.first { $0.validationAccuracy == promised })
    return [
      run.frame("ranks", .scatter, "share of trainings that is lower", "test accuracy"),
      ranks("settings", drawn), ranks("seeds", good),
      run.frame("promise", .scatter, "validation accuracy", "test accuracy"),
      run.points("promise", "settings", x: dots.map(\.x), y: dots.map(\.y)),
      run.points("promise", "chosen", x: [promised], y: [best.testAccuracy]),
    ]
  }
}
