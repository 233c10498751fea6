import Foundation
import TestKit
import Testing

@Suite struct ScratchFolderTests {
  private static func use() throws -> String {
    let folder = try ScratchFolder(["a/b.txt": Data("one".utf8)])
    try folder.write("two", to: "c.txt")
    #expect(try folder.data(of: "a/b.txt") == Data("one".utf8))
    #expect(try String(contentsOfFile: folder.path + "/c.txt", encoding: .utf8) == "two")
    return folder.path
  }

  @Test func isThereAndThenGone() throws {
    let path = try Self.use()
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(try Self.use() != path)
  }
}
