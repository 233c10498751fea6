import Experiments
import Numerics

/// Effects of one input, and what they come to.
struct EffectSummary {
  let mean: Double

  /// The mean of the sizes.
  let size: Double

  /// The standard deviation.
  let spread: Double

  /// - Parameter isWhole: whether these are all effects that there are, not a sample of them.
  init(_ effects: [Double], isWhole: Bool) {
    let count = Double(effects.count)
    let mean = effects.reduce(0, +) / count
    let squares = effects.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    size = effects.reduce(0) { $0 + $1.magnitude } / count
    // What rounding leaves of effects that cancel is nothing.
    self.mean = mean.magnitude < 1e-12 * size ? 0 : mean
    spread = Elementary.squareRoot(squares / (isWhole ? count : count - 1))
  }
}

/// Walks over the levels of the inputs, with the elementary effects met on the way.
///
/// Source: Morris 1991, "Factorial sampling plans for preliminary computational experiments".
struct Screening {
  /// The number of levels of an input, and by how many a step changes it.
  static let levels = 4
  static let step = 2

  let walks: Int

  /// The effects of each input, one a walk.
  let effects: [[Double]]

  init(walks: Int, seed: UInt64) {
    var effects = Array(repeating: [Double](), count: 3)
    for number in 0..<walks {
      var stream = RandomStream(seed: seed, "walks", number)
      // Each input begins low and rises, or begins high and falls.
      let low = (0..<3).map { _ in stream.integer(below: Self.levels - Self.step) }
      let rises = (0..<3).map { _ in stream.bernoulli(0.5) }
      var place = (0..<3).map { low[$0] + (rises[$0] ? 0 : Self.step) }
      var before = Self.value(place)
      for input in stream.permutation(3) {
        place[input] = low[input] + (rises[input] ? Self.step : 0)
        let after = Self.value(place)
        effects[input].append(Self.effect(from: before, to: after, rises: rises[input]))
        before = after
      }
    }
    self.walks = walks
    self.effects = effects
  }

  /// The value at levels of the three inputs.
  static func value(_ place: [Int]) -> Double {
    Ishigami.value(place.map { Double($0) / Double(levels - 1) }[...])
  }

  /// The change of the value over that of the input, the range of an input being 1.
  private static func effect(from: Double, to: Double, rises: Bool) -> Double {
    (rises ? to - from : from - to) * Double(levels - 1) / Double(step)
  }

  /// Every effect that an input can have: from each level that leaves room, at each place of the others.
  static let all: [[Double]] = (0..<3).map { input in
    (0..<levels - step).flatMap { low in
      (0..<levels * levels).map { others in
        var place = [others % levels, others / levels]
        place.insert(low, at: input)
        let before = value(place)
        place[input] += step
        return effect(from: before, to: value(place), rises: true)
      }
    }
  }

  /// What the effects of each input are, and what all that there are come to.
  var summaries: [(sample: EffectSummary, whole: EffectSummary)] {
    zip(effects, Self.all).map {
      (EffectSummary($0, isWhole: false), EffectSummary($1, isWhole: true))
    }
  }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double)] {
    summaries.enumerated().flatMap { input, summary in
      [
        (ElementaryEffects.mean[input], summary.sample.mean),
        (ElementaryEffects.predictedMean[input], summary.whole.mean),
        (ElementaryEffects.size[input], summary.sample.size),
        (ElementaryEffects.predictedSize[input], summary.whole.size),
        (ElementaryEffects.spread[input], summary.sample.spread),
        (ElementaryEffects.predictedSpread[input], summary.whole.spread),
      ]
    } + [(ElementaryEffects.evaluations, Double(4 * walks))]
  }

  var findings: [Finding] {
    let samples = summaries.map(\.sample)
    func text(_ value: Double) -> String { NumberText.significant(value) }
    let sizes = zip(ElementaryEffects.inputs, samples).map { "input \($0): \(text($1.size))" }
    var findings = [
      Finding(
        ElementaryEffects.ranking, predicted: nil, measured: nil,
        "mean size of the effects after \(4 * walks) evaluations: \(sizes.joined(separator: ", "))."
      )
    ]
    func names(_ holds: (EffectSummary) -> Bool) -> String? {
      let found = zip(ElementaryEffects.inputs, samples).filter { holds($0.1) }.map(\.0)
      return found.isEmpty ? nil : found.joined(separator: " and ")
    }
    if let found = names({ $0.mean.magnitude < 0.5 * $0.size }) {
      findings.append(
        Finding(
          ElementaryEffects.cancels, predicted: nil, measured: nil,
          "the effects of input \(found) cancel: their mean is less than half of their mean size, so "
            + "that the mean alone would say too little."))
    }
    if let found = names({ $0.spread > $0.size }) {
      findings.append(
        Finding(
          ElementaryEffects.interacts, predicted: nil, measured: nil,
          "the effects of input \(found) spread more than their mean size: what it does depends on where "
            + "it is changed."))
    }
    return findings
  }

  var effectsFigure: Figure {
    let summaries = summaries
    func points(_ name: String, _ role: Figure.Role, _ all: [EffectSummary]) -> Figure.Series {
      let sorted = all.sorted { $0.size < $1.size }
      return Figure.Series(name, role, x: sorted.map(\.size), y: sorted.map(\.spread))
    }
    let sizes = summaries.flatMap { [$0.sample.size, $0.whole.size] }
    let most = sizes.reduce(0) { max($0, $1) }
    return Figure(
      ElementaryEffects.effectsFigure, .scatter, title: "one dot an input, \(walks) walks",
      x: Figure.Axis("mean size of its effects"), y: Figure.Axis("their spread"),
      series: [
        points("measured", .measured, summaries.map(\.sample)),
        points("all effects", .theory, summaries.map(\.whole)),
        Figure.Series("spread = size", .theory, x: [0, most], y: [0, most]),
      ])
  }
}
