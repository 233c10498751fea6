import Course
import Experiments

extension Context {
  /// The simulation of a name.
  func simulation(_ name: String) throws(Refusal) -> any Simulation.Type {
    if let simulation = catalog[name] { return simulation }
    let remedy = NearestName.remedy(for: name, among: catalog.names)
    throw Refusal("no simulation \(Quoted.text(name))\(remedy)")
  }
}

extension Syllabus {
  /// The lesson of a name, or of a number.
  func findLesson(_ nameOrNumber: String) throws(Refusal) -> Lesson {
    let numbered = Int(nameOrNumber).flatMap { number in entries.first { $0.number == number } }
    let name = numbered?.name ?? nameOrNumber
    if let lesson = self[name] { return lesson }
    if let broken = entries.first(where: { $0.name == name }), let fault = broken.faults.first {
      let more = broken.faults.count - 1
      let others = more > 0 ? " (and \(NumberText.count(more, "more fault")))" : ""
      throw Refusal("lesson \(name) can not be taken: \(fault.text)\(others)")
    }
    let remedy = NearestName.remedy(for: name, among: lessons.map(\.name))
    throw Refusal("no lesson \(Quoted.text(name))\(remedy)")
  }

  /// The exercise of an id such as `learning-rate/reach-the-floor`.
  func findExercise(_ id: String) throws(Refusal) -> Exercise {
    if let exercise = exercise(id) { return exercise }
    let halves = id.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2 else {
      if let exercise = exercises.first(where: { $0.name == id }) {
        throw Refusal("expected LESSON/EXERCISE; did you mean \(exercise.id)?")
      }
      let remedy = NearestName.remedy(for: id, among: exercises.map(\.id))
      throw Refusal("no exercise \(Quoted.text(id))\(remedy)")
    }
    let lesson = try findLesson(String(halves[0]))
    let names = lesson.exercises.map(\.name)
    let remedy = NearestName.remedy(for: String(halves[1]), among: names)
    throw Refusal("no exercise \(Quoted.text(String(halves[1]))) in \(lesson.name)\(remedy)")
  }
}
