import Experiments
import Learning

extension Decision {
  private var marker: String { "threshold \(NumberText.shortest(threshold))" }

  /// Precision, recall and F1 by threshold; precision ends where nothing is called.
  var curvesFigure: Figure {
    let thresholds = Spacing.values(141, over: -2...5, .linear)
    var series = [
      Figure.Series("precision", x: thresholds, y: thresholds.map(ranked.precision)),
      Figure.Series("recall", x: thresholds, y: thresholds.map(ranked.recall)),
      Figure.Series("F1", x: thresholds, y: thresholds.map(ranked.f1)),
    ]
    if let theory {
      series.append(
        Figure.Series("F1, theory", .theory, x: thresholds, y: thresholds.map(theory.f1)))
    }
    return Figure(
      DecisionThreshold.curvesFigure, .line, title: "precision, recall and F1",
      x: Figure.Axis("threshold"), y: Figure.Axis("share"), series: series,
      markers: [Figure.Marker(marker, x: threshold)])
  }

  /// Recall against false alarms, from the highest threshold to the lowest.
  var rocFigure: Figure {
    let scores = ranked.positive + ranked.negative
    let low = scores.min() ?? 0
    let high = scores.max() ?? 0
    let thresholds = Spacing.values(400, over: low...max(low, high), .linear).reversed()
    var series = [
      Figure.Series(
        "measured", x: [0] + thresholds.map(ranked.falseAlarms),
        y: [0] + thresholds.map(ranked.recall))
    ]
    if let theory {
      series.append(
        Figure.Series(
          "theory", .theory, x: [0] + thresholds.map(theory.falseAlarms) + [1],
          y: [0] + thresholds.map(theory.recall) + [1]))
    }
    series.append(Figure.Series("chance", .theory, x: [0, 1], y: [0, 1]))
    return Figure(
      DecisionThreshold.rocFigure, .line,
      title: "ROC curve, area \(NumberText.fixed(scored.rocAUC.value, decimals: 3))",
      x: Figure.Axis("share of negatives called positive"), y: Figure.Axis("recall"),
      series: series, markers: [Figure.Marker(marker, x: ranked.falseAlarms(threshold))])
  }

  /// Both histograms as outlines, over the expected counts at the middle of each bin.
  var scoresFigure: Figure {
    let scores = ranked.positive + ranked.negative
    let low = min(scores.min() ?? 0, threshold)
    let high = max(scores.max() ?? 0, threshold)
    // Fewer bins where rows are few, so that neighbouring ones can be compared.
    let edges = Spacing.values(rows < 400 ? 19 : 37, over: low...max(low + 1, high), .linear)
    let bins = Array(zip(edges, edges.dropFirst()))
    func outline(_ name: String, _ atLeast: (Double) -> Int) -> Figure.Series {
      // The last bin holds the highest score too.
      let counts = bins.map { atLeast($0) - ($1 == edges.last ? 0 : atLeast($1)) }
      return Figure.Series(
        name, x: bins.flatMap { [$0, $1] },
        y: counts.flatMap { [Double($0), Double($0)] })
    }
    func expected(_ name: String, _ count: Int, _ atLeast: (Double) -> Double) -> Figure.Series {
      Figure.Series(
        name, .theory, x: bins.map { 0.5 * ($0 + $1) },
        y: bins.map { Double(count) * max(0, atLeast($0) - atLeast($1)) })
    }
    var series = [
      outline("negative", ranked.alarms), outline("positive", ranked.hits),
    ]
    if let theory {
      series += [
        expected("negative, theory", ranked.negative.count, theory.falseAlarms),
        expected("positive, theory", ranked.positive.count, theory.recall),
      ]
    }
    return Figure(
      DecisionThreshold.scoresFigure, .line, title: "scores of both classes",
      x: Figure.Axis("score"), y: Figure.Axis("rows"), series: series,
      markers: [Figure.Marker(marker, x: threshold)])
  }
}
