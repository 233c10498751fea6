import Foundation
import TestKit
import Testing

@testable import Files

/// Folders in which one program writes everything.
@Suite struct OwnedFolderTests {
  private static func known(_ text: String?) -> Set<String> {
    Set((text ?? "").split(separator: "\n").map(String.init))
  }

  private static func open(_ path: String) throws(FileProblem) -> OwnedFolder {
    try OwnedFolder(path, manifest: "list", known: known)
  }

  @Test func aFolderIsWrittenAndWrittenAgain() throws {
    let scratch = try ScratchFolder()
    let folder = scratch.path
    let path = folder + "/site"
    let first = [("a.html", "a"), ("in/b.css", "b"), ("list", "a.html\nin/b.css")]
    #expect(try Self.open(path).write(first.map { (path: $0.0, text: $0.1) }) == 3)
    #expect(try String(contentsOfFile: path + "/in/b.css", encoding: .utf8) == "b")
    // What has not changed is left alone, and what is no longer written goes.
    let second = [("a.html", "a"), ("c.html", "c"), ("list", "a.html\nc.html")]
    #expect(try Self.open(path).write(second.map { (path: $0.0, text: $0.1) }) == 2)
    #expect(!FileManager.default.fileExists(atPath: path + "/in/b.css"))
    #expect(FileManager.default.fileExists(atPath: path + "/c.html"))
  }

  @Test(arguments: ["note.txt", "in/note.txt", ".hidden"])
  func aFolderWithSomethingElseIsLeftAlone(_ name: String) throws {
    let scratch = try ScratchFolder()
    let folder = scratch.path
    try FileManager.default.createDirectory(
      atPath: folder + "/in", withIntermediateDirectories: true)
    try "mine".write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
    let problem = #expect(throws: FileProblem.self) { try Self.open(folder) }
    #expect(problem?.message.contains("it holds \(name), which is not") ?? false)
  }

  @Test func whatIsNoFolderIsRefused() throws {
    let scratch = try ScratchFolder()
    let folder = scratch.path
    try "x".write(toFile: folder + "/file", atomically: false, encoding: .utf8)
    #expect(throws: FileProblem.self) { try Self.open(folder + "/file") }
    try FileManager.default.createDirectory(
      atPath: folder + "/d", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/d/link", withDestinationPath: "/etc/passwd")
    #expect(throws: FileProblem.self) { try Self.open(folder + "/d") }
    // Where the folder above is missing, nothing is made.
    #expect(throws: FileProblem.self) {
      try Self.open(folder + "/no/site").write([(path: "a", text: "a")])
    }
  }
}
