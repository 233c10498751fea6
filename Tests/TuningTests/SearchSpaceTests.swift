import Experiments
import Numerics
import Testing

@testable import Tuning

@Suite struct SearchSpaceTests {
  static let domains: [Domain] = [
    .linear(-2...3), .log(1e-4...10), .linear(5...5), .integer(1...7, .linear),
    .integer(-3...3, .linear), .integer(1...1000, .log), .integer(4...4, .log),
    .choice(["a"]), .choice(["a", "b", "c"]),
  ]

  @Test(arguments: domains) func everyShareIsAValueOfTheDomain(_ domain: Domain) throws {
    var stream = RandomStream(seed: 1, "shares")
    let ends = [0, 1, -1, 2, -Double.infinity, .infinity, 0x1p-1074, 1.nextDown]
    for share in ends + (0..<200).map({ _ in stream.uniform() }) {
      let value = try #require(domain.value(at: share))
      #expect(domain.contains(value), "\(share) gives \(value.text)")
    }
    #expect(domain.value(at: .nan) == nil)
  }

  @Test(arguments: domains) func theWayThereIsTheWayBack(_ domain: Domain) throws {
    for value in domain.grid(40) {
      let back = try #require(domain.value(at: domain.coordinate(of: value)))
      switch (value, back) {
      case (.real(let one), .real(let other)):
        #expect(abs(one - other) <= 1e-13 * max(abs(one), abs(other), 1))
      default: #expect(value == back)
      }
    }
  }

  @Test(arguments: domains) func theEndsOfTheWayAreTheEndsOfTheDomain(_ domain: Domain) {
    #expect(domain.value(at: 0) == domain.grid(40).first)
    #expect(domain.value(at: 1) == domain.grid(40).last)
  }

  /// Equal lengths of the way are equally many whole numbers, or equal ratios of them.
  @Test func wholeNumbersHaveEqualParts() {
    var counts = [Int: Int]()
    for step in 0..<7000 {
      let value = Domain.integer(1...7, .linear).value(at: (Double(step) + 0.5) / 7000)
      if case .integer(let number) = value { counts[number, default: 0] += 1 }
    }
    #expect(counts == Dictionary(uniqueKeysWithValues: (1...7).map { ($0, 1000) }))
    #expect(Domain.integer(1...1000, .log).value(at: 0.5) == .integer(22))
    #expect(Domain.log(1e-4...1).value(at: 0.25)?.text.hasPrefix("0.001") == true)
  }

  @Test func whatIsNotInTheDomainStandsAtAnEnd() {
    #expect(Domain.linear(0...1).coordinate(of: .real(7)) == 1)
    #expect(Domain.linear(0...1).coordinate(of: .real(-7)) == 0)
    #expect(Domain.log(1...2).coordinate(of: .real(-7)) == 0)
    #expect(Domain.choice(["a"]).coordinate(of: .choice("b")) == 0)
    #expect(Domain.choice([]).value(at: 0.5) == nil)
    #expect(Domain.linear(0...1).coordinate(of: .choice("b")) == 0)
  }

  @Test func aPointTurnsItsKnobsAlone() throws {
    let space = SearchSpace([Bowl.x, Bowl.steps], of: try Bowl.at("mode", "b"))
    let settings = try #require(space.settings(at: [0.75, 0.5]))
    #expect(settings["x"] == .real(1))
    #expect(settings["steps"] == .integer(50))
    #expect(settings["mode"] == .choice("b"))
    #expect(space.point(of: settings)[0] == 0.75)
    for point in [[], [0.5], [0.5, 0.5, 0.5], [0.5, .nan]] {
      #expect(space.settings(at: point) == nil)
    }
  }
}
