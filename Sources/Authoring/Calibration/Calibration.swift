import Grading

/// What an exercise is like to take, measured: what passes, how safely, and how easily by luck.
package struct Calibration: Codable, Sendable, Hashable {
  /// The values of one chosen knob, evenly spread on its own scale.
  package struct Axis: Codable, Sendable, Hashable {
    package let knob: String

    /// The values as they are typed.
    package let values: [String]

    /// The values on the number line; empty for choices.
    package let numbers: [Double]
    package let isLogarithmic: Bool

    /// Whether the knob takes numbers and was turned at all.
    package var isNumeric: Bool { numbers.count > 1 }
  }

  /// What stands in the place of a grid where more numbers are chosen than one covers.
  package struct Sample: Codable, Sendable, Hashable {
    /// The chosen knobs of every cell as they are typed.
    package let settings: [[String]]

    /// The lowest and the highest value of each number that passes, and of choices all that do.
    package let passing: [[String]]
  }

  /// The runs of one setting of the grid, or of the sample.
  package struct Cell: Codable, Sendable, Hashable {
    /// How many seeds were run: fewer where it soon was clear that it does not pass.
    package let run: Int
    package let passed: Int

    /// Whether enough of them pass.
    package let passes: Bool

    /// The median of each criterion's metric over the seeds run; nil where it has no value.
    package let medians: [Double?]

    /// The share of its seeds that passes.
    package var rate: Double { run > 0 ? Double(passed) / Double(run) : 0 }
  }

  /// The deepest passing setting, in plain digits, that passed when graded.
  package struct Middle: Codable, Sendable, Hashable {
    package let cell: Int

    /// Its place along each axis; empty in a sample.
    package let place: [Int]

    /// The value of each chosen knob as it is typed.
    package let choices: [String]

    /// The places along each axis that pass without a gap through this cell, the others at theirs;
    /// empty in a sample.
    package let extents: [ClosedRange<Int>]

    /// How many cells wide the region is along each axis.
    package var widths: [Int] { extents.map(\.count) }
  }

  /// The middle on seeds that had no part in finding it.
  package struct HeldOut: Codable, Sendable, Hashable {
    package let run: Int
    package let passed: Int

    /// The probability that a grading passes, at the measured pass rate.
    package let verdict: Double

    /// The same at the low end of the pass rate's interval.
    package let verdictAtLow: Double

    /// Whether the verdict is the same in at least 99 % of repeats, as far as the seeds show.
    package let isSteady: Bool

    /// Whether the interval leaves no doubt about that.
    let isClear: Bool

    package var interval: WilsonInterval { WilsonInterval(passed: passed, of: run) }
  }

  /// How far the middle is from not passing.
  package enum Margin: Codable, Sendable, Hashable {
    /// Standard deviations, over held-out seeds, from the median of a criterion's metric to its
    /// bound: the smallest over all criteria, with the index of that one.
    case noise(Double, criterion: Int)

    /// Cells along a knob to the nearest that does not pass, where chance does not matter.
    case cells(Int)
  }

  /// Settings that should not pass, or beside the middle of a sample should, graded.
  package struct Probe: Codable, Sendable, Hashable {
    package enum Kind: Codable, Sendable, Hashable {
      /// Every knob as the simulation has it.
      case untouched

      /// One knob as the simulation has it, the others at the middle.
      case left(knob: String)

      /// One knob at an end of its range, the others at the middle or at the best place for it.
      case end(knob: String)

      /// One knob a twentieth of its range beside the middle, the others there.
      case beside(knob: String)
    }

    package let kind: Kind

    /// The value of each chosen knob as it is typed.
    package let choices: [String]

    /// Whether a grading passes too often.
    package let passed: Bool

    /// The probability that a grading passes, at the measured share of seeds.
    package let probability: Double
  }

  /// Another bound for one criterion, with which the exercise is fair.
  package struct Suggestion: Codable, Sendable, Hashable {
    /// The index of the criterion.
    package let criterion: Int

    /// The criterion as a lesson writes it: `squared-error <= 0.0021`.
    package let source: String

    /// The share of the range that passes then.
    package let share: Double
  }

  /// One for each chosen knob, in the exercise's order.
  package let axes: [Axis]

  /// Every setting of the grid, of which the first axis varies fastest, or of the sample.
  package let cells: [Cell]

  /// Nil where there is a grid.
  package let sample: Sample?

  /// Nil if nothing passes.
  package let middle: Middle?

  /// Nil if nothing passes or chance does not matter.
  package let heldOut: HeldOut?

  /// Nil if nothing passes.
  package let margin: Margin?

  /// The probability that a grading of settings chosen blindly passes.
  package let guess: Double
  package let probes: [Probe]

  /// Chosen knobs that change none of what is asked for, wherever the others stand.
  package let idleKnobs: [String]

  /// Settings that pass between the cells, where no cell does and some were found.
  package internal(set) var between: [String]?

  /// Fair bounds that bring the share near 10 %; empty if the share is as it should be.
  package internal(set) var suggestions: [Suggestion] = []

  /// The share of the cells that passes, and so of the range.
  package var share: Double {
    cells.isEmpty ? 0 : Double(cells.count { $0.passes }) / Double(cells.count)
  }

  /// How far the share may be from that of all settings: its standard error, were they drawn at
  /// random; 0 for a grid.
  package var shareError: Double {
    sample == nil || cells.isEmpty ? 0 : (share * (1 - share) / Double(cells.count)).squareRoot()
  }

  /// The probability that the first of three blind choices or a later one passes.
  ///
  /// Where all that is chosen are choices, nobody tries the same twice.
  package var guessInThreeTries: Double {
    let isOfChoices = !axes.contains(where: \.isNumeric)
    guard isOfChoices, cells.count > 3 else {
      let miss = 1 - guess
      return isOfChoices && guess > 0 ? 1 : 1 - miss * miss * miss
    }
    let count = Double(cells.count)
    let failing = count * (1 - guess)
    return 1
      - [0.0, 1, 2].map { max(0, failing - $0) / (count - $0) }.reduce(1, *)
  }

  /// The cell at a place along each axis; nil beyond an end, and in a sample.
  package subscript(_ place: [Int]) -> Cell? {
    guard place.count == axes.count, sample == nil else { return nil }
    var index = 0
    for (position, axis) in zip(place, axes).reversed() {
      guard axis.values.indices.contains(position) else { return nil }
      index = index * axis.values.count + position
    }
    return cells.indices.contains(index) ? cells[index] : nil
  }
}
