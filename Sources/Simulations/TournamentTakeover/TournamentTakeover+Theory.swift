import Experiments
import Numerics

/// The number of copies of the best from generation to generation: i become Bin(N, 1 − (1 − i/N)ᵏ).
struct CopiesChain {
  let population: Int
  let tournament: Int

  init(population: Int, tournament: Int) {
    self.population = population
    self.tournament = tournament
  }

  /// The chance that a tournament has one of so many copies of the best in it, and so is won by it.
  func chance(copies: Int) -> Double { grown(Double(copies) / Double(population)) }

  /// What a share of the best becomes in expectation.
  func grown(_ share: Double) -> Double { 1 - (1 - share).raised(to: tournament) }

  /// The chances of 0, 1 … N copies after so many.
  private func next(copies: Int) -> [Double] {
    BinomialLaw.chances(of: population, success: chance(copies: copies))
  }

  /// The chance that a single best is lost, and how long a takeover takes where it is not.
  ///
  /// Over the numbers of copies between none and all, with Q for the chances between them and a for those
  /// to all at once, the chances of a takeover are h = (1 − Q)⁻¹a, and the times, where others count as 0,
  /// are (1 − Q)⁻¹h: a path is as long as there are states on it, and each sees the rest of it win.
  var fate: (lost: Double, generations: Double) {
    let size = population - 1
    let rows = (1..<population).map(next)
    var matrix = rows.flatMap { row in row[1...size].map { -$0 } }
    for place in 0..<size { matrix[place * size + place] += 1 }
    let equations = LinearEquations(matrix, size: size)
    let won = equations.solve(rows.map { $0[population] })
    // Lost directly: 1 − h would round where hardly any are lost.
    let lost = equations.solve(rows.map { $0[0] })
    return (lost[0], equations.solve(won)[0] / won[0])
  }

  /// The share of the best after each of so many generations, in expectation.
  func shares(_ generations: Int) -> [Double] {
    let rows = (0...population).map(next)
    var chances = [Double](repeating: 0, count: population + 1)
    chances[1] = 1
    var shares = [1 / Double(population)]
    for _ in 0..<generations {
      var after = [Double](repeating: 0, count: population + 1)
      for (copies, chance) in chances.enumerated() where chance > 0 {
        for (count, next) in rows[copies].enumerated() { after[count] += chance * next }
      }
      chances = after
      let mean = chances.enumerated().reduce(0) { $0 + Double($1.0) * $1.1 }
      shares.append(mean / Double(population))
    }
    return shares
  }

  /// The generations until the share of the best is all but one member, if it grew as in expectation; nil
  /// if it does not grow.
  var steadyGenerations: Int? {
    guard tournament > 1 else { return nil }
    var (share, generations) = (1 / Double(population), 0)
    while 1 - share > 1 / Double(population) {
      share = grown(share)
      generations += 1
    }
    return generations
  }

  /// The rough time to a takeover, (ln N + ln ln N)/ln k.
  ///
  /// Source: Goldberg & Deb 1991, "A comparative analysis of selection schemes used
  /// in genetic algorithms", Foundations of Genetic Algorithms 1.
  var roughGenerations: Double? {
    guard tournament > 1 else { return nil }
    let size = Elementary.log(Double(population))
    return (size + Elementary.log(size)) / Elementary.log(Double(tournament))
  }
}

extension TournamentTakeover {
  /// What selection is found to do with the best.
  static func verdict(lost: Double, tournament: Int) -> FindingKind {
    if tournament == 1 { return drift }
    return lost >= 0.05 ? losesBest : keepsBest
  }
}
