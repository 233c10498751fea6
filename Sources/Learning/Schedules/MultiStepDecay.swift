/// The rate times a factor at each of some chosen steps.
///
/// PyTorch's `MultiStepLR`. The new rate holds from the milestone on; a milestone given twice counts
/// twice.
package struct MultiStepDecay: Schedule {
  package let rate: Double
  /// The factor γ, in [0, 1].
  package let factor: Double
  /// The steps at which the rate drops, in any order.
  package let milestones: [Int]

  package init(_ rate: Double, factor: Double, at milestones: [Int]) {
    self.rate = rate
    self.factor = factor
    self.milestones = milestones
  }

  package func rate(at step: Int) -> Double {
    let step = max(0, step)
    return rate * power(factor, milestones.reduce(0) { $0 + ($1 <= step ? 1 : 0) })
  }
}
