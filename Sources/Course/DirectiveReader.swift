import Experiments

/// Turns the fenced blocks of a lesson into directives.
struct DirectiveReader {
  /// The words with which the information of a directive's fence begins.
  static let words = ["simulate", "compare", "predict", "exercise"]

  /// What a fence turns out to hold.
  enum Reading {
    case directive(Lesson.Element)

    /// Ordinary code, to be shown.
    case code

    /// A directive whose faults have been reported.
    case faulty
  }

  let catalog: Catalog
  let lesson: String

  /// Reads the directive of a fence.
  func read(_ fence: Fence, _ faults: inout Faults) -> Reading {
    let before = faults.list.count
    let element = element(of: fence, &faults)
    if faults.list.count > before { return .faulty }
    return element.map(Reading.directive) ?? .code
  }

  private func element(of fence: Fence, _ faults: inout Faults) -> Lesson.Element? {
    let info = fence.info
    if !fence.isClosed {
      faults.add(info.line, 1, "the fence is never closed; close it with a line of the same marks")
    }
    let words = fence.words
    guard let word = words.first else { return nil }
    guard Self.words.contains(word.value) else {
      if let meant = NearestName.of(word.value, among: Self.words) {
        faults.add(word, "no directive \(Quoted.text(word.value)); did you mean \(meant)?")
      }
      return nil
    }
    guard words.count == 2, let name = words.last else {
      let what = word.value == "simulate" || word.value == "compare" ? "SIMULATION" : "NAME"
      faults.add(
        word,
        "expected \"\(word.value) \(what)\" behind the fence, not \(Quoted.text(info.value))")
      return nil
    }
    let owner = "\(word.value) \(Quoted.bare(name.value))"
    var fields = FieldSet(
      of: lines(of: fence, owner, &faults), owner: owner, ownerLine: info.line, faults: &faults)
    return switch word.value {
    case "simulate": simulate(name, &fields, &faults).map(Lesson.Element.simulate)
    case "compare": compare(name, &fields, &faults).map(Lesson.Element.compare)
    case "predict": predict(name, &fields, &faults).map(Lesson.Element.predict)
    default: exercise(name, &fields, &faults).map(Lesson.Element.exercise)
    }
  }

  /// The lines that belong to a directive for sure.
  ///
  /// One that is not closed swallows what follows it, up to the end of the next; it is cut at the
  /// next opening fence, or else at a blank line, lest its prose be taken for mistakes.
  private func lines(of fence: Fence, _ owner: String, _ faults: inout Faults)
    -> ArraySlice<String>
  {
    let lines = fence.lines
    let opening = lines.firstIndex(where: \.beginsWithFence)
    if fence.isClosed, let opening {
      faults.add(
        opening + 1, 1, "a fence opens inside \(owner); close that one before this line")
    } else if fence.isClosed {
      return lines
    }
    let cut = lines[..<(opening ?? lines.endIndex)]
    return cut.prefix { !$0.allSatisfy(\.isWhitespace) }
  }

  private func simulate(_ name: Field, _ fields: inout FieldSet, _ faults: inout Faults)
    -> SimulateDirective?
  {
    let simulation = simulation(name, &faults)
    let set = fields.all("set", &faults)
    let show = fields.all("show", &faults)
    let seed = seed(&fields, &faults)
    let expect = fields.all("expect", &faults)
    fields.finish(known: ["set", "show", "seed", "expect"], &faults)
    guard let simulation else { return nil }
    return SimulateDirective(
      simulation: simulation, settings: settings(set, of: simulation, &faults), seed: seed,
      figures: figures(show, of: simulation, &faults),
      promises: expect.compactMap { promise($0, of: simulation, &faults) }, line: fields.line)
  }

  private func predict(_ name: Field, _ fields: inout FieldSet, _ faults: inout Faults)
    -> PredictDirective?
  {
    checkName(name, "prediction", &faults)
    let simulation = fields.required("simulation", &faults).flatMap { self.simulation($0, &faults) }
    let ask = fields.required("ask", &faults)
    let tolerance = fields.required("tolerance", &faults).flatMap { self.tolerance($0, &faults) }
    let question = fields.required("question", &faults)
    let set = fields.all("set", &faults)
    let seed = seed(&fields, &faults)
    fields.finish(
      known: ["simulation", "set", "seed", "ask", "tolerance", "question"], &faults)
    guard let simulation else { return nil }
    let settings = settings(set, of: simulation, &faults)
    guard let metric = ask.flatMap({ self.metric($0, of: simulation, &faults) }), let tolerance,
      let question
    else { return nil }
    return PredictDirective(
      name: name.value, simulation: simulation, settings: settings, seed: seed, metric: metric,
      tolerance: tolerance, question: question.value, line: fields.line)
  }

  private func exercise(_ name: Field, _ fields: inout FieldSet, _ faults: inout Faults)
    -> Exercise?
  {
    checkName(name, "exercise", &faults)
    let simulation = fields.required("simulation", &faults).flatMap { self.simulation($0, &faults) }
    let task = fields.required("task", &faults)
    let choose = fields.some("choose", &faults)
    let given = fields.all("given", &faults)
    let pass = fields.some("pass", &faults)
    let hints = fields.all("hint", &faults).map(\.value)
    let rates = fields.one("pass-rate", &faults).flatMap { passRates($0, &faults) }
    let share = fields.one("share", &faults).flatMap { fairShare($0, &faults) }
    fields.finish(
      known: ["simulation", "task", "choose", "given", "pass", "hint", "pass-rate", "share"],
      &faults)
    guard let simulation else { return nil }
    let turned = settings(given, of: simulation, &faults)
    let criteria = pass.compactMap { criterion($0, of: simulation, takesPoints: true, &faults) }
    let knobs = choices(choose, of: simulation, given: turned, &faults)
    guard let task else { return nil }
    return Exercise(
      lesson: lesson, name: name.value, simulation: simulation, task: task.value, choices: knobs,
      given: turned, criteria: criteria, hints: hints, rates: rates ?? .standard,
      share: share ?? .standard, line: fields.line)
  }
}
