import Learning
import TestKit
import Testing

/// A run of every optimizer has the same bits in every build, on every machine.
///
/// Schedules are among what `Tests/Bits` keeps.
@Suite struct OptimizerReproducibilityTests {
  @Test func optimizerBitsAreFrozen() throws {
    let digests = OptimizerTests.rules.map { name, rule in
      let run = OptimizerTests.run(rule, order: Array(0..<27))
      return "\(name): \(checksum(run.flatMap { $0 }))\n"
    }
    try Goldens().compare(digests.sorted().joined(), with: "optimizers.txt")
  }
}
