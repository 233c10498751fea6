import Experiments
import Foundation
import Testing

@testable import Simulations

@Suite struct CatalogTests {
  /// A file that nobody registered would be dead.
  @Test func everyFileIsRegistered() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Simulations").standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
      .filter { $0.hasSuffix(".swift") && $0 != "Catalog.swift" }
    let types = Catalog.all.simulations.map { "\($0).swift" }
    #expect(files.sorted() == types.sorted())
  }

  @Test(arguments: Catalog.all.names)
  func describesItself(name: String) throws {
    let simulation = try #require(Catalog.all[name])
    let names =
      [[name], simulation.knobs.map(\.name), simulation.metrics.map(\.name)]
      + [simulation.findings.map(\.code), simulation.figures.map(\.name)]
    for group in names {
      #expect(Set(group).count == group.count)
      #expect(group.allSatisfy { $0.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil })
    }
    let summaries =
      [simulation.summary] + simulation.knobs.map(\.summary) + simulation.metrics.map(\.summary)
      + simulation.findings.map(\.summary) + simulation.figures.map(\.summary)
    #expect(summaries.allSatisfy { !$0.isEmpty && !$0.hasSuffix(".") && $0.count <= 120 })
    #expect(simulation.knobs.allSatisfy { $0.domain.contains($0.defaultValue) })
    let theories = simulation.metrics.compactMap(\.theory)
    #expect(Set(theories).isSubset(of: simulation.metrics.map(\.name)))
  }

  @Test func knowsNothingElse() {
    #expect(Catalog.all["step-sise"] == nil)
    #expect(Set(Catalog.all.names).count == Catalog.all.names.count)
  }
}
