import Experiments

/// What populations are measured by, found to be, and how they are drawn.
struct TakeoverReport {
  let chain: CopiesChain
  let takeovers: Takeovers
  private let fate: (lost: Double, generations: Double)

  init(chain: CopiesChain, takeovers: Takeovers) {
    self.chain = chain
    self.takeovers = takeovers
    fate = chain.fate
  }

  /// Every metric with its value, if it has one.
  var values: [(metric: Metric, value: Double?)] {
    [
      (TournamentTakeover.generations, takeovers.generations),
      (TournamentTakeover.predictedGenerations, fate.generations),
      (TournamentTakeover.lostShare, takeovers.lostShare),
      (TournamentTakeover.predictedLostShare, fate.lost),
      (TournamentTakeover.firstShare, takeovers.share(after: 1)),
      (TournamentTakeover.chance, chain.chance(copies: 1)),
      (TournamentTakeover.steadyGenerations, chain.steadyGenerations.map(Double.init)),
      (TournamentTakeover.roughGenerations, chain.roughGenerations),
    ]
  }

  var finding: Finding {
    let kind = TournamentTakeover.verdict(lost: fate.lost, tournament: chain.tournament)
    let lost =
      "\(share(takeovers.lostShare)) of the populations lose their best, \(share(fate.lost)) in expectation"
    let words =
      kind == TournamentTakeover.drift
      ? "A tournament of one takes whoever comes: \(lost), as any of the \(chain.population) is as likely "
        + "to be the last."
      : "\(lost); where it is kept, all are its copies after "
        + "\(NumberText.fixed(fate.generations, decimals: 1)) generations on average."
    return Finding(kind, predicted: fate.lost, measured: takeovers.lostShare, words)
  }

  private func share(_ value: Double) -> String { NumberText.fixed(value, decimals: 3) }

  // How it is drawn

  /// The generations that are drawn: twice as many as are needed without chance.
  var drawn: Int { min(Takeovers.kept, 2 * (chain.steadyGenerations ?? Takeovers.kept)) }

  var shareFigure: Figure {
    let x = (0...drawn).map(Double.init)
    var steady = [1 / Double(chain.population)]
    for _ in 0..<drawn { steady.append(chain.grown(steady[steady.count - 1])) }
    return Figure(
      TournamentTakeover.shareFigure, .scatter,
      title: "\(chain.population) members, tournaments of \(chain.tournament)",
      x: Figure.Axis("generation"), y: Figure.Axis("share of the best"),
      series: [
        Figure.Series("measured", x: x, y: (0...drawn).map(takeovers.share)),
        Figure.Series("expected", .theory, x: x, y: chain.shares(drawn)),
        Figure.Series("without chance", .theory, x: x, y: steady),
      ])
  }

  /// Populations as these with tournaments of every size.
  private var sizes: [(chain: CopiesChain, takeovers: Takeovers)] {
    (1...10).map { size in
      (
        CopiesChain(population: chain.population, tournament: size),
        Takeovers(population: chain.population, tournament: size, seed: takeovers.seed)
      )
    }
  }

  var timeFigure: Figure {
    let sizes = sizes
    let x = sizes.map { Double($0.chain.tournament) }
    return Figure(
      TournamentTakeover.timeFigure, .scatter,
      title: "generations until all \(chain.population) are the best",
      x: Figure.Axis("tournament"), y: Figure.Axis("generations", .log),
      series: [
        Figure.Series("measured", x: x, y: sizes.map { $0.takeovers.generations ?? .nan }),
        Figure.Series("expected", .theory, x: x, y: sizes.map { $0.chain.fate.generations }),
        Figure.Series(
          "rough formula", .theory, x: Array(x.dropFirst()),
          y: sizes.compactMap { $0.chain.roughGenerations }),
      ], markers: [Figure.Marker("this run", x: Double(chain.tournament))])
  }

  var lostFigure: Figure {
    let sizes = sizes
    let x = sizes.map { Double($0.chain.tournament) }
    return Figure(
      TournamentTakeover.lostFigure, .scatter, title: "populations that lose their best",
      x: Figure.Axis("tournament"), y: Figure.Axis("share"),
      series: [
        Figure.Series("measured", x: x, y: sizes.map { $0.takeovers.lostShare }),
        Figure.Series("expected", .theory, x: x, y: sizes.map { $0.chain.fate.lost }),
      ], markers: [Figure.Marker("this run", x: Double(chain.tournament))])
  }
}
