import Experiments
import Learning
import Numerics

extension EvenChanceDescent {
  /// The probability of the right class by step.
  var probabilityFigure: Figure {
    Figure(
      ConfidentMistake.probabilityFigure, .line, title: "probability of the right class",
      x: Figure.Axis("step"), y: Figure.Axis("probability"),
      series: [
        Figure.Series(
          theory.rule.rawValue, x: path.map { Double($0.step) },
          y: path.map { Elementary.sigmoid($0.logOdds) })
      ],
      markers: [Figure.Marker("even chance", x: Double(steps))])
  }

  /// Both gradients by log-odds, with the places of the run on its own.
  var gradientFigure: Figure {
    let window = min(theory.start, -4)...6
    let line = Spacing.values(201, over: window, .linear)
    let places = path.map(\.logOdds).filter(window.contains)
    let rules: [ConfidentMistake.Rule] = [.squared, .crossEntropy]
    return Figure(
      ConfidentMistake.gradientFigure, .scatter, title: "size of the gradient",
      x: Figure.Axis("log-odds of the right class"), y: Figure.Axis("gradient"),
      series: [
        Figure.Series("steps taken", x: places, y: places.map { theory.gradient(at: $0) })
      ]
        + rules.map { rule in
          let flow = GradientFlow(rule: rule, start: theory.start, rate: theory.rate)
          return Figure.Series(
            rule.rawValue, .theory, x: line, y: line.map { flow.gradient(at: $0) })
        })
  }
}
