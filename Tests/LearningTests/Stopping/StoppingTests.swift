import Learning
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
}
