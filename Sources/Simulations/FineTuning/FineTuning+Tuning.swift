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
    }

    /// How far every direction of every fit has moved from the pretrained weights, step by step.
    func moved(at rate: Double, share: Double) -> [Double] {
      let curvatures = TuningTheory.curvatures
      return noises.enumerated().map { index, noise in
        let direction = index % curvatures.count
        guard direction < theory.directions else { return 0 }
        let curvature = curvatures[direction]
        var moved = 0.0
        for _ in 0..<steps { moved -= rate * (curvature * (moved - theory.offset) - noise) }
        return share * moved
      }
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
      for (index, moved) in moved(at: rate, share: share).enumerated() {
        let direction = index % curvatures.count
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
