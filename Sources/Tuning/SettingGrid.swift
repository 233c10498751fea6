import Experiments

/// Evenly spread settings of a search space: every value of each axis with every one of the others.
package struct SettingGrid: Sendable {
  private let space: SearchSpace

  /// The knobs, one for each axis.
  package var knobs: [any AnyKnob] { space.knobs }

  /// The values along each knob.
  package let axes: [[SettingValue]]

  /// The number of cells.
  package var count: Int { axes.map(\.count).reduce(1, *) }

  /// A grid of a bounded number of cells.
  ///
  /// Every choice there is stands on its knob's axis; what room those leave is dealt out evenly
  /// among the numbers.
  ///
  /// - Parameters:
  ///   - space: the knobs, one for each axis.
  ///   - cells: the most cells, whatever the number of knobs.
  ///   - longest: the most values along a number.
  package init(_ space: SearchSpace, cells: Int, longest: Int) {
    self.space = space
    axes = Self.axes(of: space.knobs, cells: cells, longest: longest)
  }

  /// The values along each of some knobs.
  private static func axes(of knobs: [any AnyKnob], cells: Int, longest: Int) -> [[SettingValue]] {
    var room = cells
    var axes = [[SettingValue]](repeating: [], count: knobs.count)
    for (index, knob) in knobs.enumerated() where knob.domain.bounds == nil {
      axes[index] = values(of: knob, atMost: room)
      room /= max(1, axes[index].count)
    }
    var left = knobs.count { $0.domain.bounds != nil }
    for (index, knob) in knobs.enumerated() where knob.domain.bounds != nil {
      axes[index] = values(of: knob, atMost: min(Root.floor(left, of: room), longest))
      room /= max(1, axes[index].count)
      left -= 1
    }
    return axes
  }

  /// The fewest values along a number on which a region and its edges can be told.
  package static let fewest = 5

  /// The first of some knobs that all of them together leave too few values to be searched over.
  package static func starved(of knobs: [any AnyKnob], cells: Int, longest: Int) -> (
    knob: any AnyKnob, values: Int
  )? {
    // Nearly always there is room without a look at the values themselves.
    var room = cells
    for knob in knobs {
      if case .choice(let names) = knob.domain {
        room /= max(1, names.count)
      } else {
        room /= fewest
      }
    }
    guard room < 1 else { return nil }
    let axes = axes(of: knobs, cells: cells, longest: longest)
    return zip(knobs, axes).first { knob, values in
      values.count < min(fewest, knob.domain.grid(fewest).count)
    }.map { ($0, $1.count) }
  }

  /// The fewest values along a number that have an inside.
  private static let shortest = 3

  /// The values of a knob; if there is no room for so many, its default alone.
  private static func values(of knob: any AnyKnob, atMost count: Int) -> [SettingValue] {
    let isNumber = knob.domain.bounds != nil
    guard !isNumber || count >= shortest else { return [knob.defaultValue] }
    let values = knob.domain.grid(count)
    return values.count <= count ? values : [knob.defaultValue]
  }

  /// The place of a cell along each axis.
  package func place(of cell: Int) -> [Int] {
    var rest = cell
    return axes.map { axis in
      defer { rest /= axis.count }
      return rest % axis.count
    }
  }

  /// The cell at a place; the first axis varies fastest.
  package func cell(at place: [Int]) -> Int {
    zip(place, axes).reversed().reduce(0) { $0 * $1.1.count + $1.0 }
  }

  /// The choices that a cell stands for, real numbers rounded to so many digits if any; nil if
  /// the domain does not contain those.
  package func settings(at cell: Int, digits: Int? = nil) -> Settings? {
    var settings = space.base
    for (knob, (axis, place)) in zip(knobs, zip(axes, place(of: cell))) {
      var value = axis[place]
      if case .real(let number) = value, let digits {
        value = .real(NumberText.rounded(number, digits: digits))
      }
      guard (try? settings.turn(knob.name, to: value)) != nil else { return nil }
    }
    return settings
  }

  /// The passing cells, the deepest inside the region first.
  ///
  /// Depth is the number of cells to the nearest one that does not pass, diagonals counting as
  /// one; beyond the ends of a range nothing passes. Different choices are not neighbours,
  /// nor has a knob with one value any. Among equally deep cells those nearest to their common
  /// middle come first.
  package func deepest(_ passing: [Bool]) -> [Int] {
    var depth = passing.map { $0 ? 0 : -1 }
    var alive = passing
    while alive.contains(true) {
      let inner = alive.indices.map {
        alive[$0] && neighbours(of: $0).allSatisfy { $0.map { alive[$0] } ?? false }
      }
      for cell in inner.indices where inner[cell] { depth[cell] += 1 }
      if inner == alive { break }
      alive = inner
    }
    let places = passing.indices.map(place)
    let deepest = depth.max() ?? -1
    let core = depth.indices.filter { depth[$0] == deepest && deepest >= 0 }
    guard !core.isEmpty else { return [] }
    let middle = axes.indices.map { axis in
      Double(core.map { places[$0][axis] }.reduce(0, +)) / Double(core.count)
    }
    func distance(_ cell: Int) -> Double {
      zip(places[cell], middle).map { ($0 - $1) * ($0 - $1) }.reduce(0, +)
    }
    return depth.indices.filter { depth[$0] >= 0 }.sorted {
      (-depth[$0], distance($0), $0) < (-depth[$1], distance($1), $1)
    }
  }

  /// The cells around a cell along the knobs that are numbers; nil stands for one beyond an end.
  private func neighbours(of cell: Int) -> [Int?] {
    let center = place(of: cell)
    var places: [[Int]?] = [[]]
    for (axis, position) in center.enumerated() {
      let isChoice = knobs[axis].domain.bounds == nil || axes[axis].count == 1
      places = places.flatMap { start -> [[Int]?] in
        (isChoice ? 0...0 : -1...1).map { step in
          guard let start, axes[axis].indices.contains(position + step) else { return nil }
          return start + [position + step]
        }
      }
    }
    return places.map { $0.map(self.cell) }
  }
}

private func - (left: Int, right: Double) -> Double { Double(left) - right }
