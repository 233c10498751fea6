import Learning
import Numerics
import Testing

@Suite struct StoppingTests {
  static let cases: [(losses: [Double], patience: Int, by: Double, stop: Int?, best: Int?)] = [
    ([], 3, 0, nil, nil),
    ([5, 4, 3, 2, 1], 1, 0, nil, 4),
    ([5, 4, 4, 4, 1], 2, 0, 3, 1),
    ([5, 4, 4, 4, 1], 3, 0, nil, 4),
    ([5, 4, 6, 3, 7, 8, 9, 1], 3, 0, 6, 3),
    ([1, 1, 1], 5, 0, nil, 0),
    // Too small to count, though the lowest.
    ([5, 4.95, 4.9, 4.85], 3, 0.2, 3, 3),
    ([5, 4.9, 4.8, 4.7, 4.6], 3, 0.2, nil, 4),
    // Exactly the smallest improvement is none.
    ([2, 1.5, 1], 2, 0.5, nil, 2),
    ([2, 1.5, 1.5], 2, 0.5, 2, 1),
    ([.nan, .nan, .nan], 2, 0, 2, nil),
    ([3, .nan, 2, .infinity, .nan], 2, 0, 4, 2),
    ([.infinity, 1], 1, 0, nil, 1),
    ([4, 5, 3], 0, 0, 1, 0),
  ]

  @Test(arguments: cases)
  func decides(losses: [Double], patience: Int, by: Double, stop: Int?, best: Int?) {
    let decision = Stopping(patience: patience, smallestImprovement: by).decision(losses)
    #expect(decision.stop == stop && decision.best == best)
  }

  /// What comes behind a stop does not change it, and nothing before it stops.
  @Test func decisionsDuringARunAgreeWithTheOneAfterwards() {
    var stream = RandomStream(seed: 11, "losses")
    for _ in 0..<300 {
      let losses = (0..<40).map { _ in Double(stream.integer(below: 30)) }
      let rule = Stopping(
        patience: 1 + stream.integer(below: 12), smallestImprovement: stream.uniform())
      let whole = rule.decision(losses)
      for end in losses.indices {
        let part = rule.decision(Array(losses[...end]))
        #expect(part.stop == whole.stop.flatMap { $0 <= end ? $0 : nil })
        if let stop = whole.stop, end >= stop { #expect(part == whole) }
      }
      let seen = losses[...(whole.stop ?? 39)]
      let lowest = seen.min()
      let first = seen.firstIndex { $0 == lowest }
      #expect(whole.best == first)
    }
  }

  /// Keras's rule by looking at the whole history again after every epoch.
  static func rescanned(_ rule: Stopping, _ losses: [Double]) -> (stop: Int?, best: Int?) {
    func lowest(_ end: Int) -> Int? {
      let numbers = losses[...end].filter { $0 < .infinity }
      return numbers.min().flatMap { losses.firstIndex(of: $0) }
    }
    var marks: [Int] = []
    for (epoch, loss) in losses.enumerated() {
      let mark = marks.last.map { losses[$0] } ?? .infinity
      if loss < mark - rule.smallestImprovement { marks.append(epoch) }
      if epoch - (marks.last ?? 0) >= rule.patience { return (epoch, lowest(epoch)) }
    }
    return (nil, losses.isEmpty ? nil : lowest(losses.count - 1))
  }

  /// One loss at a time leads where the whole history does, overflows and gaps included.
  @Test func watchingAgreesWithRescanning() {
    var stream = RandomStream(seed: 12, "losses")
    var (stops, runs) = (0, 0)
    for round in 0..<400 {
      let losses = (0..<30).map { _ -> Double in
        let loss = Double(stream.integer(below: 25)) - 5
        return loss < 18 ? loss : [.nan, .infinity, -.infinity][(Int(loss) + round) % 3]
      }
      let rule = Stopping(
        patience: 1 + stream.integer(below: 9), smallestImprovement: Double(round % 3))
      var watch = Stopping.Watch(rule)
      #expect(watch.decision == rule.decision([]))
      for (end, loss) in losses.enumerated() {
        watch.observe(loss)
        let expected = Self.rescanned(rule, Array(losses[...end]))
        #expect(watch.decision.stop == expected.stop && watch.decision.best == expected.best)
        #expect(rule.decision(Array(losses[...end])) == watch.decision)
        runs += 1
        stops += expected.stop == nil ? 0 : 1
      }
    }
    // Both answers are common.
    #expect(stops > runs / 10 && stops < runs * 9 / 10)
  }
}
