import Experiments

extension TransferredDigits {
  /// Accuracy by rate; what was before tuning is a level line.
  var rateFigure: Figure {
    let rates = Spacing.values(11, over: 0.001...0.3, .log)
    let all = rates.map { partOfTheWay(to: tuned(at: $0), share: share) }
    let untouched = newAccuracy(pretrained)
    return Figure(
      DigitTransfer.rateFigure, .scatter, title: "accuracy by rate",
      x: Figure.Axis("learning rate", .log), y: Figure.Axis("accuracy"),
      series: [
        Figure.Series("new digits", x: rates, y: all.map(newAccuracy)),
        Figure.Series("old digits", x: rates, y: all.map(oldAccuracy)),
        Figure.Series(
          "new, from scratch", x: rates, y: rates.map { newAccuracy(fromScratch(at: $0)) }),
        Figure.Series(
          "new, untouched", .theory, x: [rates[0], rates[rates.count - 1]],
          y: [untouched, untouched]),
      ],
      markers: [Figure.Marker("this run", x: rate)])
  }

  /// Accuracy on the way from the pretrained weights to the tuned ones.
  var wayFigure: Figure {
    let shares = Spacing.values(21, over: 0...1, .linear)
    let end = tuned(at: rate)
    let all = shares.map { partOfTheWay(to: end, share: $0) }
    return Figure(
      DigitTransfer.wayFigure, .line, title: "from the pretrained weights to the tuned ones",
      x: Figure.Axis("share"), y: Figure.Axis("accuracy"),
      series: [
        Figure.Series("new digits", x: shares, y: all.map(newAccuracy)),
        Figure.Series("old digits", x: shares, y: all.map(oldAccuracy)),
      ],
      markers: [Figure.Marker("this run", x: share)])
  }
}
