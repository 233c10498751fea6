import Foundation
import Testing

@testable import Authoring

@Suite struct RuleTests {
  @Test func theTableNamesEveryFile() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Authoring/Rules").standardizedFileURL
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let types = Rules.all.map { "\(String(describing: $0)).swift" }
    #expect(files.sorted() == types.sorted())
  }

  @Test func namesAreTakenOnce() {
    let names = Rules.all.map { $0.name } + [PackCheck.reading]
    #expect(Set(names).count == names.count)
    #expect(Rules.all.allSatisfy { $0.summary.hasSuffix(".") })
  }
}
