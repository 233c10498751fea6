import Foundation
import Synchronization
import TestKit
import Testing

/// That a golden fails where it should, and that a recording never looks like a pass.
@Suite struct GoldensTests {
  /// What fails in a comparison, in words.
  private static func issues(
    _ folder: borrowing ScratchFolder, isRecording: Bool, _ text: String, with name: String
  ) throws -> [String] {
    let goldens = Goldens(folder: folder.url, isRecording: isRecording)
    return try issues { try goldens.compare(text, with: name) }
  }

  private static func issues(_ work: () throws -> Void) throws -> [String] {
    let issues = Mutex<[String]>([])
    try withKnownIssue(isIntermittent: true) {
      try work()
    } matching: { issue in
      issues.withLock { $0 += issue.comments.map(\.rawValue) }
      return true
    }
    return issues.withLock { $0 }
  }

  @Test func theSameBytesPass() throws {
    let folder = try ScratchFolder()
    for text in ["", "a\n", "a\r\nb", "\u{E9}"] {
      try folder.write(text, to: "kept.txt")
      #expect(try Self.issues(folder, isRecording: false, text, with: "kept.txt") == [])
    }
  }

  @Test(arguments: [
    ("a\nb\n", "a\nc\n", "line 2 was “b”, is “c”"), ("a", "a\n", "line 2 was the end, is “”"),
    ("a\nb", "a", "line 2 was “b”, is the end"), ("\u{E9}", "e\u{301}", "line 1 was “é”, is “é”"),
    ("a\r\n", "a\n", "line 1 was “a\r”, is “a”"), ("", "x", "line 1 was “”, is “x”"),
  ])
  func anyOtherByteFailsAndIsShown(kept: String, now: String, said: String) throws {
    let folder = try ScratchFolder()
    try folder.write(kept, to: "kept.txt")
    #expect(
      try Self.issues(folder, isRecording: false, now, with: "kept.txt")
        == ["kept.txt is no longer as recorded: \(said)"])
    #expect(try folder.data(of: "kept.txt") == Data(kept.utf8))
  }

  @Test func whatIsNotRecordedFailsAndIsNotWritten() throws {
    let folder = try ScratchFolder()
    #expect(
      try Self.issues(folder, isRecording: false, "x", with: "new.txt")
        == ["nothing is recorded as new.txt; KNOBS_RECORD=1 writes it"])
    #expect(Goldens(folder: folder.url, isRecording: false).names == [])
  }

  /// Even where nothing changed.
  @Test(
    arguments: [
      (nil, "a new file"), ("x\n", "no change"), ("y\n", "line 1 was “y”, is “x”"),
    ] as [(String?, String)])
  func aRecordingFailsWhateverItWrote(kept: String?, said: String) throws {
    let folder = try ScratchFolder()
    if let kept { try folder.write(kept, to: "folder/one.txt") }
    let issues = try Self.issues(folder, isRecording: true, "x\n", with: "folder/one.txt")
    #expect(
      issues == [
        "wrote folder/one.txt: \(said). Recording proves nothing; run again without KNOBS_RECORD."
      ])
    #expect(try folder.data(of: "folder/one.txt") == Data("x\n".utf8))
  }

  @Test func strayFilesAreNamed() throws {
    let folder = try ScratchFolder()
    for name in ["b.txt", "a.txt", "deep/c.txt"] { try folder.write("", to: name) }
    let goldens = Goldens(folder: folder.url, isRecording: false)
    #expect(goldens.names == ["a.txt", "b.txt", "deep/c.txt"])
    #expect(try Self.issues { goldens.expectNothing(besides: goldens.names) } == [])
    #expect(
      try Self.issues { goldens.expectNothing(besides: ["b.txt"]) }
        == ["nothing is compared with a.txt", "nothing is compared with deep/c.txt"])
  }

  @Test(arguments: [
    ("run.80.unicode.txt", true), ("run.50.ascii.txt", true), ("run.80.unicode.md", false),
    ("run.wide.unicode.txt", false), ("run.80.latin.txt", false), ("run.80.txt", false),
    ("run.a.80.unicode.txt", false), ("", false),
  ])
  func aScreenIsToldByItsName(file: String, isScreen: Bool) {
    #expect(ScreenGolden(file: file)?.file == (isScreen ? file : nil))
  }
}
