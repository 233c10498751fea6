import Exhibits
import Experiments
import Foundation
import Plotting
import Tuning

/// What is typed for a knob to search: `learning-rate=0.001..1 log`, `batch-size`, `optimizer=sgd|adam`.
enum SearchedAxis {
  /// The knobs that a text names, joined by commas, each with the part of it that is searched.
  static func knobs(_ text: String, of simulation: any Simulation.Type) throws(Refusal)
    -> [any AnyKnob]
  {
    do throws(Refusal) {
      return try distinctKnobs(text, of: simulation)
    } catch {
      // A range in another spelling, or with a decimal comma, which parts the list as well.
      let ranges = text.split(separator: "=").dropFirst().lazy.compactMap { part in
        NumberRange.meant(by: String(part)).flatMap { part.contains($0) ? nil : $0 }
      }
      guard let range = ranges.first else { throw error }
      throw Refusal("\(error.message); a range is written \(range)")
    }
  }

  private static func distinctKnobs(_ text: String, of simulation: any Simulation.Type)
    throws(Refusal) -> [any AnyKnob]
  {
    var knobs: [any AnyKnob] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let knob = try knob(part.trimmingCharacters(in: .whitespaces), of: simulation)
      guard !knobs.contains(where: { $0.name == knob.name }) else {
        throw Refusal("\(knob.name) is searched twice; keep one")
      }
      knobs.append(knob)
    }
    return knobs
  }

  private static func knob(_ text: String, of simulation: any Simulation.Type) throws(Refusal)
    -> any AnyKnob
  {
    let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(halves.first ?? "").trimmingCharacters(in: .whitespaces)
    guard let knob = simulation.knobs.first(where: { $0.name == name }) else {
      guard !name.isEmpty else {
        throw Refusal("--over names no knob; write KNOB or KNOB=LOW..HIGH, joined by commas")
      }
      let remedy = NearestName.remedy(for: name, among: simulation.knobs.map(\.name))
      throw Refusal("no knob \(Quoted.text(name)) in \(simulation.name)\(remedy)")
    }
    guard halves.count > 1 else { return knob }
    let part = String(halves[1]).trimmingCharacters(in: .whitespaces)
    if knob.domain.bounds == nil {
      let names = part.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      return try narrowed(knob, toChoices: names)
    }
    var words = part.split(whereSeparator: \.isWhitespace).map(String.init)
    let scale = words.count > 1 ? Scale.Kind(rawValue: words[words.count - 1]) : nil
    if scale != nil { words.removeLast() }
    let range = words.joined(separator: " ")
    guard let dots = NumberRange.separator(in: range) else {
      throw Refusal(
        "\(name) \(Quoted.text(part)) is no range; write \(name)=LOW..HIGH, or add log behind it")
    }
    let low = String(range[..<dots.lowerBound]).trimmingCharacters(in: .whitespaces)
    let high = String(range[dots.upperBound...]).trimmingCharacters(in: .whitespaces)
    guard !low.isEmpty, !high.isEmpty else {
      throw Refusal("\(name) \(Quoted.text(part)) lacks an end; write LOW..HIGH")
    }
    let ends = try (value(low, of: knob), value(high, of: knob))
    return try narrowed(knob, from: ends.0, to: ends.1, scale: scale ?? knob.domain.scale)
  }

  private static func value(_ text: String, of knob: any AnyKnob) throws(Refusal) -> SettingValue {
    do throws(SettingFault) {
      return try knob.domain.value(typed: text, for: knob.name)
    } catch {
      throw Refusal(error.message)
    }
  }

  /// A knob of which some choices are searched.
  static func narrowed(_ knob: any AnyKnob, toChoices names: [String]) throws(Refusal)
    -> any AnyKnob
  {
    let names = try names.map { name throws(Refusal) in try value(name, of: knob).text }
    guard !names.isEmpty, Set(names).count == names.count else {
      throw Refusal("\(knob.name) names a choice twice, or none; name each once")
    }
    return NarrowedKnob(knob, to: .choice(names))
  }

  /// A knob of which a range is searched, each end a value that it can take.
  static func narrowed(
    _ knob: any AnyKnob, from low: SettingValue, to high: SettingValue, scale: Scale.Kind
  ) throws(Refusal) -> any AnyKnob {
    let text = "\(low.text)..\(high.text)"
    guard let least = low.number, let most = high.number, least < most else {
      throw Refusal("\(knob.name) \(text) begins at or above its end; write LOW..HIGH")
    }
    guard scale == .linear || least > 0 else {
      throw Refusal("\(knob.name) \(text) has no ratios; begin above 0 for log")
    }
    switch (low, high) {
    case (.integer(let low), .integer(let high)):
      return NarrowedKnob(knob, to: .integer(low...high, scale))
    default: return NarrowedKnob(knob, to: .real(least...most, scale))
    }
  }
}
