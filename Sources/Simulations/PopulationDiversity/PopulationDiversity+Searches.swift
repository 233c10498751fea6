import Experiments
import Numerics
import Tuning

/// Genetic searches among the dents, with means over them.
struct DentSearches {
  let breeding: GeneticSearch.Breeding
  let dimensions: Int
  let evaluations: Int
  let seed: UInt64

  /// The lowest loss of each search.
  let regrets: [Double]

  /// The mean of the lowest loss so far, by evaluation.
  let best: [Double]

  /// The mean diversity, by whole generation.
  let diversities: [Double]

  init(_ settings: Settings, seed: UInt64) {
    let evaluations = settings[PopulationDiversity.evaluations]
    // No more than there are to be judged.
    var breeding = GeneticSearch.Breeding(
      population: min(settings[PopulationDiversity.population], evaluations))
    breeding.tournament = settings[PopulationDiversity.tournament]
    breeding.crossover = settings[PopulationDiversity.crossover]
    breeding.step = settings[PopulationDiversity.mutationStep]
    self.init(
      breeding, dimensions: settings[PopulationDiversity.dimensions], evaluations: evaluations,
      seed: seed)
  }

  init(_ breeding: GeneticSearch.Breeding, dimensions: Int, evaluations: Int, seed: UInt64) {
    let (population, children) = (breeding.population, breeding.population - 1)
    var regrets: [Double] = []
    var best = [Double](repeating: 0, count: evaluations)
    var diversities = [Double](repeating: 0, count: 1 + (evaluations - population) / children)
    for number in 0..<PopulationDiversity.searches {
      var stream = RandomStream(seed: seed, "search", number)
      var (judged, lowest) = (0, Double.infinity)
      /// Takes note of losses in their order.
      func note(_ losses: [Double]) {
        for loss in losses {
          lowest = min(lowest, loss)
          best[judged] += lowest
          judged += 1
        }
      }
      let anywhere = (0..<population * dimensions).map { _ in stream.uniform() }
      var generation = Generation(anywhere, breeding, dimensions: dimensions)
      note(generation.losses)
      diversities[0] += generation.diversity
      for count in diversities.indices.dropFirst() {
        note(generation.follow(with: generation.children(children, &stream)))
        diversities[count] += generation.diversity
      }
      // What is left is too little for a whole generation.
      note(generation.follow(with: generation.children(evaluations - judged, &stream)))
      regrets.append(lowest)
    }
    let count = Double(PopulationDiversity.searches)
    self.breeding = breeding
    self.dimensions = dimensions
    self.evaluations = evaluations
    self.seed = seed
    self.regrets = regrets
    self.best = best.map { $0 / count }
    self.diversities = diversities.map { $0 / count }
  }

  var regret: Double { best[evaluations - 1] }

  var medianRegret: Double {
    let sorted = regrets.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  var randomRegret: Double { DentedBowl.random(dimensions: dimensions, places: evaluations) }
  var diversity: Double { diversities[diversities.count - 1] }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double)] {
    [
      (PopulationDiversity.regret, regret), (PopulationDiversity.medianRegret, medianRegret),
      (PopulationDiversity.randomRegret, randomRegret), (PopulationDiversity.diversity, diversity),
      (PopulationDiversity.generations, Double(diversities.count)),
    ]
  }

  var finding: Finding {
    let kind = PopulationDiversity.verdict(
      regret: regret, random: randomRegret, diversity: diversity)
    let spread = "the members are \(NumberText.significant(diversity)) apart at the end"
    let words =
      switch kind {
      case PopulationDiversity.noBetter:
        diversity < 0.03
          ? "The search is stuck: \(spread)" : "What parents had is lost in the steps: \(spread)"
      case PopulationDiversity.converged: "The search has settled: \(spread)"
      default: "The search still looks about: \(spread)"
      }
    return Finding(
      kind, predicted: randomRegret, measured: regret,
      "\(words), and the regret is \(NumberText.significant(regret)), where random search leaves "
        + "\(NumberText.significant(randomRegret)) in expectation.")
  }
}

extension PopulationDiversity {
  /// What a search is found to be, by what it leaves and by how far its members are apart.
  static func verdict(regret: Double, random: Double, diversity: Double) -> FindingKind {
    if regret >= 0.9 * random { return noBetter }
    return diversity < 0.03 ? converged : searching
  }
}
