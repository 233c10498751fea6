import Course
import Experiments
import Terminal

extension Exercise {
  /// The command that checks it, with dots where values go.
  var checkLine: String {
    "knobs check \(id)" + choices.map { " --\($0.name) …" }.joined()
  }

  /// The chosen knobs as people read them: `learning-rate 0.25`.
  func texts(of choices: Settings) -> [String] {
    self.choices.map { "\($0.name) \((choices[$0.name] ?? $0.defaultValue).text)" }
  }

  /// What to type after a grade.
  func next(after grade: Grade, _ syllabus: Syllabus, _ progress: Transcript)
    -> [(line: String, gloss: String)]
  {
    guard !grade.passed else { return syllabus.next(after: self, progress) }
    let standing = progress[self]
    var lines: [(line: String, gloss: String)] = []
    if standing.hints < hints.count {
      lines.append(("knobs hint \(id)", "hint \(standing.hints + 1) of \(hints.count)"))
    } else if standing.opensSolution {
      lines.append(("knobs solution \(id)", "from the middle of what passes"))
    } else {
      let left = Transcript.Standing.attemptsForSolution - standing.attempts
      lines.append(
        (checkLine, "try again; the solution opens after \(NumberText.count(left, "more attempt"))")
      )
    }
    return lines
  }
}

extension Syllabus {
  /// What to type when an exercise is passed: the next exercise of the lesson, else the next lesson.
  func next(after exercise: Exercise, _ progress: Transcript)
    -> [(line: String, gloss: String)]
  {
    if let open = self[exercise.lesson]?.exercises.first(where: { !progress[$0].isPassed }) {
      return [
        (open.checkLine, "the next exercise"),
        ("knobs learn \(exercise.lesson)", "back to the lesson"),
      ]
    }
    if let next = lesson(after: exercise.lesson), !progress.isComplete(next) {
      return [("knobs learn \(next.name)", "on to \"\(next.title)\"")]
    }
    guard let open = lesson(from: 0, where: { !progress.isComplete($0) }) else {
      return [("knobs progress", "everything is passed: see your points")]
    }
    return [("knobs learn \(open.name)", "back to what is still open: \"\(open.title)\"")]
  }

  /// The lesson to go on with: the one in which something happened last unless it is done, else the
  /// first that is not done.
  func current(_ progress: Transcript) -> Lesson? {
    if let key = progress.lastLesson, let index = places.firstIndex(where: { $0.key == key }) {
      let last = entry(at: index)
      if last.isSound, !progress.isComplete(last.lesson) { return last.lesson }
    }
    return lesson(from: 0) { !progress.isComplete($0) }
  }

  /// `2 of 3 exercises · 14 of 20 points`.
  func standing(in lesson: Lesson, _ progress: Transcript) -> String {
    guard !lesson.exercises.isEmpty else { return "no exercises" }
    return
      "\(progress.passed(in: lesson)) of \(NumberText.count(lesson.exercises.count, "exercise"))"
      + " · \(progress.points(in: lesson)) of \(NumberText.count(lesson.maximumPoints, "point"))"
  }

  /// Where a lesson is gone on with.
  func gloss(on lesson: Lesson, _ progress: Transcript) -> String {
    guard let place = progress.places[lesson.key], place > 0 else {
      return "start with \"\(lesson.title)\" (\(lesson.minutes)\u{A0}min)"
    }
    guard lesson.sections.indices.contains(place) else {
      return "go back to \"\(lesson.title)\": an exercise is open"
    }
    return "continue at \"\(lesson.sections[place].title)\" "
      + "(section \(place + 1) of \(lesson.sections.count))"
  }

  /// The faults of the lessons, a line each, for standard error.
  var notes: [StyledText] {
    allFaults.map { StyledText($0.text) }
  }
}
