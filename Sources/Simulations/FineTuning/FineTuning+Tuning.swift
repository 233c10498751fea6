import Experiments
import Numerics

extension FineTuning {
  /// Both losses, averaged over the fits.
  struct Losses {
    var target: Double
    var source: Double
  }

  /// Many tunings from the same pretrained weights, each to targets of its own.
  struct Tuning {
    let rate: Double
    let steps: Int
    let share: Double
    let theory: TuningTheory

    /// X'e/n of every fit, direction after direction, where e is the noise in its targets.
    ///
    /// Of orthogonal features it is normal with variance λ/n, and free of that of other directions.
    private let noises: [Double]

    /// What ``moved(at:)`` gives at the rate of the run, which its figures ask for again.
    private let movedHere: [Double]

    init(_ settings: Settings, seed: UInt64) {
      rate = settings[FineTuning.learningRate]
      steps = settings[FineTuning.steps]
      share = settings[FineTuning.share]
      theory = TuningTheory(
        distance: settings[FineTuning.distance], examples: settings[FineTuning.trainingSize],
        directions: settings[FineTuning.tunedDirections])
      let curvatures = TuningTheory.curvatures
      let deviations = curvatures.map { [examples = theory.examples] in
        Elementary.squareRoot($0 / Double(examples))
      }
      var stream = RandomStream(seed: seed, "targets")
      noises = stream.normals(FineTuning.fits * curvatures.count).enumerated().map {
        $0.element * deviations[$0.offset % curvatures.count]
      }
      movedHere = Self.moved(at: rate, steps: steps, theory, noises)
    }

    /// How far every direction of every fit has moved from the pretrained weights.
    func moved(at rate: Double) -> [Double] {
      rate == self.rate ? movedHere : Self.moved(at: rate, steps: steps, theory, noises)
    }

    /// The same, step by step; a step has to wait for the one before, so eight fits go side by side.
    private static func moved(
      at rate: Double, steps: Int, _ theory: TuningTheory, _ noises: [Double]
    ) -> [Double] {
      let curvatures = TuningTheory.curvatures
      var result = [Double](repeating: 0, count: noises.count)
      for direction in 0..<theory.directions {
        let curvature = curvatures[direction]
        let own = Array(stride(from: direction, to: noises.count, by: curvatures.count))
        for first in stride(from: 0, to: own.count, by: 8) {
          let lanes = own[first..<min(first + 8, own.count)]
          var (noise, moved) = (SIMD8<Double>.zero, SIMD8<Double>.zero)
          for (lane, place) in lanes.enumerated() { noise[lane] = noises[place] }
          for _ in 0..<steps { moved -= rate * (curvature * (moved - theory.offset) - noise) }
          for (lane, place) in lanes.enumerated() { result[place] = moved[lane] }
        }
      }
      return result
    }

    /// The mean losses of all fits.
    func measured(at rate: Double, share: Double) -> Losses {
      let parts = measuredTargets(at: rate, share: share)
      return Losses(target: parts.target.reduce(0, +), source: parts.source.reduce(0, +))
    }

    /// The mean losses of all fits, direction by direction.
    func measuredTargets(at rate: Double, share: Double) -> (target: [Double], source: [Double]) {
      let curvatures = TuningTheory.curvatures
      var target = curvatures.map { _ in 0.0 }
      var source = target
      for (index, whole) in moved(at: rate).enumerated() {
        let direction = index % curvatures.count
        let moved = share * whole
        let left = moved - theory.offset
        target[direction] += curvatures[direction] * left * left / Double(FineTuning.fits)
        source[direction] += curvatures[direction] * moved * moved / Double(FineTuning.fits)
      }
      return (target, source)
    }

    /// Both losses in expectation.
    func predicted(at rate: Double, share: Double) -> Losses {
      let kept = theory.kept(rate: rate, steps: steps, share: share)
      return Losses(target: theory.target(kept), source: theory.source(kept))
    }

    /// Every metric with its value.
    func values(_ measured: Losses) -> [(metric: Metric, value: Double)] {
      let predicted = predicted(at: rate, share: share)
      return [
        (FineTuning.targetLoss, measured.target),
        (FineTuning.predictedTargetLoss, predicted.target),
        (FineTuning.sourceLoss, measured.source),
        (FineTuning.predictedSourceLoss, predicted.source),
        (FineTuning.totalLoss, measured.target + measured.source),
        (FineTuning.predictedTotalLoss, predicted.target + predicted.source),
        (FineTuning.untouchedLoss, theory.untouched),
        (FineTuning.convergedLoss, theory.converged),
      ]
    }
  }
}
