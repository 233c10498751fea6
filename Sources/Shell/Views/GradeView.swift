import Course
import Experiments
import Terminal

extension Page {
  /// A verdict, criterion by criterion, with what explains it.
  mutating func grade(_ grade: Grade) {
    var table = TextTable([
      .init(""), .init(""), .init(""), .init("", .trailing),
    ])
    for line in grade.lines {
      let mark =
        if line.passed {
          StyledText("✓", .good)
        } else {
          isOpen(line, grade) ? StyledText("·", .muted) : StyledText("✗", .bad)
        }
      table.append([
        mark,
        StyledText(line.criterion.text),
        StyledText(measured(line, grade), .muted),
        StyledText("\(line.points) of \(line.criterion.points)"),
      ])
    }
    self.table(table)
    if let seeds = grade.seeds {
      blank()
      text(StyledText(confidence(seeds, grade), .muted))
    }
    if !grade.findings.isEmpty {
      blank()
      if let seeds = grade.seeds, seeds.run > 1 { text(StyledText("On one of the seeds:", .muted)) }
      for finding in grade.findings { text(StyledText(finding.message.capitalizedSentence)) }
    }
    blank()
    text(verdict(grade))
  }

  private func measured(_ line: Grade.Line, _ grade: Grade) -> String {
    let value = line.criterion.metric.text(line.measured)
    guard let seeds = grade.seeds else { return "measured \(value)\(miss(line))" }
    let undecided = isOpen(line, grade) ? ", not decided" : ""
    return "median \(value)\(miss(line)), held on \(line.held) of \(seeds.run) seeds\(undecided)"
  }

  /// Whether another line ended the test before this one by itself was held or not.
  private func isOpen(_ line: Grade.Line, _ grade: Grade) -> Bool {
    guard let seeds = grade.seeds, !line.passed, seeds.decision == .fails else { return false }
    return SequentialTest.isOpen(passed: line.held, of: seeds.run, grade.exercise.rates)
  }

  /// On which side of a range a measured value lies.
  private func miss(_ line: Grade.Line) -> String {
    let interval = line.criterion.interval
    guard interval.range != nil, let measured = line.measured, !interval.contains(measured)
    else { return "" }
    return interval.isAbove(measured) ? ", too low" : ", too high"
  }

  private func confidence(_ seeds: Grade.Seeds, _ grade: Grade) -> String {
    let interval =
      "\(NumberText.percent(seeds.interval.low).dropLast(2))–"
      + NumberText.percent(seeds.interval.high)
    let counted =
      "Passed on \(seeds.passed) of \(seeds.run) fresh seeds (95 % interval \(interval))"
    let pass = NumberText.percent(grade.exercise.rates.pass)
    let fail = NumberText.percent(grade.exercise.rates.fail)
    let verdict =
      switch seeds.decision {
      case .passes: "closer to \(pass) of all seeds than to \(fail)"
      case .fails: "fewer than the \(pass) of all seeds that are asked for"
      case .open: "too close to call between \(fail) and \(pass), so it does not pass yet"
      }
    return "\(counted): \(verdict)."
  }

  private func verdict(_ grade: Grade) -> StyledText {
    if grade.passed {
      return StyledText("Passed.", Style(.good, bold: true))
        + StyledText(" \(grade.points) of \(NumberText.count(grade.maximumPoints, "point")).")
    }
    let rule = grade.lines.count > 1 ? " Every line must hold to pass." : ""
    return StyledText("Not passed.", Style(.bad, bold: true))
      + StyledText(" \(grade.points) of \(NumberText.count(grade.maximumPoints, "point")).\(rule)")
  }
}
