import Experiments

extension DirectiveReader {
  /// How many runs can be told apart side by side.
  static let casesOfCompare = 2...6

  func compare(_ name: Field, _ fields: inout FieldSet, _ faults: inout Faults)
    -> CompareDirective?
  {
    let simulation = simulation(name, &faults)
    let set = fields.all("set", &faults)
    let show = fields.all("show", &faults)
    let metrics = fields.all("metrics", &faults)
    let seed = seed(&fields, &faults)
    let expect = fields.all("expect", &faults)
    let labelled = fields.all("case", &faults)
    fields.finish(known: ["set", "case", "show", "metrics", "seed", "expect"], &faults)
    checkCount(labelled, "a compare", line: fields.line, &faults)
    guard let simulation else { return nil }
    let common = settings(set, of: simulation, &faults)
    let cases = cases(labelled, &faults)
    let promises = promises(expect, of: simulation, among: cases.map(\.label.value), &faults)
    return CompareDirective(
      simulation: simulation, common: common, seed: seed,
      figures: figures(show, of: simulation, &faults),
      metrics: self.metrics(metrics, of: simulation, &faults),
      cases: cases.map { label, rest in
        CompareDirective.Case(
          label: label.value,
          settings: common.overlaid(by: settings([rest], of: simulation, &faults)),
          promises: promises[label.value] ?? [])
      }, line: fields.line)
  }

  /// Reports cases that are too few or too many to be told apart.
  func checkCount(
    _ cases: [Field], _ what: String, line: Int, _ faults: inout Faults
  ) {
    let known = Self.casesOfCompare
    guard !known.contains(cases.count) else { return }
    let remedy = cases.count < known.lowerBound ? "add some" : "leave some out"
    faults.add(
      line, 1,
      "\(what) takes \(known.lowerBound) … \(known.upperBound) cases, "
        + "here \(cases.count == 1 ? "is 1" : "are \(cases.count)"); \(remedy)")
  }

  /// `label | knob = value, …`, each label once.
  func cases(_ fields: [Field], _ faults: inout Faults) -> [(label: Field, rest: Field)] {
    var seen = Set<String>()
    return fields.compactMap { field in
      guard let (label, rest) = field.halves(at: "|"), !label.value.isEmpty else {
        faults.add(
          field, "expected \"label | knob = value, …\", not \(Quoted.text(field.value))")
        return nil
      }
      let letters = label.value.unicodeScalars.count
      if letters > Limits.labelLetters {
        faults.add(
          label,
          "the label of a case takes at most \(Limits.labelLetters) letters, here are \(letters); "
            + "say it in fewer")
      }
      if !seen.insert(label.value).inserted {
        faults.add(label, "case \(Quoted.text(label.value)) stands twice; label each differently")
      }
      return (label, rest)
    }
  }

  /// `label | metric <= number`, by label.
  private func promises(
    _ fields: [Field], of simulation: any Simulation.Type, among labels: [String],
    _ faults: inout Faults
  ) -> [String: [Promise]] {
    let known = Set(labels)
    // One that is too long is at fault itself.
    let named = labels.filter { $0.utf8.count <= 4 * Limits.labelLetters }
    var promises: [String: [Promise]] = [:]
    for field in fields {
      guard let (label, rest) = field.halves(at: "|") else {
        faults.add(
          field,
          "expected \"label | metric <= number\" in a compare, not \(Quoted.text(field.value))")
        continue
      }
      if !known.contains(label.value) {
        let some = Array(named.prefix(Self.casesOfCompare.upperBound))
        let remedy = NearestName.remedy(for: label.value, among: some)
        faults.add(label, "no case \(Quoted.text(label.value))\(remedy)")
      }
      if let promise = promise(rest, of: simulation, &faults) {
        promises[label.value, default: []].append(promise)
      }
    }
    return promises
  }
}
