import Experiments
import Foundation
import Lessons
import Simulations

/// The lessons that come with the program.
enum Bundled {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Lessons").standardizedFileURL.path

  /// Read once; empty if the folder cannot be read, which a test reports.
  static let syllabus = try? Syllabus.read(folder: folder, catalog: .all)

  static let entries = syllabus?.entries ?? []
  static let exercises = syllabus?.exercises ?? []
}
