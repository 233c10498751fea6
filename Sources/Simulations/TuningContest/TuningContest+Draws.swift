import Experiments
import Numerics
import Tuning

/// Settings of the eight knobs as procedures draw them: points of the unit cube, each within the cap.
struct TuningDraws {
  private let space: SearchSpace
  private let usual: RunPlan
  private let data: RunData
  private var stream: RandomStream

  /// How often settings above the cap are drawn again at most.
  private static let patience = 1000

  /// How far a neighbour is, as a share of the taught range.
  private static let reach = 0.15

  /// - Parameter data: any split, which says how large a training is.
  init(_ data: RunData, labelNoise: Double, seed: UInt64) {
    var base = EightKnobs.defaults
    try? base.turn(EightKnobs.labelNoise.name, to: .real(labelNoise))
    space = SearchSpace(EightKnobs.tuned, of: base)
    usual = RunPlan(tuning: base)
    self.data = data
    stream = RandomStream(seed: seed, "settings")
  }

  /// The plan at a point; the usual one where there is none.
  func plan(at point: [Double]) -> RunPlan {
    RunPlan(tuning: space.settings(at: point) ?? space.base)
  }

  /// The usual settings, with fewer epochs if the cap asks for that.
  func defaults() -> [Double] {
    var point = space.point(of: space.base)
    let epochs = min(EightKnobs.epochs.standard, mostEpochs(at: point))
    point[place(EightKnobs.epochs)] = EightKnobs.epochs.domain.coordinate(of: .integer(epochs))
    return point
  }

  /// Anywhere in the ranges.
  mutating func anywhere() -> [Double] {
    var point = uniform()
    for _ in 0..<Self.patience where isAboveCap(point) { point = uniform() }
    return point
  }

  /// Whether a training takes more than the cap.
  ///
  /// Only the width and the epochs tell, and most points are drawn for nothing else, so no settings are
  /// made of them.
  private func isAboveCap(_ point: [Double]) -> Bool {
    func count(_ knob: Knob<Int>) -> Int {
      knob.domain.value(at: point[place(knob)]).flatMap(Int.init) ?? knob.standard
    }
    var plan = usual
    (plan.width, plan.epochs) = (count(EightKnobs.width), count(EightKnobs.epochs))
    return plan.multiplyAdds(of: data) > TuningContest.cap
  }

  /// In the ranges that the lessons taught.
  mutating func taught() -> [Double] {
    let isAdam = stream.uniform() < 0.5 || space.base[EightKnobs.labelNoise] > 0
    var point = taughtRanges(isAdam: isAdam).map {
      $0.lowerBound + ($0.upperBound - $0.lowerBound) * stream.uniform()
    }
    let range = epochsWorth(at: point)
    point[place(EightKnobs.epochs)] =
      range.lowerBound + (range.upperBound - range.lowerBound) * stream.uniform()
    return point
  }

  /// Near a point, within the ranges that the lessons taught.
  mutating func near(_ best: [Double]) -> [Double] {
    let ranges = taughtRanges(isAdam: plan(at: best).optimizer == .adam)
    var point = zip(best, ranges).map { coordinate, range in
      let step = Self.reach * (range.upperBound - range.lowerBound) * stream.normal()
      return min(max(coordinate + step, range.lowerBound), range.upperBound)
    }
    let range = epochsWorth(at: point)
    let place = place(EightKnobs.epochs)
    let moved = best[place] + Self.reach * (range.upperBound - range.lowerBound) * stream.normal()
    point[place] = min(max(moved, range.lowerBound), range.upperBound)
    return point
  }

  private mutating func uniform() -> [Double] { space.knobs.map { _ in stream.uniform() } }

  private func place(_ knob: any AnyKnob) -> Int {
    space.knobs.firstIndex { $0.name == knob.name } ?? 0
  }

  /// Epochs from half of what the cap pays for to all of it, as coordinates.
  private func epochsWorth(at point: [Double]) -> ClosedRange<Double> {
    let most = mostEpochs(at: point)
    let domain = EightKnobs.epochs.domain
    return domain.coordinate(of: .integer(max(1, most / 2)))...domain.coordinate(of: .integer(most))
  }

  private func mostEpochs(at point: [Double]) -> Int {
    var plan = plan(at: point)
    plan.epochs = 1
    return min(100, max(1, TuningContest.cap / plan.multiplyAdds(of: data)))
  }

  /// The range of each knob that the lessons taught, as coordinates; that of the epochs follows from
  /// the cap.
  private func taughtRanges(isAdam: Bool) -> [ClosedRange<Double>] {
    let hasWrongLabels = space.base[EightKnobs.labelNoise] > 0
    func reals(_ knob: Knob<Double>, _ low: Double, _ high: Double) -> ClosedRange<Double> {
      knob.domain.coordinate(of: .real(low))...knob.domain.coordinate(of: .real(high))
    }
    func counts(_ knob: Knob<Int>, _ low: Int, _ high: Int) -> ClosedRange<Double> {
      knob.domain.coordinate(of: .integer(low))...knob.domain.coordinate(of: .integer(high))
    }
    let rule: EightKnobs.Rule = isAdam ? .adam : .momentum
    let chosen = EightKnobs.optimizer.domain.coordinate(of: rule.settingValue)
    return [
      chosen...chosen,
      isAdam
        ? reals(EightKnobs.learningRate, 0.002, 0.03) : reals(EightKnobs.learningRate, 0.003, 0.1),
      reals(EightKnobs.momentum, 0.9, 0.9), counts(EightKnobs.batchSize, 8, 32), 0...1,
      counts(EightKnobs.width, 10, 32),
      hasWrongLabels
        ? reals(EightKnobs.weightDecay, 0.1, 3) : reals(EightKnobs.weightDecay, 0.0001, 0.3),
      reals(EightKnobs.dropout, 0, 0.4),
    ]
  }
}
