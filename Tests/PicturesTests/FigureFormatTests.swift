import Foundation
import Testing

@testable import Pictures

/// The table of formats, from which options and file names follow.
@Suite struct FigureFormatTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/Pictures/Formats").standardizedFileURL

  @Test func theTableNamesEveryFile() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { !$0.contains("+") }.map { $0.replacing(".swift", with: "") }
    #expect(files.sorted() == FigureFormats.all.map { String(describing: $0) }.sorted())
    let names = FigureFormats.all.map { $0.name }
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.allSatisfy { $0.isLowercase || $0.isNumber } && !$0.isEmpty })
  }

  @Test(arguments: FigureFormats.all.map { $0.name }) func saysWhatItsOptionDoes(_ name: String)
    throws
  {
    let format = try #require(FigureFormats.all.first { $0.name == name })
    #expect(format.help.hasPrefix("--\(name) ") && format.help.hasSuffix("."))
    #expect(!format.summary.isEmpty && !format.summary.hasSuffix("."))
  }

  @Test(arguments: FigureFormats.all.map { $0.name }) func documentsAreToldApart(_ name: String)
    throws
  {
    let format = try #require(FigureFormats.all.first { $0.name == name })
    let figures = Example.all.flatMap { figure in
      ["a", "b"].map { LabelledFigure(figure, $0) }
    }
    let documents = format.documents(of: FigureSet(drawn: figures, ofRuns: figures))
    #expect([1, figures.count].contains(documents.count))
    #expect(Set(documents.map(\.distinction)).count == documents.count)
    #expect(documents.allSatisfy { !$0.text.isEmpty })
  }
}
