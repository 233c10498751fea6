import Exhibits
import Terminal

extension HintsExhibit: ScreenExhibit {
  /// The hints, and what to type next.
  package func set(on page: inout Page) {
    page.heading(name, [detail])
    page.hints(hints, hints.indices)
    page.blank()
    page.next(next)
  }
}

extension Page {
  /// Some of the hints of an exercise, the last of which is new.
  package mutating func hints(_ hints: [String], _ shown: Range<Int>) {
    for index in shown.clamped(to: hints.indices) {
      blank()
      let isNew = index == shown.upperBound - 1
      text(
        StyledText("\(index + 1). ", .muted) + inline(hints[index], isNew ? .plain : .muted),
        hanging: 3)
    }
  }
}

extension SolutionExhibit: ScreenExhibit {
  /// The command that checks it.
  package func set(on page: inout Page) {
    page.heading(name, [detail])
    page.blank()
    page.next(next)
  }
}
