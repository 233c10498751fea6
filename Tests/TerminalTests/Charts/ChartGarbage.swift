import Plotting

@testable import Terminal

/// Seeded pseudo-random numbers, most of them unpleasant (Knuth's multiplier, upper bits).
struct ChartGarbage {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 32
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }

  /// From 0 to 1.
  mutating func fraction() -> Double { Double(next()) / Double(UInt32.max) }

  mutating func number() -> Double {
    let odd: [Double] = [
      0, -0.0, .nan, .infinity, -.infinity, 0x1p-1063, .leastNonzeroMagnitude, 1e308, -1.7e308,
      .greatestFiniteMagnitude, 1, 1 + 1e-15, -1,
    ]
    if below(4) == 0 { return odd[below(odd.count)] }
    let power = Double("1e\(below(9) == 0 ? below(600) - 300 : below(7) - 3)") ?? 1
    return (fraction() - 0.3) * power
  }

  mutating func numbers(atMost count: Int) -> [Double] {
    (0..<below(count + 1)).map { _ in number() }
  }

  /// A range a scale can show, of any size.
  mutating func range(for scale: Chart.Axis.Scale) -> ClosedRange<Double> {
    while true {
      let a = number()
      let b = below(3) == 0 ? a * (1 + fraction() * 1e-3) : number()
      if scale.shows(a), scale.shows(b) { return min(a, b)...max(a, b) }
    }
  }

  mutating func text() -> String {
    let names = [
      "", "loss", "a rather long name for a series", "tab\there", "\u{1B}[31m", "w₁", "0.21",
      "学習率を選ぶ", "e\u{301}\u{200B}x", "\u{301}", "🙂",
    ]
    return names[below(names.count)]
  }

  mutating func chart() -> Chart {
    let styles: [Chart.Series.Style] = [.line, .theory, .points, .path]
    var chart = Chart(title: text(), x: axis(), y: axis())
    for _ in 0..<below(9) {
      chart.series.append(
        .init(
          text(), styles[below(4)], x: numbers(atMost: 30), y: numbers(atMost: 30),
          ink: below(2) == 0 ? nil : below(9)))
    }
    for _ in 0..<below(4) {
      chart.markers.append(
        [
          .vertical(number(), text()), .horizontal(number(), text()),
          .point(x: number(), y: number(), text()),
        ][below(3)])
    }
    if below(2) == 0 { chart.background = field() }
    return chart
  }

  private mutating func axis() -> Chart.Axis {
    let scale: Chart.Axis.Scale = below(2) == 0 ? .linear : .log
    return .init(text(), scale, domain: below(3) == 0 ? range(for: .linear) : nil)
  }

  private mutating func field() -> Chart.Field {
    let columns = below(9)
    let rows = below(9)
    let kinds: [Chart.Field.Kind] = [
      .heat(.linear), .heat(.log), .contours(levels: numbers(atMost: 4)),
      .regions(threshold: number()),
    ]
    let missing = below(9) == 0 ? 1 : 0
    let huge = below(20) == 0
    return Chart.Field(
      text(), kinds[below(4)], x: range(for: .linear), y: range(for: .linear),
      columns: huge ? .max : columns, rows: huge ? -2 : rows,
      values: (0..<max(columns * rows - missing, 0)).map { _ in number() })
  }
}
