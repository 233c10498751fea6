import Experiments
import Numerics

/// Ishigami's function and its indices in closed form.
///
/// Source: Ishigami & Homma 1990, "An importance quantification technique in uncertainty analysis for
/// computer models".
enum Ishigami {
  private static let (a, b) = (7.0, 0.1)

  /// The value at a point of the unit cube, stretched to −π … π.
  static func value(_ point: ArraySlice<Double>) -> Double {
    func angle(_ input: Int) -> Double { Double.pi * (2 * point[point.startIndex + input] - 1) }
    return value(angle(0), angle(1), angle(2))
  }

  static func value(_ x: Double, _ y: Double, _ z: Double) -> Double {
    let (one, two) = (Elementary.sin(x), Elementary.sin(y))
    return one + a * two * two + b * z.raised(to: 4) * one
  }

  /// The variance over the cube.
  static let variance =
    a * a / 8 + b * Double.pi.raised(to: 4) / 5 + b * b * Double.pi.raised(to: 8) / 18 + 0.5

  /// What each input explains by itself.
  static let first: [Double] = {
    let one = 1 + b * Double.pi.raised(to: 4) / 5
    return [one * one / 2 / variance, a * a / 8 / variance, 0]
  }()

  /// What the first and the third explain only together.
  static let together = 8 * b * b * Double.pi.raised(to: 8) / 225 / variance

  /// What each input has a part in.
  static let total = [first[0] + together, first[1], together]
}

extension SensitivityIndices {
  /// What an estimate is found to be, by its worst index.
  static func verdict(worstError: Double) -> FindingKind {
    worstError > nearness ? unsettled : settled
  }
}
