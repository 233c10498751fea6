import Experiments
import Testing

/// What must hold for the figures of any run.
enum FigureCheck {
  static func check(_ figures: [Figure], of simulation: any Simulation.Type) {
    #expect(figures.map(\.name) == simulation.figures.map(\.name))
    for figure in figures {
      #expect(!figure.series.isEmpty && !figure.title.isEmpty)
      #expect(Set(figure.series.map(\.name)).count == figure.series.count)
      for series in figure.series {
        #expect(series.x.count == series.y.count)
        #expect((1...1001).contains(series.x.count))
        #expect(series.x.allSatisfy { $0.isFinite })
        if figure.form.meaning.samples != .path { #expect(series.x == series.x.sorted()) }
        #expect(series.y.allSatisfy { !$0.isInfinite })
        if figure.y.scale == .log { #expect(series.y.allSatisfy { !($0 < 0) }) }
        if figure.x.scale == .log { #expect(series.x.allSatisfy { $0 > 0 }) }
      }
      if let field = figure.field {
        #expect(field.values.count == field.rows * field.columns)
        #expect(field.values.count <= 1001)
      }
    }
  }
}
