import Exhibits
import Experiments
import Grading
import Tuning

/// Where an exercise passes, shown to one who has passed it: what the search finds.
struct PassMap: Sendable, Hashable {
  /// The passing values of one knob without a gap, the others at the middle of what passes.
  struct Extent: Sendable, Hashable {
    let knob: String

    /// From the lowest to the highest; of choices all of them.
    let values: [SettingValue]

    /// The lowest and the highest on the number line; nil for choices.
    var range: ClosedRange<Double>? {
      guard let low = values.first?.number, let high = values.last?.number, low <= high else {
        return nil
      }
      return low...high
    }
  }

  /// The chosen knobs, in the exercise's order.
  let extents: [Extent]

  /// The cells of a grid over two knobs, the second's highest value first; nil of any other number.
  let rows: [Row]?

  /// The values of the first of them, from the lowest; empty of any other number.
  let columns: [SettingValue]

  /// The values of the second knob and what passes there.
  struct Row: Sendable, Hashable {
    let value: SettingValue

    /// Whether each value of the first knob passes.
    let passes: [Bool]
  }

  subscript(_ knob: String) -> Extent? { extents.first { $0.knob == knob } }

  /// Searches what passes; nil where nothing is found.
  static func of(_ exercise: Exercise) async -> PassMap? {
    let region = await PassSearch.region(of: exercise)
    guard let answer = await PassSearch.answer(of: exercise, in: region) else { return nil }
    return PassMap(exercise, region, middle: answer.cell)
  }

  private init(_ exercise: Exercise, _ region: PassRegion, middle: Int) {
    guard let grid = region.points.grid else {
      let passing = region.passing.indices.filter { region.passing[$0] }
        .compactMap { region.points.settings(at: $0) }
      extents = exercise.choices.map { knob in
        let values = passing.compactMap { $0[knob.name] }
        guard knob.domain.bounds != nil else {
          return Extent(knob: knob.name, values: knob.domain.grid(2).filter(values.contains))
        }
        let sorted = values.sorted { ($0.number ?? 0) < ($1.number ?? 0) }
        return Extent(knob: knob.name, values: [sorted.first, sorted.last].compactMap(\.self))
      }
      (rows, columns) = (nil, [])
      return
    }
    extents = exercise.choices.indices.compactMap { axis in
      region.extent(through: middle, along: axis).map { places in
        Extent(knob: exercise.choices[axis].name, values: places.map { grid.axes[axis][$0] })
      }
    }
    guard grid.axes.count == 2 else {
      (rows, columns) = (nil, [])
      return
    }
    columns = grid.axes[0]
    rows = grid.axes[1].indices.reversed().map { row in
      Row(
        value: grid.axes[1][row],
        passes: grid.axes[0].indices.map { region.passing[grid.cell(at: [$0, row])] })
    }
  }
}
