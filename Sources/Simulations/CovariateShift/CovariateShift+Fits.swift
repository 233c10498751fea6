import Experiments
import Learning
import Numerics

extension CovariateShift {
  /// The error of a model fitted to very many rows of [0, 1], on [s, 1 + s].
  ///
  /// The line is x − 1/6, off by x² − x + 1/6. Around the middle of the interval that is a mean of s², a slope
  /// of 2s and a bend, which are apart: s⁴ + s²/3 + 1/180. A parabola is off by nothing.
  static func predictedError(_ model: Model, shift: Double) -> Double {
    guard model == .line else { return 0 }
    let square = shift * shift
    return square * square + square / 3 + 1.0 / 180
  }

  /// Whether moving has more than doubled the error.
  static func verdict(old: Double, new: Double) -> FindingKind { new > 2 * old ? breaks : holds }
}

/// A polynomial fitted to x² at drawn places.
struct FittedPolynomial {
  /// From the constant on, in x.
  let terms: [Double]

  /// Fitted to rows of [start, start + 1].
  init(_ model: CovariateShift.Model, start: Double, places: [Double]) {
    // In places of their own interval, where the powers are least alike.
    let features = places.flatMap { place in
      let centred = place - 0.5
      return (0..<model.terms).map { centred.raised(to: $0) }
    }
    let targets = places.map { (start + $0) * (start + $0) }
    let fitted =
      LeastSquares.minimumNorm(features: features, targets: targets, columns: model.terms)
      ?? [Double](repeating: 0, count: model.terms)
    let (constant, slope) = (fitted[0], fitted[1])
    let bend = model == .parabola ? fitted[2] : 0
    let middle = start + 0.5
    terms = [constant - slope * middle + bend * middle * middle, slope - 2 * bend * middle, bend]
  }

  func value(_ x: Double) -> Double { terms[0] + x * (terms[1] + x * terms[2]) }

  /// The mean squared distance from x² over [start, start + 1].
  func error(from start: Double) -> Double {
    // Around the middle: a constant, a slope and a bend, of which t² has a mean of 1/12.
    let middle = start + 0.5
    let bend = terms[2] - 1
    let constant = value(middle) - middle * middle + bend / 12
    let slope = terms[1] + 2 * bend * middle
    return constant * constant + slope * slope / 12 + bend * bend / 180
  }
}

/// A model before and after the rows have moved.
struct MovedRows {
  let shift: Double
  let model: CovariateShift.Model
  let fitted: FittedPolynomial
  let refitted: FittedPolynomial

  init(shift: Double, model: CovariateShift.Model, rows: Int, seed: UInt64) {
    self.shift = shift
    self.model = model
    func places(_ name: String) -> [Double] {
      var stream = RandomStream(seed: seed, name)
      return (0..<rows).map { _ in stream.uniform() }
    }
    fitted = FittedPolynomial(model, start: 0, places: places("rows then"))
    refitted = FittedPolynomial(model, start: shift, places: places("rows now"))
  }

  func predicted(_ shift: Double) -> Double {
    CovariateShift.predictedError(model, shift: shift)
  }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double)] {
    [
      (CovariateShift.newError.measured, fitted.error(from: shift)),
      (CovariateShift.newError.predicted, predicted(shift)),
      (CovariateShift.oldError.measured, fitted.error(from: 0)),
      (CovariateShift.oldError.predicted, predicted(0)),
      (CovariateShift.refittedError.measured, refitted.error(from: shift)),
      (CovariateShift.refittedError.predicted, predicted(0)),
    ]
  }

  var finding: Finding {
    let (old, new) = (predicted(0), predicted(shift))
    let measured = fitted.error(from: shift)
    let kind = CovariateShift.verdict(old: old, new: new)
    return Finding(
      kind, predicted: new, measured: measured,
      "where the rows are now the \(model.rawValue) has an error of \(Self.text(new)) by theory, "
        + "\(Self.text(measured)) measured; where they were, \(Self.text(old)) and "
        + "\(Self.text(fitted.error(from: 0))); fitted anew it has "
        + "\(Self.text(refitted.error(from: shift))).")
  }

  /// An error that is rounding counts as none.
  private static func text(_ value: Double) -> String {
    value < 1e-15 ? "0" : NumberText.significant(value)
  }

  /// Error by shift: dots of this fit over the line of theory.
  var errorFigure: Figure {
    let dots = Spacing.values(21, over: 0...2, .linear)
    let line = Spacing.values(101, over: 0...2, .linear)
    return Figure(
      CovariateShift.errorFigure, .scatter, title: "error of what was fitted to [0, 1]",
      x: Figure.Axis("shift"), y: Figure.Axis("mean squared error"),
      series: [
        Figure.Series("measured", x: dots, y: dots.map { fitted.error(from: $0) }),
        Figure.Series("theory", .theory, x: line, y: line.map(predicted)),
      ],
      markers: [Figure.Marker("this run", x: shift)])
  }

  /// The curves themselves, from where the rows were to where they are.
  var fitFigure: Figure {
    let x = Spacing.values(61, over: 0...(1 + shift), .linear)
    return Figure(
      CovariateShift.fitFigure, .line,
      title: "then in [0, 1], now in "
        + "[\(NumberText.significant(shift)), \(NumberText.significant(1 + shift))]",
      x: Figure.Axis("x"), y: Figure.Axis("target"),
      series: [
        Figure.Series("fitted then", x: x, y: x.map(fitted.value)),
        Figure.Series("fitted now", x: x, y: x.map(refitted.value)),
        Figure.Series("x²", .theory, x: x, y: x.map { $0 * $0 }),
      ])
  }
}
