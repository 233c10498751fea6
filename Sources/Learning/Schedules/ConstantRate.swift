/// The same rate at every step.
package struct ConstantRate: Schedule {
  package let rate: Double

  package init(_ rate: Double) { self.rate = rate }

  package func rate(at step: Int) -> Double { rate }
}
