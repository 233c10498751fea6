import Experiments

@testable import Pictures

/// Figures to draw.
enum Example {
  /// A small figure of each form.
  static let all: [Figure] = [
    Figure(
      FigureKind("line", ""), .line, title: "loss, relative to the start",
      x: .init("step"), y: .init("loss", .log),
      series: [
        .init("slow", x: [0, 1, 2, 3], y: [1, 0.5, .nan, 0.125]),
        .init("fast", x: [0, 1, 2, 3], y: [1, 0.1, 0.01, 0.001]),
        .init("fast, theory", .theory, x: [0, 3], y: [1, 0.001]),
      ], markers: [.init("turn", x: 1), .init("stop", x: 1.2)]),
    Figure(
      FigureKind("scatter", ""), .scatter, title: "variance of a mean",
      x: .init("batch size", .log), y: .init("variance (m²)", .log),
      series: [
        .init("measured", x: [1, 10, 100], y: [1.1, 0.09, 0.011]),
        .init("theory", .theory, x: [1, 100], y: [1, 0.01]),
      ]),
    Figure(
      FigureKind("contours", ""), .contours, title: "path over a bowl",
      x: .init("first"), y: .init("second"),
      series: [.init("path", x: [0.9, 0.4, 0.1], y: [0.9, -0.3, 0.1])],
      field: field(9, 7, levels: [0.25, 1]) { x, y in x * x + y * y }),
    Figure(
      FigureKind("boundary", ""), .boundary, title: "two classes",
      x: .init("x"), y: .init("y"),
      series: [
        .init("class 0", x: [-0.8, -0.4], y: [0.5, -0.5]),
        .init("class 1", x: [0.4, 0.8], y: [0.5, -0.5]),
      ], field: field(5, 5, levels: [0.5]) { x, y in 0.5 + x / 2 + y / 8 }),
    Figure(
      FigureKind("heat", ""), .heat, title: "error by rate and width",
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

  static let hostileNames = [
    "", "a < b & c > d", "\"quoted\", 'and' more", "]]>", "<script>alert(1)</script>", "tab\there",
    "two\r\nlines", "\u{0}\u{1B}[31m\u{9B}\u{FFFE}\u{202E}", "e\u{301}\u{200B}", "学習率を選ぶ",
    "--><!--", String(repeating: "long ", count: 100), "&amp;",
  ]

  static let hostileNumbers: [Double] = [
    0, -0.0, .nan, .infinity, -.infinity, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
    -.greatestFiniteMagnitude, 1e-300, 1e300, 1, 1 + 1e-15, 0.1, -1,
  ]
}

/// Seeded pseudo-random figures, most of them unpleasant (Knuth's multiplier, upper bits).
struct Garbage {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(bound, 1)))
  }

  mutating func number() -> Double {
    if below(3) == 0 { return Example.hostileNumbers[below(Example.hostileNumbers.count)] }
    return Double(below(2001) - 600) / 100
  }

  mutating func text() -> String { Example.hostileNames[below(Example.hostileNames.count)] }

  mutating func figure() -> Figure {
    let forms: [Figure.Form] = [.line, .scatter, .contours, .boundary, .heat]
    let series = (0..<below(9)).map { _ in
      Figure.Series(
        text(), below(3) == 0 ? .theory : .measured, x: numbers(atMost: 30),
        y: numbers(atMost: 30))
    }
    let markers = (0..<below(5)).map { _ in Figure.Marker(text(), x: number()) }
    return Figure(
      FigureKind(text(), ""), forms[below(5)], title: text(), x: axis(), y: axis(),
      series: series, markers: markers, field: below(2) == 0 ? field() : nil)
  }

  private mutating func numbers(atMost count: Int) -> [Double] {
    (0..<below(count + 1)).map { _ in number() }
  }

  private mutating func axis() -> Figure.Axis { .init(text(), below(2) == 0 ? .log : .linear) }

  private mutating func range() -> ClosedRange<Double> {
    let (a, b) = (number(), number())
    return a.isNaN || b.isNaN ? 0...1 : min(a, b)...max(a, b)
  }

  private mutating func field() -> Figure.Field {
    Figure.Field(
      x: range(), y: range(), columns: below(7) - 1, values: numbers(atMost: 40),
      levels: numbers(atMost: 4))
  }
}
