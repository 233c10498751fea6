import Foundation
import Plotting
import Terminal

/// Figures of the kinds that lessons show, for pictures and properties.
enum ChartExamples {
  static let all: [String: Figure] = [
    "loss": loss, "path": path, "variance": variance, "epochs": epochs, "moons": moons,
    "heat": heat, "six": six, "leaving": leaving, "constant": constant, "cloud": cloud,
    "theory": theory,
  ]

  /// Screens with every kind of marks, and without Unicode.
  static let screens: [Screen] =
    Screen.Marks.allCases.map { marks in
      var screen = Screen()
      screen.marks = marks
      return screen
    } + [Screen(usesUnicode: false)]

  /// The numbers that recorded pictures were drawn from (Knuth's multiplier).
  private struct Luck {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state
    }
  }

  /// Loss of gradient descent on half of (w₁² + 10 w₂²) from (1, 1).
  static let loss: Figure = {
    let steps = Array(0...40)
    let series = [0.01, 0.18, 0.21].map { rate in
      Figure.Series(
        "\(rate)", x: steps.map(Double.init),
        y: steps.map { step in
          let slow = pow(1 - rate, Double(step))
          let fast = pow(1 - 10 * rate, Double(step))
          return (slow * slow + 10 * fast * fast) / 11
        })
    }
    return Figure(
      "loss", .line, title: "Loss by learning rate", x: .init("step"),
      y: .init("loss, relative to the start", .log), series: series)
  }()

  /// Steps across a valley over its lines of equal loss.
  static let path: Figure = {
    let columns = 41
    let rows = 31
    var values: [Double] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let x = -1.2 + 2.4 * Double(column) / Double(columns - 1)
        let y = -1.2 + 2.4 * Double(row) / Double(rows - 1)
        values.append((x * x + 10 * y * y) / 2)
      }
    }
    let steps = (0...12).map(Double.init)
    return Figure(
      "path", .contours, title: "Zig-zag across the valley", x: .init("w₁"), y: .init("w₂"),
      series: [
        .init(
          "learning rate 0.18", x: steps.map { pow(0.82, $0) },
          y: steps.map { pow(-0.8, $0) })
      ],
      field: .init(
        "loss", x: -1.2...1.2, y: -1.2...1.2, columns: columns, values: values,
        levels: [0.1, 0.5, 2, 5]))
  }()

  /// Measured variances scattered about 1/B.
  static let variance: Figure = {
    let sizes = [1, 2, 4, 8, 16, 32, 64, 128, 256].map(Double.init)
    let luck = [1.1, 0.93, 1.04, 0.9, 1.2, 0.97, 1.05, 0.85, 1.1]
    return Figure(
      "variance", .scatter, title: "", x: .init("batch size", .log),
      y: .init("variance of the gradient", .log),
      series: [
        .init("theory 1/B", .theory, x: sizes, y: sizes.map { 1 / $0 }),
        .init("measured", x: sizes, y: zip(sizes, luck).map { $1 / $0 }),
      ])
  }()

  /// Training loss falls, validation loss turns.
  static let epochs: Figure = {
    var luck = Luck(state: 7)
    func noise() -> Double { Double(luck.next() >> 40) / Double(1 << 24) - 0.5 }
    let epochs = (1...600).map(Double.init)
    return Figure(
      "epochs", .line, title: "When to stop", x: .init("epoch"), y: .init("loss"),
      series: [
        .init("training", x: epochs, y: epochs.map { 0.08 + 0.6 * exp(-$0 / 40) }),
        .init(
          "validation", x: epochs,
          y: epochs.map { 0.25 + 0.45 * exp(-$0 / 12) + 0.0005 * $0 + 0.02 * noise() }),
      ],
      markers: [.init("best: epoch 31", x: 31)])
  }()

  /// Two half circles and a boundary between them.
  static let moons: Figure = {
    let angles = (0..<20).map { Double($0) / 19 * Double.pi }
    let columns = 60
    let rows = 40
    var values: [Double] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let x = -1.5 + 4 * Double(column) / Double(columns - 1)
        let y = -1 + 2.5 * Double(row) / Double(rows - 1)
        values.append(1 / (1 + exp(-6 * (y - 0.25 + 0.5 * sin(2.4 * (x - 0.5))))))
      }
    }
    return Figure(
      "moons", .boundary, title: "Decision boundary", x: .init("x₁"), y: .init("x₂"),
      series: [
        .init("class A", x: angles.map { cos($0) }, y: angles.map { sin($0) }),
        .init(
          "class B", x: angles.map { 1 - cos($0) }, y: angles.map { 0.5 - sin($0) }),
      ],
      field: .init(
        "probability of A", x: -1.5...2.5, y: -1...1.5, columns: columns, values: values,
        levels: [0.5]))
  }()

  /// Loss over learning rate and momentum, with a corner that diverges.
  static let heat: Figure = {
    var values: [Double] = []
    for row in 0..<9 {
      for column in 0..<20 {
        let rate = pow(10, -3 + 3 * Double(column) / 19)
        let momentum = Double(row) / 10
        let speed = rate / (1 - momentum)
        values.append(speed > 2 ? .infinity : pow(log10(speed / 0.2), 2) - 4)
      }
    }
    return Figure(
      "heat", .heat, title: "Where training works", x: .init("learning rate", .log),
      y: .init("momentum"), series: [],
      field: .init(
        "power of ten of the loss", x: 1e-3...1, y: 0...0.8, columns: 20, values: values,
        levels: []))
  }()

  /// As many lines as there are patterns.
  static let six: Figure = {
    let x = (0...50).map { Double($0) / 10 }
    let names = ["solid", "dashed", "dash-dot", "short", "long", "dash-dot-dot"]
    return Figure(
      "six", .line, title: "", x: .init("time"), y: .init("height"),
      series: names.enumerated().map { index, name in
        .init(name, x: x, y: x.map { Double(index) + sin($0 + Double(index)) * 0.6 })
      })
  }()

  /// A line that leaves through the top, one with a break, and a reference.
  static let leaving: Figure = {
    let x = (0...30).map(Double.init)
    return Figure(
      "leaving", .line, title: "", x: .init("step"), y: .init("distance", domain: 0...4),
      series: [
        .init("past the edge", x: x, y: x.map { pow(1.1, $0) }),
        .init("broken", x: x, y: x.map { $0 == 15 ? .nan : 3 - $0 / 20 }),
        .init("theory", .theory, x: x, y: x.map { 1 / ($0 + 1) }),
      ],
      markers: [.init("limit", y: 0.5)])
  }()

  /// Two runs, each beside what theory says of it.
  static let theory: Figure = {
    let steps = (0...40).map(Double.init)
    let rates = [0.05, 0.21]
    return Figure(
      "theory", .line, title: "", x: .init("step"), y: .init("distance", .log),
      series: rates.enumerated().flatMap { index, rate in
        let growth = max(abs(1 - rate), abs(1 - 10 * rate))
        return [
          Figure.Series("\(rate)", x: steps, y: steps.map { pow(growth, $0) }, group: index),
          Figure.Series(
            "\(rate) theory", .theory, x: steps, y: steps.map { 1.6 * pow(growth, $0) },
            group: index),
        ]
      })
  }()

  /// More points than marks could keep apart.
  static let cloud: Figure = {
    var luck = Luck(state: 9 &* 2_862_933_555_777_941_757 &+ 3_037_000_493)
    func fraction() -> Double { Double(luck.next() >> 32) / Double(UInt32.max) }
    let x = (0..<900).map { _ in fraction() }
    return Figure(
      "cloud", .scatter, title: "", x: .init("dose"), y: .init("response"),
      series: [
        .init("truth", .theory, x: [0, 1], y: [0, 1]),
        .init(
          "samples", x: x,
          y: x.map { $0 + (fraction() + fraction() - 1) * 0.3 }),
      ])
  }()

  static let constant = Figure(
    "constant", .line, title: "", x: .init(""), y: .init("loss"),
    series: [.init("flat", x: [0, 1, 2], y: [3, 3, 3])])
}
