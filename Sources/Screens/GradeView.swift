import Exhibits
import Plotting
import Terminal

extension GradeExhibit: ScreenExhibit {
  /// The exercise and the choices, the verdict, and what to type next.
  package func set(on page: inout Page) {
    page.heading(name, choices)
    if let origin { page.text(StyledText(origin, .muted)) }
    page.blank()
    page.verdict(self)
    guard !next.isEmpty else { return }
    page.blank()
    page.next(next)
  }
}

extension Page {
  /// A verdict, criterion by criterion, with what explains it.
  fileprivate mutating func verdict(_ grade: GradeExhibit) {
    var table = TextTable([
      .init(""), .init(""), .init(""), .init("", .trailing),
    ])
    for line in grade.lines {
      table.append([
        mark(line.mark), StyledText(NumberText.separated(line.criterion)),
        StyledText(NumberText.separated(line.measured), .muted),
        StyledText(line.points),
      ])
    }
    self.table(table)
    if let confidence = grade.confidence {
      blank()
      text(StyledText(confidence, .muted))
    }
    if !grade.findings.isEmpty {
      blank()
      if let remark = grade.findingsRemark { text(StyledText(remark, .muted)) }
      for finding in grade.findings { text(StyledText(NumberText.separated(finding))) }
    }
    blank()
    text(
      StyledText(grade.verdict, Style(grade.isPassed ? .good : .bad, bold: true))
        + StyledText(" \(grade.remark)"))
  }

  private func mark(_ mark: GradeExhibit.Mark) -> StyledText {
    switch mark {
    case .met: self.mark("✓", .good, spoken: "met")
    case .missed: self.mark("✗", .bad, spoken: "missed")
    case .open: self.mark("·", .muted, spoken: "open")
    }
  }
}
