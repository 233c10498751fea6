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
