import Experiments
import Files
import Grading
import Lessons

/// A lesson to begin with: whole, fair and true as it stands, but for what its author has to say.
package struct LessonDraft: Sendable {
  /// The lesson's text.
  package let text: String

  /// The name of its exercise; nil where the author has to set one.
  package let exercise: String?

  /// How the lines begin in which a draft says what to write.
  static let requests = [
    "summary: Say in one sentence what a reader will be able to do afterwards.",
    "Begin with a question that a reader cannot answer yet",
    "Say what to look at. Then run it.",
    "Explain what was seen, with the formula and the measured number side by side.",
    "Ask for what a reader can work out from what came before, so that",
    "Say where the usual wrong answer comes from. This is the place",
    "Say why somebody would want this, in a sentence.",
    "Say what of this holds in real training, and where the toy stops being true.",
    "keep: Say in one sentence what a reader shall still know in a year",
    "- Name two or three that a reader can look up",
    predictionGap, exerciseGap,
  ]

  private static let predictionGap = "Write a prediction here:"
  private static let exerciseGap = "Write an exercise here:"

  /// Writes a lesson about a knob of a simulation.
  ///
  /// - Parameters:
  ///   - name: the lesson's name.
  ///   - simulation: what it is about.
  ///   - course: exercises known to be fair, of which the simplest on the simulation is taken over;
  ///     without any the lesson has a gap that says what to write.
  ///   - cache: what was measured before.
  /// - Returns: nil if the simulation has no knob.
  package static func make(
    name: String, simulation: any Simulation.Type, course: [Exercise] = [], cache: Cache
  ) async -> LessonDraft? {
    let found = ExerciseDraft.find(for: simulation, in: course)
    let numeric = simulation.knobs.first { $0.domain.bounds != nil }
    guard let knob = found?.knob ?? numeric ?? simulation.knobs.first else { return nil }
    let run = await RunDraft.make(knob, simulation, cache)
    let foreseen = await PredictionDraft.find(
      knob, of: simulation, before: found?.exercise, cache)
    let title = name.split(separator: "-").joined(separator: " ").capitalizedFirst
    let exercise = Self.name("tune", name)
    let text = """
      ---
      # In these lines, and in the blocks below, what stands behind # is a comment.
      title: \(FrontMatterValue.written(title))
      summary: Say in one sentence what a reader will be able to do afterwards.
      minutes: \(found == nil ? 4 : 6)
      # part: the part of the course that begins with this lesson
      # able: what a reader can do afterwards, as the end of "You can now …"
      # requires: the names of lessons that come before, joined by commas
      ---

      # \(title)

      Begin with a question that a reader cannot answer yet, or with something that surprises. This lesson
      is about the knob `\(knob.name)`: \(knob.summary). What does it do, and how far may one turn it?

      ## What it does

      Say what to look at. Then run it.

      ```simulate \(simulation.name)
      # Knobs to turn; "knobs simulations \(simulation.name)" lists all, with their metrics and figures.
      set: \(knob.name) = \(knob.defaultValue.text)
      show: \(simulation.figures.first?.name ?? "")
      # Metrics to show, by name; those that this section speaks of unless given.
      # metrics: \(run.promise.metric.name)
      # What your prose says of the run. When that stops being so, the check fails.
      expect: \(run.promise.source)
      ```

      Explain what was seen, with the formula and the measured number side by side. Every number that you
      read off a run belongs into an `expect`.

      ## Predict it first

      Ask for what a reader can work out from what came before, so that a wrong answer teaches something.

      \(prediction(foreseen, named: Self.name("foresee", name), of: knob, simulation))

      Say where the usual wrong answer comes from. This is the place for a common misconception.

      ## Your turn

      Say why somebody would want this, in a sentence.

      \(Self.exercise(found, named: exercise, simulation))

      ## What carries over

      Say what of this holds in real training, and where the toy stops being true.

      ## To keep

      ```recap
      # Up to five sentences. A block "words" explains terms, and a block "library" says what to type elsewhere.
      keep: Say in one sentence what a reader shall still know in a year.
      ```

      ## Sources

      - Name two or three that a reader can look up: author, title, year, section.

      """
    return LessonDraft(text: text, exercise: found == nil ? nil : exercise)
  }

  /// The prediction, or what to write where nothing of the simulation can be foreseen by itself.
  private static func prediction(
    _ found: PredictionDraft?, named name: String, of knob: any AnyKnob,
    _ simulation: any Simulation.Type
  ) -> String {
    guard let found else {
      return """
        \(predictionGap) a fenced block that begins with `predict \(name)` and says its
        `simulation`, what to `ask`, the `tolerance` and the `question`. Nothing of \(simulation.name)
        could be foreseen on nearly every seed by itself.
        """
    }
    let asked = found.metric
    return """
      ```predict \(name)
      simulation: \(simulation.name)
      set: \(knob.name) = \(found.value)
      ask: \(asked.name)
      # Too narrow for guessing, wide enough for a rough calculation.
      tolerance: \(found.tolerance)
      question: With \(knob.name) at \(found.value), what will \(asked.name) be? (\(asked.summary.capitalizedFirst).)
      ```
      """
  }

  /// The exercise, or what to write where the course has none on the simulation.
  private static func exercise(
    _ found: ExerciseDraft?, named name: String, _ simulation: any Simulation.Type
  ) -> String {
    guard let found else {
      return """
        \(exerciseGap) a fenced block that begins with `exercise \(name)` and says its
        `simulation`, the `task`, the knobs to `choose`, what must hold to `pass`, and a `hint`. The
        course has none on \(simulation.name) to begin with; `knobs author calibrate` draws what
        passes yours.
        """
    }
    return """
      ```exercise \(name)
      simulation: \(simulation.name)
      # What is asked, in words; below, what is chosen, what stays fixed, and what must hold.
      task: \(found.task)
      # As in \(found.exercise.id) of the course. "knobs author calibrate" draws what passes.
      \(found.lines.joined(separator: "\n"))
      hint: Sweep \(found.knob.name) and look at \(found.exercise.criteria.first?.metric.name ?? ""): where is it as asked?
      hint: Too little and too much both fail. What fails in each case?
      ```
      """
  }

  /// A name for something in a lesson that nothing in another lesson has, and that is not too long.
  private static func name(_ verb: String, _ lesson: String) -> String {
    var name = "\(verb)-\(lesson)".prefix(LessonName.longest)
    while name.hasSuffix("-") { name.removeLast() }
    return String(name)
  }
}

extension String {
  /// The text with its first letter in upper case.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
