import Numerics

extension Dataset {
  /// A rare class hidden beside a common one: one row in `rarity` is N(`separation`, `noise`²).
  ///
  /// The others, class 0, are N(0, `noise`²). Every `rarity`-th row is of class 1, so 1,000 rows at
  /// the usual rarity hold 100; a smaller `count` gives the same first rows.
  /// - Precondition: `rarity` is positive.
  package static func imbalanced(
    count: Int = 1_000, noise: Double = 1, rarity: Int = 10, separation: Double = 1.5,
    from stream: inout RandomStream
  ) -> Dataset {
    precondition(rarity > 0, "a class appears once in a number of rows")
    var features: [Double] = []
    var targets: [Double] = []
    for row in stride(from: 1, through: count, by: 1) {
      let rare = row.isMultiple(of: rarity)
      features.append((rare ? separation : 0) + noise * stream.normal())
      targets.append(rare ? 1 : 0)
    }
    return Dataset(features: features, targets: targets, columns: 1)
  }
}
