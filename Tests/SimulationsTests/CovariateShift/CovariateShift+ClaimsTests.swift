import Experiments

@testable import Simulations

extension CovariateShift: Claiming {
  static let claims = [
    Claim(breaks) { run in
      // Fitted anew, or of the right form, it would be as good as it was.
      let right = try run.turning((model.name, .choice(Model.parabola.rawValue)))
      let errors = errors(run)
      guard errors.new > 1.999 * errors.old else { return "\(errors)" }
      return right[newError.measured] ?? 1 < 1e-15 ? nil : "the right form breaks too"
    },
    Claim(holds) { run in
      let errors = errors(run)
      return errors.new <= 2.001 * errors.old + 1e-15 ? nil : "\(errors)"
    },
  ]

  /// The errors of the line of very many rows, or of a parabola, summed place by place.
  private static func errors(_ run: ClaimedRun) -> (old: Double, new: Double) {
    func error(_ start: Double) -> Double {
      (0..<4000).reduce(0) { sum, number in
        let x = start + (Double(number) + 0.5) / 4000
        let off = run[model] == .line ? x - 1.0 / 6 - x * x : 0
        return sum + off * off / 4000
      }
    }
    return (error(0), error(run[shift]))
  }
}
