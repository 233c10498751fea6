import Experiments
import Numerics

extension Watch {
  /// After how many steps the change comes in the picture, and how many are drawn at most.
  static let changeInPicture = 40
  static let stepsInPicture = 150

  /// The numbers of one run and their sum, up to the first alarm.
  var chartFigure: Figure {
    var stream = RandomStream(seed: seed, "chart")
    var cusum = cusum
    var (numbers, sums): ([Double], [Double]) = ([], [])
    var alarm: Int?
    for step in 1...Self.stepsInPicture {
      let number = stream.normal() + (step > Self.changeInPicture ? shift : 0)
      let before = cusum.sum
      numbers.append(number)
      guard !cusum.alarms(at: number) else {
        // The sum that alarmed, before it begins anew.
        sums.append(before + number - lengths.allowance)
        alarm = step
        break
      }
      sums.append(cusum.sum)
    }
    let x = (1...numbers.count).map(Double.init)
    var markers = [
      Figure.Marker("threshold", y: lengths.threshold),
      Figure.Marker("change", x: Double(Self.changeInPicture)),
    ]
    if let alarm {
      let name = alarm > Self.changeInPicture ? "alarm" : "false alarm"
      markers.append(Figure.Marker(name, x: Double(alarm)))
    }
    return Figure(
      DriftAlarm.chartFigure, .line, title: "one run to its first alarm", x: Figure.Axis("step"),
      y: Figure.Axis("number, sum"),
      series: [Figure.Series("number", x: x, y: numbers), Figure.Series("sum", x: x, y: sums)],
      markers: markers)
  }

  /// Cost by threshold under this allowance.
  var costFigure: Figure {
    let thresholds = Spacing.values(29, over: 1...15, .linear)
    let all = thresholds.map { with(threshold: $0) }
    let ends = [1, 15.0]
    return Figure(
      DriftAlarm.costFigure, .scatter,
      title: "what a step costs, by threshold, at allowance "
        + NumberText.shortest(lengths.allowance),
      x: Figure.Axis("threshold"), y: Figure.Axis("cost of a step", .log),
      series: [
        Figure.Series("measured", x: thresholds, y: all.map { $0.measuredCost?.cost ?? .nan }),
        Figure.Series("theory", .theory, x: thresholds, y: all.map(\.predictedCost)),
        Figure.Series(
          "best calendar", .theory, x: ends, y: ends.map { _ in calendarCost }),
      ],
      markers: [Figure.Marker("this run", x: lengths.threshold)])
  }
}
