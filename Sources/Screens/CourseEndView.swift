import Exhibits
import Terminal

extension CourseEnd: ScreenExhibit {
  /// What one can do now, what took most, and what to type next.
  package func set(on page: inout Page) {
    page.gap()
    page.heading("Everything is done", details)
    if !parts.isEmpty {
      page.blank()
      page.text(StyledText("You can now", .bold))
      for part in parts {
        if let title = part.title { page.text(StyledText(title, .muted), indent: 4) }
        let sign = page.screen.usesUnicode ? "· " : "- "
        for ability in part.abilities {
          page.text(StyledText(sign + ability), indent: 4, hanging: 2)
        }
      }
    }
    page.hardest(hardest)
    page.blank()
    page.text(StyledText("From here", .bold))
    page.next(next)
  }
}

extension Page {
  /// What took a learner most, each with what opens it; nothing where nothing did.
  mutating func hardest(_ weaknesses: [Weakness]) {
    guard !weaknesses.isEmpty else { return }
    blank()
    text(StyledText("What took you most, and is worth a second look", .bold))
    next(weaknesses.map(\.step))
  }
}
