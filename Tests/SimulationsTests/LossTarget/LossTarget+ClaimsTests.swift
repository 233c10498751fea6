import Experiments
import Foundation

@testable import Simulations

extension LossTarget: Claiming {
  static let claims = [
    Claim(mean) { run in
      let many = Many(run)
      let mean = many.values.reduce(0, +) / Double(many.values.count)
      let told = run.finding.predicted ?? .nan
      return abs(told / mean - 1) < 0.01 ? leastLoss(run, many) : "the mean is \(mean)"
    },
    Claim(median) { run in
      let many = Many(run)
      let told = run.finding.predicted ?? .nan
      let (below, above) = (many.share { $0 < told }, many.share { $0 > told })
      return abs(below - above) < 0.002 ? leastLoss(run, many) : "\(below) below, \(above) above"
    },
    Claim(between) { run in
      let many = Many(run)
      let mean = many.values.reduce(0, +) / Double(many.values.count)
      let median = many.values.sorted()[many.values.count / 2]
      let told = run.finding.predicted ?? .nan
      return told > min(mean, median) - 0.02 && told < max(mean, median) + 0.02
        ? leastLoss(run, many) : "the median is \(median), the mean \(mean)"
    },
    Claim(share) { run in
      let many = Many(run)
      let told = run.finding.predicted ?? .nan
      let (covered, under) = (many.share { $0 <= told + 1e-3 }, many.share { $0 < told - 1e-3 })
      // Of waiting times there are 20000, so a share is known to half of one.
      let slack = run[numbers] == .five ? 0 : 1e-4
      return covered >= run[quantile] - slack && under < run[quantile] + slack
        ? leastLoss(run, many) : "\(covered) stay at or under, \(under) under"
    },
    Claim(anywhere) { run in
      let many = Many(run)
      let ends = run.finding.message.split(separator: " ").compactMap { Double($0) }
      guard ends.count >= 2 else { return "no range is named" }
      let inside = [ends[0], (ends[0] + ends[1]) / 2, ends[1]].map { loss(run, many, $0) }
      let outside = [ends[0] - 0.01, ends[1] + 0.01].map { loss(run, many, $0) }
      let isFlat = inside.allSatisfy { abs($0 - inside[0]) <= 1e-12 * inside[0] }
      return isFlat && outside.allSatisfy { $0 > inside[0] } ? nil : "\(inside), \(outside) outside"
    },
  ]

  /// A fifth, two, three and four of five numbers: the quantiles that are a range.
  static var rare: [Settings] {
    get throws {
      try (0..<200).map { number in
        var settings = defaults
        try settings.turn(rule.name, to: Rule.pinball.settingValue)
        try settings.turn(quantile.name, to: .real(Double(1 + number % 4) / 5))
        try settings.turn(outlier.name, to: .real(5 + 195 * Double(number) / 200))
        return settings
      }
    }
  }

  /// That nothing a little lower or higher than the answer has less loss.
  private static func leastLoss(_ run: ClaimedRun, _ many: Many) -> String? {
    let told = run.finding.predicted ?? .nan
    let here = loss(run, many, told)
    let beside = [0.5, 0.9, 0.99, 1.01, 1.1, 1.5].map { loss(run, many, told * $0) }
    if let less = beside.min(), less < here * (1 - 1e-6) { return "\(less) beside \(here)" }
    guard run[numbers] == .five, !run.finding.message.contains("did not arrive") else { return nil }
    let measured = run[estimate] ?? .nan
    return abs(measured / told - 1) < 0.02 ? nil : "descent ended at \(measured)"
  }

  /// The mean loss of an answer, written out.
  private static func loss(_ run: ClaimedRun, _ many: Many, _ answer: Double) -> Double {
    let (quantile, threshold) = (run[quantile], run[threshold])
    return many.values.reduce(0) { sum, value in
      let error = value - answer
      switch run[rule] {
      case .squared: return sum + error * error
      case .absolute: return sum + abs(error)
      case .huber:
        let near = abs(error) <= threshold
        return sum + (near ? error * error / 2 : threshold * (abs(error) - threshold / 2))
      case .pinball: return sum + (error > 0 ? quantile * error : (quantile - 1) * error)
      }
    }
  }

  /// The five numbers, or waiting times so many and so evenly drawn that they stand for all.
  private struct Many {
    let values: [Double]

    init(_ run: ClaimedRun) {
      values =
        run[numbers] == .five
        ? [1, 2, 3, 4, run[outlier]]
        : (0..<20000).map { place -> Double in
          let share = (Double(place) + 0.5) / 20000
          return -10 * log(1 - share)
        }
    }

    func share(_ isIn: (Double) -> Bool) -> Double {
      Double(values.count(where: isIn)) / Double(values.count)
    }
  }
}
