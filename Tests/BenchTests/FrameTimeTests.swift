import Experiments
import Simulations
import Testing

@testable import knobs_bench

@Suite struct FrameTimeTests {
  @Test func percentilesAreThoseOfTheSortedNumbers() {
    let numbers = (1...40).map(Double.init).reversed() as [Double]
    #expect(FrameTime.share(0.5, of: numbers) == 20 && FrameTime.share(0.95, of: numbers) == 38)
    #expect(FrameTime.share(0.95, of: [3]) == 3 && FrameTime.share(0.5, of: []) == 0)
  }

  @Test func everySimulationHasSettingsToDraw() {
    for simulation in Catalog.all.simulations {
      #expect(FrameTime.drawn(simulation).count == FrameTime.settings, "\(simulation.name)")
    }
  }

  @Test func aFrameIsWithinWhatWasTimed() throws {
    let simulation = try #require(Catalog.all["step-size"])
    let frame = FrameTime(simulation, runs: 3)
    #expect(frame.name == "step-size" && frame.slowest.contains("="))
    #expect(frame.both >= max(frame.run, frame.figures) && frame.percentile <= frame.longest)
    let table = Report.table([frame]).split(separator: "\n")
    #expect(table.count == 3 && table[1].hasPrefix("step-size"))
    #expect(try Report.json([frame]).contains("percentile95Milliseconds"))
  }
}
