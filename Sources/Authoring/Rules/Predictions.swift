import Course
import Experiments
import Foundation

/// That every prediction has an answer, and that guessing hardly meets it.
///
/// A guess is taken to be spread evenly, by ratio, over one power of ten on either side of the
/// answer: it should be accepted with a probability of at most a quarter, so the largest accepted
/// answer is at most √10 times the smallest, and zero is not accepted. An answer of zero has no
/// such neighbourhood; it only needs a tolerance that is no share of it.
package enum Predictions: Rule {
  package static let name = "predictions"
  package static let summary =
    "A prediction has a finite answer and a tolerance that a guess does not meet."

  /// The largest accepted answer over the smallest.
  private static let widest = 10.0.squareRoot()

  package static let takesRuns = true

  package static func faults(in subject: Subject, _ cache: Cache) async -> [LessonFault] {
    var faults: [LessonFault] = []
    for prediction in subject.lesson.predictions {
      let run = Run(prediction.simulation, prediction.settings, seed: prediction.seed)
      let sample = await SeedSample.of(run, [prediction.metric], cache)
      let found = problem(of: prediction, sample)
      if let found {
        faults.append(
          subject.fault(
            prediction.line, 1, "\(prediction.name) \(found.message)", severity: found.severity))
      }
    }
    return faults
  }

  /// What is wrong with a prediction, given what its metric measured; nil if nothing is.
  static func problem(of prediction: PredictDirective, _ sample: SeedSample)
    -> (message: String, severity: LessonFault.Severity)?
  {
    let name = prediction.metric.name
    guard let answer = sample.shown.first ?? nil, answer.isFinite else {
      let word = prediction.metric.text(sample.shown.first ?? nil)
      return ("has no answer: \(name) is \(word); ask for a metric that has a value", .fault)
    }
    if let message = tolerance(prediction.tolerance, answer, name) { return (message, .fault) }
    let others = sample.others(0)
    let accepted = others.count { $0.map { prediction.accepts($0, measured: answer) } ?? false }
    guard !others.isEmpty, accepted < SeedSample.needed else { return nil }
    return (
      "asks for luck: the answer of only \(accepted) of \(others.count) other seeds would be "
        + "accepted; widen the tolerance, or ask for what depends less on the seed", .advice
    )
  }

  /// What is wrong with a tolerance for an answer; nil if nothing is.
  private static func tolerance(
    _ tolerance: PredictDirective.Tolerance, _ answer: Double, _ name: String
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
    guard high / low > widest else { return nil }
    let half = (widest - 1) / (widest + 1)
    return "accepts a guess: everything from \(NumberText.significant(low)) to "
      + "\(NumberText.significant(high)) for \(name), which is \(text); narrow the tolerance to "
      + "\(NumberText.percent((half * 20).rounded(.down) / 20)) or less"
  }
}
