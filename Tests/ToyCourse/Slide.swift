import Experiments
import TestKit

/// A small simulation without chance, whose words and numbers the goldens rely on.
package enum Slide: Simulation {
  package static let name = "slide"
  package static let summary = "A sledge on a slope: too slow, just right, past the edge."

  package static let rate = Knob<Double>(
    "rate", .log(0.001...10), default: 0.1, "how far a push goes for its slope")
  package static let pushes = Knob<Int>("pushes", 1...100, default: 10, "how many pushes there are")
  package static let surface = Knob<Surface>("surface", default: .snow, "what the sledge runs on")
  package static let knobs: [any AnyKnob] = [rate, pushes, surface]

  package enum Surface: String, CaseIterable, KnobValue { case snow, ice }

  package static let height = Metric(
    "height", "height at the end over height at the start", .scientific)
  package static let predictedGrowth = Metric(
    "predicted-growth", "the factor of a push by theory", .fixed(decimals: 3))
  package static let growth = Metric(
    "growth", "factor of the distance a push", .fixed(decimals: 3), theory: .exact(predictedGrowth))
  package static let landing = Metric(
    "landing", "first push below a tenth of the height", .count, absent: "never")
  package static let metrics = [height, growth, predictedGrowth, landing]

  package static let descent = FigureKind("descent", "height, push by push")
  package static let map = FigureKind("map", "places of the sledge")
  package static let figures = [descent, map]

  package static let slow = FindingKind("slow", "the sledge is not down yet")
  package static let down = FindingKind("down", "the sledge is down")
  package static let gone = FindingKind("gone", "the sledge is past the edge")
  package static let findings = [slow, down, gone]
  package static let usesChance = false

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let factor = abs(1 - settings[rate])
    var heights = [1.0]
    for _ in 0..<settings[pushes] {
      heights.append((heights.last ?? 1) * factor * factor * factor * factor)
    }
    var outcome = Outcome()
    outcome[height] = heights.last
    outcome[growth] = factor
    outcome[predictedGrowth] = factor
    outcome[landing] = heights.firstIndex { $0 < 0.1 }.map(Double.init)
    let x = heights.indices.map(Double.init)
    outcome.figures = [
      Figure(
        descent, .line, title: "height over the start", x: Figure.Axis("push"),
        y: Figure.Axis("height", .log), series: [Figure.Series("measured", x: x, y: heights)]),
      Figure(
        map, .scatter, title: "places", x: Figure.Axis("push"), y: Figure.Axis("place"),
        series: [Figure.Series("sledge", x: x, y: x.map { $0 / 2 })]),
    ]
    let found = factor > 1 ? gone : (outcome[landing] == nil ? slow : down)
    outcome.findings = [
      Finding(
        found, predicted: factor, measured: factor,
        "rate \(NumberText.shortest(settings[rate])): \(found.summary), "
          + "×\(NumberText.fixed(factor, decimals: 3)) a push.")
    ]
    outcome.cost = Cost(updates: settings[pushes])
    return outcome
  }
}

/// A small simulation with chance: how often a loaded coin shows its head.
package enum Toss: Simulation {
  package static let name = "toss"
  package static let summary = "A coin that may be loaded."
  package static let load = Knob<Double>(
    "load", .linear(0...1), default: 0.5, "how often it shows heads")
  package static let tosses = Knob<Int>(
    "tosses", 1...1000, default: 20, "how many tosses there are")
  package static let knobs: [any AnyKnob] = [load, tosses]
  package static let heads = Metric("heads", "the share of heads", .fixed(decimals: 2))
  package static let metrics = [heads]
  package static let figures: [FigureKind] = []
  package static let fair = FindingKind("counted", "the heads are counted")
  package static let findings = [fair]
  package static let usesChance = true

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    var garbage = Garbage(seed: seed)
    let count = (0..<settings[tosses]).count { _ in garbage.fraction() < settings[load] }
    var outcome = Outcome()
    let share = Double(count) / Double(settings[tosses])
    outcome[heads] = share
    outcome.findings = [
      Finding(
        fair, predicted: settings[load], measured: share,
        "\(count) of \(settings[tosses]) tosses show heads.")
    ]
    return outcome
  }
}
