/// How what stands at a point did.
package struct Observation: Sendable, Hashable {
  package let point: [Double]

  /// The value of what is searched for, the lower the better; nil where it has none.
  package let loss: Double?

  /// By how much each constraint is missed, zero or less where it holds; nil where that is not known.
  package let excesses: [Double?]

  /// What was spent on it, in units of the resource; 1 where none is bought.
  package let resource: Double

  package init(_ point: [Double], loss: Double?, excesses: [Double?] = [], resource: Double = 1) {
    self.point = point
    self.loss = loss.flatMap { $0.isNaN ? nil : $0 }
    self.excesses = excesses
    self.resource = resource
  }

  /// Whether every constraint holds.
  package var isFeasible: Bool { excesses.allSatisfy { $0.map { $0 <= 0 } ?? false } }

  /// All that is missed, added up; infinite where something is not known.
  private var missed: Double { excesses.reduce(0) { $0 + max(0, $1 ?? .infinity) } }

  /// Whether this is better than another: what keeps the constraints before what does not, then the
  /// lower loss, of two that miss a constraint the one that misses less.
  ///
  /// Source: Deb 2000, "An efficient constraint handling method for genetic algorithms", Computer
  /// Methods in Applied Mechanics and Engineering 186, section 3.
  package func isBetter(than other: Observation) -> Bool {
    switch (isFeasible, other.isFeasible) {
    case (true, false): return true
    case (false, true): return false
    case (false, false): if missed != other.missed { return missed < other.missed }
    case (true, true): break
    }
    return (loss ?? .infinity) < (other.loss ?? .infinity)
      || loss != nil && other.loss == nil
  }
}

extension [Observation] {
  /// The places of the best, so many at most, the best first; of equals the first.
  package func best(_ count: Int) -> [Int] {
    let order = indices.sorted { left, right in
      if self[left].isBetter(than: self[right]) { return true }
      return !self[right].isBetter(than: self[left]) && left < right
    }
    return Array<Int>(order.prefix(Swift.max(0, count)))
  }
}
