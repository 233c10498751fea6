import Experiments
import Testing

@testable import Simulations

enum ElementaryEffectsTies: FigureTies {
  static let simulation: any Simulation.Type = ElementaryEffects.self
  static let settings = [["walks": "100"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    func points(_ prefix: String) throws -> (x: [Double], y: [Double]) {
      let pairs = try ["one", "two", "three"].map {
        (try run.metric("\(prefix)size-\($0)"), try run.metric("\(prefix)spread-\($0)"))
      }.sorted { $0.0 < $1.0 }
      return (pairs.map(\.0), pairs.map(\.1))
    }
    let (measured, whole) = (try points(""), try points("predicted-"))
    return [
      run.frame("effects", .scatter, "mean size of its effects", "their spread"),
      run.points("effects", "measured", x: measured.x, y: measured.y),
      run.points("effects", "all effects", .theory, x: whole.x, y: whole.y),
      run.values("effects", "spread = size", .theory) { $0 },
    ]
  }
}
