import Experiments
import Foundation

extension LessonReader {
  /// Reads one lesson file from disk, with the care that a folder of lessons is read with.
  ///
  /// The lesson's name is that in the file's name, `02-learning-rate.md`, or all of it where that is
  /// no lesson's.
  ///
  /// - Returns: the lesson, and nil where the file gives no text; the faults say why.
  package static func read(path: String, catalog: Catalog) -> (
    lesson: Lesson?, faults: [LessonFault]
  ) {
    let fileName = (path as NSString).lastPathComponent
    let name =
      LessonName.split(fileName: fileName)?.name ?? (fileName as NSString).deletingPathExtension
    switch PackedFile(path: path).text() {
    case .success(let text):
      let (lesson, faults) = read(text, file: path, name: name, catalog: catalog)
      return (lesson, faults)
    case .failure(let fault): return (nil, [fault])
    }
  }
}
