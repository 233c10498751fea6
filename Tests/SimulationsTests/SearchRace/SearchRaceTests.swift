import Experiments
import Numerics
import Testing
import Tuning

@testable import Simulations

@Suite struct SearchRaceTests {
  typealias Way = SearchRace.Way

  static func outcome(
    _ way: Way, trials: Int = 25, second: Double = 0, searches: Int = 200, seed: UInt64 = 1
  ) throws -> Outcome {
    try SearchRace.outcome(
      [
        "search": way.settingValue, "trials": .integer(trials), "second": .real(second),
        "searches": .integer(searches),
      ], seed: seed)
  }

  // The figures of the ground truth

  /// Those of Halton's points are of the search of the course, which moves them all by a random amount.
  private static let regrets: [(second: Double, regrets: [Way: Double], plainHalton: Double)] = [
    (0, [.grid: 0.00333, .random: 0.00081, .latin: 0.00020, .halton: 0.000233], 0.00025),
    (0.01, [.grid: 0.00337, .random: 0.00178, .latin: 0.00113, .halton: 0.001059], 0.00101),
    (0.1, [.grid: 0.00367, .random: 0.00497, .latin: 0.00377, .halton: 0.002949], 0.00283),
    (1, [.grid: 0.00667, .random: 0.01538, .latin: 0.01215, .halton: 0.009644], 0.00884),
  ]

  private static func moments(_ values: [Double]) -> (mean: Double, error: Double) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, (squares / (count - 1) / count).squareRoot())
  }

  /// Mean regrets of the best of 25, of 4000 searches each.
  @Test(arguments: Way.allCases) func regretsAreTheGroundTruths(way: Way) throws {
    let race = Race(trials: 25, second: 0, searches: 4000, seed: 2)
    let tried = race.tried(way)
    for (second, known, _) in Self.regrets {
      let (mean, error) = Self.moments(race.regrets(tried, second: second))
      let expected = try #require(known[way])
      #expect(abs(mean - expected) < 4 * error + 0.01 * expected, "\(second): \(mean) ± \(error)")
    }
  }

  /// Halton's points where they are, of 20,000 searches.
  @Test func plainHaltonIsTheGroundTruths() {
    let race = Race(trials: 25, second: 0, searches: 20_000, seed: 2)
    let points = HaltonPoints(dimensions: 2).first(25)
    let tried = [[[Double]]](repeating: points, count: 20_000)
    for (second, _, known) in Self.regrets {
      let (mean, error) = Self.moments(race.regrets(tried, second: second))
      #expect(abs(mean - known) < 4 * error + 0.02 * known, "\(second): \(mean) ± \(error)")
    }
  }

  @Test func theoryIsTheGroundTruths() {
    for (second, known) in [(0.0, 0.00333), (0.01, 0.00337), (0.1, 0.00367), (1, 0.00667)] {
      #expect(abs(ExpectedRegret.grid([5, 5], second: second) - known) < 5.1e-6)
      #expect(abs(ExpectedRegret.grid([5, 5], second: second) - (1 + second) / 300) < 1e-12)
    }
    #expect(abs(ExpectedRegret.random(25) - 0.000814) < 5.1e-7)
    #expect(abs(ExpectedRegret.random(25) / (1 / (2 * 25.0 * 25)) - 1) < 0.02)
  }

  /// Where random and grid do alike, by 2000 searches.
  @Test(arguments: [(16, 0.042), (25, 0.046), (49, 0.054), (100, 0.059)])
  func crossingsAreTheGroundTruths(trials: Int, known: Double) throws {
    let race = Race(trials: trials, second: 0, searches: 2000, seed: 3)
    let crossing = try #require(race.crossing(random: race.tried(.random)))
    #expect(abs(crossing - known) < 0.006)
  }

  /// Halton has less regret than random at every weight and number of trials, and more than the grid
  /// where both knobs matter alike.
  @Test(arguments: [9, 16, 49, 100]) func haltonIsAheadOfRandom(trials: Int) {
    let race = Race(trials: trials, second: 0, searches: 1000, seed: 4)
    let (halton, random) = (race.tried(.halton), race.tried(.random))
    for second in [0, 0.01, 0.1, 1] {
      #expect(race.regret(halton, second: second) < race.regret(random, second: second))
    }
    #expect(race.regret(halton, second: 1) > ExpectedRegret.grid(race.gridCounts, second: 1))
  }

  /// The share of 2000 searches that stay within a regret.
  private static func share(
    _ way: Way, _ trials: Int, second: Double, within regret: Double
  ) -> Double {
    let race = Race(trials: trials, second: second, searches: 2000, seed: 5)
    let regrets = race.regrets(race.tried(way), second: second)
    return Double(regrets.count { $0 <= regret }) / 2000
  }

  /// The exercise, both knobs alike: which searches stay within 0.01 nine times in ten.
  @Test func theBandOfTheExercise() {
    // Grids need not be square: 5 × 6 and 5 × 7 lie between 25 and 36.
    let known: [(way: Way, trials: Int, share: Double)] = [
      (.grid, 25, 0.783), (.grid, 30, 0.867), (.grid, 35, 0.909), (.grid, 36, 0.951),
      (.grid, 49, 1), (.halton, 45, 0.873), (.halton, 49, 0.903), (.halton, 55, 0.942),
      (.random, 55, 0.80), (.latin, 55, 0.83),
    ]
    for (way, trials, expected) in known {
      let share = Self.share(way, trials, second: 1, within: 0.01)
      #expect(abs(share - expected) < 0.03, "\(way) \(trials): \(share)")
    }
  }

  /// Its mirror, the second knob idle: which stay within 0.0005.
  @Test(arguments: [
    (Way.latin, 25, 0.883), (.latin, 28, 0.926), (.halton, 26, 0.876), (.halton, 30, 0.949),
    (.random, 40, 0.833), (.random, 45, 0.868), (.grid, 45, 0.267),
  ])
  func theMirrorOfTheExercise(way: Way, trials: Int, expected: Double) {
    let share = Self.share(way, trials, second: 0, within: 0.0005)
    #expect(abs(share - expected) < 0.03, "\(share)")
  }

  // Found otherwise

  /// Of a grid that is not square, by the best place on a lattice of its own.
  @Test(arguments: [(4, 2, 2), (24, 4, 6), (35, 5, 7), (55, 7, 7), (100, 10, 10)])
  func gridsAreWhole(trials: Int, columns: Int, rows: Int) {
    let race = Race(trials: trials, second: 0.3, searches: 1, seed: 1)
    #expect(race.gridCounts == [columns, rows])
    let points = race.points(.grid, 0)
    #expect(points.count == columns * rows)
    let parts = 200
    var sum = 0.0
    for column in 0..<parts {
      for row in 0..<parts {
        let (x, y) = ((Double(column) + 0.5) / Double(parts), (Double(row) + 0.5) / Double(parts))
        sum +=
          points.map { ($0[0] - x) * ($0[0] - x) + 0.3 * ($0[1] - y) * ($0[1] - y) }.min() ?? 0
      }
    }
    let expected = ExpectedRegret.grid(race.gridCounts, second: 0.3)
    #expect(abs(sum / Double(parts * parts) / expected - 1) < 0.01)
  }

  /// The closed form beside the integral over both places.
  @Test(arguments: [1, 4, 25, 100]) func randomRegretByQuadrature(trials: Int) {
    let parts = 800
    var sum = 0.0
    for place in 0..<parts {
      let best = (Double(place) + 0.5) / Double(parts)
      for step in 0..<parts {
        // Taken by its root, of which there are more steps where much happens.
        let root = (Double(step) + 0.5) / Double(parts)
        let reach = root * root
        let covered = min(best + reach, 1) - max(best - reach, 0)
        sum += (1 - covered).raised(to: trials) * 2 * reach * 2 * root
      }
    }
    let integral = sum / Double(parts * parts)
    #expect(abs(integral / ExpectedRegret.random(trials) - 1) < 0.002)
  }

  /// A search of the course is what is raced, and random search begins alike whatever its trials.
  @Test func searchesAreThoseOfTheCourse() throws {
    for way in Way.allCases { #expect(Strategies.named(way.rawValue)?.name == way.rawValue) }
    let (short, long) = (
      Race(trials: 70, second: 0, searches: 1, seed: 1),
      Race(trials: 100, second: 0, searches: 1, seed: 1)
    )
    #expect(short.points(.random, 0) == Array(long.points(.random, 0).prefix(70)))
    #expect(short.points(.halton, 0).count == 70 && long.points(.halton, 0).count == 100)
    #expect(short.points(.latin, 0) != short.points(.latin, 1))
  }

  // What a run says

  @Test(arguments: [
    (Way.grid, 0.0, ["behind-random", "few-values"]),
    (.grid, 1, ["ahead-of-random", "few-values"]),
    (.random, 0, ["yardstick"]), (.latin, 0, ["ahead-of-random"]),
    (.halton, 1, ["ahead-of-random"]),
  ])
  func findsWhatItIs(way: Way, second: Double, codes: [String]) throws {
    let outcome = try Self.outcome(way, second: second)
    #expect(outcome.findings.map(\.code) == codes)
    #expect(outcome.findings[0].measured == outcome["regret"])
    #expect(outcome.findings[0].predicted == outcome["predicted-regret"])
    #expect(outcome["first-values"] == (way == .grid ? 5 : 25))
    #expect(outcome["tried"] == 25)
  }

  /// What nine in ten do not exceed is the 180th of 200, the 9th of 9 and the only one of one.
  @Test(arguments: [(200, 180), (10, 9), (9, 9), (1, 1), (11, 10)])
  func nineInTenIsCounted(searches: Int, place: Int) throws {
    let race = Race(trials: 25, second: 1, searches: searches, seed: 1)
    let sorted = race.regrets(race.tried(.random), second: 1).sorted()
    let outcome = try Self.outcome(.random, second: 1, searches: searches)
    #expect(outcome["nine-in-ten"] == sorted[place - 1])
    #expect(Double(place) >= 0.9 * Double(searches) && Double(place - 1) < 0.9 * Double(searches))
  }

  @Test(arguments: Way.allCases, [4, 100]) func holdsAtAllCorners(way: Way, trials: Int) throws {
    for second in [0, 1.0] {
      for searches in [1, 300] {
        let outcome = try Self.outcome(way, trials: trials, second: second, searches: searches)
        #expect(outcome.metrics.values.allSatisfy { $0.isFinite && $0 >= 0 })
        #expect(outcome.cost.multiplyAdds > 0 && outcome.cost.bytes > 0)
        FigureCheck.check(outcome.figures, of: SearchRace.self)
      }
    }
  }

  @Test func verdictsTurnAtTheirBound() {
    #expect(SearchRace.verdict(.grid, regret: 1, random: 1).code == "behind-random")
    #expect(SearchRace.verdict(.grid, regret: 1.0.nextDown, random: 1).code == "ahead-of-random")
    #expect(SearchRace.verdict(.random, regret: 0, random: 1).code == "yardstick")
  }
}

/// A sequence that steps by the plastic number's powers, which the course does not search by.
@Suite struct PlasticSequenceTests {
  private static func points(_ count: Int) -> [[Double]] {
    (1...count).map { index in
      [0.7548776662466927, 0.5698402909980532].map { step in
        let place = 0.5 + Double(index) * step
        return place - place.rounded(.down)
      }
    }
  }

  @Test(arguments: [(16, 0.0678), (64, 0.0145), (256, 0.0061)])
  func isEvenOnceThereAreMany(count: Int, known: Double) {
    #expect(abs(Discrepancy.starL2(Self.points(count)) - known) < 5.1e-5)
  }

  /// Its first step is nearly 3/4, so that 16 points clump along the first knob.
  @Test func isFarBehindWhereOneKnobMatters() {
    let race = Race(trials: 16, second: 0, searches: 4000, seed: 6)
    let plastic = [[[Double]]](repeating: Self.points(16), count: 4000)
    let regret = race.regret(plastic, second: 0)
    #expect(abs(regret - 0.00359) < 0.0002, "\(regret)")
    let halton = race.regret(race.tried(.halton), second: 0)
    #expect(abs(halton - 0.00038) < 0.00012, "\(halton)")
    let many = Race(trials: 64, second: 1, searches: 4000, seed: 6)
    let late = many.regret([[[Double]]](repeating: Self.points(64), count: 4000), second: 1)
    #expect(abs(late - 0.00307) < 0.00015, "\(late)")
    let lateHalton = many.regret(many.tried(.halton), second: 1)
    #expect(abs(lateHalton - 0.0034) < 0.00015, "\(lateHalton)")
  }
}
