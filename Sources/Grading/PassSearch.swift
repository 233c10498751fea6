import Experiments
import Tuning

/// The search for the middle of what passes an exercise.
///
/// Nothing about the answer is stored: a grid over the allowed settings is run, or where their knobs
/// are too many a sample; the cell deepest inside the passing region is graded like an attempt, on
/// seeds kept for this purpose, and the first that passes is the answer.
package enum PassSearch {
  /// The most cells a grid has, and how many settings a sample, whatever the number of knobs.
  static let cells = 640

  /// How many seeds a cell is run on where there is chance, unless it fails too many before.
  static let seedsPerCell = 12

  /// How many of the deepest cells are graded before the search gives up.
  static let candidates = 8

  /// How many settings are graded at most, whatever the number of digits they are written with.
  static let gradings = 16

  /// The first seed of the search; attempts never come this far.
  package static let firstSeed = Seed.firstForGrading | (1 << 62)

  /// Settings from the middle of the pass region, as plain numbers; nil if none were found.
  ///
  /// - Parameter ran: called after every run of the search, from several threads.
  package static func middle(of exercise: Exercise, ran: @escaping @Sendable () -> Void = {}) async
    -> Settings?
  {
    await middle(of: exercise, in: region(of: exercise, ran: ran))
  }

  /// Settings from the middle of a region that was found before.
  package static func middle(of exercise: Exercise, in region: PassRegion) async -> Settings? {
    await answer(of: exercise, in: region)?.choices
  }

  /// The deepest cell of a region that passes when it is graded, and its settings as plain numbers.
  package static func answer(of exercise: Exercise, in region: PassRegion) async
    -> (cell: Int, choices: Settings)?
  {
    var gradings = 0
    for cell in region.deepest.prefix(candidates) {
      var tried: [Settings] = []
      for digits in [2, 3, 4, nil] {
        guard let choices = region.points.settings(at: cell, digits: digits),
          !tried.contains(choices), gradings < Self.gradings
        else { continue }
        gradings += 1
        tried.append(choices)
        if await grade(of: exercise, choices, seeds: .middle).passed { return (cell, choices) }
      }
    }
    return nil
  }

  /// Seeds kept for one purpose each, none of which an attempt or another purpose uses.
  package enum Seeds: UInt64, Sendable {
    /// Those that grade the candidates for the middle.
    case middle = 200

    /// Those that grade settings that should not pass.
    case probe = 400

    /// Those on which the middle is measured once it is found.
    case heldOut = 600

    package var first: UInt64 { PassSearch.firstSeed + rawValue }
  }

  /// The grade of settings on seeds kept for a purpose.
  package static func grade(of exercise: Exercise, _ choices: Settings, seeds: Seeds) async
    -> Grade
  {
    var grading = Grading(exercise, choices: choices, firstSeed: seeds.first)
    while !grading.isVerdictDecided { await grading.advance(by: min(8, grading.leastToPass)) }
    return grading.grade
  }

  /// The cells that pass; where there is chance, on as large a share of a few seeds as the
  /// exercise asks for.
  package static func region(of exercise: Exercise, ran: @escaping @Sendable () -> Void = {}) async
    -> PassRegion
  {
    var samples = PassSamples(exercise, ran: ran)
    await samples.fill(for: exercise)
    return samples.region(of: exercise)
  }
}

extension SettingGrid {
  /// The most values along a knob, which are enough for one alone.
  private static let longest = 81

  /// The most values along a knob where every cell takes several runs.
  private static let longestWithChance = 41

  /// The grid over the knobs that an exercise lets one turn.
  package init(_ exercise: Exercise) {
    self.init(
      SearchSpace(exercise.choices, of: exercise.simulation.defaults), cells: PassSearch.cells,
      longest: exercise.usesChance ? Self.longestWithChance : Self.longest)
  }

  /// The first of some knobs that all of them together leave too few values to be searched over.
  package static func starved(of knobs: [any AnyKnob]) -> (knob: any AnyKnob, values: Int)? {
    starved(of: knobs, cells: PassSearch.cells, longest: longestWithChance)
  }
}
