import Learning
import Testing

/// Training at a rate that follows the losses of the run.
@Suite struct AdaptiveTrainingTests {
  /// A rate an epoch, from a list.
  struct Listed: Schedule {
    let rates: [Double]
    let batchesPerEpoch: Int
    func rate(at step: Int) -> Double { rates[min(step / batchesPerEpoch, rates.count - 1)] }
  }

  static let start = 2.0
  static let epochs = 60
  static let rule = ReduceOnPlateau(start, factor: 0.5, patience: 2, threshold: 0.05, cooldown: 1)

  /// PyTorch's rule with these settings, told from the epochs of drops; no state but the list.
  static func rates(_ losses: ArraySlice<Double>) -> [Double] {
    var drops: [Int] = []
    var best = (loss: Double.infinity, epoch: losses.startIndex - 1)
    var rates = [start]
    for epoch in losses.indices {
      if losses[epoch] < 0.95 * best.loss { best = (losses[epoch], epoch) }
      // The loss right after a drop is not held against the new rate.
      let since = max(best.epoch, drops.last.map { $0 + 1 } ?? Int.min)
      if epoch - since > 2 { drops.append(epoch) }
      rates.append(drops.reduce(start) { rate, _ in rate / 2 })
    }
    return rates
  }

  struct Plan: Sendable, CustomTestStringConvertible {
    let batches: Batches
    let validates: Bool
    let recordsLoss: Bool
    var testDescription: String { "\(batches), \(validates), \(recordsLoss)" }

    static let all = TrainerTests.plans.flatMap { batches in
      [(true, true), (true, false), (false, true), (false, false)].map {
        Plan(batches: batches, validates: $0.0, recordsLoss: $0.1)
      }
    }
  }

  static func run(_ schedule: any Schedule, _ plan: Plan) -> (Network, History) {
    var network = TrainerTests.network()
    let history = Trainer(
      loss: .binaryCrossEntropy, optimizer: GradientDescent(), schedule: schedule,
      epochs: epochs, batches: plan.batches
    ).train(
      &network, on: TrainerTests.moons(30, "data"),
      validation: plan.validates ? TrainerTests.moons(40, "validation") : nil, seed: 3,
      recordsLoss: plan.recordsLoss)
    return (network, history)
  }

  /// The rates are those that the rule gives for the losses which the run itself recorded.
  @Test(arguments: Plan.all)
  func ratesFollowTheRecordedLosses(plan: Plan) throws {
    let (network, history) = Self.run(Self.rule, plan)
    let losses = plan.validates ? history.validationLoss : history.trainingLoss
    #expect(losses.count == Self.epochs + 1)
    let rates = Self.rates(losses[1..<Self.epochs])
    #expect(Set(rates).count > 2 && rates.count == Self.epochs)

    let perEpoch = history.cost.updates / Self.epochs
    let replay = Self.run(Listed(rates: rates, batchesPerEpoch: perEpoch), plan)
    #expect(replay.0.parameters == network.parameters)
    #expect(replay.1.batchLoss == history.batchLoss)
    // What a trainer would do that shows the losses an epoch late.
    let late = Listed(rates: [Self.start] + rates, batchesPerEpoch: perEpoch)
    #expect(Self.run(late, plan).0.parameters != network.parameters)
    #expect(rates.last == Self.rule.rate(after: Array(losses[1..<Self.epochs])))
  }

  /// The trainer keeps its schedule as it was: the next run begins at the first rate.
  @Test func everyRunBeginsAnew() {
    let plan = Plan(batches: .full, validates: true, recordsLoss: true)
    var schedule = Self.rule
    #expect(Self.run(schedule, plan).0 == Self.run(schedule, plan).0)
    for _ in 0..<9 { schedule.observe(1) }
    #expect(schedule.rate(at: 0) == Self.start / 4 && Self.rule.rate(at: 99) == Self.start)
    #expect(Self.run(schedule, plan).0 != Self.run(Self.rule, plan).0)
  }

  /// Losses are asked for only by a schedule that looks at them.
  @Test func othersDoNotPayForLosses() {
    let plan = Plan(batches: .shuffled(size: 8), validates: false, recordsLoss: false)
    #expect(Self.run(ConstantRate(1), plan).1.trainingLoss.isEmpty)
    let warm = WarmUp(steps: 8, then: Self.rule)
    let (network, history) = Self.run(warm, plan)
    #expect(history.trainingLoss.count == Self.epochs + 1)
    let rates = Self.rates(history.trainingLoss[1..<Self.epochs])
    struct Warmed: Schedule {
      let rest: Listed
      func rate(at step: Int) -> Double {
        step < 8 ? rest.rate(at: step) * (Double(step) / 8) : rest.rate(at: step)
      }
    }
    // Two epochs of four updates; no rate drops as early as that.
    #expect(rates[1] == Self.start && Set(rates).count > 2)
    let replay = Self.run(Warmed(rest: Listed(rates: rates, batchesPerEpoch: 4)), plan)
    #expect(replay.0.parameters == network.parameters)
  }
}
