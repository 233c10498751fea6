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

/// The folded line is a zigzag of equal pieces, the first of which rises.
enum FoldedLineTies: FigureTies {
  static let simulation: any Simulation.Type = FoldedLine.self
  // 6 · 6 · 6 · 5 pieces are too many to be drawn one by one.
  static let settings = [["depth": "3"], ["depth": "4", "units": "23"]]

  static func ties(_ run: TiedRun) throws -> [FigureTie] {
    let (depth, units) = (try run.count("depth"), try run.count("units"))
    let pieces = try run.metric("pieces")
    let widths = (0..<depth).map { units / depth + ($0 < units % depth ? 1 : 0) }
    func zigzag(_ figure: String, _ series: String, _ layers: Int) -> FigureTie {
      let count = Double(widths.prefix(layers).reduce(1, *))
      return run.tie(figure, series) { drawn in
        #expect(Double(drawn.x.count) == min(count, 1000) + 1)
        for (x, y) in zip(drawn.x, drawn.y) {
          let piece = (x * count).rounded(.down)
          let rest = x * count - piece
          let wanted = Int(piece).isMultiple(of: 2) ? rest : 1 - rest
          // At a bend rounding may call either piece the one; both have the value there.
          TiedRun.expect(y, wanted, 1e-6, floor: 1, "\(series) at \(x)")
        }
      }
    }
    #expect(pieces == Double(widths.reduce(1, *)))
    return [
      run.frame("folds", .line, "input", "output"),
      zigzag("folds", "depth \(depth)", depth),
      run.frame("layers", .line, "input", "value"),
      run.frame("pieces", .scatter, "depth", "pieces", .log),
      run.curve("pieces", "folded, counted", "pieces", along: "depth", at: 10),
      run.curve("pieces", "random weights", "random-pieces", along: "depth"),
      run.curve("pieces", "theory", .theory, "predicted-pieces", along: "depth", at: 10),
      run.marker("pieces", "this run", x: Double(depth)),
    ] + (1...min(3, depth)).map { zigzag("layers", "layer \($0)", $0) }
  }
}
