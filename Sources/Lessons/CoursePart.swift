/// Lessons of a pack, one after another, that belong together.
///
/// A lesson whose front matter names a part begins it, and those behind it belong to it until one names
/// another. Lessons before the first such lesson, and those of a pack that names none, are in a part
/// without a title.
package struct CoursePart: Sendable, Hashable {
  /// Which of the packs it belongs to.
  package let pack: Int

  /// What it is called; nil where it has no title.
  package let title: String?

  /// The places of its lessons among all.
  package internal(set) var lessons: Range<Int>
}

extension Syllabus {
  /// All parts of all packs, in order; the lessons are read for that if they were not before.
  package var parts: [CoursePart] { CoursePart.parts(of: entries) }
}

extension CoursePart {
  /// Some lessons in order, in their parts.
  package static func parts(of entries: [Syllabus.Entry]) -> [CoursePart] {
    var parts: [CoursePart] = []
    for (index, entry) in entries.enumerated() {
      let isNewPack = parts.last?.pack != entry.pack
      let title = entry.lesson.part ?? (isNewPack ? nil : parts.last?.title)
      if !isNewPack, let last = parts.indices.last, parts[last].title == title {
        parts[last].lessons = parts[last].lessons.lowerBound..<index + 1
      } else {
        parts.append(CoursePart(pack: entry.pack, title: title, lessons: index..<index + 1))
      }
    }
    return parts
  }
}
