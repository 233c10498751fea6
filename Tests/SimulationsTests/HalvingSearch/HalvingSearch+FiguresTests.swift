import Experiments
import Numerics
import Testing

@testable import Simulations

enum HalvingSearchTies: FigureTies {
  static let simulation: any Simulation.Type = HalvingSearch.self
  static let settings = [
    ["arms": "30", "first-look": "3", "factor": "4", "slow-start": "1.3", "noise": "0.7"]
  ]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let looks = try FirstLook(run)
    return [
      run.frame("looks", .scatter, "seen at the first look", "final loss"),
      run.points("looks", "kept", x: looks.kept.map(\.seen), y: looks.kept.map(\.end)),
      run.points("looks", "dropped", x: looks.dropped.map(\.seen), y: looks.dropped.map(\.end)),
      FigureTie(figure: "looks", part: .marker("chosen")) { figure in
        // One of those that were kept.
        let drawn = try #require(figure.markers.first?.y)
        #expect(looks.kept.contains { $0.end == drawn })
      },
      run.frame("first-look", .scatter, "first look", .log, "final loss"),
      run.curve("first-look", "halving", "loss", along: "first-look"),
      run.curve(
        "first-look", "whole trainings for as many epochs", .theory, "predicted-whole-loss",
        along: "first-look"),
      run.marker("first-look", "this run", x: try run.number("first-look")),
    ]
  }

  /// Trainings of the first search, drawn and looked at once more.
  private struct FirstLook {
    let kept: [(seen: Double, end: Double)]
    let dropped: [(seen: Double, end: Double)]

    init(_ run: TiedRun) throws {
      let (arms, factor) = (try run.count("arms"), try run.count("factor"))
      var ends = RandomStream(seed: run.seed, "ends", 0)
      var noise = RandomStream(seed: run.seed, "looks", 0)
      let root = try run.number("first-look").squareRoot()
      let (slow, blur) = (try run.number("slow-start"), try run.number("noise"))
      let drawn = (0..<arms).map { _ in ends.normal() }
      let all = drawn.map { end in
        (seen: end * (1 - slow / root) + blur / root * noise.normal(), end: end)
      }.sorted { $0.seen < $1.seen }
      kept = Array(all.prefix(arms / factor))
      dropped = Array(all.dropFirst(arms / factor))
    }
  }
}
