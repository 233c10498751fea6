import Experiments
import Grading
import Lessons

/// A part of a calibration that can be drawn: the settings along at most two numbers, all else fixed.
struct CalibrationSlice {
  private let calibration: Calibration

  /// The axes that are drawn, at most two.
  let axes: [Calibration.Axis]

  /// Which those are.
  private let drawn: [Int]

  /// The place along every axis; those drawn are at 0.
  private let place: [Int]

  /// What is fixed, as people read it: `sampling epoch-shuffle`.
  let fixed: [String]

  /// How many slices are shown of an axis of numbers beyond the second.
  private static let slicesOfANumber = 3

  /// The most slices that are shown.
  private static let most = 12

  /// How far beyond the bounds a logarithmic curve is followed.
  private static let decadesShown = 1e6

  /// The slices through a calibration: over its first two numbers, at each choice of every other
  /// knob, and at a few values of every further number, the middle's among them; none of a sample.
  static func all(of calibration: Calibration) -> [CalibrationSlice] {
    guard calibration.sample == nil else { return [] }
    let axes = calibration.axes
    let drawn = Array(axes.indices.filter { axes[$0].isNumeric }.prefix(2))
    var places = [[Int](repeating: 0, count: axes.count)]
    for index in axes.indices where !drawn.contains(index) {
      let values =
        axes[index].isNumeric
        ? around(calibration.middle?.place[index], axes[index].values.count)
        : Array(axes[index].values.indices)
      places = places.flatMap { place in
        values.map { value in
          var place = place
          place[index] = value
          return place
        }
      }
    }
    return places.prefix(most).map { CalibrationSlice(calibration, drawn: drawn, place: $0) }
  }

  /// A few places along an axis: its middle's, and as many cells to either side as there are between
  /// that and the nearer end, halved.
  private static func around(_ middle: Int?, _ count: Int) -> [Int] {
    let middle = middle ?? count / 2
    let step = max(1, min(middle, count - 1 - middle) / 2)
    let first = middle - step * (slicesOfANumber / 2)
    return (0..<slicesOfANumber).map { first + $0 * step }.filter { (0..<count).contains($0) }
  }

  private init(_ calibration: Calibration, drawn: [Int], place: [Int]) {
    self.calibration = calibration
    self.drawn = drawn
    self.place = place
    axes = drawn.map { calibration.axes[$0] }
    fixed = calibration.axes.indices.filter { !drawn.contains($0) }.map { index in
      "\(calibration.axes[index].knob) \(calibration.axes[index].values[place[index]])"
    }
  }

  /// The cell at a place along the axes that are drawn.
  func cell(_ places: [Int]) -> Calibration.Cell? {
    var place = place
    for (axis, value) in zip(drawn, places) { place[axis] = value }
    return calibration[place]
  }

  /// At how many settings along the one number the median of a criterion's metric holds it.
  func holding(_ index: Int, _ exercise: Exercise) -> Int {
    axes[0].values.indices.count { place in
      exercise.criteria[index].holds(cell([place])?.medians[index])
    }
  }

  /// The median of a criterion's metric along the one number, with what it is held against and the
  /// ends of what passes marked.
  func curve(of criterion: Criterion, _ index: Int) -> Figure {
    let axis = axes[0]
    var values = axis.values.indices.map { cell([$0])?.medians[index] ?? .nan }
    let finite = (values + criterion.bounds).filter(\.isFinite)
    let low = finite.min() ?? 0
    let isLog = low > 0 && (finite.max() ?? 1) > 50 * low
    if isLog, let least = criterion.bounds.min(), let most = criterion.bounds.max(), least > 0 {
      values = values.map { min(max($0, least / Self.decadesShown), most * Self.decadesShown) }
    }
    return Figure(
      FigureKind("calibration", ""), .line,
      title: "\(criterion.metric.name), median, and what passes",
      // Cells without a value still have their place, as in the strip below.
      x: Figure.Axis(axis.knob, axis.isLogarithmic ? .log : .linear, domain: axis.range),
      y: Figure.Axis(criterion.metric.name, isLog ? .log : .linear),
      series: [Figure.Series(criterion.metric.name, x: axis.numbers, y: values)],
      markers: edges.map { Figure.Marker("", x: $0) }
        + criterion.bounds.map { Figure.Marker(NumberText.shortest($0), y: $0) })
  }

  /// The ends of each passing stretch along the one number, halfway to its neighbours outside.
  private var edges: [Double] {
    let axis = axes[0]
    let passing = axis.values.indices.map { cell([$0])?.passes ?? false }
    return passing.indices.dropFirst().filter { passing[$0] != passing[$0 - 1] }.map { index in
      let (low, high) = (axis.numbers[index - 1], axis.numbers[index])
      return axis.isLogarithmic && low > 0 ? (low * high).squareRoot() : (low + high) / 2
    }
  }

  /// The share of seeds that pass over the two numbers, with the middle marked.
  func map(of calibration: Calibration) -> Figure {
    let (x, y) = (axes[0], axes[1])
    var values: [Double] = []
    for row in y.values.indices {
      for column in x.values.indices { values.append(cell([column, row])?.rate ?? .nan) }
    }
    let field = Figure.Field(
      x: x.range, y: y.range, columns: x.values.count, values: values, levels: [])
    var series: [Figure.Series] = []
    if let middle = calibration.middle, isThrough(middle.place) {
      let place = drawn.map { middle.place[$0] }
      series = [
        Figure.Series("middle", x: [x.numbers[place[0]]], y: [y.numbers[place[1]]])
      ]
    }
    let isChance = calibration.cells.contains { $0.run > 1 }
    return Figure(
      FigureKind("calibration", ""), .heat,
      title: isChance ? "share of seeds that pass" : "what passes",
      x: Figure.Axis(x.knob, x.isLogarithmic ? .log : .linear),
      y: Figure.Axis(y.knob, y.isLogarithmic ? .log : .linear), series: series, field: field)
  }

  private func isThrough(_ other: [Int]) -> Bool {
    place.indices.allSatisfy { drawn.contains($0) || place[$0] == other[$0] }
  }
}

extension Calibration.Axis {
  /// From the lowest value to the highest.
  var range: ClosedRange<Double> {
    let (low, high) = (numbers.min() ?? 0, numbers.max() ?? 1)
    return low...high
  }
}

extension Criterion {
  /// The finite numbers that the metric is held against.
  var bounds: [Double] { interval.ends.map(\.value) }
}
