extension CalibrationExhibit {
  /// A calibration as other programs read it.
  package struct Document: Encodable, Sendable {
    /// The deepest passing setting.
    package struct Middle: Encodable, Sendable {
      let settings: [String: String]
      let region: [String: [String]]

      /// - Parameters:
      ///   - settings: the chosen knobs as they are typed.
      ///   - region: the lowest and the highest value that pass through the middle, by knob.
      package init(settings: [String: String], region: [String: [String]]) {
        self.settings = settings
        self.region = region
      }
    }

    /// How far the middle is from not passing.
    package struct Margin: Encodable, Sendable {
      let noise: Double?
      let metric: String?
      let cells: Int?

      /// - Parameters:
      ///   - noise: standard deviations over seeds; nil where chance does not matter.
      ///   - metric: the metric that is nearest to its bound.
      ///   - cells: cells to the nearest that does not pass; nil where chance matters.
      package init(noise: Double? = nil, metric: String? = nil, cells: Int? = nil) {
        self.noise = noise
        self.metric = metric
        self.cells = cells
      }

      private enum CodingKeys: CodingKey { case noise, metric, cells }

      /// Writes every key, with null for what there is none of.
      package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(noise, forKey: .noise)
        try container.encode(metric, forKey: .metric)
        try container.encode(cells, forKey: .cells)
      }
    }

    /// The middle on seeds that had no part in finding it.
    package struct HeldOut: Encodable, Sendable {
      let run: Int
      let passed: Int
      let interval: [Double]
      let verdict: Double
      let verdictAtLow: Double

      /// - Parameters:
      ///   - verdict: the probability that a grading passes, at the measured pass rate.
      ///   - verdictAtLow: the probability at the low end of the interval.
      package init(
        run: Int, passed: Int, interval: [Double], verdict: Double, verdictAtLow: Double
      ) {
        self.run = run
        self.passed = passed
        self.interval = interval
        self.verdict = verdict
        self.verdictAtLow = verdictAtLow
      }
    }

    /// Another bound for one criterion, with which the exercise is fair.
    package struct Suggestion: Encodable, Sendable {
      let criterion: String
      let share: Double

      /// - Parameters:
      ///   - criterion: the criterion as a lesson writes it.
      ///   - share: the share of the range that passes then.
      package init(criterion: String, share: Double) {
        self.criterion = criterion
        self.share = share
      }
    }

    /// The id of the exercise.
    package let exercise: String
    let settings: Int
    let share: Double
    let wanted: [Double]
    let middle: Middle?
    let margin: Margin?
    let heldOut: HeldOut?
    let guess: Double
    let guessInThreeTries: Double
    let fair: Bool

    /// Every way in which the exercise is unfair, each with its remedy.
    package let problems: [String]
    let suggestions: [Suggestion]

    /// - Parameters:
    ///   - exercise: the id of the exercise.
    ///   - settings: how many settings were tried.
    ///   - share: the share of them that passes.
    ///   - wanted: the least and the most that may pass.
    ///   - guess: the probability that a blind choice passes.
    ///   - guessInThreeTries: the probability that one of three does.
    ///   - problems: every way in which the exercise is unfair.
    package init(
      exercise: String, settings: Int, share: Double, wanted: ClosedRange<Double>, middle: Middle?,
      margin: Margin?, heldOut: HeldOut?, guess: Double, guessInThreeTries: Double,
      problems: [String], suggestions: [Suggestion]
    ) {
      self.exercise = exercise
      self.settings = settings
      self.share = share
      self.wanted = [wanted.lowerBound, wanted.upperBound]
      self.middle = middle
      self.margin = margin
      self.heldOut = heldOut
      self.guess = guess
      self.guessInThreeTries = guessInThreeTries
      fair = problems.isEmpty
      self.problems = problems
      self.suggestions = suggestions
    }

    private enum CodingKeys: CodingKey {
      case exercise, settings, share, wanted, middle, margin, heldOut, guess, guessInThreeTries
      case fair, problems, suggestions
    }

    /// Writes every key, with null for what there is none of.
    package func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(exercise, forKey: .exercise)
      try container.encode(settings, forKey: .settings)
      try container.encode(share, forKey: .share)
      try container.encode(wanted, forKey: .wanted)
      try container.encode(middle, forKey: .middle)
      try container.encode(margin, forKey: .margin)
      try container.encode(heldOut, forKey: .heldOut)
      try container.encode(guess, forKey: .guess)
      try container.encode(guessInThreeTries, forKey: .guessInThreeTries)
      try container.encode(fair, forKey: .fair)
      try container.encode(problems, forKey: .problems)
      try container.encode(suggestions, forKey: .suggestions)
    }
  }
}
