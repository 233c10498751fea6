import Experiments
import Testing

@testable import Simulations

/// That figures which are drawn as time passes are such as can be.
@Suite struct RevealTests {
  static let names = Catalog.all.simulations.filter { !$0.timeFigures.isEmpty }.map { $0.name }

  @Test(arguments: names)
  func figuresOverTimeCanBeWatched(name: String) throws {
    let simulation = try #require(Catalog.all[name])
    #expect(Set(simulation.timeFigures).isSubset(of: simulation.figures))
    var draws = SettingDraws(simulation)
    for _ in 0..<4 {
      let (settings, seed) = try draws.next()
      let outcome = simulation.run(settings, seed: seed)
      for figure in outcome.figures
      where simulation.timeFigures.contains(where: { $0.name == figure.name }) {
        // A field would stay as it is at the end while lines are drawn over it.
        if case .reveal = simulation.motion(settings) { #expect(figure.field == nil) }
        let moments = figure.moments()
        #expect(moments.count <= 60)
        let (across, up) = figure.scales(ticks: 6)
        for moment in [moments.first, moments.last].compactMap({ $0 }) where figure.field == nil {
          let revealed = figure.revealed(upTo: moment, ticks: 6)
          let (x, y) = revealed.scales(ticks: 6)
          #expect(abs(x.low - across.low) <= 1e-9 * across.span, "\(figure.name)")
          #expect(abs(x.high - across.high) <= 1e-9 * across.span, "\(figure.name)")
          #expect(abs(y.low - up.low) <= 1e-9 * up.span && abs(y.high - up.high) <= 1e-9 * up.span)
        }
        guard let last = moments.last else { continue }
        // At the end all of it is there.
        let whole = figure.revealed(upTo: last, ticks: 6)
        for (series, other) in zip(whole.series, figure.series) {
          #expect(series.isBeginning(of: other) && series.x.count == other.x.count)
        }
      }
    }
  }

  /// Figures over a quantity that could be time and are no way through it, and why.
  static let otherwise: [String: String] = [
    "budget-curve curve": "each place is a search by itself, of so many trials",
    "digit-halving correlation": "each epoch is held against the end, which is not known by then",
    "digit-halving looks": "each place is a training",
    "early-look look": "each place is a look by itself",
    "early-stopping steps": "each place is a run",
    "fair-comparison runs": "each place is a comparison by itself",
    "halving-search first-look": "each place is a search by itself",
    "halving-search looks": "each place is a training",
    "hyperband-search bets": "each place is a bracket",
    "hyperband-search brackets": "a plan, made before anything is trained",
    "population-diversity step": "the length of a step",
    "promised-quality trials": "each place is a search by itself",
    "random-coverage chance": "each place is a search by itself",
    "random-coverage rank": "each place is a search by itself",
    "random-splits splits": "each place is a test by itself",
    "repeated-look looks": "each place is a look by itself",
    "sensitivity-indices error": "each place is an estimate by itself",
    "step-progress progress": "the length of a step",
    "step-progress success": "the length of a step",
    "trial-budget trials": "each place is a search by itself",
    "tuned-knobs trials": "each place is the mean of searches of so many trials",
  ]

  @Test func everyFigureOverTimeIsDecidedOn() {
    var undeclared: Set<String> = []
    for simulation in Catalog.all.simulations {
      let outcome = simulation.run(simulation.defaults, seed: 1)
      for figure in outcome.figures
      where figure.x.label.contains(
        /step|epoch|generation|evaluation|look|sample|trial|update|iteration|split|run/)
        && !simulation.timeFigures.contains(where: { $0.name == figure.name })
      {
        undeclared.insert("\(simulation.name) \(figure.name)")
      }
    }
    #expect(undeclared == Set(Self.otherwise.keys))
  }
}
