import Experiments
import Testing

@testable import Tuning

@Suite struct TrialsTests {
  private static func trials(_ values: [Double]) throws -> Trials<[Double?]> {
    Trials(
      try values.map { try Bowl.at("x", "\($0)") }, of: Bowl.self, from: 7,
      measuring: [Bowl.loss, Bowl.seed])
  }

  @Test func everyTrialMeetsTheSameSeedsInOrder() async throws {
    var trials = try Self.trials([0, 0.5, 1])
    await trials.advance(by: 3)
    await trials.advance(by: 2)
    for trial in trials.trials {
      #expect(trial.readings.map { $0[1] } == [7, 8, 9, 10, 11])
    }
  }

  /// What is found is what each run gives alone, however many are made at once.
  @Test(arguments: [[5], [1, 1, 1, 1, 1], [2, 3], [4, 0, 1]])
  func theStrideDoesNotMatter(strides: [Int]) async throws {
    var trials = try Self.trials([0, 1])
    for stride in strides { await trials.advance(by: stride) }
    for trial in trials.trials {
      let alone = (0..<5).map { Bowl.run(trial.settings, seed: 7 + UInt64($0))[Bowl.loss] }
      #expect(trial.readings.map { $0[0] } == alone)
    }
  }

  @Test func onlyWhatIsOpenGoesOn() async throws {
    var trials = try Self.trials([0, 0.5, 1])
    let goesOn = await trials.advance(by: 2) { $0.settings["x"] != .real(0.5) }
    #expect(goesOn)
    #expect(trials.trials.map(\.readings.count) == [2, 0, 2])
    await trials.advance { $0.readings.count < 2 }
    #expect(trials.trials.map(\.readings.count) == [2, 1, 2])
    // What comes later meets the first seeds all the same.
    #expect(trials.trials[1].readings[0][1] == 7)
    let isDone = await !trials.advance { _ in false }
    #expect(isDone)
    #expect(await !trials.advance(by: 0))
    #expect(await !trials.advance(by: -1))
  }

  @Test func seedsGoOnPastTheLargest() async throws {
    var trials = Trials(
      [Bowl.defaults], of: Bowl.self, from: .max, measuring: [Bowl.seed])
    await trials.advance(by: 2)
    #expect(trials.trials[0].readings.count == 2)
  }

  @Test func aKeyIsOfOneRunAlone() throws {
    let runs = try [
      Run(Bowl.self, Bowl.defaults, seed: 1), Run(Bowl.self, Bowl.defaults, seed: 2),
      Run(Bowl.self, Bowl.at("x", "1"), seed: 1), Run(Bowl.self, Bowl.at("mode", "b"), seed: 1),
      Run(RunGroupTests.Crowd.self, RunGroupTests.Crowd.defaults, seed: 1),
    ]
    #expect(Set(runs.map(\.key)).count == runs.count)
    #expect(Set(runs.map(\.key.text)).count == runs.count)
    // A default that was turned to is the default.
    #expect(Run(Bowl.self, try Bowl.at("x", "0"), seed: 1).key == runs[0].key)
  }
}
