import Experiments

extension DirectiveReader {
  /// The simulation a directive names, or a fault.
  func simulation(_ name: String, _ line: Int, _ column: Int, _ faults: inout Faults)
    -> (any Simulation.Type)?
  {
    if let simulation = catalog[name] { return simulation }
    let remedy = NearestName.remedy(for: name, among: catalog.names)
    faults.add(line, column, "no simulation \(Quoted.text(name))\(remedy)")
    return nil
  }

  func simulation(_ fields: inout FieldSet, _ faults: inout Faults) -> (any Simulation.Type)? {
    guard let field = fields.required("simulation", &faults) else { return nil }
    return simulation(field.value, field.line, field.column, &faults)
  }

  /// Knobs turned by `knob = value` pairs joined by commas.
  func settings(_ fields: [Field], of simulation: any Simulation.Type, _ faults: inout Faults)
    -> Settings
  {
    var settings = simulation.defaults
    for pair in fields.flatMap({ $0.parts(separatedBy: ",") }) {
      guard let (knob, value) = pair.halves(at: "=") else {
        faults.add(pair, "expected \"knob = value\", not \(Quoted.text(pair.value))")
        continue
      }
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
    return fields.flatMap { $0.parts(separatedBy: ",") }.compactMap { field in
      if known.contains(field.value) { return field.value }
      let remedy = NearestName.remedy(for: field.value, among: known)
      faults.add(field, "no figure \(Quoted.text(field.value)) in \(simulation.name)\(remedy)")
      return nil
    }
  }

  func seed(_ fields: inout FieldSet, _ faults: inout Faults) -> UInt64 {
    guard let field = fields.one("seed", &faults) else { return Seed.standard }
    guard let seed = UInt64(field.value), Seed.typed.contains(seed) else {
      faults.add(field, "seed takes a whole number 0 … \(Seed.typed.upperBound)")
      return Seed.standard
    }
    return seed
  }

  func promise(_ field: Field, of simulation: any Simulation.Type, _ faults: inout Faults)
    -> Promise?
  {
    Criterion(field, of: simulation, takesPoints: false, &faults)
      .map { Promise(criterion: $0, line: field.line, column: field.column) }
  }

  /// `10%` of the measured value, or a plain distance.
  func tolerance(_ field: Field, _ faults: inout Faults) -> PredictDirective.Tolerance? {
    let isShare = field.value.hasSuffix("%")
    let text = isShare ? String(field.value.dropLast()).trimmingEnd() : field.value
    guard let number = DecimalNumber.value(of: text), number.isFinite, number >= 0 else {
      faults.add(field, "expected a tolerance such as 10% or 0.5, not \(Quoted.text(field.value))")
      return nil
    }
    return isShare ? .relative(number / 100) : .absolute(number)
  }

  /// The knobs that `choose` names.
  func choices(
    _ field: Field, of simulation: any Simulation.Type, given: Settings, _ faults: inout Faults
  ) -> [any AnyKnob] {
    var chosen: [any AnyKnob] = []
    for part in field.parts(separatedBy: ",") {
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
    }
    return chosen
  }

  /// `90% over 70%`.
  func passRates(_ field: Field, _ faults: inout Faults) -> PassRates? {
    let words = field.value.split(whereSeparator: \.isWhitespace)
    let shares = words.map { word -> Double? in
      guard word.hasSuffix("%") else { return nil }
      return DecimalNumber.value(of: String(word.dropLast())).map { $0 / 100 }
    }
    guard words.count == 3, words[1] == "over", let pass = shares[0], let fail = shares[2],
      fail > 0, pass < 1, pass - fail >= 0.05
    else {
      faults.add(
        field,
        "expected rates such as \"90% over 70%\", between 0 % and 100 % and at least 5 % apart, "
          + "not \(Quoted.text(field.value))")
      return nil
    }
    return PassRates(pass: pass, fail: fail)
  }

  /// Reports a name that can not be typed as part of a command.
  func checkName(_ name: String, _ what: String, _ line: Int, _ column: Int, _ faults: inout Faults)
  {
    guard !LessonName.isValid(name) else { return }
    faults.add(
      line, column,
      "\(what) \(Quoted.text(name)) is not a name; use lowercase letters, digits and hyphens")
  }
}
