import Experiments

extension TimeSplit {
  /// Whether a random split knows what the future brings.
  static func verdict(random: Double, future: Double) -> FindingKind {
    random < 0.9 * future ? leak : honest
  }

  /// Whether a random split chooses the model where the mean, whose error is 1, would be better.
  static func isWrongChoice(random: Double, future: Double) -> Bool { random < 1 && future > 1 }
}

extension SplitSeries {
  /// What was found, by theory: chance may favour either error.
  func findings(_ errors: Errors) -> [Finding] {
    let (random, future) = (theory.randomError, theory.futureError)
    let kind = TimeSplit.verdict(random: random, future: future)
    let numbers =
      "a random split promises an error of \(Self.text(random)) by theory, "
      + "\(Self.text(errors.random)) measured; the next "
      + "\(NumberText.count(horizon, "step")) \(horizon == 1 ? "brings" : "bring") "
      + "\(Self.text(future)) by theory, \(Self.text(errors.future)) measured"
    var findings = [
      Finding(
        kind, predicted: future, measured: errors.random,
        kind == TimeSplit.leak
          ? "\(numbers): neighbours in time give the answer away." : "\(numbers).")
    ]
    if TimeSplit.isWrongChoice(random: random, future: future) {
      findings.append(
        Finding(
          TimeSplit.wrongChoice, predicted: 1, measured: errors.future,
          "the mean alone has an error of 1 both ways: the random split would have you choose this "
            + "model, and the future the mean."))
    }
    return findings
  }

  private static func text(_ value: Double) -> String { NumberText.significant(value) }

  /// Both errors by correlation.
  var errorsFigure: Figure {
    let dots = [0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.99]
    let measured = dots.map { with(correlation: $0).errors }
    let line = Spacing.values(100, over: 0...0.99, .linear)
    let theories = line.map { with(correlation: $0).theory }
    return Figure(
      TimeSplit.errorsFigure, .scatter, title: "the error promised and the error to come",
      x: Figure.Axis("correlation"), y: Figure.Axis("mean squared error"),
      series: [
        Figure.Series("random split", x: dots, y: measured.map(\.random)),
        Figure.Series("future", x: dots, y: measured.map(\.future)),
        Figure.Series(
          "random split, theory", .theory, x: line, y: theories.map(\.randomError)),
        Figure.Series("future, theory", .theory, x: line, y: theories.map(\.futureError)),
      ],
      markers: [Figure.Marker("this run", x: correlation)])
  }

  /// The last sixty values of a past, its future, and what is said of that.
  var seriesFigure: Figure {
    let past = TimeSplit.judged + 2 * TimeSplit.margin
    let values = values(0)
    let shown = (past - 60)..<(past + horizon)
    func x(_ places: some Sequence<Int>) -> [Double] { places.map { Double($0 - (past - 1)) } }
    return Figure(
      TimeSplit.seriesFigure, .line, title: "the end of one series and its future",
      x: Figure.Axis("steps after the last one trained on"), y: Figure.Axis("value"),
      series: [
        Figure.Series("values", x: x(shown), y: shown.map { values[$0] }),
        Figure.Series(
          "predicted", .theory, x: x(past..<past + horizon),
          y: (1...horizon).map { prediction(values[past - 1], distance: $0) }),
      ],
      markers: [Figure.Marker("now", x: 0)])
  }
}
