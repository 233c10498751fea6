import Experiments
import Foundation
import Grading
import Lessons
import TestKit
import Testing

/// Simulations whose outcomes are plain to see, and lessons and exercises made of them.
package enum Toys {
  package static let catalog = Catalog([Line.self, Coin.self])

  /// What a lesson in the plan of the course looks like, in terms of the toys.
  package static let goodLesson = """
    ---
    title: Learning rate: the size of a step
    summary: Why a step can be too small.
    minutes: 15
    requires: what-is-it, another
    ---

    # Learning rate

    Prose.

    ```simulate line
    # a comment
    set: x = 0.5, steps = 40
    set: mode = right
    show: second, first
    seed: 7
    expect: sum < 100
    expect: x in 0.5 ... 0.5
    ```

    ## Side by side

    ```compare line
    set: steps = 40
    case: too small | x = 0.1
    case: just right | x = 0.5, mode = right
    case: past the edge | x = 0.9
    show: first
    expect: past the edge | x > 0.8
    ```

    ```predict growth
    simulation: line
    set: x = 0.25
    ask: x
    tolerance: 10%
    question: By what factor: what do you think?
    ```

    ```swift
    let code = "shown as it stands"
    ```

    ```exercise reach-the-floor
    simulation: coin
    task: Choose a share: one that passes.
    choose: share
    given: bonus = 3
    pass: luck >= 1 (7 points)
    pass: share in 0.1 ... 1 (1 point)
    pass: share > -1e3
    hint: First.
    hint: Second: with a colon.
    pass-rate: 80% over 50.5%
    ```
    """

  package static func read(
    _ text: String, name: String = "toy", on catalog: Catalog = Self.catalog
  ) -> (lesson: Lesson, faults: [String]) {
    let (lesson, faults) = LessonReader.read(text, file: "f.md", name: name, catalog: catalog)
    return (lesson, faults.map(\.text))
  }

  /// An exercise written as a lesson writes it.
  package static func exercise(_ lines: String, on catalog: Catalog = Self.catalog) throws
    -> Exercise
  {
    let (lesson, faults) = read(
      "---\ntitle: T\nsummary: S\n---\n```exercise e\n\(lines)\n```\n", on: catalog)
    #expect(faults == [])
    return try #require(lesson.exercises.first)
  }

  package static func settings(_ simulation: any Simulation.Type, _ values: [String: String]) throws
    -> Settings
  {
    var settings = simulation.defaults
    for (name, value) in values { try settings.turn(name, to: value) }
    return settings
  }
}

/// A simulation without chance: its metrics are its knobs and what they add up to.
package enum Line: Simulation {
  package enum Mode: String, CaseIterable, KnobValue { case left, right, both }

  package static let x = Knob<Double>("x", .linear(0...1), default: 0, "a real")
  package static let y = Knob<Double>("y", .linear(0...1), default: 0, "another")
  package static let rate = Knob<Double>("rate", .log(1e-3...1), default: 0.01, "by ratio")
  package static let steps = Knob<Int>("steps", 1...50, default: 50, "an integer")
  package static let mode = Knob<Mode>("mode", default: .left, "a choice")

  package static let metricX = Metric("x", "as turned")
  package static let metricY = Metric("y", "as turned")
  package static let metricRate = Metric("rate", "as turned", .fixed(decimals: 2))
  package static let metricSteps = Metric("steps", "as turned", .count)
  package static let metricMode = Metric("mode", "0, 1 or 2")
  package static let sum = Metric("sum", "x and y")
  package static let island = Metric("island", "distance to the nearer of two places of the plane")
  package static let never = Metric("never", "has no value", absent: "never")

  package static let name = "line"
  package static let summary = "Shows what it was told."
  package static let knobs: [any AnyKnob] = [x, y, rate, steps, mode]
  package static let metrics = [
    metricX, metricY, metricRate, metricSteps, metricMode, sum, island, never,
  ]
  package static let figures = [FigureKind("first", "one"), FigureKind("second", "two")]
  package static let findings = [FindingKind("found", "always")]
  package static let usesChance = false

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    let x = settings[Self.x]
    let y = settings[Self.y]
    var outcome = Outcome()
    outcome[metricX] = x
    outcome[metricY] = y
    outcome[metricRate] = settings[rate]
    outcome[metricSteps] = Double(settings[steps])
    outcome[metricMode] = Mode.allCases.firstIndex(of: settings[mode]).map(Double.init)
    outcome[sum] = x + y
    func distance(_ a: Double, _ b: Double) -> Double { max(abs(x - a), abs(y - b)) }
    outcome[island] = min(distance(0.2, 0.2), distance(0.7, 0.7) / 2)
    outcome.findings = [Finding(findings[0], predicted: 1, measured: x, "found")]
    return outcome
  }
}

/// A simulation of pure chance: `luck` is 1 on a known share of seeds, else 0.
package enum Coin: Simulation {
  package static let share = Knob<Double>(
    "share", .linear(0...1), default: 0.5, "how often luck is 1")
  package static let bonus = Knob<Int>("bonus", 0...9, default: 0, "added to the gain")

  package static let luck = Metric("luck", "1 or 0")
  package static let other = Metric("other", "1 or 0, by other luck")
  package static let metricShare = Metric("share", "as turned")
  package static let gain = Metric("gain", "luck and bonus", formerly: "windfall")
  package static let rare = Metric("rare", "1 where there is luck, else no value")

  package static let name = "coin"
  package static let summary = "Tosses a coin."
  package static let knobs: [any AnyKnob] = [share, bonus]
  package static let metrics = [luck, other, metricShare, gain, rare]
  package static let figures: [FigureKind] = []
  package static let findings = [FindingKind("heads", "luck"), FindingKind("tails", "no luck")]
  package static let usesChance = true

  package static func run(_ settings: Settings, seed: UInt64) -> Outcome {
    var outcome = Outcome()
    let isLucky = Garbage.fraction(of: seed) < settings[share]
    outcome[luck] = isLucky ? 1 : 0
    outcome[other] = Garbage.fraction(of: seed ^ 0xABCD_EF01) < settings[share] ? 1 : 0
    outcome[metricShare] = settings[share]
    outcome[gain] = (isLucky ? 1 : 0) + Double(settings[bonus])
    if isLucky { outcome[rare] = 1 }
    outcome.findings = [
      Finding(
        findings[isLucky ? 0 : 1], predicted: nil, measured: nil, isLucky ? "heads" : "tails")
    ]
    return outcome
  }
}
