import Experiments
import Testing

@testable import Simulations

enum SearchRaceTies: FigureTies {
  static let simulation: any Simulation.Type = SearchRace.self
  static let settings = [
    ["search": "grid", "second": "1", "searches": "20"], ["search": "latin", "trials": "4"],
    ["search": "halton", "trials": "100", "searches": "1"],
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let race = Race(
      trials: try run.count("trials"), second: 0, searches: 1, seed: run.seed)
    let way = try #require(SearchRace.Way(rawValue: try run.text("search")))
    // In the order of the first knob and then the second, by their places in the square.
    let points = race.points(way, 0).map { (x: $0[0], y: $0[1]) }
      .sorted { $0.x != $1.x ? $0.x < $1.x : $0.y < $1.y }
    let tried = try run.metric("tried")
    #expect(Double(points.count) == tried)
    var ties = [
      run.frame("points", .scatter, "first knob", "second knob"),
      run.points("points", "tried", x: points.map(\.x), y: points.map(\.y)),
      run.points("points", "best place", x: [race.places[0][0]], y: [race.places[0][1]]),
      run.frame("weights", .scatter, "second", .log, "regret", .log),
      run.curve(
        "weights", "grid in expectation", .theory, "predicted-regret", along: "second",
        with: ["search": "grid"]),
    ]
    for way in SearchRace.Way.allCases {
      ties.append(
        run.curve(
          "weights", way.rawValue, "regret", along: "second", with: ["search": way.rawValue]))
    }
    if let crossing = run.outcome["crossing"] {
      ties.append(run.marker("weights", "crossing", x: crossing))
    }
    return ties
  }
}
