import Exhibits
import Experiments
import Screens
import Terminal

/// `knobs throughput`: how fast this machine trains, by batch size.
enum ThroughputCommand: Command {
  static let name = "throughput"
  static let summary = "time training on this machine against batch size"
  struct Options: OptionTable {
    let rounds = Option("rounds", 1...101, default: 15, "how often each batch size is timed")
    let json = Option.json
  }

  static let discussion = [
    "Trains a small network at each of several batch sizes, several rounds over, and shows the "
      + "fastest round of each, in which other programs disturbed least. Beside it stands a model: "
      + "an update takes some fixed time, and each sample of its batch adds its own. The two times "
      + "are fitted to what was measured.",
    "Times differ between machines and from one moment to the next, so nothing here is graded and "
      + "no lesson promises any of it. For steady numbers let the machine rest, or take more rounds.",
  ]
  static let examples = [
    Example("knobs throughput", "samples a second by batch size"),
    Example("knobs throughput --rounds 31 --json", "steadier, for another program"),
  ]

  static func run(_ arguments: ParsedArguments<Options>, _ context: Context)
    async throws(Refusal) -> Report
  {
    guard let workload = context.workload else {
      throw Refusal("there is nothing to time in this program")
    }
    let count = arguments.rounds
    let throughput = await context.errorScreen.showing({ done in
      "timing … \(done) of \(NumberText.count(count, "round"))"
    }) { done in
      Throughput.measured(workload, rounds: count, counting: done)
    }
    return try Report(throughput, asDocument: arguments.json, context)
  }
}

extension Throughput {
  /// Times the workload: every batch size once a round, so that no size has a busy moment alone.
  ///
  /// - Precondition: there is at least one round.
  static func measured(_ workload: Workload, rounds: Int, counting done: StepCount) -> Throughput {
    precondition(rounds > 0, "without a round nothing is timed")
    let clock = ContinuousClock()
    // Once without a clock, to warm caches up.
    let updates = workload.batchSizes.map(workload.train)
    var seconds: [[Double]] = []
    for _ in 0..<rounds {
      seconds.append(
        workload.batchSizes.map { batchSize in
          let start = clock.now
          _ = workload.train(batchSize)
          return (clock.now - start) / .seconds(1)
        })
      done.add()
    }
    return Throughput(workload, updates: updates, seconds: seconds)
  }
}
