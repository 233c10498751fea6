import Exhibits
import Experiments
import Lessons
import Screens
import Terminal

/// A lesson as it is printed from its text, runs left out.
struct ShownLesson {
  let written: String

  init(_ text: String) {
    let (lesson, faults) = LessonReader.read(text, file: "f", name: "f", catalog: Catalog([]))
    var page = Page(Screen(width: 80))
    for part in LessonPart.parts(of: lesson, faults: faults) {
      page.blank()
      page.set(part, nil)
    }
    written = page.lines.rendered(for: page.screen)
  }
}
