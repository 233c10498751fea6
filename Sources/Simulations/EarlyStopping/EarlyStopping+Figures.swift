import Experiments
import Learning
import Numerics

extension StoppingRuns {
  /// The first run's losses up to the horizon; training goes on only for the picture.
  func lossesFigure(seed: UInt64) -> Figure {
    let model = problem.linear
    let verdict = verdicts[0]
    // What no weights can fit, one draw for each example beyond the directions.
    var stream = RandomStream(seed: seed, "residuals")
    let residual = (model.eigenvalues.count..<model.examples).reduce(0.0) { sum, _ in
      let draw = stream.normal()
      return sum + draw * draw
    }
    let floor = residual / Double(model.examples)
    let lambda = Directions(directions: model.eigenvalues)
    let training = first.path[1...].map { learned in
      (lambda * (learned - first.fit) * (learned - first.fit)).total + floor
    }
    return Figure(
      EarlyStopping.lossesFigure, .line, title: "one run, its stop and its best step",
      x: Figure.Axis("step", .log), y: Figure.Axis("mean squared error", .log),
      series: [
        Figure.Series("training", x: steps, y: training),
        Figure.Series("validation", x: steps, y: Array(first.validationLosses[1...])),
        Figure.Series(
          "true", x: steps, y: first.risks[1...].map { $0 + model.noiseVariance }),
      ],
      markers: [
        Figure.Marker("kept", x: Double(max(1, verdict.kept))),
        Figure.Marker("stop", x: Double(verdict.stop)),
        Figure.Marker("best", x: Double(max(1, verdict.best))),
      ])
  }

  /// Steps from 1 on, for a logarithmic axis.
  private var steps: [Double] { (1...horizon).map(Double.init) }

  var stepsFigure: Figure {
    let points = verdicts.map { (best: max(1, $0.best), kept: max(1, $0.kept)) }
      .sorted { $0 < $1 }
    return Figure(
      EarlyStopping.stepsFigure, .scatter, title: "the step kept and the step that was best",
      x: Figure.Axis("best step in hindsight", .log), y: Figure.Axis("kept step", .log),
      series: [
        Figure.Series(
          "runs", x: points.map { Double($0.best) }, y: points.map { Double($0.kept) }),
        Figure.Series("kept = best", .theory, x: steps, y: steps),
      ])
  }

  var riskFigure: Figure {
    let model = problem.linear
    return Figure(
      EarlyStopping.riskFigure, .line, title: "true loss, mean of \(verdicts.count) runs",
      x: Figure.Axis("step", .log), y: Figure.Axis("loss beyond the right weights", .log),
      series: [
        Figure.Series("measured", x: steps, y: Array(meanRisks[1...])),
        Figure.Series(
          "theory", .theory, x: steps, y: (1...horizon).map { problem.risk(after: $0) }),
        Figure.Series(
          "weight decay 1/(η·step)", .theory, x: steps,
          y: (1...horizon).map { model.ridgeRisk(problem.equivalentDecay(after: $0)) }),
      ],
      markers: [Figure.Marker("lowest", x: Double(max(1, turn)))])
  }

  var filterFigure: Figure {
    let line = Spacing.values(121, over: 0.003...5, .log)
    let (step, decay) = (keptStep, equivalentDecay)
    let model = problem.linear
    let measured = model.eigenvalues.indices.reversed().map {
      (eigenvalue: model.eigenvalues[$0], share: shares[step][$0])
    }
    return Figure(
      EarlyStopping.filterFigure, .scatter,
      title: "share learned at step \(step) and with weight decay "
        + NumberText.significant(decay, digits: 2),
      x: Figure.Axis("curvature λ", .log), y: Figure.Axis("share learned"),
      series: [
        Figure.Series("measured", x: measured.map(\.eigenvalue), y: measured.map(\.share)),
        Figure.Series(
          "stopping", .theory, x: line, y: line.map { problem.share($0, after: step) }),
        Figure.Series("weight decay", .theory, x: line, y: line.map { $0 / ($0 + decay) }),
      ])
  }
}
