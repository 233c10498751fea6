/// Tries points that are as likely anywhere, each by itself.
///
/// Source: Bergstra & Bengio 2012, "Random search for hyper-parameter optimization", Journal of Machine
/// Learning Research 13.
package struct RandomSearch: Strategy {
  package static let name = "random"
  package static let summary = "tries points drawn anywhere, each by itself"
  package static let plansAhead = false

  private let search: Search

  package init(_ search: Search) { self.search = search }

  package func propose(after observations: [Observation]) -> [Proposal] {
    search.round(after: observations.count) { search.random(Self.name, $0) }
  }
}

extension Search {
  /// How many points a search that learns nothing proposes at once.
  private static let roundSize = 64

  /// The rest of a round of points that depend on their number alone.
  func round(after count: Int, _ point: (Int) -> [Double]) -> [Proposal] {
    let end = (count / Self.roundSize + 1) * Self.roundSize
    return (count..<end).map { Proposal(point($0), resource: resource.most) }
  }
}
