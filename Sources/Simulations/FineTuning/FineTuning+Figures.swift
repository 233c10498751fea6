import Experiments

extension FineTuning.Tuning {
  /// Both losses by rate: dots that are measured over lines of theory.
  var rateFigure: Figure {
    let dots = Spacing.values(28, over: FineTuning.rates, .log)
    let line = Spacing.values(136, over: FineTuning.rates, .log)
    let measured = dots.map { self.measured(at: $0, share: share) }
    let predicted = line.map { self.predicted(at: $0, share: share) }
    return Figure(
      FineTuning.rateFigure, .scatter,
      title: "both losses after \(NumberText.count(steps, "step"))",
      x: Figure.Axis("learning rate", .log), y: Figure.Axis("loss beyond the right weights"),
      series: [
        Figure.Series("new task", x: dots, y: measured.map(\.target)),
        Figure.Series("old task", x: dots, y: measured.map(\.source)),
        Figure.Series("new task, theory", .theory, x: line, y: predicted.map(\.target)),
        Figure.Series("old task, theory", .theory, x: line, y: predicted.map(\.source)),
        Figure.Series(
          "new task, untouched", .theory, x: [line[0], line[line.count - 1]],
          y: [theory.untouched, theory.untouched]),
      ],
      markers: [Figure.Marker("this run", x: rate)])
  }

  /// The new task's loss over the old one's, from the pretrained weights to the tuned ones.
  var wayFigure: Figure {
    let measured = Spacing.values(21, over: 0...1, .linear).map {
      self.measured(at: rate, share: $0)
    }
    let predicted = Spacing.values(101, over: 0...1, .linear).map {
      self.predicted(at: rate, share: $0)
    }
    let here = self.predicted(at: rate, share: share)
    return Figure(
      FineTuning.wayFigure, .scatter, title: "from the pretrained weights to the tuned ones",
      x: Figure.Axis("loss on the old task"), y: Figure.Axis("loss on the new task"),
      series: [
        Figure.Series("measured", x: measured.map(\.source), y: measured.map(\.target)),
        Figure.Series("theory", .theory, x: predicted.map(\.source), y: predicted.map(\.target)),
      ],
      markers: [Figure.Marker("share \(NumberText.shortest(share))", x: here.source)])
  }

  /// What each direction adds to the new task's loss.
  var directionsFigure: Figure {
    let order = TuningTheory.curvatures.indices.reversed()
    let curvatures = order.map { TuningTheory.curvatures[$0] }
    let kept = theory.kept(rate: rate, steps: steps, share: share)
    let tuned = measuredTargets(at: rate, share: share).target
    return Figure(
      FineTuning.directionsFigure, .scatter, title: "loss on the new task by direction",
      x: Figure.Axis("curvature λ", .log), y: Figure.Axis("loss"),
      series: [
        Figure.Series("tuned", x: curvatures, y: order.map { tuned[$0] }),
        Figure.Series(
          "tuned, theory", .theory, x: curvatures,
          y: order.map { theory.target($0, kept: kept[$0]) }),
        Figure.Series(
          "untouched", .theory, x: curvatures, y: order.map { theory.target($0, kept: 0) }),
      ])
  }
}
