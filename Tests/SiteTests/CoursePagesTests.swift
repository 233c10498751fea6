import Foundation
import Markdown
import Testing

@testable import Site

/// The prose of the course's own lessons in pages.
@Suite struct CoursePagesTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Lessons").standardizedFileURL

  @Test func lessonsAreWellFormed() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".md") && $0.first?.isNumber ?? false }
    #expect(files.count > 10)
    for file in files {
      let text = try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
      let document = Document(text)
      let page = DocumentHTML(ids: Anchors.byLine(of: document)).blocks(document.blocks).source
      let scan = PageScan(page)
      #expect(scan.faults.isEmpty, "\(file)")
      #expect(scan.elements.count { ["h1", "h2"].contains($0) } > 3, "\(file)")
      #expect(!page.contains("<h2>"), "\(file): a heading without an anchor")
    }
  }
}
