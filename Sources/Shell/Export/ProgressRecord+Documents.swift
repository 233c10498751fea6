import Exhibits
import Pictures

extension ProgressRecord {
  /// A table by RFC 4180, a row for each exercise.
  var csv: String { CSV.table(table) }

  /// The page to keep.
  var sheet: ProgressSheet {
    ProgressSheet(
      title: title,
      parts: parts.map { part in
        ProgressSheet.Part(
          title: part.title,
          lessons: part.lessons.map { lesson in
            ProgressSheet.Lesson(
              title: lesson.title,
              rows: lesson.exercises.map { row in
                ProgressSheet.Row(
                  name: row.name, points: row.points, maximumPoints: row.maximumPoints,
                  isPassed: row.isPassed, day: String((row.passedAt ?? "").prefix(10)),
                  version: row.version ?? "")
              })
          })
      })
  }
}
