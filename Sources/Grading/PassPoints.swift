import Experiments
import Tuning

/// The settings at which the search for what passes an exercise tries it.
package enum PassPoints: Sendable {
  /// Every cell of a grid.
  case grid(SettingGrid)

  /// Settings spread evenly, where more numbers are chosen than a grid covers.
  case sample(SettingSample)

  /// The most numbers over which there is a grid.
  package static let mostOfAGrid = 4

  /// The most numbers that may be chosen.
  package static let most = 12

  package init(_ exercise: Exercise) {
    let numbers = exercise.choices.count { $0.domain.bounds != nil }
    self =
      numbers <= Self.mostOfAGrid
      ? .grid(SettingGrid(exercise))
      : .sample(
        SettingSample(
          SearchSpace(exercise.choices, of: exercise.simulation.defaults), count: PassSearch.cells))
  }

  package var count: Int {
    switch self {
    case .grid(let grid): grid.count
    case .sample(let sample): sample.settings.count
    }
  }

  /// The choices at a place, real numbers rounded to so many digits if any; nil if the domain does not
  /// contain those.
  package func settings(at place: Int, digits: Int? = nil) -> Settings? {
    switch self {
    case .grid(let grid): grid.settings(at: place, digits: digits)
    case .sample(let sample): sample.settings(at: place, digits: digits)
    }
  }

  /// The grid, if it is one.
  package var grid: SettingGrid? {
    if case .grid(let grid) = self { grid } else { nil }
  }
}
