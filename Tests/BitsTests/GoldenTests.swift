import Experiments
import Simulations
import TestKit
import Testing

@testable import bits

/// Bits that must be the same on every machine and at every optimization level.
///
/// They are kept in `Tests/Bits/golden.txt`, which the program `bits` reads too, so that `.ci/run` can
/// compare builds. A new run is a line in that file, recorded.
@Suite struct GoldenTests {
  static let goldens = Goldens("../Bits")
  static let recorded = Golden.cases(in: goldens.text("golden.txt") ?? "")

  @Test(.enabled(if: !Goldens.isRecording), arguments: recorded)
  func bitsAreAsRecorded(golden: Golden) { #expect(Golden.now(golden.name) == golden) }

  @Test func everySimulationAndEveryPartIsThere() {
    let names = Set(Self.recorded.map(\.name))
    #expect(names.count == Self.recorded.count)
    #expect(Set(Catalog.all.names).subtracting(names).isEmpty)
    #expect(Set(EnginePart.all.map(\.name)).subtracting(names).isEmpty)
  }

  /// The plainest optimizer, loss, activation and initialization name one and the same run.
  @Test func noTwoOtherPartsGiveTheSame() {
    let parts = Self.recorded.filter { $0.name.contains("/") }
    #expect(Set(parts.map(\.numbers)).count == parts.count - 3)
  }

  @Test(arguments: Catalog.all.names)
  func onlyChanceDiffers(name: String) throws {
    let runs = Self.recorded.compactMap { Golden.simulation($0.name) }.filter { $0.0.name == name }
    let differ = runs.filter { simulation, settings in
      let run = simulation.run(settings, seed: Golden.seed)
      let again = simulation.run(settings, seed: Golden.seed)
      #expect(run.metrics == again.metrics && run.findings == again.findings)
      return simulation.run(settings, seed: Golden.seed + 1).metrics != run.metrics
    }
    let usesChance = try #require(Catalog.all[name]).usesChance
    #expect(differ.isEmpty != usesChance)
  }

  @Test(.enabled(if: Goldens.isRecording)) func record() throws {
    let names = Self.recorded.map(\.name)
    let missing = (Catalog.all.names + EnginePart.all.map(\.name)).filter { !names.contains($0) }
    let text = (names + missing).map { Golden.now($0).text + "\n" }.joined()
    try Self.goldens.compare(text, with: "golden.txt")
  }

  @Test func strangeFilesNameNothingOrWhatIsNotThere() {
    #expect(Golden.cases(in: "").isEmpty)
    #expect(Golden.cases(in: "  number first\n").isEmpty)
    for name in ["", "no-such", "step-size nothing", "step-size learning-rate=", "step-size a=b"] {
      #expect(Golden.now(name).numbers == ["is not there"])
    }
  }
}
