import Experiments

/// What an exercise is like to take, measured: what passes, how safely, and how easily by luck.
package struct CalibrationExhibit: Exhibit {
  /// What other programs read of it.
  package let document: Document

  /// The exercise's name.
  package let name: String

  /// The knobs that the exercise has turned: `steps 50`.
  package let given: [String]

  /// What has to hold.
  package let criteria: [String]

  /// What passes, to be drawn.
  package let slices: [Slice]

  /// What it all comes to: what was measured, the value, and what that is of.
  package let facts: [Fact]

  /// What to type next.
  package let next: [NextStep]

  /// Whether a sample takes the place of a grid.
  private let isSampled: Bool

  /// A calibration in words and pictures, and as other programs read it.
  package init(
    _ document: Document, name: String, given: [String], criteria: [String], slices: [Slice],
    facts: [Fact], next: [NextStep], isSampled: Bool = false
  ) {
    self.document = document
    self.name = name
    self.given = given
    self.criteria = criteria
    self.slices = slices
    self.facts = facts
    self.next = next
    self.isSampled = isSampled
  }

  /// Why the exercise is fair; nil where it is not.
  package var praise: String? {
    guard document.fair else { return nil }
    return isSampled
      ? "Untouched settings fail, and one end at least of every range."
      : "Untouched settings and the ends of every range fail."
  }

  /// Criteria that would be fair, and what each would do.
  package var suggestions: [(criterion: String, effect: String)] {
    document.suggestions.map { suggestion in
      (
        "pass: \(suggestion.criterion)",
        "would let \(NumberText.share(suggestion.share)) pass, and be fair."
      )
    }
  }

  /// Writes every key of the document, with null for what there is none of.
  package func encode(to encoder: any Encoder) throws { try document.encode(to: encoder) }
}

extension CalibrationExhibit {
  /// A measured value, and what it is of.
  package struct Fact: Sendable, Hashable {
    /// What was measured.
    package let name: String

    /// Its value.
    package let value: String

    /// What it is of.
    package let remark: String

    /// A measured value.
    package init(_ name: String, _ value: String, _ remark: String) {
      self.name = name
      self.value = value
      self.remark = remark
    }
  }

  /// A part that can be drawn: the settings along at most two numbers, all else fixed.
  package struct Slice: Sendable {
    /// What is drawn of it.
    package enum Picture: Sendable {
      /// One setting, in words.
      case setting(String)

      /// The metrics of the criteria along a number, in their order, over what passes.
      case curves([Curve], Strip)

      /// What passes over two numbers.
      case map(Figure)
    }

    /// What is fixed, as people read it: `sampling epoch-shuffle`.
    package let fixed: [String]

    /// What is drawn.
    package let picture: Picture

    /// A part that can be drawn.
    package init(fixed: [String], picture: Picture) {
      self.fixed = fixed
      self.picture = picture
    }
  }

  /// A criterion's metric along a number.
  package struct Curve: Sendable {
    /// The median over the whole range, with its bounds and the ends of what passes marked.
    package let figure: Figure

    /// At how many settings it holds.
    package let holding: Int

    /// A criterion's metric along a number.
    package init(figure: Figure, holding: Int) {
      self.figure = figure
      self.holding = holding
    }
  }

  /// What passes along a number.
  package struct Strip: Sendable {
    /// How much of a setting passes.
    package enum Cell: Sendable, Hashable {
      case passes, passesOnSomeSeeds, fails
    }

    /// The number, and its ends.
    package let title: String

    /// Every setting in order.
    package let cells: [Cell]

    /// Whether several seeds were run anywhere.
    package let usesSeeds: Bool

    /// What passes along a number.
    package init(title: String, cells: [Cell], usesSeeds: Bool) {
      self.title = title
      self.cells = cells
      self.usesSeeds = usesSeeds
    }
  }
}

extension NumberText {
  /// A share in percent, with one decimal below ten per cent and near the whole.
  package static func share(_ share: Double) -> String {
    let percent = share * 100
    return percent > 99 || percent < 10 && percent > 0
      ? "\(fixed(min(percent, share < 1 ? 99.9 : 100), decimals: 1)) %" : NumberText.percent(share)
  }
}
