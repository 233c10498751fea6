/// Early stopping: when to give up on a validation loss, and which epoch's parameters to keep.
///
/// A pure function of the history, so it decides alike during a run and afterwards. Source: Prechelt
/// 1998.
package struct Stopping: Sendable, Equatable {
  /// How many epochs in a row may fail to improve before training stops; at least 1.
  package let patience: Int
  /// By how much a loss must fall below the best so far to count as an improvement, at least 0.
  package let smallestImprovement: Double

  package init(patience: Int, smallestImprovement: Double = 0) {
    self.patience = max(1, patience)
    self.smallestImprovement = max(0, smallestImprovement)
  }

  /// What a history leads to.
  package struct Decision: Sendable, Equatable {
    /// The epoch after which training stops; `nil` while it goes on.
    package internal(set) var stop: Int?
    /// The epoch whose parameters are restored: the lowest loss up to the stop, the first of several.
    ///
    /// `nil` where no loss is a number below ∞.
    package internal(set) var best: Int?
  }

  /// The decision on the losses after epoch 0, 1, 2 …; those behind the stop are not looked at.
  ///
  /// As in Keras, patience runs from the last loss that was lower by more than the smallest
  /// improvement. The best epoch is the lowest loss all the same; Keras restores the last that
  /// improved enough. A loss that is not a number never improves.
  package func decision(_ losses: [Double]) -> Decision {
    var watch = Watch(self)
    for loss in losses where watch.decision.stop == nil { watch.observe(loss) }
    return watch.decision
  }
}

extension Stopping {
  /// The decision on a run that is still going on, one loss at a time.
  package struct Watch: Sendable {
    /// The decision on the losses so far; stays as it is after a stop.
    package private(set) var decision = Decision()
    private let rule: Stopping
    private var epoch = 0
    private var lowest = Double.infinity
    /// The last loss that improved enough, and how many have not since.
    private var (mark, waited) = (Double.infinity, 0)

    /// Before any loss is known.
    package init(_ rule: Stopping) { self.rule = rule }

    /// Takes the loss of the next epoch; the first is that before training.
    package mutating func observe(_ loss: Double) {
      guard decision.stop == nil else { return }
      if loss < lowest { (decision.best, lowest) = (epoch, loss) }
      // Number 0 is before training.
      if epoch > 0 { waited += 1 }
      if loss < mark - rule.smallestImprovement { (mark, waited) = (loss, 0) }
      if waited >= rule.patience { decision.stop = epoch }
      epoch += 1
    }
  }
}
