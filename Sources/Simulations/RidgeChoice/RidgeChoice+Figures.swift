import Experiments

extension ChoiceSample {
  var penaltiesFigure: Figure {
    func means(_ values: (PenaltyChoice) -> [Double]) -> [Double] {
      RidgeChoice.penalties.indices.map { index in mean { values($0)[index] } }
    }
    return Figure(
      RidgeChoice.penaltiesFigure, .line,
      title: "\(rows) rows of \(features) features, mean of \(choices.count) data sets",
      x: Figure.Axis("penalty", .log), y: Figure.Axis("squared error"),
      series: [
        Figure.Series("score in the folds", x: RidgeChoice.penalties, y: means(\.scores)),
        Figure.Series("true error", x: RidgeChoice.penalties, y: means(\.errors)),
      ])
  }

  var promisesFigure: Figure {
    let pairs = choices.map { ($0.score, $0.error) }.sorted { $0 < $1 }
    return Figure(
      RidgeChoice.promisesFigure, .scatter, title: "one dot a data set",
      x: Figure.Axis("score of the chosen penalty"), y: Figure.Axis("true error of its model"),
      series: [Figure.Series("data set", x: pairs.map(\.0), y: pairs.map(\.1))])
  }
}
