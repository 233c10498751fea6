import Learning
import TestKit

/// The recorded runs of `Tests/Reference/Optimizers/optimizers.py`.
struct OptimizerFixture {
  struct Row: CustomStringConvertible {
    let library: String
    let optimizer: String
    let decay: String
    let schedule: String
    let step: Int
    let parameters: [Double]
    var description: String { "\(library) \(optimizer) \(decay) \(schedule) \(step)" }
  }

  static let decay = 0.03
  var start: [Double] = []
  var gradients: [[Double]] = []
  var rates: [String: [Double]] = [:]
  var rows: [Row] = []

  init() throws {
    for row in try ReferenceData.rows("Optimizers/optimizers.txt") {
      switch row[0] {
      case "start": start = row[1...].compactMap(ReferenceData.number)
      case "gradients": gradients.append(row[1...].compactMap(ReferenceData.number))
      case "rates": rates[String(row[1])] = row[2...].compactMap(ReferenceData.number)
      default:
        rows.append(
          Row(
            library: String(row[0]), optimizer: String(row[1]), decay: String(row[2]),
            schedule: String(row[3]), step: Int(row[4]) ?? 0,
            parameters: row[5...].compactMap(ReferenceData.number)))
      }
    }
  }

  /// The optimizer of a row, put together from its parts.
  static func rule(_ name: String, _ decay: String) -> (any Optimizer)? {
    guard let rule = OptimizerKind.all.first(where: { $0.name == name })?.make() else {
      return nil
    }
    return compose(rule, decay)
  }

  private static func compose<Rule: Optimizer>(_ rule: Rule, _ decay: String) -> any Optimizer {
    switch decay {
    case "coupled": Penalized(rule, .squares(Self.decay))
    case "decoupled": Decayed(rule, by: Self.decay)
    case "l1": Penalized(rule, .absolute(Self.decay))
    case "clip-norm": Clipped(rule, to: .norm(1))
    case "clip-value": Clipped(rule, to: .value(0.5))
    case "clip-norm-coupled": Clipped(Penalized(rule, .squares(Self.decay)), to: .norm(1))
    default: rule
    }
  }

  /// The parameters after each step, number 0 after the first.
  func run(_ rule: any Optimizer, _ schedule: String) -> [[Double]] {
    Self.run(rule, start, gradients, rates[schedule] ?? [])
  }

  static func run<Rule: Optimizer>(
    _ rule: Rule, _ start: [Double], _ gradients: [[Double]], _ rates: [Double]
  ) -> [[Double]] {
    var (rule, parameters) = (rule, start)
    return zip(gradients, rates).map { gradients, rate in
      var span = parameters.mutableSpan
      rule.step(parameters: &span, gradients: gradients.span, rate: rate)
      return parameters
    }
  }

  /// The largest relative deviation of a rule from a row.
  func deviation(_ rule: any Optimizer, from row: Row) -> Double {
    let ours = run(rule, row.schedule)[row.step - 1]
    guard ours.count == row.parameters.count else { return .infinity }
    return zip(ours, row.parameters).map { abs($0 - $1) / abs($1) }.max() ?? .infinity
  }
}
