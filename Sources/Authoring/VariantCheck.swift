import Experiments
import Files
import Grading

/// What a search finds of a variant of an exercise: less than a calibration, and all that it is held to.
struct VariantCheck: Sendable, Hashable, Codable {
  /// The share of the settings that pass.
  let share: Double

  /// Whether the middle of those passes when it is graded.
  let isPassed: Bool

  /// Whether the defaults pass when they are graded.
  let passesUntouched: Bool

  /// Searches, or reads what was found before.
  static func of(_ variant: Exercise, _ cache: Cache) async -> VariantCheck {
    await cache.value("variant", for: Calibration.key(of: variant)) {
      let region = await PassSearch.region(of: variant)
      let answer = await PassSearch.answer(of: variant, in: region)
      let untouched = await PassSearch.grade(
        of: variant, variant.simulation.defaults, seeds: .probe)
      return VariantCheck(
        share: region.share, isPassed: answer != nil, passesUntouched: untouched.passed)
    }
  }

  /// What is wrong with a variant; nil if nothing is.
  ///
  /// - Parameter share: the share of the exercise's own settings that pass.
  func problem(beside share: Double, factor: Double) -> String? {
    if !isPassed { return "cannot be passed; vary less" }
    if passesUntouched { return "passes with no knob turned; vary less" }
    guard share > 0, self.share > factor * share || self.share * factor < share else { return nil }
    let times = NumberText.shortest(factor)
    return
      "passes \(NumberText.percent(self.share)) of its range, which is more than \(times) times "
      + "as \(self.share > share ? "easy" : "hard") as the \(NumberText.percent(share)) of the "
      + "exercise itself; vary less, or say \"vary-factor: …\""
  }
}
