/// Tries the points of Halton's sequence, moved by a random amount.
package struct HaltonSearch: Strategy {
  package static let name = "halton"
  package static let summary = "tries points that fill the space evenly however many there are"
  package static let plansAhead = false

  private let search: Search
  private let points: HaltonPoints

  package init(_ search: Search) {
    self.search = search
    points = HaltonPoints(dimensions: search.cube.dimensions, seed: search.seed)
  }

  package func propose(after observations: [Observation]) -> [Proposal] {
    search.round(after: observations.count) { search.cube.settled(points[$0 + 1]) }
  }
}
