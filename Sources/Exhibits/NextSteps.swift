import Experiments
import Grading
import Lessons

extension Exercise {
  /// The command that checks it, with dots where values go.
  package var checkLine: String {
    "knobs check \(id)" + choices.map { " --\($0.name) …" }.joined()
  }

  /// The chosen knobs as people read them: `learning-rate 0.25`.
  package func texts(of choices: Settings) -> [String] {
    self.choices.map { "\($0.name) \((choices[$0.name] ?? $0.defaultValue).text)" }
  }

  /// What to type after a grade.
  package func next(after grade: Grade, _ syllabus: Syllabus, _ progress: Progress)
    -> [NextStep]
  {
    guard !grade.passed else { return syllabus.next(after: self, progress) }
    let standing = progress[self]
    var lines: [NextStep] = []
    if standing.hints < hints.count {
      lines.append(NextStep("knobs hint \(id)", "hint \(standing.hints + 1) of \(hints.count)"))
    } else if standing.opensSolution {
      lines.append(NextStep("knobs solution \(id)", "from the middle of what passes"))
    } else {
      let left = NumberText.count(standing.attemptsToSolution, "more attempt")
      lines.append(NextStep(checkLine, "try again; the solution opens after \(left)"))
    }
    return lines
  }
}

extension Syllabus {
  /// What to type when an exercise is passed: the next exercise of the lesson, else the next lesson.
  package func next(after exercise: Exercise, _ progress: Progress)
    -> [NextStep]
  {
    if let open = self[exercise.lesson]?.exercises.first(where: { !progress[$0].isPassed }) {
      return [
        NextStep(open.checkLine, "the next exercise"),
        NextStep("knobs learn \(exercise.lesson)", "back to the lesson"),
      ]
    }
    if let next = lesson(after: exercise.lesson), !progress.isComplete(next) {
      return [NextStep("knobs learn \(next.name)", "on to \"\(next.title)\"")]
    }
    guard let open = lesson(from: 0, where: { !progress.isComplete($0) }) else {
      return [NextStep("knobs progress", "everything is passed: see your points")]
    }
    return [NextStep("knobs learn \(open.name)", "back to what is still open: \"\(open.title)\"")]
  }

  /// What to type when a lesson was read.
  package func next(after lesson: Lesson) -> [NextStep] {
    if let following = self.lesson(after: lesson.name) {
      return [NextStep("knobs learn \(following.name)", "the next lesson")]
    }
    return [NextStep("knobs progress", "your points, exercise by exercise")]
  }

  /// The lesson to go on with: the one in which something happened last unless it is done, else the
  /// first that is not done.
  package func current(_ progress: Progress) -> Lesson? {
    if let key = progress.lastLesson(of: keys),
      let index = listings.firstIndex(where: { $0.key == key })
    {
      let last = entry(at: index)
      if last.isSound, !progress.isComplete(last.lesson) { return last.lesson }
    }
    return lesson(from: 0) { !progress.isComplete($0) }
  }

  /// `2 of 3 exercises · 14 of 20 points`.
  package func standing(in lesson: Lesson, _ progress: Progress) -> String {
    guard !lesson.exercises.isEmpty else { return "no exercises" }
    return
      "\(progress.passed(in: lesson)) of \(NumberText.count(lesson.exercises.count, "exercise"))"
      + " · \(progress.points(in: lesson)) of \(NumberText.count(lesson.maximumPoints, "point"))"
  }

  /// Where a lesson is gone on with.
  package func gloss(on lesson: Lesson, _ progress: Progress) -> String {
    guard let place = progress.place(in: lesson.key), place > 0 else {
      return "start with \"\(lesson.title)\" (\(lesson.minutes)\u{A0}min)"
    }
    guard lesson.sections.indices.contains(place) else {
      return "go back to \"\(lesson.title)\": an exercise is open"
    }
    return "continue at \"\(lesson.sections[place].title)\" "
      + "(section \(place + 1) of \(lesson.sections.count))"
  }
}

extension ShownRuns {
  /// What to type after runs: an exercise about them, if there is one, and what more there is to see.
  ///
  /// - Parameter exercises: those of the course, if it can be read.
  package func next(among exercises: [Exercise], _ progress: Progress) -> [NextStep] {
    var steps: [NextStep] = []
    let settings = runs.map(\.settings)
    func rank(_ exercise: Exercise) -> Int {
      2 * exercise.distance(from: settings) + (progress[exercise].isPassed ? 1 : 0)
    }
    let about = exercises.filter {
      $0.simulation.name == simulation.name && $0.isAbout(settings)
    }
    if let exercise = about.min(by: { rank($0) < rank($1) }) {
      steps.append(NextStep(exercise.checkLine, "put it to the test"))
    }
    let others = simulation.figures.map(\.name).filter { !figures.contains($0) }
    if !others.isEmpty {
      steps.append(
        NextStep(
          "knobs run \(simulation.name) … --show \(others.joined(separator: ","))",
          others.count > 1 ? "its other figures" : "its other figure"))
    }
    if steps.isEmpty || runs.count == 1 {
      steps.append(
        NextStep("knobs simulations \(simulation.name)", "every knob, metric and figure"))
    }
    return steps
  }
}

extension Exercise {
  /// Whether one of the runs has all knobs where it holds them: others are not what it grades.
  func isAbout(_ runs: [Settings]) -> Bool {
    runs.contains { run in given.turned.allSatisfy { run[$0.key] == $0.value } }
  }

  /// How far it is from what was just run: knobs that it holds elsewhere, and then whether it lets
  /// the learner choose one of those that were turned.
  func distance(from runs: [Settings]) -> Int {
    let elsewhere = runs.map { run in given.turned.count { run[$0.key] != $0.value } }.min() ?? 0
    let turned = runs.flatMap(\.turned.keys)
    let chooses = turned.isEmpty || choices.contains { turned.contains($0.name) }
    return 2 * elsewhere + (chooses ? 0 : 1)
  }
}

/// A command to type next, and what it does.
package struct NextStep: Sendable, Hashable {
  /// The command as it is typed, with dots where values go.
  package let line: String

  /// What it does; empty where the command says enough.
  package let gloss: String

  /// A command to type next.
  package init(_ line: String, _ gloss: String) {
    self.line = line
    self.gloss = gloss
  }
}
