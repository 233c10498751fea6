/// Halves in several brackets, from many arms with little each to few arms with all there is.
///
/// The number of arms is that of the paper's algorithm 1, ⌈(s_max + 1)ηˢ/(s + 1)⌉, which its table 1
/// does not follow. Brackets follow one another, and begin anew after the last, until the budget is
/// spent.
///
/// Source: Li, Jamieson, DeSalvo et al. 2018, "Hyperband: a novel bandit-based approach to
/// hyperparameter optimization", Journal of Machine Learning Research 18(185), algorithm 1.
package struct Hyperband: Strategy {
  package static let name = "hyperband"
  package static let summary = "halves several times, from many with little time to few with all"
  package static let buysResource = true

  private let search: Search
  package let brackets: [Bracket]

  package init(_ search: Search) {
    self.search = search
    brackets = Self.brackets(search.resource)
  }

  /// The brackets in their order, the one with the most arms first; counted in whole numbers.
  package static func brackets(_ resource: Resource) -> [Bracket] {
    let most = resource.steps
    return (0...most).reversed().map { steps in
      let power = (0..<steps).reduce(1) { power, _ in power * resource.factor }
      let arms = ((most + 1) * power + steps) / (steps + 1)
      return Bracket(arms: arms, steps: steps, factor: resource.factor)
    }
  }

  package func propose(after observations: [Observation]) -> [Proposal] {
    var (start, begun) = (0, 0)
    while true {
      let bracket = brackets[begun % brackets.count]
      if observations.count < start + bracket.trials {
        let first = start
        return bracket.propose(after: observations[first...], of: search) {
          search.random("arm of bracket \(begun)", $0)
        }
      }
      start += bracket.trials
      begun += 1
    }
  }

  package func isWorthMore(_ report: Observation, among others: [Observation]) -> Bool {
    report.isAmongBest(of: others, share: search.resource.factor)
  }
}
