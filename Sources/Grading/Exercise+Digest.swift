import Experiments
import Numerics
import Synchronization

extension Exercise {
  /// A digest of what a pass is a pass of, as attempts are recorded with it.
  ///
  /// It covers the simulation, what may be chosen and from what, what is given, what has to hold,
  /// and on how many seeds. Names, prose, hints and points are no part of it, nor is the order of
  /// anything, so that an exercise may be put into better words without ever being another; a metric
  /// goes by the first name it had.
  package var digest: String {
    memo.text.withLock { known in
      let text = known ?? Digest(of: form.utf8).text
      known = text
      return text
    }
  }

  /// What the digest covers, as text.
  private var form: String {
    var lines = choices.map { $0.domain.form(of: $0.name) }
    lines += given.turned.map { $0.value.form(givenTo: $0.key) }
    lines += criteria.map { $0.interval.form(of: $0.metric.formerly ?? $0.metric.name) }
    let rates = "rates \(rates.pass.form) \(rates.fail.form)"
    let all = ["exercise 1", "simulation \(simulation.name)", rates] + lines.sorted()
    return all.joined(separator: "\n")
  }
}

/// The digest of an exercise, once somebody has asked for it.
///
/// A class, as copies of an exercise share what was made: a learner's progress asks for it again
/// and again.
final class DigestMemo: Sendable {
  let text = Mutex<String?>(nil)
}

extension Domain {
  fileprivate func form(of knob: String) -> String {
    switch self {
    case .real(let range, _):
      "choose \(knob) real \(range.lowerBound.form) \(range.upperBound.form)"
    case .integer(let range, _): "choose \(knob) integer \(range.lowerBound) \(range.upperBound)"
    case .choice(let names): "choose \(knob) of \(names.sorted().joined(separator: ","))"
    }
  }
}

extension SettingValue {
  fileprivate func form(givenTo knob: String) -> String {
    switch self {
    case .real(let value): "given \(knob) real \(value.form)"
    case .integer(let value): "given \(knob) integer \(value)"
    case .choice(let name): "given \(knob) choice \(name)"
    }
  }
}

extension Interval {
  fileprivate func form(of metric: String) -> String {
    func form(_ end: End?) -> String {
      end.map { "\($0.isClosed ? "closed" : "open") \($0.value.form)" } ?? "none"
    }
    return "pass \(metric) \(form(lower)) \(form(upper))"
  }
}

extension Double {
  /// The number's bits; both zeros are one.
  fileprivate var form: String { String((self + 0).bitPattern, radix: 16) }
}
