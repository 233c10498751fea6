import Experiments
import Grading
import Plotting

extension DirectiveReader {
  /// `knob = low ... high` or `knob in a, b, c` on each line; several lines vary several knobs.
  ///
  /// - Parameters:
  ///   - fixed: knobs that may not vary, each with the reason.
  ///   - texts: where `{knob}` may stand for what is given.
  func variants(
    _ fields: [Field], factor: Field?, of simulation: any Simulation.Type,
    without fixed: [String: String], texts: [Field], _ faults: inout Faults
  ) -> Variants {
    var lists: [(knob: String, values: [SettingValue])] = []
    for field in fields {
      guard let found = values(field, of: simulation, &faults) else { continue }
      if lists.contains(where: { $0.knob == found.knob }) {
        faults.add(field, "\(found.knob) varies twice; keep one")
      } else if let reason = fixed[found.knob] {
        faults.add(field, "\(found.knob) cannot vary, as \(reason)")
      } else {
        lists.append(found)
      }
    }
    let count = lists.reduce(1) { $0 * min($1.values.count, Limits.variants + 1) }
    if count > Limits.variants, let last = fields.last {
      faults.add(
        last,
        "there are \(count) variants, and \(Limits.variants) are the most; vary less")
      return .none
    }
    let factor = factor.flatMap { self.factor($0, lists.isEmpty, &faults) }
    if !lists.isEmpty { checkPlaceholders(in: texts, simulation, &faults) }
    return Variants(
      knobs: lists.map(\.knob), all: Self.combined(lists, of: simulation),
      factor: factor ?? Variants.standardFactor)
  }

  /// The most values that a range stands for.
  private static let valuesOfARange = 8

  private func values(
    _ field: Field, of simulation: any Simulation.Type, _ faults: inout Faults
  ) -> (knob: String, values: [SettingValue])? {
    guard let (name, rest, isRange) = Self.halves(of: field) else {
      faults.add(
        field,
        "expected \"knob = low ... high\" or \"knob in a, b, c\", not \(Quoted.text(field.value))")
      return nil
    }
    guard let knob = simulation.knobs.first(where: { $0.name == name.value }) else {
      let remedy = NearestName.remedy(for: name.value, among: simulation.knobs.map(\.name))
      faults.add(name, "no knob \(Quoted.text(name.value)) in \(simulation.name)\(remedy)")
      return nil
    }
    guard
      let values = isRange ? range(rest, of: knob, &faults) : list(rest, of: knob, &faults)
    else { return nil }
    if values.count < 2 {
      faults.add(rest, "\(knob.name) does not vary in this; give two values or more")
      return nil
    }
    return (knob.name, values)
  }

  /// The name before `=` or ` in `, what stands behind it, and whether that is a range.
  private static func halves(of field: Field) -> (name: Field, rest: Field, isRange: Bool)? {
    if let (name, rest) = field.halves(at: "=") { return (name, rest, true) }
    let words = field.words
    guard words.count > 2, words[1].value == "in",
      let mark = field.value.firstRange(of: " in ")
    else { return nil }
    return (words[0], field.part(mark.upperBound..<field.value.endIndex), false)
  }

  /// At most eight values, evenly spread on the knob's scale and of two digits each.
  private func range(_ field: Field, of knob: any AnyKnob, _ faults: inout Faults)
    -> [SettingValue]?
  {
    guard let mark = NumberRange.separator(in: field.value) else {
      faults.add(
        field, "expected a range such as \"5 ... 40\", not \(Quoted.text(field.value))")
      return nil
    }
    let ends = [
      field.part(field.value.startIndex..<mark.lowerBound),
      field.part(mark.upperBound..<field.value.endIndex),
    ].map { value($0, of: knob, &faults) }
    guard let low = ends[0]?.number, let high = ends[1]?.number else {
      if ends.allSatisfy({ $0 != nil }) {
        faults.add(field, "\(knob.name) has no range; write \"\(knob.name) in …\"")
      }
      return nil
    }
    guard low < high else {
      faults.add(field, "the range ends before it begins; write the smaller number first")
      return nil
    }
    var seen = Set<Double>()
    return Spacing.values(Self.valuesOfARange, over: low...high, knob.domain.scale)
      .map { NumberText.rounded($0, digits: 2) }
      .filter { (low...high).contains($0) && seen.insert($0).inserted }
      .compactMap { number -> SettingValue? in
        guard case .integer = knob.domain else { return .real(number) }
        return Int(exactly: number.rounded()).map(SettingValue.integer)
      }
      .reduce(into: []) { if !$0.contains($1), knob.domain.contains($1) { $0.append($1) } }
  }

  private func list(_ field: Field, of knob: any AnyKnob, _ faults: inout Faults)
    -> [SettingValue]?
  {
    var values: [SettingValue] = []
    for member in field.members {
      guard let value = value(member, of: knob, &faults) else { return nil }
      if values.contains(value) {
        faults.add(member, "\(value.text) stands twice; keep one")
        return nil
      }
      values.append(value)
    }
    return values
  }

  private func value(_ field: Field, of knob: any AnyKnob, _ faults: inout Faults)
    -> SettingValue?
  {
    do throws(SettingFault) {
      return try knob.domain.value(of: field.value, for: knob.name)
    } catch {
      faults.add(field, error.message)
      return nil
    }
  }

  /// A number of at least 1, such as `3`.
  private func factor(_ field: Field, _ isIdle: Bool, _ faults: inout Faults) -> Double? {
    if isIdle { faults.add(field, "nothing varies here; add a line \"vary: …\", or take it out") }
    if let number = DecimalNumber.value(of: field.value), (1...100).contains(number) {
      return number
    }
    faults.add(
      field, "vary-factor takes a number 1 … 100, not \(Quoted.text(field.value))")
    return nil
  }

  /// Every value of one knob with every value of the others.
  private static func combined(
    _ lists: [(knob: String, values: [SettingValue])], of simulation: any Simulation.Type
  ) -> [Settings] {
    guard !lists.isEmpty else { return [] }
    return lists.reduce([simulation.defaults]) { sofar, list in
      sofar.flatMap { settings in
        list.values.compactMap { value in
          var settings = settings
          do throws(SettingFault) { try settings.turn(list.knob, to: value) } catch { return nil }
          return settings
        }
      }
    }
  }

  /// Reports braces that name no knob.
  private func checkPlaceholders(
    in texts: [Field], _ simulation: any Simulation.Type, _ faults: inout Faults
  ) {
    let names = simulation.knobs.map(\.name)
    for field in texts {
      var rest = field.value[...]
      while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
        let inside = field.part(rest.index(after: open)..<close)
        if !names.contains(inside.value) {
          let remedy = NearestName.remedy(for: inside.value, among: names)
          faults.add(
            inside, "no knob \(Quoted.text(inside.value)) in \(simulation.name)\(remedy)")
        }
        rest = rest[close...].dropFirst()
      }
    }
  }
}
