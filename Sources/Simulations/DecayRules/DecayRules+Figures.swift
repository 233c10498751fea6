import Experiments

extension DecayRun {
  var weightFigure: Figure {
    let passed = weights.indices.map(Double.init)
    var series = [Figure.Series("with decay", x: passed, y: weights)]
    if slope > 0 {
      series.append(Figure.Series("without decay", x: passed, y: twins))
    } else {
      series.append(
        Figure.Series(
          "theory", .theory, x: passed, y: weights.indices.map { predicted(after: $0) ?? .nan }))
    }
    return Figure(
      DecayRules.weightFigure, .line, title: "the weight, step by step",
      x: Figure.Axis("step"), y: Figure.Axis("weight"), series: series)
  }

  var alphaFigure: Figure {
    let decays = Spacing.values(26, over: 1e-4...10, .log)
    let series = DecayRules.Rule.allCases.map { rule in
      Figure.Series(
        rule.rawValue, x: decays,
        y: decays.map { decay in
          let taken = DecayRun(
            rule: rule, decay: decay, rate: rate, steps: steps, slope: slope
          ).decayed
          return taken > 1e-9 ? taken : .nan
        })
    }
    return Figure(
      DecayRules.alphaFigure, .line, title: "what decay takes away in \(steps) steps",
      x: Figure.Axis("weight decay α", .log), y: Figure.Axis("taken away", .log), series: series)
  }
}
