import Experiments
import Grading

/// Turns the fenced blocks of a lesson into directives.
struct DirectiveReader {
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
  func read(_ fence: FencedBlock, _ faults: inout Faults) -> Reading {
    let before = faults.list.count
    let element = element(of: fence, &faults)
    if faults.list.count > before { return .faulty }
    return element.map(Reading.directive) ?? .code
  }

  private func element(of fence: FencedBlock, _ faults: inout Faults) -> Lesson.Element? {
    let info = fence.info
    if !fence.isClosed {
      faults.add(info.line, 1, "the fence is never closed; close it with a line of the same marks")
    }
    let words = fence.words
    guard let word = words.first else { return nil }
    guard let kind = fence.kind else {
      if let meant = NearestName.of(word.value, among: DirectiveKind.allWords) {
        faults.add(word, "no directive \(Quoted.text(word.value)); did you mean \(meant)?")
      }
      return nil
    }
    let expected = kind.subject == .nothing ? [word.value] : [word.value, kind.subject.rawValue]
    guard words.count == expected.count, let name = words.last else {
      faults.add(
        word,
        "expected \"\(expected.joined(separator: " "))\" behind the fence, "
          + "not \(Quoted.text(info.value))")
      return nil
    }
    let owner =
      kind.subject == .nothing ? word.value : "\(word.value) \(Quoted.bare(name.value))"
    if fence.isClosed, let opening = fence.opening {
      faults.add(opening, 1, "a fence opens inside \(owner); close that one before this line")
    }
    var fields = FieldSet(
      of: fence.ownLines, owner: owner, ownerLine: info.line, faults: &faults)
    return switch kind {
    case .simulate: simulate(name, &fields, &faults).map(Lesson.Element.simulate)
    case .compare: compare(name, &fields, &faults).map(Lesson.Element.compare)
    case .predict: predict(name, &fields, &faults).map(Lesson.Element.predict)
    case .exercise: exercise(name, &fields, &faults).map(Lesson.Element.exercise)
    case .recap: .takeaway(recap(&fields, &faults))
    case .library: .takeaway(library(&fields, &faults))
    case .words: .takeaway(self.words(&fields, &faults))
    }
  }

  private func simulate(_ name: Field, _ fields: inout FieldSet, _ faults: inout Faults)
    -> SimulateDirective?
  {
    let simulation = simulation(name, &faults)
    let set = fields.all("set", &faults)
    let show = fields.all("show", &faults)
    let metrics = fields.all("metrics", &faults)
    let seed = seed(&fields, &faults)
    let expect = fields.all("expect", &faults)
    fields.finish(known: ["set", "show", "metrics", "seed", "expect"], &faults)
    guard let simulation else { return nil }
    return SimulateDirective(
      simulation: simulation, settings: settings(set, of: simulation, &faults), seed: seed,
      figures: figures(show, of: simulation, &faults),
      metrics: self.metrics(metrics, of: simulation, &faults),
      promises: expect.compactMap { promise($0, of: simulation, &faults) }, line: fields.line)
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
    let guess = fields.one("guess", &faults).flatMap { guessReason($0, &faults) }
    let vary = fields.all("vary", &faults)
    let factor = fields.one("vary-factor", &faults)
    fields.finish(
      known: [
        "simulation", "task", "choose", "given", "pass", "hint", "pass-rate", "share", "guess",
        "vary", "vary-factor",
      ],
      &faults)
    guard let simulation else { return nil }
    let turned = settings(given, of: simulation, &faults)
    let criteria = pass.compactMap { criterion($0, of: simulation, takesPoints: true, &faults) }
    let knobs = choices(choose, of: simulation, given: turned, &faults)
    let variants = variants(
      vary, factor: factor, of: simulation,
      without: Dictionary(
        knobs.map { ($0.name, "the learner chooses it") }, uniquingKeysWith: { $1 }),
      texts: [task].compactMap(\.self), &faults)
    guard let task else { return nil }
    return Exercise(
      lesson: lesson, name: name.value, simulation: simulation, task: task.value, choices: knobs,
      given: turned, criteria: criteria, hints: hints, rates: rates ?? .standard,
      share: share ?? .standard, guessReason: guess, variants: variants, line: fields.line)
  }
}
