import Experiments
import Grading
import Testing

@testable import Authoring

@Suite struct PromisesTests {
  private static func faults(_ directive: String) async throws -> [String] {
    let subject = try Toys.subject("```\(directive)\n```")
    #expect(subject.entry.faults.map(\.text) == [])
    return await Promises.faults(in: subject, .none).map(\.text)
  }

  @Test(arguments: [
    "simulate plane\nset: x = 0.5\nexpect: x in 0.5 ... 0.5\nexpect: y <= 0",
    "compare plane\ncase: a | x = 0.1\ncase: b | x = 0.9\nexpect: a | x < 0.2\nexpect: b | x > 0.8",
    "simulate dice\nset: x = 0.45\nexpect: win >= 1\nexpect: error < 0.2\nexpect: fixed in 0.45 ... 0.45",
    "simulate dice\nexpect: weather in 0 ... 1",
    "simulate dice",
  ])
  func whatIsSoIsAccepted(directive: String) async throws {
    #expect(try await Self.faults(directive) == [])
  }

  @Test func aWrongNumberIsRefused() async throws {
    let faults = try await Self.faults(
      "simulate plane\nset: x = 0.5\nexpect: x in 0.4 ... 0.6\nexpect: x > 0.7\nexpect: never < 1")
    #expect(
      faults == [
        "f.md:11:9: expect x > 0.7 does not hold: measured 0.500; "
          + "change the number or the settings",
        "f.md:12:9: expect never < 1 does not hold: measured never; "
          + "change the number or the settings",
      ])
  }

  @Test func whatOtherSeedsDoNotKeepIsRefused() async throws {
    let seed = try #require(
      (0...UInt64(100)).first { (0.1...0.2).contains(Dice.uniform($0, stream: 1)) })
    let kept = (0...UInt64(20)).filter { $0 != seed }.prefix(20)
      .count { Dice.uniform($0, stream: 1) < 0.3 }
    let directive = "simulate dice\nseed: \(seed)\nexpect: weather < 0.3"
    let faults = try await Self.faults(directive)
    #expect(faults.count == 1)
    let beginning =
      "f.md:10:9: expect weather < 0.3 holds on the seed shown but on only \(kept) of 20 others; "
      + "widen it, such as to \"weather < 0."
    #expect(faults.allSatisfy { $0.hasPrefix(beginning) }, "\(faults)")
    #expect(try await Self.faults(directive + " (on this seed)") == [])
  }

  @Test func onThisSeedIsNoExcuseForAWrongNumber() async throws {
    let faults = try await Self.faults("simulate dice\nexpect: weather > 1 (on this seed)")
    #expect(faults.count == 1)
  }

  @Test(arguments: [
    "simulate dice\nexpect: weather > 1 (on that seed)",
    "simulate dice\nexpect: weather > 1 (2 points)",
  ])
  func otherWordsInParenthesesAreFaults(directive: String) throws {
    let faults = try Toys.subject("```\(directive)\n```").entry.faults.map(\.text)
    #expect(faults.count == 1)
    #expect(faults.allSatisfy { $0.contains("expected \"(on this seed)\"") }, "\(faults)")
  }

  @Test(
    arguments: [
      (.below(0), "weather < 20"), (.atMost(0), "weather <= 19"), (.above(50), "weather > 1.9"),
      (.atLeast(50), "weather >= 2"), (.within(5...6), "weather in 2 ... 19"),
      (.within(0...6), "weather in 0 ... 19"), (.below(30), "weather < 30"),
      (
        Interval(lower: .init(5, isClosed: false), upper: .init(6, isClosed: true)),
        "1.9 < weather <= 19"
      ),
    ] as [(Interval, String)])
  func widenedBoundsHoldOnAllButTheOutermost(interval: Interval, source: String) throws {
    let criterion = Criterion(metric: Dice.weather, interval: interval, points: 1)
    let values = (1...20).map { Optional(Double($0)) }
    let widened = try #require(criterion.widened(over: values))
    #expect(widened.source == source)
    #expect(values.count { widened.holds($0) } >= 18)
    #expect(criterion.widened(over: values + [nil]) == nil)
  }
}
