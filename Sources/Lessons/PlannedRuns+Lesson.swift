import Tuning

extension PlannedRuns {
  /// What a part of a lesson shows or asks about.
  package init(showing element: Lesson.Element) {
    self.init(element.shownRuns.map { Piece($0.run, line: $0.line) })
  }
}
