import Exhibits
import Files
import Grading
import Lessons
import Screens
import Terminal

extension PlaySession {
  mutating func grade() {
    guard let exercise = view.subject.exercise, let grading, !view.isGrading else { return }
    view.isGrading = true
    view.graded = nil
    record { recording throws(FileProblem) in try recording.mark("graded") }
    pending = grading.grade(exercise, view.choices(of: exercise))
  }

  mutating func search(_ exercise: Exercise) {
    guard view.map == nil, !view.isSearching, let grading else { return }
    view.isSearching = true
    grading.search(exercise)
  }

  mutating func takeGrades() {
    for result in grading?.take() ?? [] {
      switch result {
      case .graded(let graded):
        view.isGrading = false
        attempts.append(graded)
        let exercise = graded.grade.exercise
        let exhibit = GradeExhibit(
          graded.grade, attempt: graded.progress[exercise].attempts, lostKey: graded.lostKey,
          isKept: graded.isKept)
        view.graded = exhibit
        var page = Page(view.screen)
        page.set(exhibit)
        for note in graded.notes {
          page.blank()
          page.text(StyledText(note, Style(.warning)))
        }
        view.overlay = PlayOverlay(page.lines)
        if graded.grade.passed { search(exercise) }
      case .refused(let message):
        view.isGrading = false
        view.note = message
      case .map(let map):
        view.isSearching = false
        view.map = map
      }
      plan()
    }
  }
}
