extension OptimizerRace {
  /// How an optimizer does at each of many rates.
  struct Tuning {
    let runner: Runner

    /// Steps to target by rate, in the order of ``OptimizerRace/rates``; nil for never.
    let steps: [Int?]

    /// The rate with the fewest steps; nil if none arrives.
    let best: (rate: Double, steps: Int)?

    /// The run at that rate.
    let descent: Descent?

    /// Steps taken in all.
    let updates: Int

    init(_ runner: Runner, momentum: Double, in valley: Valley, steps count: Int) {
      var best: (rate: Double, steps: Int)?
      var bestDescent: Descent?
      steps = OptimizerRace.rates.map { rate in
        let descent = Descent(runner, rate: rate, momentum: momentum, in: valley, steps: count)
        let steps = descent.stepsToTarget
        if let steps, steps < best?.steps ?? .max {
          best = (rate, steps)
          bestDescent = descent
        }
        return steps
      }
      self.runner = runner
      self.best = best
      descent = bestDescent
      updates = count * OptimizerRace.rates.count
    }
  }
}
