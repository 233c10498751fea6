import Foundation
import TestKit
import Testing

@testable import Lessons

/// What a folder without a name is known by.
@Suite struct FolderPlaceTests {
  private static func make(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// However one gets there, it is the same place.
  @Test func everyWayLeadsToOnePlace() throws {
    let home = try ScratchFolder()
    try Self.make(home.path + "/a/lessons")
    #expect(symlink("a/lessons", home.path + "/link") == 0)
    #expect(symlink(home.path + "/a", home.path + "/other") == 0)
    let place = FolderPlace(home.path + "/a/lessons")
    for way in [
      "a/lessons/", "a//lessons", "./a/lessons", "a/./lessons/.", "a/../a/lessons", "link", "link/",
      "other/lessons", "a/lessons/../lessons",
    ] {
      #expect(FolderPlace("\(home.path)/\(way)") == place, "\(way)")
    }
  }

  /// Folders of one name, or of names that give one, are places of their own.
  @Test func foldersOfOneNameAreApart() throws {
    let home = try ScratchFolder()
    let folders = [
      "a/lessons", "b/lessons", "lessons", "a/Lessons", "a/lessons/lessons", "日本", "中文", "a b",
      "a-b",
      "knobs", "pack",
    ]
    for folder in folders { try Self.make("\(home.path)/\(folder)") }
    let places = Set(folders.map { FolderPlace("\(home.path)/\($0)") })
    #expect(places.count == folders.count)
    #expect(places.allSatisfy { $0.mark.utf8.count == 16 })
  }

  /// A folder that is moved is another place, and what is put in its stead is where it was.
  @Test func aPlaceIsWhereAFolderIs() throws {
    let home = try ScratchFolder()
    try Self.make(home.path + "/one")
    let place = FolderPlace(home.path + "/one")
    #expect(rename(home.path + "/one", home.path + "/two") == 0)
    #expect(FolderPlace(home.path + "/two") != place)
    try Self.make(home.path + "/one")
    #expect(FolderPlace(home.path + "/one") == place)
  }

  /// What leads nowhere has a place too, so that two such paths are not one.
  @Test func whatIsNotThereHasAPlace() throws {
    let home = try ScratchFolder()
    #expect(FolderPlace(home.path + "/no") != FolderPlace(home.path + "/nor"))
    #expect(FolderPlace(home.path + "/no") == FolderPlace(home.path + "/no"))
  }

  /// Where a file system does not mind the case, or how an accent is spelt, the place does not either.
  @Test(arguments: [
    ("Lessons", "lessons"), ("LESSONS", "lessons"), ("\u{C9}tude", "e\u{301}tude"),
  ])
  func spellingsOfOneNameAreOnePlace(one: String, other: String) throws {
    let home = try ScratchFolder()
    try Self.make("\(home.path)/\(one)")
    try Self.make("\(home.path)/\(other)")
    let ways = [one, other].map { "\(home.path)/\($0)" }
    // As if every name had been found under its other spelling too.
    let folding = ways.map { FolderPlace($0) { _, _ in true } }
    #expect(folding[0] == folding[1])
    let minding = ways.map { FolderPlace($0) { _, _ in false } }
    #expect(minding[0] != minding[1])
    let found = ways.map { FolderPlace($0) }
    let names = try FileManager.default.contentsOfDirectory(atPath: home.path)
    #expect((found[0] == found[1]) == (names.count == 1))
  }
}
