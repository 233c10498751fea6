import Experiments
import Plotting
import TestKit

@testable import Pictures

/// Figures to draw.
enum Example {
  /// A small figure of each form.
  static let all: [Figure] = [
    Figure(
      "line", .line, title: "loss, relative to the start",
      x: .init("step"), y: .init("loss", .log),
      series: [
        .init("slow", x: [0, 1, 2, 3], y: [1, 0.5, .nan, 0.125]),
        .init("fast", x: [0, 1, 2, 3], y: [1, 0.1, 0.01, 0.001]),
        .init("fast, theory", .theory, x: [0, 3], y: [1, 0.001]),
      ], markers: [.init("turn", x: 1), .init("stop", x: 1.2)]),
    Figure(
      "scatter", .scatter, title: "variance of a mean",
      x: .init("batch size", .log), y: .init("variance (m²)", .log),
      series: [
        .init("measured", x: [1, 10, 100], y: [1.1, 0.09, 0.011]),
        .init("theory", .theory, x: [1, 100], y: [1, 0.01]),
      ]),
    Figure(
      "contours", .contours, title: "path over a bowl",
      x: .init("first"), y: .init("second"),
      series: [.init("path", x: [0.9, 0.4, 0.1], y: [0.9, -0.3, 0.1])],
      field: field(9, 7, levels: [0.25, 1]) { x, y in x * x + y * y }),
    Figure(
      "boundary", .boundary, title: "two classes",
      x: .init("x"), y: .init("y"),
      series: [
        .init("class 0", x: [-0.8, -0.4], y: [0.5, -0.5]),
        .init("class 1", x: [0.4, 0.8], y: [0.5, -0.5]),
      ], field: field(5, 5, levels: [0.5]) { x, y in 0.5 + x / 2 + y / 8 }),
    Figure(
      "heat", .heat, title: "error by rate and width",
      x: .init("rate"), y: .init("width"), series: [],
      field: field(4, 3, levels: []) { x, y in x > 0.9 && y > 0.9 ? .nan : x + 2 * y }),
  ]

  static func named(_ name: String) -> Figure? { all.first { $0.name == name } }

  /// Values over the square from -1 to 1.
  static func field(
    _ columns: Int, _ rows: Int, levels: [Double], _ value: (Double, Double) -> Double
  ) -> Figure.Field {
    var values: [Double] = []
    for y in Spacing.values(rows, over: -1...1, .linear) {
      for x in Spacing.values(columns, over: -1...1, .linear) { values.append(value(x, y)) }
    }
    return Figure.Field(x: -1...1, y: -1...1, columns: columns, values: values, levels: levels)
  }
}

extension Garbage {
  /// A figure of anything.
  mutating func figure() -> Figure {
    let series = (0..<below(9)).map { _ in
      Figure.Series(
        name(), below(3) == 0 ? .theory : .measured, x: numbers(atMost: 30),
        y: numbers(atMost: 30))
    }
    let markers = (0..<below(5)).map { _ in
      below(3) == 0 ? Figure.Marker(name(), y: number()) : Figure.Marker(name(), x: number())
    }
    return Figure(
      name(), one(of: Figure.Form.allCases), title: name(), x: axis(), y: axis(),
      series: series, markers: markers, field: below(2) == 0 ? field() : nil)
  }

  private mutating func axis() -> Figure.Axis {
    .init(
      name(), below(2) == 0 ? .log : .linear, domain: below(4) == 0 ? range { !$0.isNaN } : nil)
  }

  private mutating func field() -> Figure.Field {
    Figure.Field(
      x: range { !$0.isNaN }, y: range { !$0.isNaN }, columns: below(7) - 1,
      values: numbers(atMost: 40),
      levels: numbers(atMost: 4))
  }
}
