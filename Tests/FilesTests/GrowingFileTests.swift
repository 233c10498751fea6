import Foundation
import TestKit
import Testing

@testable import Files

@Suite(.serialized) struct GrowingFileTests {
  @Test func linesAreThereAtOnce() throws {
    let folder = try ScratchFolder()
    var file = try GrowingFile(folder.path + "/a.cast")
    #expect(try folder.data(of: "a.cast").isEmpty)
    var expected = ""
    for line in ["{}\n", "[0,\"o\",\"é\"]\n", "", "a\nb\n"] {
      try file.append(line)
      expected += line
      #expect(try folder.text(of: "a.cast") == expected)
    }
  }

  /// What is there is not written over, be it a file, a folder or a link to nothing.
  @Test func whatIsThereStays() throws {
    let folder = try ScratchFolder()
    try folder.write("kept\n", to: "a.cast")
    try folder.write("", to: "folder/file")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link", withDestinationPath: folder.path + "/nowhere")
    for (name, reason) in [
      ("a.cast", "it is there already; name another file"), ("folder", "not a regular file"),
      ("link", "not a regular file"), ("none/a.cast", "no folder"),
      ("a.cast/b", "Not a directory"), ("", "not a regular file"),
      (String(repeating: "n", count: 5000), "File name too long"),
    ] {
      var message = ""
      do throws(FileProblem) {
        _ = try GrowingFile(folder.path + "/" + name)
      } catch { message = error.message }
      #expect(message.hasPrefix("cannot write") && message.contains(reason), "\(message)")
      #expect(message.count < 400 && !message.contains("\n"))
    }
    #expect(try folder.text(of: "a.cast") == "kept\n")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/nowhere"))
  }

  /// Where there is room for half a line, none of it stays.
  @Test func aFullDiskLeavesWholeLines() throws {
    let folder = try ScratchFolder()
    var file = try GrowingFile(folder.path + "/a.cast")
    try file.append("whole\n")
    var before = rlimit()
    let resource = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
    getrlimit(resource, &before)
    signal(SIGXFSZ, SIG_IGN)
    var small = rlimit(rlim_cur: 20, rlim_max: before.rlim_max)
    setrlimit(resource, &small)
    var isRefused = false
    do throws(FileProblem) {
      try file.append(String(repeating: "x", count: 50) + "\n")
    } catch { isRefused = true }
    setrlimit(resource, &before)
    signal(SIGXFSZ, SIG_DFL)
    #expect(isRefused)
    #expect(try folder.text(of: "a.cast") == "whole\n")
    try file.append("more\n")
    #expect(try folder.text(of: "a.cast") == "whole\nmore\n")
  }
}
