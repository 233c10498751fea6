import Experiments
import Files
import Grading
import Lessons

/// That what the prose promises of a run is so, whatever the seed.
///
/// A learner may turn the seed of what a lesson shows, so a promise has to hold on 18 of 20 other
/// seeds as well, unless it is made `(on this seed)`. One that is kept by 98 % of all seeds is found
/// wrong once in a hundred times, one that is kept by half of them missed once in five thousand.
package enum Promises: Rule {
  package static let name = "promises"
  package static let summary = "What is expected of a run holds on the seed shown and on others."

  package static let takesRuns = true

  package static func faults(in checked: CheckedLesson, _ cache: Cache) async -> [LessonFault] {
    var faults: [LessonFault] = []
    let shown = checked.lesson.elements.flatMap(\.shownRuns)
    let all = shown.filter { !$0.promises.isEmpty }
    let samples = await SeedSample.all(
      of: all.map { ($0.run, $0.promises.map(\.criterion.metric)) }, cache)
    for (promised, sample) in zip(all, samples) {
      for (index, promise) in promised.promises.enumerated() {
        let shown = sample.shown.indices.contains(index) ? sample.shown[index] : nil
        let message =
          PromiseCheck.message(promise.criterion, measured: shown)
          .map { "\($0); change the number or the settings" }
          ?? message(promise, others: sample.others(index))
        if let message { faults.append(checked.fault(promise.line, promise.column, message)) }
      }
    }
    return faults
  }

  /// What to say of a promise that too few other seeds keep; nil if enough do.
  private static func message(_ promise: Promise, others: [Double?]) -> String? {
    let criterion = promise.criterion
    let kept = others.count { criterion.holds($0) }
    guard !promise.isOfSeedShown, !others.isEmpty, kept < SeedSample.needed else { return nil }
    let wider = criterion.widened(over: others).map { ", such as to \"\($0.source)\"" } ?? ""
    return "expect \(criterion.source) holds on the seed shown but on only "
      + "\(kept) of \(others.count) others; widen it\(wider), or if the prose speaks of this run "
      + "alone, end the line with \"(on this seed)\""
  }
}

extension Criterion {
  /// The criterion with its bounds, in two or three digits, moved outward so that all but the
  /// outermost values meet them; nil if values are missing.
  func widened(over values: [Double?]) -> Criterion? {
    let sorted = values.compactMap { $0 }.filter(\.isFinite).sorted()
    guard sorted.count == values.count, sorted.count > 3 else { return nil }
    let (least, most) = (sorted[1], sorted[sorted.count - 2])
    let lower = interval.lower.map { end in
      let low = Self.outward(end.isClosed ? least : least.nextDown, up: false)
      return Interval.End(min(low, end.value), isClosed: end.isClosed)
    }
    let upper = interval.upper.map { end in
      let high = Self.outward(end.isClosed ? most : most.nextUp, up: true)
      return Interval.End(max(high, end.value), isClosed: end.isClosed)
    }
    return Criterion(
      metric: metric, interval: Interval(lower: lower, upper: upper), points: points)
  }

  /// The number with few digits next to a value on one side of it.
  private static func outward(_ value: Double, up: Bool) -> Double {
    for digits in 2...16 {
      let size = abs(value)
      for candidate in [size, size * 1.05, size * 0.95] {
        let rounded = NumberText.rounded(value < 0 ? -candidate : candidate, digits: digits)
        if up ? rounded >= value : rounded <= value { return rounded }
      }
    }
    return value
  }
}
