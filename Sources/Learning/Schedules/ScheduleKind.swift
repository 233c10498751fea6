import Numerics

/// A schedule by name, in its usual proportions.
///
/// A new one is a file and a line in `all`.
package struct ScheduleKind: Sendable {
  package let name: String
  /// The schedule with this highest rate for a run of this many steps.
  package let make: @Sendable (_ rate: Double, _ steps: Int) -> any Schedule

  /// Every schedule there is.
  package static let all = [
    ScheduleKind(name: "constant") { rate, _ in ConstantRate(rate) },
    ScheduleKind(name: "step") { rate, steps in
      StepDecay(rate, factor: 0.1, every: max(1, steps / 3))
    },
    ScheduleKind(name: "multi-step") { rate, steps in
      MultiStepDecay(rate, factor: 0.1, at: [steps / 2, 3 * (steps / 4)])
    },
    // A hundredth remains at the end.
    ScheduleKind(name: "exponential") { rate, steps in
      ExponentialDecay(rate, factor: Elementary.exp(Elementary.log(0.01) / Double(max(1, steps))))
    },
    // One over the time, in the long run, on a parabola of curvature 1.
    ScheduleKind(name: "inverse-time") { rate, _ in InverseTimeDecay(rate, decay: rate) },
    ScheduleKind(name: "polynomial") { rate, steps in
      PolynomialDecay(rate, steps: max(1, steps))
    },
    ScheduleKind(name: "cosine") { rate, steps in CosineDecay(rate, steps: max(1, steps)) },
    ScheduleKind(name: "cosine-wave") { rate, steps in
      CosineWave(rate, halfPeriod: max(1, steps))
    },
    ScheduleKind(name: "cosine-restarts") { rate, steps in
      CosineRestarts(rate, period: max(1, steps / 7), growth: 2)
    },
    ScheduleKind(name: "warm-up") { rate, steps in
      let steps = max(1, steps)
      return WarmUp(steps: steps / 10, then: CosineDecay(rate, steps: steps - steps / 10))
    },
    ScheduleKind(name: "one-cycle") { rate, steps in OneCycle(peak: rate, steps: max(1, steps)) },
  ]
}
