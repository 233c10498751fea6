import Experiments

/// Runs that are about to be made for somebody else, with how often the like of each is made, so that
/// what they cost is known before they are.
///
/// Work is counted in multiply-adds and not in seconds, so that the same runs are made or refused on
/// every machine.
package struct PlannedRuns: Sendable {
  /// Runs that cost about the same.
  package struct Piece: Sendable {
    package let run: Run

    /// How often the like of it is made.
    package let times: Double

    /// The line of the file that asks for it; 0 if none does.
    package let line: Int

    package init(_ run: Run, times: Double = 1, line: Int = 0) {
      self.run = run
      self.times = times
      self.line = line
    }
  }

  package let pieces: [Piece]

  package init(_ pieces: [Piece]) { self.pieces = pieces }

  /// What a run counts at least, however little it counts itself: none takes no time at all.
  package static let least = 100_000

  /// The multiply-adds that a run is taken to have cost.
  package static func work(of outcome: Outcome) -> Double {
    Double(max(least, outcome.cost.multiplyAdds))
  }

  /// How many times less work the cells of a grid take than as many runs by themselves, as those that
  /// differ in some knobs alone share theirs: half of what that could spare.
  package static func sharing(of simulation: any Simulation.Type, over grid: SettingGrid) -> Double
  {
    guard let simulation = simulation as? any SharingSimulation.Type else { return 1 }
    let shared = Set(simulation.sharing.map(\.name))
    let together = zip(grid.knobs, grid.axes).reduce(1) { count, axis in
      shared.contains(axis.0.name) ? count * axis.1.count : count
    }
    return max(1, Double(min(RunGroup.most, together)) / 2)
  }

  /// How many runs are made side by side: a few more than needed, where the limit is reached.
  private static let atOnce = 8

  /// Takes the work of the pieces off what is left, until nothing is.
  ///
  /// - Parameters:
  ///   - left: the multiply-adds that may still be spent; below zero where that was not enough.
  ///   - known: the multiply-adds of one run; the run is made unless told otherwise.
  /// - Returns: the piece with which nothing is left; nil if there is enough for all.
  package func take(
    from left: inout Double,
    known: @escaping @Sendable (Run) async -> Double = { work(of: $0.outcome()) }
  ) async -> Piece? {
    var rest = pieces[...]
    while !rest.isEmpty {
      let some = Array(rest.prefix(Self.atOnce))
      rest = rest.dropFirst(Self.atOnce)
      for (piece, work) in zip(some, await Self.works(of: some, known)) {
        left -= piece.times * work
        if left < 0 { return piece }
      }
    }
    return nil
  }

  /// The work of one run of every piece, found side by side.
  private static func works(
    of pieces: [Piece], _ known: @escaping @Sendable (Run) async -> Double
  ) async -> [Double] {
    await withTaskGroup(of: (Int, Double).self) { group in
      for (index, piece) in pieces.enumerated() {
        group.addTask { (index, await known(piece.run)) }
      }
      var found = [Double](repeating: 0, count: pieces.count)
      for await (index, work) in group { found[index] = work }
      return found
    }
  }
}
