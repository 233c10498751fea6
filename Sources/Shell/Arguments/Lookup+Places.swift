import Exhibits
import Experiments
import Lessons

extension Syllabus {
  /// The lesson of a name, and where in it `LESSON#SECTION` or `LESSON/EXERCISE` begins.
  func findPlace(_ typed: String) throws(Refusal) -> (lesson: Lesson, start: LessonStart?) {
    if let sign = typed.unicodeScalars.firstIndex(of: "#") {
      let lesson = try findLesson(String(typed[..<sign]))
      let section = String(typed.unicodeScalars[sign...].dropFirst())
      return (lesson, .section(try lesson.findSection(section)))
    }
    guard typed.contains("/") else { return (try findLesson(typed), nil) }
    let exercise = try findExercise(typed)
    return (try findLesson(exercise.lesson), .exercise(exercise.name))
  }
}

extension Lesson {
  /// The place of a section by its name.
  fileprivate func findSection(_ typed: String) throws(Refusal) -> Int {
    if let place = section(named: typed) { return place }
    let remedy = NearestName.remedy(for: typed, among: sectionNames)
    throw Refusal("no section \(Quoted.text(typed)) in \(name)\(remedy)")
  }
}
