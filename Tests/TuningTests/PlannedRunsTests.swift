import Experiments
import Synchronization
import Testing
import Tuning

@Suite struct PlannedRunsTests {
  private static func pieces(_ times: [Double]) -> [PlannedRuns.Piece] {
    times.enumerated().map { index, times in
      PlannedRuns.Piece(
        Run(Bowl.self, Bowl.defaults, seed: UInt64(index)), times: times, line: index)
    }
  }

  @Test(
    arguments: [
      (10.0, nil), (6.0, nil), (5.9, 3), (3.0, 3), (2.9, 2), (1.0, 1), (0.0, 0),
    ] as [(Double, Int?)])
  func stopsWithThePieceThatIsTooMuch(limit: Double, line: Int?) async {
    var left = limit * 1000
    let lost = await PlannedRuns(Self.pieces([1, 1, 1, 3])).take(from: &left) { _ in 1000 }
    #expect(lost?.line == line)
    #expect((left < 0) == (line != nil))
  }

  /// Where the limit is reached, no more than a few runs are made for nothing.
  @Test func fewRunsAreMadeOnceItIsReached() async {
    let made = Mutex(0)
    let pieces = Self.pieces([Double](repeating: 1, count: 1000))
    var left = 0.5
    let lost = await PlannedRuns(pieces).take(from: &left) { _ in
      made.withLock { $0 += 1 }
      return 1
    }
    #expect(lost?.line == 0)
    #expect(made.withLock { $0 } <= 8)
  }

  /// A run that counts nothing still takes time.
  @Test func everyRunCounts() {
    #expect(PlannedRuns.work(of: Outcome()) == Double(PlannedRuns.least))
    var outcome = Outcome()
    outcome.cost.multiplyAdds = 3 * PlannedRuns.least
    #expect(PlannedRuns.work(of: outcome) == Double(3 * PlannedRuns.least))
  }

  /// Where runs share their work, a grid is taken to cost half of what that could spare at best.
  @Test(arguments: [1, 5, 20, 60]) func whatIsSharedIsCountedLess(cells: Int) {
    let crowd = RunGroupTests.Crowd.self
    let grid = SettingGrid(
      SearchSpace([crowd.seat], of: crowd.defaults), cells: cells, longest: cells)
    let spared = max(1, Double(min(32, grid.count)) / 2)
    #expect(PlannedRuns.sharing(of: crowd, over: grid) == spared)
    let rooms = SettingGrid(SearchSpace([crowd.room], of: crowd.defaults), cells: 9, longest: 9)
    #expect(PlannedRuns.sharing(of: crowd, over: rooms) == 1)
    #expect(PlannedRuns.sharing(of: Bowl.self, over: grid) == 1)
  }
}
