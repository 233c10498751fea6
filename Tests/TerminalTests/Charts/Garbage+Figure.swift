import Plotting
import TestKit

extension Garbage {
  /// A range a scale can show, of any size.
  mutating func range(for scale: Scale.Kind) -> ClosedRange<Double> {
    range { scale.shows($0) }
  }

  /// A figure of anything.
  mutating func figure() -> Figure { figure(one(of: Figure.Form.allCases)) }

  /// A figure of a form, and else of anything.
  mutating func figure(_ form: Figure.Form) -> Figure {
    let series = (0..<below(9)).map { _ in
      Figure.Series(
        name(), below(3) == 0 ? .theory : .measured, x: numbers(atMost: 30),
        y: numbers(atMost: 30), group: below(2) == 0 ? nil : below(9))
    }
    let markers = (0..<below(4)).map { _ in
      below(2) == 0 ? Figure.Marker(name(), x: number()) : Figure.Marker(name(), y: number())
    }
    return Figure(
      "", form, title: name(), x: axis(), y: axis(), series: series,
      markers: markers, field: below(2) == 0 ? field() : nil)
  }

  private mutating func axis() -> Figure.Axis {
    .init(
      name(), below(2) == 0 ? .linear : .log,
      domain: below(3) == 0 ? range(for: .linear) : nil)
  }

  private mutating func field() -> Figure.Field {
    let columns = below(9)
    let missing = below(9) == 0 ? 1 : 0
    let count = max(columns * below(9) - missing, 0)
    return Figure.Field(
      name(), x: range(for: .linear), y: range(for: .linear),
      columns: below(20) == 0 ? one(of: [.max, -2]) : columns,
      values: (0..<count).map { _ in number() }, levels: numbers(atMost: 4),
      classes: below(2) == 0 ? [] : [name(), name()])
  }
}
