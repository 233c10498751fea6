import Experiments
import Files
import Foundation
import Lessons
import Tuning

/// That every prediction has an answer, and that neither guessing nor luck meets it.
///
/// Where one of several runs is asked for, it is the same one on nearly every seed.
///
/// Where a number is asked for, a guess is taken to be spread evenly, by ratio, over one power of ten
/// on either side of the answer: it should be accepted with a probability of at most a quarter, so
/// the largest accepted answer is at most √10 times the smallest, and zero is not accepted. A
/// tolerance is at most 30 % of the answer, or one where whole numbers are counted. An answer of zero
/// has no such neighbourhood: its tolerance is a number, at most a quarter of the metric's span.
package enum Predictions: Rule {
  package static let name = "predictions"
  package static let summary =
    "A prediction has one answer, which neither luck nor a guess within its tolerance meets."

  /// The largest accepted answer over the smallest.
  private static let widest = 10.0.squareRoot()

  /// The largest accepted distance over the answer, whether the tolerance is a share or a number.
  ///
  /// A metric such as an accuracy has little room above the answer, so the ratio alone would let
  /// everything likely pass.
  private static let widestShare = 0.3

  /// The largest accepted distance from 0 over the metric's span.
  private static let widestOfSpan = 0.25

  /// How many values of each number the span is taken over.
  private static let valuesOfSpan = 9

  package static let takesRuns = true

  package static func faults(in checked: CheckedLesson, _ cache: Cache) async -> [LessonFault] {
    var faults: [LessonFault] = []
    let predictions = checked.lesson.predictions.flatMap { prediction in
      [(prediction, prediction.name)]
        + prediction.variants.all.map {
          (
            prediction.variant($0),
            "\(prediction.name) with \(prediction.variants.text(of: $0))"
          )
        }
    }
    var samples = await SeedSample.all(
      of: predictions.flatMap { prediction, _ in
        prediction.runs.map { ($0, [prediction.metric]) }
      }, cache)[...]
    for (prediction, name) in predictions {
      let own = Array(samples.prefix(prediction.runs.count))
      samples = samples.dropFirst(own.count)
      var found: (message: String, severity: LessonFault.Severity)?
      switch prediction.answer {
      case .number(let tolerance):
        guard let sample = own.first else { continue }
        found = problem(of: prediction, within: tolerance, sample)
        if found == nil { found = await zeroProblem(of: prediction, within: tolerance, sample) }
      case .which(let extreme, let cases):
        found = problem(of: prediction, extreme, of: cases.map(\.label), own)
          .map { ($0, .fault) }
      }
      if let found {
        faults.append(
          checked.fault(
            prediction.line, 1, "\(name) \(found.message)", severity: found.severity))
      }
    }
    return faults
  }

  /// What is wrong with a prediction, given what its metric measured; nil if nothing is.
  static func problem(
    of prediction: PredictDirective, within tolerance: PredictDirective.Tolerance,
    _ sample: SeedSample
  ) -> (message: String, severity: LessonFault.Severity)? {
    let name = prediction.metric.name
    guard let answer = sample.shown.first ?? nil, answer.isFinite else {
      let word = prediction.metric.text(sample.shown.first ?? nil)
      return ("has no answer: \(name) is \(word); ask for a metric that has a value", .fault)
    }
    let isWhole = prediction.metric.format == .count
    if let message = Self.tolerance(tolerance, answer, name, isWhole: isWhole) {
      return (message, .fault)
    }
    let others = sample.others(0)
    let accepted = others.count { $0.map { tolerance.accepts($0, measured: answer) } ?? false }
    guard !others.isEmpty, accepted < SeedSample.needed else { return nil }
    return (
      "asks for luck: the answer of only \(accepted) of \(others.count) other seeds would be "
        + "accepted; widen the tolerance, or ask for what depends less on the seed", .advice
    )
  }

  /// What is wrong with a question which of some runs it is; nil if nothing is.
  ///
  /// One has to stand out as numbers are printed, and where there is chance the same one on nearly
  /// every other seed.
  static func problem(
    of prediction: PredictDirective, _ extreme: PredictDirective.Extreme, of labels: [String],
    _ samples: [SeedSample]
  ) -> String? {
    let metric = prediction.metric
    let values = samples.map { $0.shown.first ?? nil }
    let asked = "\(extreme.rawValue) \(metric.name)"
    guard let place = extreme.place(in: values), labels.indices.contains(place) else {
      let all = values.map(metric.text).joined(separator: ", ")
      return "has no answer: no one run has the \(asked) (\(all)); ask for what tells them apart"
    }
    let texts = values.map(metric.text)
    if let other = texts.indices.first(where: { $0 != place && texts[$0] == texts[place] }) {
      return "cannot be told: the \(asked) is \(texts[place]) of \(Quoted.text(labels[place])) "
        + "and of \(Quoted.text(labels[other])); move the cases apart"
    }
    let seeds = samples.map { $0.others(0) }
    let count = seeds.map(\.count).min() ?? 0
    let agreeing = (0..<count).count { seed in
      extreme.place(in: seeds.map { $0[seed] }) == place
    }
    guard count > 0, agreeing < SeedSample.needed else { return nil }
    return
      "asks for luck: the \(asked) is that of \(Quoted.text(labels[place])) on only \(agreeing) of "
      + "\(count) other seeds; move the cases apart, or ask for what depends less on the seed"
  }

  /// What is wrong with the distance accepted from an answer of zero; nil if nothing is.
  ///
  /// Held against how far apart the metric's values lie when each knob is turned alone.
  private static func zeroProblem(
    of prediction: PredictDirective, within tolerance: PredictDirective.Tolerance,
    _ sample: SeedSample
  ) async -> (message: String, severity: LessonFault.Severity)? {
    guard case .absolute(let distance) = tolerance, distance > 0,
      let answer = sample.shown.first ?? nil, answer == 0
    else { return nil }
    var runs = [Run(prediction.simulation, prediction.settings, seed: prediction.seed)]
    for knob in prediction.simulation.knobs {
      for value in knob.domain.grid(valuesOfSpan) {
        var settings = prediction.settings
        guard (try? settings.turn(knob.name, to: value)) != nil else { continue }
        runs.append(Run(prediction.simulation, settings, seed: prediction.seed))
      }
    }
    let found = await runs.values(of: [prediction.metric]).compactMap { $0[0] }
      .filter(\.isFinite)
    let span = (found.max() ?? 0) - (found.min() ?? 0)
    guard distance > widestOfSpan * span else { return nil }
    return (
      "accepts a guess: \(prediction.metric.name) is 0, and turning any one knob moves it over no "
        + "more than \(NumberText.significant(span)); narrow the tolerance to "
        + "\(NumberText.shortest(NumberText.rounded(widestOfSpan * span * 0.95, digits: 1))) or less",
      .fault
    )
  }

  /// What is wrong with a tolerance for an answer; nil if nothing is.
  private static func tolerance(
    _ tolerance: PredictDirective.Tolerance, _ answer: Double, _ name: String, isWhole: Bool
  ) -> String? {
    let text = NumberText.significant(answer, digits: 4)
    let distance: Double
    switch tolerance {
    case .relative(let share):
      if answer == 0 {
        return "is answered by 0, of which every share is 0; give the tolerance as a number"
      }
      distance = share * abs(answer)
    case .absolute(let number): distance = number
    }
    if distance == 0, answer != answer.rounded() {
      return "accepts nothing but \(name) to the last digit, \(NumberText.shortest(answer)); "
        + "give a tolerance such as 5%"
    }
    if answer == 0 { return nil }
    let low = abs(answer) - distance
    if low <= 0 {
      return "accepts a guess of 0 for \(name), which is \(text); narrow the tolerance"
    }
    let high = abs(answer) + distance
    var isWide = high / low > widest
    var most = NumberText.percent(widestShare)
    switch tolerance {
    case .relative(let share): isWide = isWide || share > widestShare + 1e-9
    case .absolute(let number):
      // Of whole numbers the neighbours are no guess.
      let widest = widestShare * abs(answer)
      let isCountOfOne = isWhole && number <= 1
      isWide = isWide || number > widest * (1 + 1e-9) && !isCountOfOne
      most = "\(NumberText.shortest(NumberText.rounded(widest, digits: 2))) (\(most) of it)"
    }
    guard isWide else { return nil }
    return "accepts a guess: everything from \(NumberText.significant(low)) to "
      + "\(NumberText.significant(high)) for \(name), which is \(text); narrow the tolerance to "
      + "\(most) or less"
  }
}
