import Experiments

/// A grid over the knobs that an exercise lets one turn.
struct PassGrid: Sendable {
  private let defaults: Settings
  private let knobs: [any AnyKnob]

  /// The values along each knob.
  let axes: [[SettingValue]]

  /// The number of cells.
  var count: Int { axes.map(\.count).reduce(1, *) }

  init(_ exercise: Exercise) {
    knobs = exercise.choices
    defaults = exercise.simulation.defaults
    let fixed = knobs.filter { $0.domain.bounds == nil }.map { $0.domain.grid(1).count }
    let free = max(1, PassSearch.cells / max(1, fixed.reduce(1, *)))
    let numbers = knobs.count - fixed.count
    var side = numbers == 1 ? min(free, 81) : free
    if numbers > 1 {
      side = 2
      while Self.power(side + 1, numbers) <= free { side += 1 }
    }
    axes = knobs.map { $0.domain.grid(side) }
  }

  private static func power(_ base: Int, _ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { product, _ in
      let (next, overflow) = product.multipliedReportingOverflow(by: base)
      return overflow ? .max : next
    }
  }

  /// The place of a cell along each axis.
  private func place(of cell: Int) -> [Int] {
    var rest = cell
    return axes.map { axis in
      defer { rest /= axis.count }
      return rest % axis.count
    }
  }

  private func cell(at place: [Int]) -> Int {
    zip(place, axes).reversed().reduce(0) { $0 * $1.1.count + $1.0 }
  }

  /// The choices that a cell stands for, real numbers rounded to so many digits; nil if the domain
  /// does not contain them.
  func settings(at cell: Int, digits: Int = 4) -> Settings? {
    var settings = defaults
    for (index, (axis, place)) in zip(axes, place(of: cell)).enumerated() {
      var value = axis[place]
      if case .real(let number) = value {
        value = .real(NumberText.rounded(number, digits: digits))
      }
      guard (try? settings.turn(knobs[index].name, to: value)) != nil else { return nil }
    }
    return settings
  }

  /// The passing cells, the deepest inside the region first.
  ///
  /// Depth is the number of cells to the nearest one that does not pass, diagonals counting as
  /// one; beyond the ends of a range nothing passes. Different choices are not neighbours. Among
  /// equally deep cells those nearest to their common middle come first.
  func deepest(_ passing: [Bool]) -> [Int] {
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
      let isChoice = knobs[axis].domain.bounds == nil
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
