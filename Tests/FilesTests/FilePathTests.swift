import Foundation
import TestKit
import Testing

@testable import Files

@Suite struct FilePathTests {
  @Test(arguments: [
    ("a", ".", "a"), ("a/b", "a", "b"), ("/a", "/", "a"), ("/a/b", "/a", "b"), ("a/", "a", ""),
    ("a/\u{301}b", "a", "\u{301}b"), ("", ".", ""), ("/", "/", ""), ("./a", ".", "a"),
    ("a//b", "a/", "b"),
  ])
  func aPathIsAFolderAndAName(_ path: String, _ folder: String, _ name: String) {
    #expect(FilePath.folder(of: path) == folder)
    #expect(Array(FilePath.lastName(of: path).utf8) == Array(name.utf8))
  }

  @Test(arguments: [
    (".", "a", "a"), ("a", "b", "a/b"), ("a/", "b", "a/b"), ("/", "b", "/b"),
    ("a/", "\u{301}", "a/\u{301}"), ("a/\u{301}", "b", "a/\u{301}/b"),
  ])
  func aNameIsPutIntoAFolder(_ folder: String, _ name: String, _ path: String) {
    #expect(FilePath.joined(folder, name) == path)
  }

  /// What the names of a path say of where it leads is what the system makes of it, with every mark
  /// that may hide a slash or a dot.
  @Test func staysWhereItSays() throws {
    let marks = [""] + Garbage.followers
    for mark in marks {
      for (path, stays) in [
        ("a/\(mark)..", mark != ""), ("a/../\(mark)b", true), ("../\(mark)b", false),
        ("a/../../\(mark)b", false), ("/\(mark)a", false), ("a/./../\(mark)", true),
        ("..\(mark)", mark != ""), (".\(mark)./a", mark != ""), ("\(mark)a/../..", false),
      ] {
        let same = path == "a/.."
        #expect(FilePath.staysBelow(path) == (same || stays), "\(Array(path.utf8))")
      }
    }
  }

  @Test func aFolderHoldsWhatIsInIt() {
    for mark in [""] + Garbage.followers {
      #expect(FilePath.isIn("/a/\(mark)b", "/a") && FilePath.isIn("/\(mark)b", "/"))
      #expect(FilePath.isIn("/a", "/a") && !FilePath.isIn("/ab\(mark)", "/a"))
      #expect(!FilePath.isIn("/a\(mark)b/c", "/a"))
    }
    // Two names of Linux's, though one text of Swift's.
    #expect(!FilePath.isIn("/e\u{301}/a", "/\u{E9}"))
  }

  @Test func aVariableHoldsSeveralPaths() {
    #expect(FilePath.list("a:/b::c") == ["a", "/b", "c"])
    #expect(FilePath.list(":\u{301}a:b").map { Array($0.utf8) } == [[0xCC, 0x81, 97], [98]])
    #expect(FilePath.list("") == [])
  }
}
