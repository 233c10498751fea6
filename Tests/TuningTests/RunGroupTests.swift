import Experiments
import Testing
import Tuning

@testable import Tuning

@Suite struct RunGroupTests {
  /// A simulation that says how many runs were made together with each.
  enum Crowd: SharingSimulation {
    static let seat = Knob<Int>("seat", 1...100, default: 1, "what runs may differ in")
    static let room = Knob<Int>("room", 1...9, default: 1, "what they may not")
    static let place = Metric("place", "seat, room and seed in one number")
    static let company = Metric("company", "how many runs were made together")

    static let name = "crowd"
    static let summary = "Counts its runs."
    static let knobs: [any AnyKnob] = [seat, room]
    static let metrics = [place, company]
    static let figures: [FigureKind] = []
    static let findings: [FindingKind] = []
    static let usesChance = true
    static let sharing: [any AnyKnob] = [seat]

    static func runs(_ all: [Settings], seed: UInt64) -> [Outcome] {
      all.map { settings in
        var outcome = Outcome()
        outcome[place] = Double(1000 * Int(seed) + 100 * settings[room] + settings[seat])
        outcome[company] = Double(all.count)
        return outcome
      }
    }
  }

  private static func run(_ seat: Int, _ room: Int, seed: UInt64) throws -> Run {
    var settings = Crowd.defaults
    try settings.turn("seat", to: .integer(seat))
    try settings.turn("room", to: .integer(room))
    return Run(Crowd.self, settings, seed: seed)
  }

  /// Rooms and seeds are kept apart, and what is found stands where its run stood.
  @Test func thoseThatDifferInMoreAreMadeApart() async throws {
    let all = [(3, 1, 1), (4, 2, 1), (5, 1, 1), (6, 1, 2), (3, 1, 1), (7, 2, 1), (8, 1, 1)]
    let runs = try all.map { try Self.run($0.0, $0.1, seed: UInt64($0.2)) }
    let found = await runs.reading { ($0[Crowd.place] ?? 0, $0[Crowd.company] ?? 0) }
    #expect(found.map(\.0) == all.map { Double(1000 * $0.2 + 100 * $0.1 + $0.0) })
    #expect(found.map(\.1) == [4, 2, 4, 1, 4, 2, 4])
    #expect(await runs.outcomes().map { $0[Crowd.place] } == found.map(\.0))
  }

  @Test(arguments: [0, 1, 32, 33, 70])
  func groupsAreNotTooLarge(count: Int) async throws {
    let runs = try (0..<count).map { try Self.run($0 + 1, 1, seed: 1) }
    let found = await runs.reading { Int($0[Crowd.company] ?? 0) }
    #expect(found == (0..<count).map { min(32, count - $0 / 32 * 32) })
  }

  @Test func oneAloneIsARunToo() {
    #expect(Crowd.run(Crowd.defaults, seed: 2)[Crowd.place] == 2101)
  }
}
