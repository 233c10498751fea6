import Experiments
import Foundation
import Testing

@testable import Simulations

@Suite struct CatalogTests {
  /// A simulation is a folder, named after its type, and a line in the catalogue.
  ///
  /// A folder that nobody registered would be dead, and every file in it is the type's own file or
  /// names a part of it; tests lie in a folder of the same name.
  @Test func everyFolderIsRegistered() throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    let sources = tests.appending(path: "../../Sources/Simulations").standardized
    let types = Catalog.all.simulations.map { "\($0)" }
    let folders = try Self.contents(sources).filter { !$0.contains(".") }
    #expect(folders == types.sorted())
    for type in types {
      for (folder, end) in [(sources, ""), (tests, "Tests")] {
        let files = try Self.contents(folder.appending(path: type))
        #expect(files.contains("\(type)\(end).swift"), "\(type)")
        let others = files.filter { $0 != "\(type)\(end).swift" }
        #expect(others.allSatisfy { $0.hasPrefix("\(type)+") && $0.hasSuffix("\(end).swift") })
      }
    }
  }

  private static func contents(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
  }

  @Test(arguments: Catalog.all.names)
  func describesItself(name: String) throws {
    let simulation = try #require(Catalog.all[name])
    let names =
      [[name], simulation.knobs.map(\.name), simulation.metrics.flatMap(\.names)]
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
    let theories = simulation.metrics.compactMap(\.theory?.metric)
    #expect(Set(theories).isSubset(of: simulation.metrics.map(\.name)))
  }

  /// Losses, errors and what is left are better when lower, accuracies when higher, and what theory
  /// says has no better way; only what is neither good nor bad to have has none at all.
  @Test func saysWhichWayIsBetter() {
    var without: Set<String> = []
    for simulation in Catalog.all.simulations {
      if simulation.metrics.allSatisfy({ $0.better == nil }) { without.insert(simulation.name) }
      let theories = Set(simulation.metrics.compactMap(\.theory?.metric))
      for metric in simulation.metrics {
        if theories.contains(metric.name) { #expect(metric.better == nil, "\(metric.name)") }
        let words = Set(metric.name.split(separator: "-"))
        if !words.isDisjoint(with: ["loss", "error", "regret", "bytes"]) {
          #expect(metric.better != .higher, "\(metric.name)")
        }
        if !words.isDisjoint(with: ["accuracy", "precision", "recall", "auc"]) {
          #expect(metric.better != .lower, "\(metric.name)")
        }
      }
    }
    #expect(
      without == [
        "decay-rules", "loss-target", "dropout-masks", "folded-line", "gradient-chain",
        "initial-weights",
      ])
  }

  @Test func knowsNothingElse() {
    #expect(Catalog.all["step-sise"] == nil)
    #expect(Set(Catalog.all.names).count == Catalog.all.names.count)
  }
}
