import Foundation
import TestKit
import Testing

@testable import Files

/// Folders that are made, and the system's reason where they cannot be.
@Suite struct NewFolderTests {
  @Test(arguments: ["a", "a/b/c", "a//b/", "./a", "a/../b", "ä/語"])
  func areMadeWithThoseAbove(path: String) throws {
    let home = try ScratchFolder()
    // `a/../b` leads through a folder that has to be there.
    if path.contains("..") { #expect(NewFolder.make(home.path + "/a") == 0) }
    for _ in 0..<2 { #expect(NewFolder.make("\(home.path)/\(path)") == 0) }
    var status = stat()
    #expect(stat("\(home.path)/\(path)", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o700)
  }

  @Test(
    arguments: [
      ("file/a", ENOTDIR), ("loop/a", ELOOP), (String(repeating: "x", count: 300), ENAMETOOLONG),
      ("a/" + String(repeating: "x", count: 300) + "/b", ENAMETOOLONG),
      (String(repeating: "x/", count: 5000), ENAMETOOLONG), ("gone/a", ENOENT),
      ("gone/a/b", ENOENT),
    ] as [(String, Int32)])
  func theFirstStepThatFailsIsNamed(path: String, code: Int32) throws {
    let home = try ScratchFolder()
    try home.write("text", to: "file")
    #expect(symlink("loop", home.path + "/loop") == 0)
    #expect(symlink("nowhere", home.path + "/gone") == 0)
    // A link that leads nowhere is in the way: what is in it cannot be made.
    #expect(NewFolder.make("\(home.path)/\(path)") == code)
    #expect(try home.text(of: "file") == "text")
  }

  @Test(arguments: [
    ("a", ""), ("/a", "/"), ("a/b", "a"), ("a//b/", "a"), ("/", ""), ("", ""), ("//a", "/"),
    ("/a/b", "/a"),
  ])
  func parents(path: String, parent: String) {
    #expect(NewFolder.parent(of: path) == parent)
  }

  /// What cannot be written is named by the step that failed, down to the folder that is missing.
  @Test(
    arguments: [
      ("file/state", "Not a directory"), ("loop/state", "Too many levels of symbolic links"),
      ("gone/state", "No such file or directory"), ("folder", "Is a directory"),
      (String(repeating: "x", count: 300), "File name too long"), ("pipe", "not a regular file"),
    ])
  func aFileThatCannotBeWrittenSaysWhy(folder: String, reason: String) throws {
    let home = try ScratchFolder()
    try home.write("text", to: "file")
    #expect(symlink("loop", home.path + "/loop") == 0)
    #expect(symlink("nowhere", home.path + "/gone") == 0)
    #expect(NewFolder.make(home.path + "/folder/journal") == 0)
    #expect(NewFolder.make(home.path + "/pipe") == 0)
    #expect(mkfifo(home.path + "/pipe/journal", 0o600) == 0)
    let path = "\(home.path)/\(folder)/journal"
    do throws(FileProblem) {
      let file = try LockedFile(appendingTo: path, "journal", patience: .zero)
      file.close()
      Issue.record("\(folder) was opened")
    } catch {
      #expect(error.message.hasPrefix("cannot write "))
      #expect(error.message.contains("/journal: \(reason)"), "\(error.message)")
      #expect(!error.isPassing && !error.message.contains("\n"))
    }
  }
}
