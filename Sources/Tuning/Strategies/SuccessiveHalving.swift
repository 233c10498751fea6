/// Gives many little of the resource, and the best of them ever more.
///
/// Source: Jamieson & Talwalkar 2016, "Non-stochastic best arm identification and hyperparameter
/// optimization", AISTATS.
package struct SuccessiveHalving: Strategy {
  package static let name = "halving"
  package static let summary = "gives many little time, and the best third of them three times more"
  package static let buysResource = true

  private let search: Search
  package let bracket: Bracket

  /// As many arms as the budget has trials for, over as many rungs as the resource has steps.
  package init(_ search: Search) {
    self.search = search
    let factor = search.resource.factor
    var arms = 1
    while Bracket(arms: arms + 1, steps: search.resource.steps, factor: factor).trials
      <= search.budget
    { arms += 1 }
    bracket = Bracket(arms: arms, steps: search.resource.steps, factor: factor)
  }

  package func propose(after observations: [Observation]) -> [Proposal] {
    bracket.propose(after: observations[...], of: search) { search.random("arm", $0) }
  }

  package func isWorthMore(_ report: Observation, among others: [Observation]) -> Bool {
    report.isAmongBest(of: others, share: search.resource.factor)
  }
}

extension Observation {
  /// Whether no more than one in `share` of all are better; with fewer than that the best alone.
  ///
  /// Asynchronous successive halving: Li, Jamieson, Rostamizadeh et al. 2020, "A system for massively
  /// parallel hyperparameter tuning", MLSys, algorithm 2.
  func isAmongBest(of others: [Observation], share: Int) -> Bool {
    others.count { $0.isBetter(than: self) } < max(1, (others.count + 1) / share)
  }
}

/// One successive halving: so many arms at first, of which ever fewer are given ever more.
package struct Bracket: Sendable, Hashable {
  /// How many arms there are on every rung.
  package let rungs: [Int]

  /// How many times fewer arms each rung has, and how many times more each of them is given.
  package let factor: Int

  /// - Parameters:
  ///   - arms: how many begin.
  ///   - steps: how many rungs follow on the first, if there are arms left for them.
  ///   - factor: η.
  package init(arms: Int, steps: Int, factor: Int) {
    var rungs: [Int] = []
    var left = max(1, arms)
    // ⌊n η⁻ⁱ⌋ is ⌊⌊n η⁻ⁱ⁺¹⌋ η⁻¹⌋.
    for _ in 0...max(0, steps) where left > 0 {
      rungs.append(left)
      left /= factor
    }
    self.rungs = rungs
    self.factor = factor
  }

  /// All trials of all rungs.
  package var trials: Int { rungs.reduce(0, +) }

  /// What every arm of a rung is given, where those of the last are given `most`.
  package func resource(ofRung rung: Int, most: Double) -> Double {
    (rung..<max(rung, rungs.count - 1)).reduce(most) { amount, _ in amount / Double(factor) }
  }

  /// What all arms of all rungs are given, each rung afresh or going on from what it had.
  package func cost(most: Double, isResumed: Bool = false) -> Double {
    rungs.indices.reduce(0) { sum, rung in
      let before = isResumed && rung > 0 ? resource(ofRung: rung - 1, most: most) : 0
      return sum + Double(rungs[rung]) * (resource(ofRung: rung, most: most) - before)
    }
  }

  /// The rest of the rung that has begun.
  ///
  /// - Parameters:
  ///   - done: what was observed of this bracket.
  ///   - arm: the point of an arm, by its number in the bracket.
  func propose(
    after done: ArraySlice<Observation>, of search: Search, arm: (Int) -> [Double]
  ) -> [Proposal] {
    var (start, previous) = (done.startIndex, ArraySlice<Observation>())
    for (rung, count) in rungs.enumerated() {
      guard done.endIndex < start + count else {
        previous = done[start..<start + count]
        start += count
        continue
      }
      let amount = resource(ofRung: rung, most: search.resource.most)
      let before = Array(previous)
      let points =
        rung == 0 ? (0..<count).map(arm) : before.best(count).map { before[$0].point }
      return points.dropFirst(done.endIndex - start).map { Proposal($0, resource: amount) }
    }
    return []
  }
}
