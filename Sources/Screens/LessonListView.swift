import Exhibits
import Terminal

extension LessonList: ScreenExhibit {
  /// A table of lessons for each pack, and what to type next.
  ///
  /// On a terminal on which not all lessons have room, the parts of the course where the learner is not
  /// take a line each, and where that is not enough, so do the lessons further from the arrow.
  package func set(on page: inout Page) {
    let rows = packs.map { pack in
      pack.parts.flatMap { part in
        (part.title == nil ? [] : [LessonRow.part(part)]) + part.lessons.map(LessonRow.lesson)
      }
    }
    var whole = page
    whole.set(self, rows, isFolded: false)
    let top = page.lines.count
    let isFolding = page.screen.isTerminal && !showsAll
    // The last line of the screen is the prompt's.
    guard isFolding, whole.lines.count - top >= page.screen.height else {
      page = whole
      return
    }
    let folded = packs.map { pack in
      pack.parts.flatMap { part in
        let isOpen = part.isCurrent || part.title == nil && packs.count == 1
        return isOpen && part.title == nil
          ? part.lessons.map(LessonRow.lesson)
          : [.part(part)] + (isOpen ? part.lessons.map(LessonRow.lesson) : [])
      }
    }
    var room = folded.reduce(0) { $0 + $1.count }
    var last = page
    while true {
      last = page
      last.set(self, folded.around(room: room), isFolded: true)
      let excess = last.lines.count - top + 1 - page.screen.height
      guard excess > 0, room > LessonRow.fewest else { break }
      room = max(LessonRow.fewest, room - excess)
    }
    page = last
  }
}

/// A row of a list of lessons.
private enum LessonRow {
  case lesson(LessonList.Lesson)

  /// A part of the course, whose lessons may stand below it.
  case part(LessonList.Part)

  /// Lessons that have no room here.
  case left(ArraySlice<LessonList.Lesson>, isBefore: Bool)

  /// The fewest rows in which the arrow is in sight.
  static let fewest = 3

  var isLesson: Bool { if case .lesson = self { true } else { false } }

  /// Whether it is the lesson to go on with.
  var isCurrent: Bool { if case .lesson(let lesson) = self { lesson.isCurrent } else { false } }
}

extension [[LessonRow]] {
  /// The rows around the lesson to go on with, as many as there is room for; a row at either end for what
  /// is left out there.
  fileprivate func around(room: Int) -> [[LessonRow]] {
    let all = enumerated().flatMap { pack, rows in rows.map { (pack: pack, row: $0) } }
    guard all.count > room else { return self }
    let count = Swift.max(1, room - 2)
    let current = all.firstIndex { $0.row.isCurrent } ?? 0
    let start = Swift.min(Swift.max(0, current - count / 2), all.count - count)
    let window = all[start..<start + count]
    var rows: [[LessonRow]] = map { _ in [] }
    func lessons(_ part: some Sequence<(pack: Int, row: LessonRow)>) -> [LessonList.Lesson] {
      var found: [LessonList.Lesson] = []
      var listed = Set<String>()
      for (_, row) in part {
        switch row {
        case .lesson(let lesson):
          if listed.insert(lesson.name).inserted { found.append(lesson) }
        // The lessons of an open part stand below it.
        case .part(let part) where !part.isCurrent:
          for lesson in part.lessons where listed.insert(lesson.name).inserted {
            found.append(lesson)
          }
        case .part, .left: break
        }
      }
      return found
    }
    let (before, behind) = (lessons(all[..<start]), lessons(all[(start + count)...]))
    if let first = window.first, !before.isEmpty {
      rows[first.pack].append(.left(before[...], isBefore: true))
    }
    for (pack, row) in window { rows[pack].append(row) }
    if let last = window.last, !behind.isEmpty {
      rows[last.pack].append(.left(behind[...], isBefore: false))
    }
    return rows
  }
}

extension Page {
  /// The columns from which on there is room for titles.
  private static let roomForTitles = 72

  /// Sets rows of each pack of a list, and what to type next.
  fileprivate mutating func set(_ list: LessonList, _ rows: [[LessonRow]], isFolded: Bool) {
    for (pack, rows) in zip(list.packs, rows) where !rows.isEmpty || !isFolded {
      if let (name, details) = pack.heading {
        blank()
        heading(name, details)
      }
      table(table(of: rows))
    }
    earlierForms(list.earlierForms)
    blank()
    let leavesOut =
      rows.joined().count(where: \.isLesson) < list.packs.reduce(0) { $0 + $1.lessons.count }
    next(list.next + (leavesOut ? [NextStep("knobs lessons --all", "every lesson")] : []))
  }

  private func table(of rows: [LessonRow]) -> TextTable {
    let isWide = screen.width >= Self.roomForTitles
    var table = TextTable([.init("  lesson")])
    if isWide { table.columns += [.init(""), .init("min", .trailing)] }
    table.columns += [.init("passed", .trailing), .init("points", .trailing)]
    for row in rows {
      switch row {
      case .lesson(let lesson): table.append(cells(of: lesson, isWide))
      case .part(let part):
        let sum = part.sum
        table.append(cells(of: sum, StyledText(part.title ?? sum.count, .bold), isWide))
      case .left(let lessons, let isBefore):
        let sum = LessonList.Sum(lessons)
        let text = "\(sum.count) \(isBefore ? "before" : "after") these"
        table.append(cells(of: sum, StyledText(text, .muted), isWide))
      }
    }
    return table
  }

  private func cells(of lesson: LessonList.Lesson, _ isWide: Bool) -> [StyledText] {
    if let count = lesson.faultCount {
      return [
        mark("✗ ", .bad, spoken: "faulty: ") + StyledText(lesson.name), StyledText(count, .bad),
      ]
    }
    let arrow = screen.usesUnicode ? "→ " : "> "
    let mark =
      lesson.isComplete
      ? self.mark("✓ ", Style(.good, unbroken: true), spoken: "complete: ")
      : lesson.isCurrent
        ? self.mark(arrow, Style(.accent, unbroken: true), spoken: "here: ")
        : self.mark("  ", .plain, spoken: "")
    var row = [mark + StyledText(lesson.name, Style(.accent, unbroken: true))]
    if isWide { row += [StyledText(lesson.title), StyledText(String(lesson.minutes))] }
    return row + [StyledText(lesson.passedText), StyledText(lesson.pointsText)]
  }

  /// A row for several lessons under a name.
  private func cells(of sum: LessonList.Sum, _ name: StyledText, _ isWide: Bool) -> [StyledText] {
    let mark =
      sum.faults != nil
      ? self.mark("✗ ", .bad, spoken: "faulty: ")
      : sum.isComplete
        ? self.mark("✓ ", Style(.good, unbroken: true), spoken: "complete: ")
        : self.mark("  ", .plain, spoken: "")
    var row =
      isWide
      ? [mark + StyledText(sum.numbers, Style(.muted, unbroken: true)), name] : [mark + name]
    if let faults = sum.faults { row[row.count - 1] = name + StyledText(" · \(faults)", .bad) }
    if isWide { row.append(StyledText(sum.minutes, .muted)) }
    return row + [StyledText(sum.passed, .muted), StyledText(sum.points, .muted)]
  }
}
