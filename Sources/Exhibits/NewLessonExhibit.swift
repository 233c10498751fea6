import Experiments

/// A lesson that was just written, to begin with.
package struct NewLessonExhibit: Exhibit {
  private let file: String
  private let lesson: String
  private let exercise: String?
  private let simulation: String

  /// What stood behind the command of folders, to be typed again.
  private let folders: String

  private enum CodingKeys: CodingKey { case file, lesson, exercise }

  /// A lesson that was just written.
  ///
  /// - Parameters:
  ///   - file: the path at which it stands.
  ///   - lesson: its name.
  ///   - exercise: the id of its exercise; nil where the author has to set one.
  ///   - simulation: the name of the simulation that it is about.
  ///   - folders: what stood behind the command of folders, to be typed again.
  package init(
    file: String, lesson: String, exercise: String?, simulation: String, folders: String
  ) {
    self.file = file
    self.lesson = lesson
    self.exercise = exercise
    self.simulation = simulation
    self.folders = folders
  }

  /// Where it stands.
  package var heading: String { Quoted.path(file) }

  /// What it is.
  package var detail: String { "a lesson on \(simulation)" }

  /// What to type next.
  package var next: [NextStep] {
    let word = Escaping.shellWord.text(file)
    let last =
      if let exercise {
        NextStep("knobs author calibrate \(exercise)\(folders)", "what passes its exercise")
      } else {
        NextStep("knobs simulations \(simulation)", "what an exercise on it could ask for")
      }
    return [
      NextStep("knobs author check \(word)", "it passes; keep it so while you write"),
      NextStep("knobs author preview --watch \(word)", "see it at every save"), last,
    ]
  }
}
