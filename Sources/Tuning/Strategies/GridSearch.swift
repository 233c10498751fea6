import Experiments

/// Tries every cell of a grid, each knob's values evenly spread on its own scale.
package struct GridSearch: Strategy {
  package static let name = "grid"
  package static let summary = "tries evenly spread values of every knob with each other"

  private let grid: SettingGrid
  private var isProposed = false

  package init(_ space: SearchSpace, budget: Int, seed: UInt64 = 0) {
    grid = SettingGrid(space, cells: max(1, budget), longest: max(1, budget))
  }

  package mutating func propose() -> [Settings] {
    defer { isProposed = true }
    return isProposed ? [] : (0..<grid.count).compactMap { grid.settings(at: $0) }
  }

  /// Nothing is learnt from what was found: the grid is the grid.
  package mutating func observe(_ observations: [Observation]) {}
}
