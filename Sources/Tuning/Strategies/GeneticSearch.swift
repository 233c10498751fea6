import Numerics

/// Breeds: of those that did well two are crossed, and the child is changed a little.
///
/// Parents win tournaments; every coordinate of the child is one parent's or the other's; numbers are
/// moved by a normal step, mirrored at the ends, and choices are drawn anew now and then; the best of
/// a generation live on.
///
/// Source: Eiben & Smith 2015, "Introduction to Evolutionary Computing", chapters 4 and 5.
package struct GeneticSearch: Strategy {
  package static let name = "genetic"
  package static let summary = "crosses and changes those that did best, generation by generation"

  /// How it breeds.
  package struct Breeding: Sendable, Hashable {
    /// How many live at once.
    package var population: Int

    /// How many meet in a tournament, with replacement.
    package var tournament = 3

    /// How likely two parents are crossed; otherwise the child is like the first.
    package var crossover = 0.7

    /// The standard deviation of a change of a number, as a share of its range.
    package var step = 0.1

    /// How many of the best live on unchanged.
    package var elite = 1

    /// - Precondition: at least one more lives than the elite.
    package init(population: Int) {
      precondition(population > 1, "parents and children")
      self.population = population
    }
  }

  private let search: Search
  private let breeding: Breeding

  package init(_ search: Search) {
    // Several generations, or it would be random search.
    self.init(search, Breeding(population: min(max(search.budget / 10, 4), 20)))
  }

  package init(_ search: Search, _ breeding: Breeding) {
    self.search = search
    self.breeding = breeding
  }

  package func propose(after observations: [Observation]) -> [Proposal] {
    let elite = max(0, min(breeding.elite, breeding.population - 1))
    var parents = Array(observations.prefix(breeding.population))
    guard parents.count == breeding.population else {
      return (observations.count..<breeding.population).map {
        Proposal(search.random("first generation", $0), resource: search.resource.most)
      }
    }
    let children = breeding.population - elite
    var (generation, end) = (1, breeding.population)
    while end + children <= observations.count {
      parents = parents.best(elite).map { parents[$0] } + observations[end..<end + children]
      generation += 1
      end += children
    }
    return (observations.count - end..<children).map { number in
      var stream = RandomStream(seed: search.seed, "generation \(generation)", number)
      return Proposal(child(of: parents, &stream), resource: search.resource.most)
    }
  }

  private func child(of parents: [Observation], _ stream: inout RandomStream) -> [Double] {
    let first = winner(among: parents, &stream)
    let second = winner(among: parents, &stream)
    let isCrossed = stream.bernoulli(breeding.crossover)
    let rate = 1 / Double(max(1, search.cube.dimensions))
    let point = search.cube.axes.indices.map { axis -> Double in
      let isSecond = stream.bernoulli(0.5) && isCrossed
      let gene = (isSecond ? second : first).point[axis]
      let (chance, step) = (stream.uniform(), stream.normal())
      guard case .choices = search.cube.axes[axis] else { return breeding.moved(gene, by: step) }
      // One draw tells whether the choice changes, and to what.
      return breeding.step > 0 && chance < rate ? chance / rate : gene
    }
    return search.cube.settled(point)
  }

  private func winner(among all: [Observation], _ stream: inout RandomStream) -> Observation {
    all[breeding.winner(among: all.count, &stream) { all[$0].isBetter(than: all[$1]) }]
  }
}

extension GeneticSearch.Breeding {
  /// The place of the winner of a tournament: the best of some that are drawn with replacement.
  ///
  /// - Parameters:
  ///   - count: how many there are to draw from.
  ///   - isBetter: whether the one at the first place is better than the one at the second; of equals
  ///     the one that was drawn first wins.
  /// - Precondition: there is at least one.
  package func winner(
    among count: Int, _ stream: inout RandomStream, isBetter: (Int, Int) -> Bool
  ) -> Int {
    var best = stream.integer(below: count)
    for _ in 1..<max(1, tournament) {
      let other = stream.integer(below: count)
      if isBetter(other, best) { best = other }
    }
    return best
  }

  /// The place in 0 … 1 at which a number ends up that is changed by so many steps and thrown back at
  /// both ends.
  package func moved(_ gene: Double, by steps: Double) -> Double {
    let place = gene + step * steps
    let rest = (place / 2 - (place / 2).rounded(.down)) * 2
    return rest > 1 ? 2 - rest : rest
  }
}
