import Foundation

/// A labelled value on an axis.
package struct Tick: Hashable {
  package let value: Double
  package let label: String
}

/// A distance between ticks: 1, 2 or 5 times a power of ten.
package struct Step: Hashable {
  package let mantissa: Int
  package let exponent: Int

  package var size: Double { DecimalNumber(mantissa, exponent: exponent).value }

  package var next: Step {
    switch mantissa {
    case 1: Step(mantissa: 2, exponent: exponent)
    case 2: Step(mantissa: 5, exponent: exponent)
    default: Step(mantissa: 1, exponent: exponent + 1)
    }
  }

  /// The smallest step that goes into a span at most `count` times.
  package static func finest(over span: Double, atMost count: Int) -> Step? {
    let least = span / Double(max(count, 1))
    guard least.isFinite, least > 0 else { return nil }
    var step = Step(mantissa: 1, exponent: Int(log10(least).rounded(.down)) - 1)
    for _ in 0..<9 where step.size < least * (1 - 1e-9) { step = step.next }
    return step
  }
}

/// Round numbers to label an axis with.
package enum Ticks {
  /// The sets of ticks an axis could have, fine ones first, none with more than `count` ticks.
  package static func candidates(_ scale: Scale, atMost count: Int) -> [[Tick]] {
    switch scale.extent {
    case .range: break
    case .value(let value):
      return DecimalNumber(value, digits: 6).map { [[Tick(value: value, label: $0.text)]] } ?? []
    case .nothing: return []
    }
    let all = scale.isLogarithmic ? logarithmic(scale) : []
    // Where fewer than four of 1, 2, 5, 10 … lie on a logarithmic axis, equal steps say more.
    let known = all.first?.count ?? 0
    let even = known < 4 ? linear(scale, atMost: count).filter { $0.count > known } : []
    let inside = (even + all).map { ticks in
      ticks.filter { (-1e-6...1 + 1e-6).contains(scale.position($0.value) ?? .nan) }
    }
    let fitting = inside.filter { $0.count <= max(count, 1) && !$0.isEmpty }
    guard scale.isWhole else { return fitting }
    let whole = fitting.filter { ticks in ticks.allSatisfy { $0.value == $0.value.rounded() } }
    return whole.isEmpty ? fitting : whole
  }

  private static func linear(_ scale: Scale, atMost count: Int) -> [[Tick]] {
    let low = scale.isLogarithmic ? pow(10, scale.low) : scale.low
    let high = scale.isLogarithmic ? pow(10, scale.high) : scale.high
    guard var step = Step.finest(over: high - low, atMost: count + 1) else { return [] }
    var sets: [[Tick]] = []
    for _ in 0..<12 {
      let ticks = multiples(of: step, from: low, to: high)
      if ticks.isEmpty { break }
      sets.append(ticks)
      step = step.next
    }
    return sets
  }

  private static func multiples(of step: Step, from low: Double, to high: Double) -> [Tick] {
    guard let first = Int(exactly: (low / step.size - 1e-9).rounded(.up)),
      let last = Int(exactly: (high / step.size + 1e-9).rounded(.down)),
      first.magnitude < 1 << 60, last.magnitude < 1 << 60, first <= last, last - first < 10_000
    else { return [] }
    let numbers = (first...last).map { DecimalNumber($0 * step.mantissa, exponent: step.exponent) }
    let power = numbers.filter { $0.mantissa != 0 }.map(\.leadingPower).max() ?? 0
    let isPlain = (-3...5).contains(power) && step.exponent > -7
    return numbers.map {
      Tick(value: $0.value, label: isPlain ? $0.plain : $0.scientific(power: power))
    }
  }

  private static func logarithmic(_ scale: Scale) -> [[Tick]] {
    let lowest = Int((scale.low - 1e-9).rounded(.down))
    let highest = Int((scale.high + 1e-9).rounded(.up))
    let powers = lowest...max(lowest, highest)
    var sets = [ticks([1, 2, 5], powers, scale)]
    for every in [1, 2, 3, 5, 10, 20, 50, 100, 200] {
      sets.append(ticks([1], powers.filter { $0.isMultiple(of: every) }, scale))
    }
    return sets
  }

  private static func ticks(
    _ mantissas: [Int], _ powers: some Sequence<Int>, _ scale: Scale
  ) -> [Tick] {
    let numbers = powers.flatMap { power in
      mantissas.map { DecimalNumber($0, exponent: power) }
    }.filter { number in
      guard let place = scale.position(number.value) else { return false }
      return (-1e-9...1 + 1e-9).contains(place)
    }
    let isPlain = numbers.allSatisfy { (-3...4).contains($0.exponent) }
    return numbers.map {
      let isOne = $0.exponent == 0
      return Tick(
        value: $0.value, label: isPlain || isOne ? $0.plain : $0.scientific(power: $0.exponent))
    }
  }
}
