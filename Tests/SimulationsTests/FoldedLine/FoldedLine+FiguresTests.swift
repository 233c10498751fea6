import Experiments
import Testing

@testable import Simulations

@Suite struct FoldedLineFiguresTests {
  @Test func theFoldedFunctionIsDrawnBendByBend() throws {
    let outcome = try FoldedLineTests.outcome(depth: 3, units: 12)
    let folds = outcome.figures[0].series[0]
    #expect(folds.x.count == 65)
    for (index, value) in folds.y.enumerated() {
      #expect(abs(value - (index.isMultiple(of: 2) ? 0 : 1)) < 1e-9)
    }
    #expect(outcome.figures[1].series.map(\.x.count) == [5, 17, 65])
  }

  @Test func manyPiecesAreSampled() throws {
    let outcome = try FoldedLineTests.outcome(depth: 10, units: 30)
    #expect(outcome.figures[0].series[0].x.count == 1001)
    #expect(outcome.figures[0].series[0].y.allSatisfy { (-1e-9...1 + 1e-9).contains($0) })
  }

  @Test func theCountAtEveryDepthIsShown() throws {
    let figure = try FoldedLineTests.outcome(depth: 4, units: 12).figures[2]
    #expect(figure.series[0].y == [12, 36, 64, 81, 72, 64, 32, 16, 8, 4])
    #expect(figure.series[2].y == figure.series[0].y)
    #expect(figure.markers.map(\.x) == [4])
  }
}
