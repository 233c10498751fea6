import Experiments
import Foundation
import Lessons

/// A course on small simulations, whose words and numbers tests rely on.
package enum ToyCourse {
  /// The simulations.
  package static let catalog = Catalog([Slide.self, Toss.self])

  /// A folder of lessons on them.
  package static let lessons = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Lessons").path

  /// The lessons, all of them read.
  package static func syllabus() throws -> Syllabus {
    try Syllabus.read(folder: lessons, catalog: catalog)
  }
}
