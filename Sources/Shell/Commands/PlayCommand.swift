import Exhibits
import Experiments
import Foundation
import Grading
import Lessons
import Play
import Plotting
import Screens
import Synchronization
import Terminal
import Tuning

/// `knobs play`: every knob a slider, every frame a whole training.
enum PlayCommand: Command {
  static let name = "play"
  static let summary = "turn knobs on a full screen, and see a whole run at every turn"
  static let arguments = [Argument("SIMULATION|LESSON/EXERCISE", .simulationOrExercise)]
  struct Options: OptionTable {
    let knobs = KnobSource.played
    let seed = Option.seed
    let pin = Option(
      "pin", "keep the second of two values of a knob, joined by a comma, in the picture")
    let figure = Option(
      "figure", "FIGURE", naming: .figure, "the figure to begin with; the first unless given")
    let still = Option("still", "let nothing move by itself: a goes on frame by frame")
    let record = Option(
      "record", "FILE.cast",
      "record what is shown, in asciicast v2, into a file that is not there yet")
    let marks = Option<Screen.Marks?>(
      choice: "marks", "MARKS",
      "draw charts with ascii, block or braille characters; braille unless given")
    let noMouse = Option("no-mouse", "leave the mouse to the terminal")
    let frame = Option(
      "frame", "WIDTHxHEIGHT", "print the first picture for a screen of this size, and nothing else"
    )
  }

  static let discussion = [
    "Arrows turn a knob and choose another, p pins a run so that the next is laid over it, a plays "
      + "the training; ? lists every key, and the mouse drags. Leaving prints the command that makes "
      + "the same picture.",
    "An exercise opens with what it gives held still. Enter grades, as knobs check does; what passes "
      + "is shown once it is passed.",
    "With --plain, and where there is no screen, it is a dialogue in lines: a knob and its value, then "
      + "what has changed. KNOBS_MOTION=none is --still for good, KNOBS_MARKS=block --marks block.",
  ]
  static let examples = [
    Example("knobs play step-size", "turn its knobs"),
    Example(
      "knobs play step-size --pin --learning-rate 0.14,0.21", "begin with one run over another"),
    Example("knobs play learning-rate/reach-the-floor", "an exercise"),
    Example("knobs play step-size --frame 100x30", "a picture of it as text"),
  ]

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    var subject = try subject(arguments, context)
    subject.figure = try arguments.figure.map { name throws(Refusal) in
      let known = subject.simulation.figures.map(\.name)
      guard known.contains(name) else {
        let remedy = NearestName.remedy(for: name, among: known)
        throw Refusal("no figure \(Quoted.text(name)) in \(subject.simulation.name)\(remedy)")
      }
      return name
    }
    if let exercise = subject.exercise {
      // Its lesson is somebody else's.
      let run = Run(subject.simulation, subject.settings, seed: subject.seed)
      try await context.errorScreen.afford(
        PlannedRuns([.init(run)]), within: context.work, for: "a run of \(exercise.id)")
    }
    let size = try arguments.frame.map(Self.size)
    let hasScreen = size == nil && context.canAsk && !context.screen.isPlain
    let needing = [
      (arguments.record != nil, "record"), (arguments.still, "still"),
      (arguments.noMouse, "no-mouse"), (arguments.marks != nil && size == nil, "marks"),
    ]
    if !hasScreen, let option = needing.first(where: \.0)?.1 {
      throw Refusal("--\(option) is for a terminal that is drawn on, which there is none of here")
    }
    if let size {
      guard !context.screen.isPlain else {
        throw Refusal("--frame draws, which --plain does not; without --frame it is said in lines")
      }
      var screen = context.screen
      (screen.width, screen.height) = size
      if let marks = arguments.marks { screen.marks = marks }
      return Report(plain: await Play.picture(subject, on: screen).rendered(for: screen))
    }
    var options = Play.Options()
    options.usesMouse = !arguments.noMouse
    options.usesMotion = !arguments.still
    options.marks = arguments.marks
    options.recording = arguments.record.map(context.path)
    let isPassed = subject.exercise.map { context.progress().progress[$0].isPassed } ?? false
    guard hasScreen else { return try await talk(subject, context) }
    let end = try await Play.play(
      subject, options: options, keeping: context.journal, program: Program.version,
      isPassed: isPassed, at: context.terminal)
    guard let end else { return Report(plain: "") }
    var page = Page(context.screen)
    if let unseen = end.unseen {
      page.set(
        GradeExhibit(
          unseen.grade, attempt: unseen.progress[unseen.grade.exercise].attempts,
          lostKey: unseen.lostKey, isKept: unseen.isKept))
      page.blank()
    }
    if let path = end.recording { page.text(StyledText("recorded: \(Quoted.path(path))", .muted)) }
    page.next(end.lines)
    if let last = end.attempts.last, last.grade.passed, let syllabus = try? context.contents() {
      page.next(syllabus.next(after: last.grade.exercise, last.progress))
    }
    var report = Report(page)
    if let refusal = end.refusal { report.notes.append(Context.warning(refusal)) }
    return report
  }

  /// Plays line by line; where nobody types, what is said first is all.
  private static func talk(_ subject: PlaySubject, _ context: Context) async throws(Refusal)
    -> Report
  {
    let said = Mutex("")
    let silent = PlayTalk.Dialogue(read: { nil }, write: { text in said.withLock { $0 += text } })
    try await PlayTalk.play(
      subject, keeping: context.journal, program: Program.version, at: context.terminal,
      on: context.screen, by: context.dialogue ?? silent)
    return Report(plain: said.withLock { $0 })
  }

  /// A size such as `100x30`.
  private static func size(_ text: String) throws(Refusal) -> (width: Int, height: Int) {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false)
      .map { $0.first?.isNumber ?? false ? Int($0) : nil }
    guard parts.count == 2, let width = parts[0], let height = parts[1], 20...500 ~= width,
      5...500 ~= height
    else {
      throw Refusal(
        "frame \(Quoted.text(text)) is no size; write columns x rows, such as 80x24, "
          + "20x5 … 500x500")
    }
    return (width, height)
  }

  /// What is played, its knobs where the line says.
  private static func subject(_ arguments: ParsedArguments<Options>, _ context: Context)
    throws(Refusal) -> PlaySubject
  {
    guard let word = arguments.words.first else {
      throw Refusal(
        "play what? name a simulation, such as \(context.catalog.names.first ?? "step-size"), or "
          + "an exercise as LESSON/EXERCISE")
    }
    let knobs = try arguments.knobs.distinct()
    func halves(_ choices: [any AnyKnob]) throws(Refusal) -> ([KnobArgument], [KnobArgument]?) {
      let example = choices.first.map { knob in
        let values = knob.domain.grid(4).dropFirst().prefix(2).map(\.text)
        return "--\(knob.name) \(values.joined(separator: ","))"
      }
      return try Self.halves(of: knobs, isPinning: arguments.pin, such: example ?? "")
    }
    guard word.contains("/") else {
      try refuse(lesson: word, context)
      let simulation = try context.simulation(word)
      let (first, second) = try halves(simulation.knobs)
      var subject = PlaySubject(
        simulation, try first.settings(of: simulation), seed: arguments.seed)
      subject.pinned = try second?.settings(of: simulation)
      return subject
    }
    let exercise = try context.contents().findExercise(word)
    let (first, second) = try halves(exercise.choices)
    var subject = PlaySubject(exercise, try first.choices(for: exercise), seed: arguments.seed)
    subject.pinned = try second?.choices(for: exercise).overlaid(by: exercise.given)
    return subject
  }

  /// Says what of a lesson can be played, where its name is typed in the place of a simulation's.
  private static func refuse(lesson name: String, _ context: Context) throws(Refusal) {
    guard context.catalog[name] == nil, let lesson = try? context.contents().findLesson(name),
      let exercise = lesson.exercises.first
    else { return }
    throw Refusal(
      "\(lesson.name) is a lesson; play an exercise of it, such as \(exercise.id)")
  }

  /// What is played, and what is pinned: the first and the second value of a knob that has two.
  ///
  /// - Parameter example: such a knob.
  private static func halves(of knobs: [KnobArgument], isPinning: Bool, such example: String)
    throws(Refusal) -> ([KnobArgument], [KnobArgument]?)
  {
    var (first, second) = (knobs, knobs)
    var hasTwo = false
    for (place, knob) in knobs.enumerated() {
      let values = (knob.value ?? "").split(separator: ",", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard values.count > 1 else { continue }
      guard isPinning, values.count == 2 else {
        throw Refusal(
          "\(knob.knob) has \(values.count) values; "
            + (isPinning
              ? "two at most, the second pinned" : "with --pin the second of two is pinned"))
      }
      first[place] = KnobArgument(knob: knob.knob, value: values[0])
      second[place] = KnobArgument(knob: knob.knob, value: values[1])
      hasTwo = true
    }
    guard isPinning else { return (first, nil) }
    guard hasTwo else {
      throw Refusal("--pin takes a knob with two values, such as \(example)")
    }
    return (first, second)
  }
}

extension Screen.Marks: OptionValue {}
