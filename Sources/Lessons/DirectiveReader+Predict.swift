import Experiments

extension DirectiveReader {
  func predict(_ name: Field, _ fields: inout FieldSet, _ faults: inout Faults)
    -> PredictDirective?
  {
    checkName(name, "prediction", &faults)
    let simulation = fields.required("simulation", &faults).flatMap { self.simulation($0, &faults) }
    let labelled = fields.all("case", &faults)
    let ask = fields.required("ask", &faults)
    let extreme = ask.flatMap(extreme)
    let isWhich = extreme != nil || !labelled.isEmpty
    let tolerance =
      isWhich
      ? fields.one("tolerance", &faults) : fields.required("tolerance", &faults)
    let question = fields.required("question", &faults)
    let set = fields.all("set", &faults)
    let seed = seed(&fields, &faults)
    let vary = fields.all("vary", &faults)
    fields.finish(
      known: ["simulation", "set", "case", "seed", "ask", "tolerance", "question", "vary"],
      &faults)
    if isWhich, let tolerance {
      faults.add(tolerance, "which of several runs it is has no tolerance; take it out")
    }
    if let ask, extreme == nil, !labelled.isEmpty {
      faults.add(
        ask,
        "expected \"lowest METRIC\" or \"highest METRIC\" of several cases, "
          + "not \(Quoted.text(ask.value))")
      return nil
    }
    if extreme != nil { checkCount(labelled, "a prediction of which", line: fields.line, &faults) }
    guard let simulation else { return nil }
    let settings = settings(set, of: simulation, &faults)
    let metric = (extreme?.metric ?? ask).flatMap { self.metric($0, of: simulation, &faults) }
    let answer: PredictDirective.Answer?
    if let extreme {
      answer = .which(extreme.extreme, which(labelled, settings, of: simulation, &faults))
    } else {
      answer = tolerance.flatMap { self.tolerance($0, &faults) }.map { .number($0) }
    }
    var fixed: [String: String] = [:]
    if case .which(_, let cases) = answer {
      for knob in simulation.knobs.map(\.name)
      where cases.contains(where: { $0.settings[knob] != settings[knob] }) {
        fixed[knob] = "a case sets it"
      }
    }
    let variants = variants(
      vary, factor: nil, of: simulation, without: fixed, texts: [question].compactMap(\.self),
      &faults)
    guard let metric, let answer, let question else { return nil }
    return PredictDirective(
      name: name.value, simulation: simulation, settings: settings, seed: seed, metric: metric,
      answer: answer, template: question.value, variants: variants, line: fields.line)
  }

  /// `lowest METRIC` or `highest METRIC`.
  private func extreme(_ ask: Field) -> (extreme: PredictDirective.Extreme, metric: Field)? {
    let words = ask.words
    guard words.count == 2, let extreme = PredictDirective.Extreme(rawValue: words[0].value) else {
      return nil
    }
    return (extreme, words[1])
  }

  /// The cases that are asked between; a label may not be taken for a case's number.
  private func which(
    _ fields: [Field], _ common: Settings, of simulation: any Simulation.Type,
    _ faults: inout Faults
  ) -> [CompareDirective.Case] {
    cases(fields, &faults).map { label, rest in
      if Int(label.value) != nil {
        faults.add(
          label,
          "the label \(Quoted.text(label.value)) would be taken for the number of a case; "
            + "say it in words")
      }
      return CompareDirective.Case(
        label: label.value,
        settings: common.overlaid(by: settings([rest], of: simulation, &faults)), promises: [])
    }
  }
}
