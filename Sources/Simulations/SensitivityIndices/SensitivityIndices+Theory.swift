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
    let first = point.startIndex
    return value(Parts(unit: point[first], point[first + 1], point[first + 2]))
  }

  static func value(_ x: Double, _ y: Double, _ z: Double) -> Double {
    value(Parts(x, y, z))
  }

  /// What of a value depends on one angle each.
  struct Parts {
    var first: Double
    var second: Double
    var third: Double

    init(_ x: Double, _ y: Double, _ z: Double) {
      let sine = Elementary.sin(y)
      first = Elementary.sin(x)
      second = a * sine * sine
      third = b * z.raised(to: 4)
    }

    /// Those of three coordinates of the unit cube, stretched to −π … π.
    init(unit x: Double, _ y: Double, _ z: Double) {
      func angle(_ coordinate: Double) -> Double { Double.pi * (2 * coordinate - 1) }
      self.init(angle(x), angle(y), angle(z))
    }
  }

  private static func value(_ parts: Parts) -> Double {
    value(first: parts.first, second: parts.second, third: parts.third)
  }

  private static func value(first: Double, second: Double, third: Double) -> Double {
    first + second + third * first
  }

  /// The values at the rows of both tables of a design and of the mixed ones, point by point; each
  /// part is worked out once.
  static func values(_ points: [[Double]]) -> (
    base: [Double], other: [Double], mixed: [[Double]]
  ) {
    let parts = points.map { point in
      (
        base: Parts(unit: point[0], point[1], point[2]),
        other: Parts(unit: point[3], point[4], point[5])
      )
    }
    let mixed = [
      parts.map { base, other in value(first: other.first, second: base.second, third: base.third)
      },
      parts.map { base, other in value(first: base.first, second: other.second, third: base.third)
      },
      parts.map { base, other in value(first: base.first, second: base.second, third: other.third)
      },
    ]
    return (parts.map { value($0.base) }, parts.map { value($0.other) }, mixed)
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
