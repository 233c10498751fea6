import Foundation
import Markdown
import TestKit
import Testing

@testable import Course

@Suite(.mayHang) struct LessonSourceTests {
  @Test func placesAreThoseOfTheFile() {
    let source = LessonSource("---\ntitle: T\n---\n\n# One\r\nWords.\r\n")
    #expect(source.lines == ["---", "title: T", "---", "", "# One", "Words.", ""])
    #expect(source.frontMatter == 1..<2)
    #expect(source.document.blocks.map(\.lines) == [5...5, 6...6])
  }

  @Test(arguments: [
    ("", 0..<0), ("# One\n", 0..<0), ("---\n---\n", 1..<1), ("---\na: b\n\n# One\n", 1..<2),
    ("---", 1..<1), ("---\na: b", 1..<2), ("\u{FEFF}---\na: b\n---", 1..<2),
  ]) func frontMatter(_ text: String, _ lines: Range<Int>) {
    let source = LessonSource(text)
    #expect(source.frontMatter == lines)
    #expect(lines.upperBound <= source.lines.count)
  }

  @Test func onlyPlainFilesOfTextAreRead() throws {
    let folder = try ScratchFolder()
    try folder.write("ä", to: "text.md")
    try folder.write(Data([0xFF]), to: "bytes.md")
    try folder.write(Data(repeating: 0x20, count: Limits.fileBytes + 1), to: "large.md")
    #expect(LessonSource.text(ofFile: folder.path + "/text.md") == "ä")
    for name in ["bytes.md", "large.md", "none.md", ""] {
      #expect(LessonSource.text(ofFile: folder.path + "/" + name) == nil, "\(name)")
    }
    #expect(LessonSource.text(ofFile: "/dev/zero") == nil)
  }
}
