import Course
import Experiments
import Files

/// A lesson to begin with: whole, fair and true as it stands.
package struct LessonDraft: Sendable {
  /// The lesson's text.
  package let text: String

  /// The name of its exercise.
  package let exercise: String

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
    "- Name two or three that a reader can look up",
  ]

  /// Writes a lesson about a knob of a simulation for which there is a fair exercise.
  ///
  /// - Parameters:
  ///   - name: the lesson's name.
  ///   - simulation: what it is about.
  ///   - course: exercises known to be fair, one of which may be taken over.
  ///   - cache: what was measured before.
  /// - Returns: nil if there is none, or nothing of the simulation can be foreseen.
  package static func make(
    name: String, simulation: any Simulation.Type, course: [Exercise] = [], cache: Cache
  ) async -> LessonDraft? {
    let found = await ExerciseDraft.find(for: simulation, in: course, cache)
    guard let exercise = found else { return nil }
    let run = await RunDraft.make(exercise.knob, simulation, cache)
    let foreseen = await PredictionDraft.find(exercise.knob, before: exercise.exercise, cache)
    guard let prediction = foreseen else { return nil }
    let title = name.split(separator: "-").joined(separator: " ").capitalizedFirst
    let knob = exercise.knob
    let asked = prediction.metric
    let origin =
      exercise.origin.map {
        "# As in \($0) of the course. \"knobs author calibrate\" draws what passes."
      }
      ?? "# Found by search: see that it asks for what one would want of the metric."
    let text = """
      ---
      # In these lines, and in the blocks below, what stands behind # is a comment.
      title: \(title)
      summary: Say in one sentence what a reader will be able to do afterwards.
      minutes: 6
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
      # What your prose says of the run. When that stops being so, the check fails.
      expect: \(run.promise.source)
      ```

      Explain what was seen, with the formula and the measured number side by side. Every number that you
      read off a run belongs into an `expect`.

      ## Predict it first

      Ask for what a reader can work out from what came before, so that a wrong answer teaches something.

      ```predict \(Self.name("foresee", name))
      simulation: \(simulation.name)
      set: \(knob.name) = \(prediction.value)
      ask: \(asked.name)
      # Too narrow for guessing, wide enough for a rough calculation.
      tolerance: \(prediction.tolerance)
      question: With \(knob.name) at \(prediction.value), what will \(asked.name) be? (\(asked.summary.capitalizedFirst).)
      ```

      Say where the usual wrong answer comes from. This is the place for a common misconception.

      ## Your turn

      Say why somebody would want this, in a sentence.

      ```exercise \(Self.name("tune", name))
      simulation: \(simulation.name)
      # What is asked, in words; below, what is chosen, what stays fixed, and what must hold.
      task: \(exercise.task)
      \(origin)
      \(exercise.lines.joined(separator: "\n"))
      hint: Sweep \(knob.name) and look at \(exercise.exercise.criteria.first?.metric.name ?? ""): where is it as asked?
      hint: Too little and too much both fail. What fails in each case?
      ```

      ## What carries over

      Say what of this holds in real training, and where the toy stops being true.

      ## Sources

      - Name two or three that a reader can look up: author, title, year, section.

      """
    return LessonDraft(text: text, exercise: Self.name("tune", name))
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
