import Experiments

/// Turns the fenced blocks of a lesson into directives.
struct DirectiveReader {
  /// The words with which the information of a directive's fence begins.
  static let words = ["simulate", "compare", "predict", "exercise"]

  let catalog: Catalog
  let lesson: String

  /// Reads the directive of a fence; nil if the fence holds ordinary code or has faults.
  ///
  /// - Parameters:
  ///   - info: what stands behind the opening fence.
  ///   - text: what stands between the fences.
  ///   - line: the line of the opening fence.
  func read(info: String, text: String, line: Int, _ faults: inout Faults) -> Lesson.Element? {
    let words = info.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let word = words.first else { return nil }
    guard Self.words.contains(word) else {
      if let meant = NearestName.of(word, among: Self.words), words.count == 2 {
        faults.add(line, 4, "no directive \(Quoted.text(word)); did you mean \(meant)?")
      }
      return nil
    }
    let what = word == "simulate" || word == "compare" ? "SIMULATION" : "NAME"
    guard words.count == 2, let name = words.last else {
      faults.add(line, 4, "expected \"\(word) \(what)\" behind the fence, not \(Quoted.text(info))")
      return nil
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var fields = FieldSet(
      of: lines[...], firstLine: line + 1, owner: "\(word) \(Quoted.bare(name))", ownerLine: line,
      faults: &faults)
    let before = faults.list.count
    let element: Lesson.Element? =
      switch word {
      case "simulate": simulate(name, &fields, &faults).map(Lesson.Element.simulate)
      case "compare": compare(name, &fields, &faults).map(Lesson.Element.compare)
      case "predict": predict(name, &fields, &faults).map(Lesson.Element.predict)
      default: exercise(name, &fields, &faults).map(Lesson.Element.exercise)
      }
    return faults.list.count == before ? element : nil
  }

  private func simulate(_ name: String, _ fields: inout FieldSet, _ faults: inout Faults)
    -> SimulateDirective?
  {
    let keys = ["set", "show", "seed", "expect"]
    guard let simulation = simulation(name, fields.line, 13, &faults) else { return nil }
    let settings = settings(fields.all("set", &faults), of: simulation, &faults)
    let figures = figures(fields.all("show", &faults), of: simulation, &faults)
    let seed = seed(&fields, &faults)
    let promises = fields.all("expect", &faults).compactMap {
      promise($0, of: simulation, &faults)
    }
    fields.finish(known: keys, &faults)
    return SimulateDirective(
      simulation: simulation, settings: settings, seed: seed, figures: figures, promises: promises)
  }

  private func compare(_ name: String, _ fields: inout FieldSet, _ faults: inout Faults)
    -> CompareDirective?
  {
    guard let simulation = simulation(name, fields.line, 12, &faults) else { return nil }
    let common = settings(fields.all("set", &faults), of: simulation, &faults)
    let figures = figures(fields.all("show", &faults), of: simulation, &faults)
    let seed = seed(&fields, &faults)
    var promises: [(label: Field, promise: Promise)] = []
    for field in fields.all("expect", &faults) {
      guard let (label, rest) = field.halves(at: "|") else {
        faults.add(field, "expected \"label | metric <= number\" in a compare")
        continue
      }
      if let promise = promise(rest, of: simulation, &faults) { promises.append((label, promise)) }
    }
    var cases: [CompareDirective.Case] = []
    for field in fields.all("case", &faults) {
      guard let (label, rest) = field.halves(at: "|"), !label.value.isEmpty else {
        faults.add(field, "expected \"label | knob = value, …\", not \(Quoted.text(field.value))")
        continue
      }
      if cases.contains(where: { $0.label == label.value }) {
        faults.add(label, "case \(Quoted.text(label.value)) stands twice; label each differently")
      }
      let own = settings([rest], of: simulation, &faults)
      cases.append(
        .init(
          label: label.value, settings: common.overlaid(by: own),
          promises: promises.filter { $0.label.value == label.value }.map(\.promise)))
    }
    for (label, _) in promises where !cases.contains(where: { $0.label == label.value }) {
      let remedy = NearestName.remedy(for: label.value, among: cases.map(\.label))
      faults.add(label, "no case \(Quoted.text(label.value))\(remedy)")
    }
    if !(2...6).contains(cases.count) {
      faults.add(fields.line, 1, "a compare takes 2 … 6 cases, here are \(cases.count)")
    }
    fields.finish(known: ["set", "case", "show", "seed", "expect"], &faults)
    return CompareDirective(
      simulation: simulation, common: common, seed: seed, figures: figures, cases: cases)
  }

  private func predict(_ name: String, _ fields: inout FieldSet, _ faults: inout Faults)
    -> PredictDirective?
  {
    let keys = ["simulation", "set", "seed", "ask", "tolerance", "question"]
    checkName(name, "prediction", fields.line, 9, &faults)
    let simulation = simulation(&fields, &faults)
    let ask = fields.required("ask", &faults)
    let tolerance = fields.required("tolerance", &faults)
    let question = fields.required("question", &faults)
    let set = fields.all("set", &faults)
    let seed = seed(&fields, &faults)
    fields.finish(known: keys, &faults)
    guard let simulation, let ask, let tolerance, let question else { return nil }
    let settings = settings(set, of: simulation, &faults)
    guard let metric = simulation.metrics.first(where: { $0.name == ask.value }) else {
      let remedy = NearestName.remedy(for: ask.value, among: simulation.metrics.map(\.name))
      faults.add(ask, "no metric \(Quoted.text(ask.value)) in \(simulation.name)\(remedy)")
      return nil
    }
    guard let margin = self.tolerance(tolerance, &faults) else { return nil }
    return PredictDirective(
      name: name, simulation: simulation, settings: settings, seed: seed, metric: metric,
      tolerance: margin, question: question.value)
  }

  private func exercise(_ name: String, _ fields: inout FieldSet, _ faults: inout Faults)
    -> Exercise?
  {
    let keys = ["simulation", "task", "choose", "given", "pass", "hint", "pass-rate"]
    checkName(name, "exercise", fields.line, 10, &faults)
    let simulation = simulation(&fields, &faults)
    let task = fields.required("task", &faults)
    let choose = fields.required("choose", &faults)
    let given = fields.all("given", &faults)
    let pass = fields.all("pass", &faults)
    let hints = fields.all("hint", &faults).map(\.value)
    let rates = fields.one("pass-rate", &faults)
    fields.finish(known: keys, &faults)
    if pass.isEmpty {
      faults.add(fields.line, 1, "\(fields.owner) has no pass; add \"pass: metric <= number\"")
    }
    guard let simulation, let task, let choose else { return nil }
    let turned = settings(given, of: simulation, &faults)
    let criteria = pass.compactMap {
      Criterion($0, of: simulation, takesPoints: true, &faults)
    }
    let knobs = choices(choose, of: simulation, given: turned, &faults)
    return Exercise(
      lesson: lesson, name: name, simulation: simulation, task: task.value, choices: knobs,
      given: turned, criteria: criteria, hints: hints,
      rates: rates.flatMap { passRates($0, &faults) } ?? .standard, line: fields.line)
  }
}
