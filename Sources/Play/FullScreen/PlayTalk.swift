import Exhibits
import Experiments
import Foundation
import Grading
import Lessons
import Plotting
import Screens
import Terminal
import Tuning

/// A simulation played line by line, for those who hear a screen and where there is none: a knob and a
/// value are typed, and what has changed is said.
package struct PlayTalk {
  let subject: PlaySubject
  let journal: Journal
  let program: String
  let terminal: PlayTerminal
  let screen: Screen
  let dialogue: Dialogue
  var knobs: PlayKnobs
  var seed: UInt64
  var figure: String?
  var pinned: (settings: Settings, seed: UInt64, outcome: Outcome)?

  /// What was said last.
  var said: Outcome?

  /// What is typed and what is said, line by line.
  package struct Dialogue: Sendable {
    /// The next line without its end; nil where there is none.
    let read: @Sendable () -> String?
    let write: @Sendable (String) throws(OutputError) -> Void

    package init(
      read: @escaping @Sendable () -> String?,
      write: @escaping @Sendable (String) throws(OutputError) -> Void
    ) {
      self.read = read
      self.write = write
    }

    /// Standard input and standard output.
    package static var standard: Dialogue {
      Dialogue(
        read: { readLine(strippingNewline: true) },
        write: { text throws(OutputError) in try Output.standard.write(text) })
    }
  }

  /// Asks and answers until the input ends, or the learner leaves.
  package static func play(
    _ subject: PlaySubject, keeping journal: Journal, program: String, at terminal: PlayTerminal,
    on screen: Screen, by dialogue: Dialogue
  ) async throws(Refusal) {
    var talk = PlayTalk(
      subject: subject, journal: journal, program: program, terminal: terminal, screen: screen,
      dialogue: dialogue,
      knobs: PlayKnobs(subject.simulation, subject.settings, locked: subject.locked),
      seed: subject.seed, figure: subject.figure ?? subject.simulation.figures.first?.name)
    do throws(OutputError) {
      try await talk.run()
    } catch .closed {
      // Nobody listens any more.
    } catch {
      throw Refusal("cannot write the result: \(error.description)")
    }
  }

  mutating func run() async throws(OutputError) {
    try greet()
    if let settings = subject.pinned {
      pinned = (settings, seed, Run(subject.simulation, settings, seed: seed).outcome())
    }
    try say(look())
    while let line = dialogue.read() {
      let words = String(line.unicodeScalars.prefix(Self.longest)).trimmingCharacters(
        in: .whitespacesAndNewlines)
      if ["q", "quit", "exit"].contains(words.lowercased()) { break }
      try await answer(words)
    }
    try say([Run.line(of: subject.simulation, shown, seed: seed)])
  }

  /// The longest line that is read; the rest of it is passed over.
  static let longest = 4096

  /// What one command runs: what is pinned belongs to it where it has the same seed.
  var shown: [Settings] {
    [knobs.settings] + (pinned.map { $0.seed == seed ? [$0.settings] : [] } ?? [])
  }

  func say(_ lines: [String]) throws(OutputError) {
    let text = lines.filter { !$0.isEmpty }
      .map { StyledText($0).rendered(for: screen) + "\n" }.joined()
    if !text.isEmpty { try dialogue.write(text) }
  }

  func greet() throws(OutputError) {
    let simulation = subject.simulation
    var lines = ["\(subject.exercise?.id ?? simulation.name): \(simulation.summary)"]
    if let exercise = subject.exercise {
      lines.append(exercise.task)
      lines.append("To pass: \(exercise.goal). Type grade for an answer.")
    }
    let given = knobs.all.filter { knobs.locked.contains($0.name) }
    if !given.isEmpty {
      let words = given.map { "\($0.name) \(knobs.value($0).text)" }
      lines.append("Given: \(words.joined(separator: ", ")).")
    }
    let free = knobs.all.filter(knobs.isFree).map {
      "\($0.name) \(knobs.value($0).text) (\($0.domain.text))"
    }
    lines.append("Knobs: \(free.joined(separator: "; ")).")
    lines.append("Type a knob and its value, such as \(example); ? says what else.")
    try say(lines)
  }

  var example: String {
    guard let knob = knobs.all.first(where: knobs.isFree) else { return "nothing" }
    return "\(knob.name) \(KnobStops(knob).value(2, from: knobs.value(knob)).text)"
  }
}

extension PlayTalk {
  mutating func answer(_ line: String) async throws(OutputError) {
    let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
    let rest = parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
    switch (parts.first?.lowercased() ?? "", rest) {
    case ("", _): break
    case ("?", _), ("help", ""): try say(help)
    case ("numbers", ""): try say(numbers)
    case ("knobs", ""):
      try say(
        knobs.all.map { knob in
          "\(knob.name) \(knobs.value(knob).text), \(knob.domain.text)"
            + (knobs.isFree(knob)
              ? "" : knobs.locked.contains(knob.name) ? ", given" : ", no effect")
        })
    case ("pin", ""):
      pinned = said.map { (knobs.settings, seed, $0) }
      try say(["Pinned; numbers are said beside this run's."])
    case ("unpin", ""):
      pinned = nil
      try say(["Nothing is pinned."])
    case ("figure", let name): try choose(figure: name)
    case ("seed", let text): try turn(seed: text)
    case ("grade", ""): try await grade()
    default: try turn(line)
    }
  }

  var help: [String] {
    [
      "A knob and its value turns it, several of them with commas between; a value alone turns "
        + "\(knobs.knob?.name ?? "nothing"). A knob and default sets it back.",
      "numbers says all numbers, knobs where all knobs stand; pin keeps this run's numbers, unpin "
        + "forgets them.",
      "figure NAME says another figure: \(subject.simulation.figures.map(\.name).listed)."
        + (subject.simulation.usesChance ? " seed N draws other chance." : ""),
      (subject.exercise == nil ? "" : "grade grades these values. ") + "quit leaves.",
    ]
  }

  /// Turns knobs as typed, and says what has become of it.
  mutating func turn(_ line: String) throws(OutputError) {
    var turned = knobs
    do throws(Refusal) {
      let free = knobs.all.filter(knobs.isFree)
      let arguments = try KnobArgument.arguments(
        in: line, of: subject.simulation, choosing: knobs.knob.map { [$0] } ?? free)
      if let word = unknown(in: line, arguments) {
        let remedy = NearestName.remedy(for: word, among: knobs.all.map(\.name))
        throw Refusal("no knob \(Quoted.text(word)) in \(subject.simulation.name)\(remedy)")
      }
      for argument in try arguments.distinct() {
        if let exercise = subject.exercise, knobs.locked.contains(argument.knob) {
          let names = free.map(\.name).listed
          throw Refusal("\(argument.knob) is not yours to turn in \(exercise.id); turn \(names)")
        }
        var settings = turned.settings
        if argument.value?.lowercased() == "default",
          let knob = knobs.all.first(where: { $0.name == argument.knob })
        {
          turned.set(knob.name, knob.defaultValue)
        } else {
          try argument.turn(in: &settings, of: subject.simulation)
          turned.take(settings)
        }
        if let place = knobs.all.firstIndex(where: { $0.name == argument.knob }) {
          turned.choose(at: place)
        }
      }
    } catch {
      return try say([error.message])
    }
    knobs = turned
    try say(look())
  }

  /// The first word of a line that would be the value of the knob turned last, where it is a name that
  /// no knob has: a word with something behind it.
  func unknown(in line: String, _ arguments: [KnobArgument]) -> String? {
    let words = line.split(separator: " ")
    guard arguments.count == 1, let first = words.first, first.first?.isLetter ?? false,
      arguments[0].value?.split(separator: " ").first == first
    else { return nil }
    // A word alone may be a choice of the knob, or the number of one.
    if words.count == 1, let knob = knobs.all.first(where: { $0.name == arguments[0].knob }) {
      guard knob.domain.bounds != nil, String(first).lowercased() != "default",
        TypedNumber(String(first)) == nil
      else { return nil }
    }
    return String(first)
  }

  mutating func choose(figure name: String) throws(OutputError) {
    let known = subject.simulation.figures.map(\.name)
    guard known.contains(name) else {
      return try say([known.isEmpty ? "There are no figures." : "Figures: \(known.listed)."])
    }
    figure = name
    try say([picture(of: said ?? Outcome())])
  }

  mutating func turn(seed text: String) throws(OutputError) {
    guard subject.simulation.usesChance else {
      return try say(["There is no chance in \(subject.simulation.name)."])
    }
    guard let number = UInt64(text), Seed.typed.contains(number) else {
      return try say([
        "A seed is a whole number, \(Seed.typed.lowerBound) to \(Seed.typed.upperBound)."
      ])
    }
    seed = number
    try say(look())
  }

  mutating func grade() async throws(OutputError) {
    guard let exercise = subject.exercise else {
      return try say(["Nothing is asked here; knobs play LESSON/EXERCISE grades."])
    }
    var choices = exercise.simulation.defaults
    for knob in exercise.choices { try? choices.turn(knob.name, to: knobs.value(knob)) }
    let graded: GradedAttempt
    do throws(Refusal) {
      graded = try await journal.graded(
        exercise, choices, program: program, cores: terminal.cores, on: terminal.errorScreen)
    } catch {
      return try say([error.message])
    }
    var spoken = screen
    spoken.bePlain()
    var page = Page(spoken)
    page.set(
      GradeExhibit(
        graded.grade, attempt: graded.progress[exercise].attempts, lostKey: graded.lostKey,
        isKept: graded.isKept))
    try dialogue.write(page.lines.rendered(for: spoken))
    try say(graded.notes)
  }
}
