/// What happened in a training run.
///
/// Losses are means over all rows, for the parameters after 0, 1, 2 … epochs: number 0 is before
/// training, and both arrays have one entry more than epochs were trained.
package struct History: Sendable, Equatable {
  /// Empty where it was not asked for.
  package internal(set) var trainingLoss: [Double]
  /// Empty where there was no validation set.
  package internal(set) var validationLoss: [Double]
  /// The mean loss of each batch before its update, dropout included.
  package internal(set) var batchLoss: [Double]
  /// The epoch with the lowest validation loss, the first of several; `nil` without a set or
  /// where no loss is a number.
  package internal(set) var bestEpoch: Int?
  /// The parameters at that epoch.
  package internal(set) var bestParameters: [Double]?
  /// The epoch after which training stopped early; `nil` where it went on to the end.
  package internal(set) var stoppedEpoch: Int?
  /// The parameters at the epochs that were asked for, as far as training went.
  package internal(set) var snapshots: [Int: [Double]]
  package internal(set) var cost: TrainingCost
}
