import Experiments
import Numerics
import Tuning

/// Searches of Branin's function in three ways.
struct BreedingRace {
  /// What the best so far leaves by evaluation, mean over all searches, and what each search ends with.
  struct Way {
    let means: [Double]
    let ends: [Double]
  }

  let population: Int
  let evaluations: Int
  let genetic: Way
  let random: Way
  let halton: Way

  init(population: Int, evaluations: Int, seed: UInt64) {
    func way(_ name: String, _ make: (Search) -> any Strategy) -> Way {
      let all = (0..<EvolutionRace.searches).map { number in
        var stream = RandomStream(seed: seed, name, number)
        let search = Search(Cube(dimensions: 2), budget: evaluations, seed: stream.bits())
        return Self.regrets(of: make(search), evaluations)
      }
      let means = (0..<evaluations).map { time in
        all.reduce(0) { $0 + $1[time] } / Double(all.count)
      }
      return Way(means: means, ends: all.map { $0[evaluations - 1] })
    }
    self.population = population
    self.evaluations = evaluations
    genetic = way("genetic") {
      GeneticSearch($0, GeneticSearch.Breeding(population: population))
    }
    random = way("random", RandomSearch.init)
    halton = way("halton", HaltonSearch.init)
  }

  /// What the best so far leaves, evaluation by evaluation.
  private static func regrets(of strategy: any Strategy, _ evaluations: Int) -> [Double] {
    var observations: [Observation] = []
    while observations.count < evaluations {
      observations += strategy.propose(after: observations)
        .prefix(evaluations - observations.count)
        .map { Observation($0.point, loss: BraninSurface.regret($0.point)) }
    }
    var best = Double.infinity
    return observations.map { observation in
      best = min(best, observation.loss ?? .infinity)
      return best
    }
  }

  private static func mean(_ way: Way) -> Double { way.means[way.means.count - 1] }

  /// Generations that are whole: the first, then as many children as there are members but for the best.
  var generations: Int {
    evaluations < population ? 0 : 1 + (evaluations - population) / (population - 1)
  }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double)] {
    let sorted = genetic.ends.sorted()
    let middle = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    return [
      (EvolutionRace.geneticRegret, Self.mean(genetic)), (EvolutionRace.medianRegret, middle),
      (EvolutionRace.randomRegret, Self.mean(random)),
      (EvolutionRace.predictedRandomRegret, BraninSurface.randomRegret(after: evaluations)),
      (EvolutionRace.haltonRegret, Self.mean(halton)),
      (EvolutionRace.generations, Double(generations)),
    ]
  }

  var finding: Finding {
    func text(_ way: Way) -> String { NumberText.significant(Self.mean(way)) }
    let kind = EvolutionRace.verdict(genetic: Self.mean(genetic), halton: Self.mean(halton))
    let words =
      kind == EvolutionRace.evolves ? "Evolution pays off" : "It is too early for evolution"
    return Finding(
      kind, predicted: nil, measured: Self.mean(genetic),
      "\(words): after \(evaluations) evaluations, \(NumberText.count(generations, "whole generation")), the "
        + "regret is \(text(genetic)), that of Halton's points \(text(halton)) and that of random ones "
        + "\(text(random)).")
  }

  var bestFigure: Figure {
    let times = Set(
      Spacing.values(40, over: 1...Double(evaluations), .log).map { Int($0.rounded()) }
    ).sorted()
    let x = times.map(Double.init)
    func series(_ name: String, _ way: Way) -> Figure.Series {
      Figure.Series(name, x: x, y: times.map { way.means[$0 - 1] })
    }
    return Figure(
      EvolutionRace.bestFigure, .line, title: "best so far, mean of 64 searches",
      x: Figure.Axis("evaluations", .log), y: Figure.Axis("regret", .log),
      series: [
        series("genetic", genetic), series("random", random), series("Halton", halton),
        Figure.Series(
          "random, expected", .theory, x: x, y: times.map { BraninSurface.randomRegret(after: $0) }),
      ])
  }
}

extension EvolutionRace {
  /// What a genetic search is found to be beside points that fill the space evenly.
  static func verdict(genetic: Double, halton: Double) -> FindingKind {
    genetic < 0.8 * halton ? evolves : tooEarly
  }
}
