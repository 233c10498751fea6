import Experiments
import Grading
import Plotting
import Tuning

extension DirectiveReader {
  /// The simulation a directive names, or a fault.
  func simulation(_ name: Field, _ faults: inout Faults) -> (any Simulation.Type)? {
    if let simulation = catalog[name.value] { return simulation }
    let remedy = NearestName.remedy(for: name.value, among: catalog.names)
    faults.add(name, "no simulation \(Quoted.text(name.value))\(remedy)")
    return nil
  }

  /// The metric that a field names, or a fault.
  func metric(_ name: Field, of simulation: any Simulation.Type, _ faults: inout Faults) -> Metric?
  {
    if let metric = simulation.metric(name.value) { return metric }
    let remedy = NearestName.remedy(for: name.value, among: simulation.metrics.map(\.name))
    faults.add(name, "no metric \(Quoted.text(name.value)) in \(simulation.name)\(remedy)")
    return nil
  }

  /// Knobs turned by `knob = value` pairs joined by commas.
  func settings(_ fields: [Field], of simulation: any Simulation.Type, _ faults: inout Faults)
    -> Settings
  {
    var settings = simulation.defaults
    var last: String?
    for pair in fields.flatMap(\.members) {
      guard let (knob, value) = pair.halves(at: "=") else {
        let number = last.flatMap { DecimalNumber.readings(ofList: "\($0),\(pair.value)").first }
        faults.add(
          pair,
          "expected \"knob = value\", not \(Quoted.text(pair.value))"
            + (number.map { "; a number is written with a point: \($0)" } ?? ""))
        last = nil
        continue
      }
      last = value.value
      if settings.turned[knob.value] != nil {
        faults.add(knob, "\(knob.value) is set twice; keep one")
      }
      do throws(SettingFault) {
        try settings.turn(knob.value, to: value.value)
      } catch .unknownKnob(let name, let known) {
        let remedy = NearestName.remedy(for: name, among: known)
        faults.add(knob, "no knob \(Quoted.text(name)) in \(simulation.name)\(remedy)")
      } catch {
        faults.add(value, error.message)
      }
    }
    return settings
  }

  /// The figures that `show` names, in its order.
  func figures(_ fields: [Field], of simulation: any Simulation.Type, _ faults: inout Faults)
    -> [String]
  {
    let known = simulation.figures.map(\.name)
    var figures: [String] = []
    for field in fields.flatMap(\.members) {
      if !known.contains(field.value) {
        let remedy = NearestName.remedy(for: field.value, among: known)
        faults.add(field, "no figure \(Quoted.text(field.value)) in \(simulation.name)\(remedy)")
      } else if figures.contains(field.value) {
        faults.add(field, "figure \(field.value) is shown twice; keep one")
      } else {
        figures.append(field.value)
      }
    }
    return figures
  }

  func seed(_ fields: inout FieldSet, _ faults: inout Faults) -> UInt64 {
    guard let field = fields.one("seed", &faults) else { return Seed.standard }
    guard let seed = UInt64(field.value), Seed.typed.contains(seed) else {
      faults.add(
        field,
        "seed takes a whole number 0 … \(Seed.typed.upperBound), "
          + "not \(Quoted.text(field.value))")
      return Seed.standard
    }
    return seed
  }

  /// `metric <= number`, or `metric <= number (on this seed)`.
  func promise(_ field: Field, of simulation: any Simulation.Type, _ faults: inout Faults)
    -> Promise?
  {
    var rest = field
    var isOfSeedShown = false
    if let bracket = field.lastBracket {
      let words = field.part(bracket..<field.value.endIndex)
      guard words.value == "(on this seed)" else {
        faults.add(
          words, "expected \"(on this seed)\" or nothing, not \(Quoted.text(words.value))")
        return nil
      }
      rest = field.part(field.value.startIndex..<bracket)
      isOfSeedShown = true
    }
    return criterion(rest, of: simulation, takesPoints: false, &faults).map {
      Promise(
        criterion: $0, isOfSeedShown: isOfSeedShown, line: field.line, column: field.column)
    }
  }

  /// `10%` of the measured value, or a plain distance.
  func tolerance(_ field: Field, _ faults: inout Faults) -> PredictDirective.Tolerance? {
    let isShare = field.value.hasSuffix("%")
    let text = isShare ? String(field.value.dropLast()).trimmingEnd() : field.value
    guard let number = DecimalNumber.value(of: text), number.isFinite, number >= 0 else {
      faults.add(
        field,
        "expected a tolerance such as 10% or 0.5, not \(Quoted.text(field.value))"
          + Self.spelling(of: [text]))
      return nil
    }
    return isShare ? .relative(number / 100) : .absolute(number)
  }

  /// The knobs that `choose` names.
  func choices(
    _ fields: [Field], of simulation: any Simulation.Type, given: Settings,
    _ faults: inout Faults
  ) -> [any AnyKnob] {
    var chosen: [any AnyKnob] = []
    for part in fields.flatMap(\.members) {
      guard let knob = simulation.knobs.first(where: { $0.name == part.value }) else {
        let remedy = NearestName.remedy(for: part.value, among: simulation.knobs.map(\.name))
        faults.add(part, "no knob \(Quoted.text(part.value)) in \(simulation.name)\(remedy)")
        continue
      }
      if given.turned[knob.name] != nil {
        faults.add(part, "\(knob.name) is both given and chosen; keep one")
      }
      if chosen.contains(where: { $0.name == knob.name }) {
        faults.add(part, "\(knob.name) is chosen twice; keep one")
        continue
      }
      chosen.append(knob)
      if knob.domain.bounds != nil,
        chosen.count(where: { $0.domain.bounds != nil }) == PassPoints.most + 1
      {
        faults.add(
          part,
          "more than \(PassPoints.most) numbers are chosen, which no search covers; give some")
      }
    }
    let numbers = chosen.count { $0.domain.bounds != nil }
    if numbers <= PassPoints.mostOfAGrid, let (knob, values) = SettingGrid.starved(of: chosen),
      let last = fields.last
    {
      faults.add(
        last,
        "a search over \(NumberText.count(chosen.count, "chosen knob")) would try "
          + "\(NumberText.count(values, "value")) of \(knob.name), and \(SettingGrid.fewest) are the least; "
          + "choose fewer knobs and give the others")
    }
    return chosen
  }

  /// The least passing rate in percent: what passes less often than it fails is luck.
  private static let leastPassRate = 50.0

  /// `90% over 70%`.
  func passRates(_ field: Field, _ faults: inout Faults) -> PassRates? {
    let halves = field.words.map(\.value).split(
      separator: "over", maxSplits: 1, omittingEmptySubsequences: false)
    let texts = halves.map { Self.percentage($0.joined(separator: " ")) ?? "" }
    let percents = texts.map(DecimalNumber.value)
    guard percents.count == 2, let pass = percents[0], let fail = percents[1], fail > 0,
      pass >= Self.leastPassRate, pass / 100 < 1, pass - fail >= 5 - 1e-9
    else {
      faults.add(
        field,
        "expected rates such as \"90% over 70%\", between 0 % and 100 %, the first at least "
          + "50 %, and 5 % or more apart, not \(Quoted.text(field.value))"
          + Self.spelling(of: texts))
      return nil
    }
    return PassRates(pass: pass / 100, fail: fail / 100)
  }

  /// The number of `90%` or `90 %`, as it is printed; nil where there is no sign.
  private static func percentage(_ text: some StringProtocol) -> String? {
    let text = text.trimmingStart().trimmingEnd()
    return text.hasSuffix("%") ? text.dropLast().trimmingEnd() : nil
  }

  /// `1% ... 40% because the region is what the lesson is about`.
  func fairShare(_ field: Field, _ faults: inout Faults) -> FairShare? {
    let mark = field.value.firstRange(of: "because")
    let bounds = field.part(field.value.startIndex..<(mark?.lowerBound ?? field.value.endIndex))
    let reason = mark.map { field.part($0.upperBound..<field.value.endIndex).value } ?? ""
    let text = bounds.value
    let texts = NumberRange.separator(in: text).map { mark in
      [text[..<mark.lowerBound], text[mark.upperBound...]].map { Self.percentage($0) ?? "" }
    }
    let percents = (texts ?? []).map(DecimalNumber.value)
    guard percents.count == 2, let low = percents[0], let high = percents[1], low >= 0,
      low < high, high < 100
    else {
      faults.add(
        bounds,
        "expected a share such as \"1% ... 40% because REASON\", "
          + "from 0 % to less than 100 %, not \(Quoted.text(bounds.value))"
          + Self.spelling(of: texts ?? []))
      return nil
    }
    guard !reason.isEmpty else {
      faults.add(
        field,
        "a share of its own has no reason; "
          + "write \"\(bounds.value) because\" and why the exercise is fair so")
      return nil
    }
    return FairShare(range: low / 100...high / 100, reason: reason)
  }

  /// `ok because REASON`: why a number that the lesson prints may pass.
  func guessReason(_ field: Field, _ faults: inout Faults) -> String? {
    let words = field.words
    if words.count > 2, words[0].value == "ok", words[1].value == "because",
      let start = field.value.firstRange(of: "because")?.upperBound
    {
      return field.part(start..<field.value.endIndex).value
    }
    faults.add(
      field,
      "expected \"ok because REASON\", not \(Quoted.text(field.value)); "
        + "write why a number that the lesson prints may pass")
    return nil
  }

  /// Reports a name that cannot be typed as part of a command.
  func checkName(_ name: Field, _ what: String, _ faults: inout Faults) {
    guard !LessonName.isValid(name.value) else { return }
    faults.add(
      name,
      "\(what) \(Quoted.text(name.value)) is not a name; "
        + "use at most 64 lowercase letters, digits and hyphens between them")
  }
}
