import Foundation
import Lessons
import Testing

@testable import Authoring

/// Every fault is found where it is, with a remedy, and none hides another.
@Suite struct BrokenPackTests {
  @Test func thereAreThirtyAndMore() {
    #expect(BrokenPack.all.count >= 30)
    #expect(Set(BrokenPack.all.map(\.name)).count == BrokenPack.all.count)
  }

  @Test func theSoundLessonHasNoFaults() async throws {
    #expect(try await Pack(["01-one.md": Pack.sound]).found() == [])
  }

  /// What is found is kept in a golden; here, that something is, and that it names a remedy.
  @Test(arguments: BrokenPack.all) func faultsAreFound(_ broken: BrokenPack) async throws {
    let found = try await Pack(broken.files).found().filter { !$0.contains(": advice: ") }
    #expect(!found.isEmpty)
    for line in found {
      let isRemedied = ["; ", "expected ", " takes a "].contains { line.contains($0) }
      #expect(isRemedied, "no remedy: \(line)")
    }
  }

  /// All lessons that are broken by themselves, in one pack.
  @Test func noLessonHidesAnother() async throws {
    /// Where faults are.
    func places(_ files: [String: String]) async throws -> [String] {
      try await Pack(files).found().filter { !$0.contains(": advice: ") }
        .map { $0.split(separator: ":").prefix(3).joined(separator: ":") }
    }
    var files: [String: String] = [:]
    var expected: [String] = []
    for (number, broken) in BrokenPack.all.enumerated() {
      guard let text = broken.onlyLesson else { continue }
      let file = "\(100 + number)-one-\(number).md"
      files[file] =
        text
        .replacing("exercise first", with: "exercise first-\(number)")
        .replacing("requires: one", with: "requires: one-\(number)")
      expected += try await places([file: files[file] ?? ""])
    }
    #expect(expected.count >= 40)
    #expect(try await places(files).sorted() == expected.sorted())
  }

  /// Pieces that are broken by themselves, in one lesson.
  @Test func noPieceHidesAnother() async throws {
    let pieces = BrokenPack.links.compactMap(\.onlyLesson)
      .compactMap { $0.split(separator: "\n").first { $0.hasPrefix("Some link") } }
    #expect(pieces.count >= 15)
    let text = Pack.sound + "\n" + pieces.joined(separator: "\n\n") + "\n"
    let found = try await Pack(["01-one.md": text]).found()
      .filter { !$0.contains(": advice: ") }
    let lines = Set(found.compactMap { $0.split(separator: ":").dropFirst().first })
    // The link by reference has lost its definition, which is another case.
    #expect(lines.count == pieces.count - 1, "\(found.joined(separator: "\n"))")
  }

  @Test(arguments: ["01-one.md", "02-two.md"])
  func aFileIsGivenOnlyItsOwnFaults(_ file: String) async throws {
    let pack = try Pack([
      "01-one.md": BrokenPack.lesson("first", requires: "two", behind: "\n[a](b.md)\n"),
      "02-two.md": BrokenPack.lesson("first", requires: "one", behind: "\n[a](b.md)\n"),
      "notes.md": "",
    ])
    let all = try await pack.found()
    let own = try await pack.found(only: "elsewhere/\(file)")
    #expect(all.count == 5)
    #expect(own == all.filter { $0.hasPrefix(file) })
    #expect(own.count == 2)
  }

  @Test func aFileThatIsNoLessonIsNothingToCheck() async throws {
    let pack = try Pack(["01-one.md": Pack.sound, "README.md": "# Readme\n"])
    let check = try PackCheck(folder: pack.folder, only: "README.md", catalog: .all)
    #expect(check.isEmpty)
  }
}
