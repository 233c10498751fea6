import Testing

@testable import Experiments

@Suite struct MetricTests {
  @Test func metricsWriteTheirValues() {
    let steps = Metric("steps-to-target", "a count", .count, absent: "never")
    #expect(steps.text(nil) == "never")
    #expect(steps.text(32) == "32")
    let loss = Metric("relative-loss", "a loss", .scientific, theory: .lowerBound(steps))
    #expect(loss.text(.infinity) == "∞")
    #expect(loss.text(2.8e-8) == "2.8e-8")
    #expect(loss.theory?.metric == "steps-to-target")
    #expect(loss.theory?.kind == .lowerBound)
    #expect(Metric("x", "x", .fixed(decimals: 3)).text(0.82) == "0.820")
    #expect(Metric("x", "x").text(0.82) == "0.820")
    #expect(Metric("x", "x").text(nil) == "undefined")
  }
}
