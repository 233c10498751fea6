import Course
import Experiments
import Foundation
import Terminal
import TestKit
import Testing

@testable import Shell

/// What the tests of the shell work on.
enum Fixture {
  static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
  static let catalog = Catalog([Slide.self, Toss.self])

  /// A folder of lessons on the simulations of the tests.
  static let lessons = tests.appending(path: "Fixtures/Lessons").path
  /// A folder with one lesson on the simulations of the program.
  static let pack = tests.appending(path: "Fixtures/Pack").path
  /// The lessons of the course.
  static let course = tests.appending(path: "../../Lessons").standardizedFileURL.path

  static let controls = CharacterSet(charactersIn: "\u{0}"..."\u{9}")
    .union(CharacterSet(charactersIn: "\u{B}"..."\u{1F}"))
    .union(CharacterSet(charactersIn: "\u{7F}"..."\u{9F}"))

  static func context(
    width: Int = 80, usesUnicode: Bool = true, usesColour: Bool = false,
    state: String = "/nowhere", catalog: Catalog = Self.catalog
  ) -> Context {
    let screen = Screen(width: width, usesColour: usesColour, usesUnicode: usesUnicode)
    return Context(
      catalog: catalog, environment: ["KNOBS_LESSONS": lessons, "KNOBS_STATE": state],
      screen: screen, errorScreen: screen, canAsk: false)
  }

  static func syllabus() throws -> Syllabus {
    try Syllabus.read(folder: lessons, catalog: catalog)
  }

  /// Runs the body with a folder of its own, which is gone afterwards.
  static func withFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let folder = try ScratchFolder()
    return try await body(folder.path)
  }

  /// The fields of a JSON document.
  static func fields(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}

extension String {
  /// Whether there is a control character other than line ends.
  var hasControls: Bool { rangeOfCharacter(from: Fixture.controls) != nil }

  /// Whether it is ASCII.
  var isPlain: Bool { utf8.allSatisfy { $0 < 0x80 } }

  func write(to path: String) throws {
    try write(toFile: path, atomically: true, encoding: .utf8)
  }
}
