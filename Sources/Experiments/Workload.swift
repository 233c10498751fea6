/// Training that can be done at several batch sizes, for whoever wants to know how long it takes.
///
/// Simulations never report times, since these differ from machine to machine and from day to day.
/// A workload is the work alone; the clock belongs to whoever calls it.
package struct Workload: Sendable {
  /// What is trained, in a few words.
  package let summary: String

  /// The batch sizes worth comparing, in ascending order.
  package let batchSizes: [Int]

  /// Trains in full batches of this size, and gives back how many updates it made.
  package let train: @Sendable (_ batchSize: Int) -> Int

  package init(
    _ summary: String, batchSizes: [Int],
    train: @escaping @Sendable (_ batchSize: Int) -> Int
  ) {
    self.summary = summary
    self.batchSizes = batchSizes
    self.train = train
  }
}
