/// A cosine climb to a peak and a longer cosine descent far below the start, held at its end.
///
/// Source: Smith & Topin 2018. PyTorch's `OneCycleLR`, whose peak is at step `rising · steps − 1`, a
/// whole number or not: 29 for 100 steps. PyTorch refuses steps past the end.
package struct OneCycle: Schedule {
  package let peak: Double
  /// The length, all phases together.
  package let steps: Int
  /// The share of the steps that climb, in [0, 1].
  package let rising: Double
  /// The peak over the first rate.
  package let division: Double
  /// The first rate over the last.
  package let finalDivision: Double

  /// - Precondition: there are steps.
  package init(
    peak: Double, steps: Int, rising: Double = 0.3, division: Double = 25,
    finalDivision: Double = 1e4
  ) {
    precondition(steps > 0, "a cycle takes steps")
    self.peak = peak
    self.steps = steps
    self.rising = rising
    self.division = division
    self.finalDivision = finalDivision
  }

  package func rate(at step: Int) -> Double {
    let start = peak / division
    let (top, last) = (rising * Double(steps) - 1, Double(steps - 1))
    let position = min(Double(max(0, step)), last)
    // A cycle too short to climb begins at its peak, one too short to descend ends there.
    if position <= top, top > 0 { return cosine(from: start, to: peak, position / top) }
    let descent = last - max(0, top)
    guard descent > 0 else { return peak }
    return cosine(from: peak, to: start / finalDivision, (position - max(0, top)) / descent)
  }
}
