/// Tries the points of a Latin hypercube: as many slices of every axis as trials, one in each.
package struct LatinHypercubeSearch: Strategy {
  package static let name = "latin"
  package static let summary = "tries random points that meet every slice of every knob once"

  private let points: [[Double]]
  private let resource: Double

  package init(_ search: Search) {
    points = LatinHypercube(
      search.budget, dimensions: search.cube.dimensions, seed: search.seed
    ).points.map(search.cube.settled)
    resource = search.resource.most
  }

  /// Ends with its budget, as its points fill the cube only all together.
  package func propose(after observations: [Observation]) -> [Proposal] {
    points.dropFirst(observations.count).map { Proposal($0, resource: resource) }
  }
}
