import Experiments
import Foundation
import Lessons
import Terminal
import TestKit
import Testing
import ToyCourse

@testable import Shell

/// What the tests of the shell work on.
enum Fixture {
  static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
  static let catalog = ToyCourse.catalog

  /// A folder of lessons on the simulations of the tests.
  static let lessons = ToyCourse.lessons

  /// A folder with one lesson on the simulations of the program.
  static let pack = tests.appending(path: "Fixtures/Pack").path
  /// The lessons of the course.
  static let course = tests.appending(path: "../../Lessons").standardizedFileURL.path

  static func context(
    width: Int = 80, height: Int = 24, usesUnicode: Bool = true, usesColour: Bool = false,
    state: String = "/nowhere", catalog: Catalog = Self.catalog, isTerminal: Bool = false
  ) -> Context {
    let screen = Screen(
      width: width, height: height, usesColour: usesColour, usesUnicode: usesUnicode,
      isTerminal: isTerminal)
    return Context(
      catalog: catalog, environment: ["KNOBS_LESSONS": lessons, "KNOBS_STATE": state],
      screen: screen, errorScreen: screen, canAsk: false)
  }

  static func syllabus() throws -> Syllabus { try ToyCourse.syllabus() }

  /// Runs the body with a folder of its own, which is gone afterwards; the seeds of its attempts are
  /// known.
  static func withFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let folder = try ScratchFolder()
    try folder.write(Toys.key.text, to: "state/seed-key")
    return try await body(folder.path)
  }

  /// The fields of a JSON document.
  static func fields(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}

extension String {
  func write(to path: String) throws {
    try write(toFile: path, atomically: true, encoding: .utf8)
  }
}
