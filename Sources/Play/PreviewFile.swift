import Exhibits
import Experiments
import Lessons

/// What finds faults in a file that take its whole pack to find.
package protocol PackChecking: Sendable {
  /// A file as it was read with its pack, and everything wrong with it that can be known without a
  /// run; nil if the pack cannot be read.
  func check(fileAt path: String) async -> (
    version: PreviewFile.Version, faults: [LessonFault]
  )?
}

/// The lesson file that an author looks at.
package struct PreviewFile: Sendable {
  /// Where it is.
  package let path: String
  private let catalog: Catalog
  private let check: any PackChecking

  /// The file at a path.
  ///
  /// - Parameters:
  ///   - catalog: the simulations that it may be on.
  ///   - check: what finds the faults that take its whole pack to find.
  package init(path: String, catalog: Catalog, check: some PackChecking) {
    self.path = path
    self.catalog = catalog
    self.check = check
  }

  /// A version of the file as it was read.
  package struct Version: Sendable {
    /// The lesson as far as it could be read; nil if there was no text to be had.
    package let lesson: Lesson?

    /// What is wrong with the file by itself.
    package let faults: [LessonFault]

    package init(lesson: Lesson?, faults: [LessonFault]) {
      self.lesson = lesson
      self.faults = faults
    }

    /// The parts of the lesson, faulty directives in their places.
    package var parts: [LessonPart]? {
      lesson.map { LessonPart.parts(of: $0, faults: faults) }
    }
  }

  /// Reads the file.
  package func read() -> Version {
    let (lesson, faults) = LessonReader.read(path: path, catalog: catalog)
    return Version(lesson: lesson, faults: faults)
  }

  /// The file, and everything wrong with it that can be known without a run, its pack read too; nil
  /// if that cannot be read.
  package func checked() async -> (version: Version, faults: [LessonFault])? {
    await check.check(fileAt: path)
  }
}
