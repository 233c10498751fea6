import Experiments

/// Settings and their losses on two tasks.
struct TaskTrial {
  let tasks: (first: SmallTask, second: SmallTask)

  /// The mean validation loss of each setting; infinite where numbers overflowed.
  let first: [Double]
  let second: [Double]
  let cost: Cost

  init(_ count: Int, _ first: SmallTask, _ second: SmallTask, splits: Int, seed: UInt64) {
    let settings = (0..<count).map { SmallSetting(drawn: $0, seed: seed) }
    var spent: [SmallTraining] = []
    func losses(_ task: SmallTask, from number: Int) -> [Double] {
      let rows = (0..<splits).map { task.rows(split: number + $0, seed: seed) }
      return settings.indices.map { index in
        let trainings = (0..<splits).map { split in
          SmallTraining(
            settings[index], on: rows[split],
            luck: 2 * (4 * index + split) + number / Self.apart, seed: seed)
        }
        spent += trainings
        return trainings.reduce(0) { $0 + $1.validationLoss } / Double(splits)
      }
    }
    self.first = losses(first, from: 0)
    self.second = losses(second, from: Self.apart)
    tasks = (first, second)
    cost = SmallTraining.cost(spent)
  }

  /// From which number on the splits of the second task are counted.
  private static let apart = 1000

  /// The numbers of all settings, the one with the lowest loss first; of equals the first.
  private static func order(_ losses: [Double]) -> [Int] {
    losses.indices.sorted { (losses[$0], $0) < (losses[$1], $1) }
  }

  private var winner: Int { Self.order(first)[0] }
  private var lowest: Double { second.min() ?? .infinity }

  private var price: Double? {
    let price = second[winner] / lowest
    return price.isFinite ? price : nil
  }

  private var tenth: Int { max(1, first.count / 10) }

  /// How many settings are of the best tenth on both.
  private var shared: Int {
    Set(Self.order(first).prefix(tenth)).intersection(Self.order(second).prefix(tenth)).count
  }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double?)] {
    func finite(_ value: Double) -> Double? { value.isFinite ? value : nil }
    return [
      (TaskTransfer.correlation, Ranks.correlation(first, second)), (TaskTransfer.price, price),
      (TaskTransfer.place, Double((Self.order(second).firstIndex(of: winner) ?? 0) + 1)),
      (TaskTransfer.shared, Double(shared)), (TaskTransfer.tenth, Double(tenth)),
      (TaskTransfer.kept, finite(second[winner])), (TaskTransfer.own, finite(lowest)),
    ]
  }

  /// What a winner is found to be on the other task, by its price; one that overflows has none.
  static func verdict(price: Double?) -> FindingKind {
    (price ?? .infinity) <= TaskTransfer.suiting ? TaskTransfer.suits : TaskTransfer.misfits
  }

  var findings: [Finding] {
    let kind = Self.verdict(price: price)
    let loss = NumberText.significant(second[winner])
    var findings = [
      Finding(
        kind, predicted: lowest, measured: second[winner],
        "\(kind == TaskTransfer.suits ? "it suits" : "it does not suit"): the best of "
          + "\(first.count) settings on \(tasks.first.rawValue) has a loss of \(loss) on "
          + "\(tasks.second.rawValue), where the lowest is \(NumberText.significant(lowest)).")
    ]
    let credits = [tasks.first.credit, tasks.second.credit]
    findings.append(
      Finding(
        TaskTransfer.realData, predicted: nil, measured: nil,
        "\((credits[0] == credits[1] ? [credits[0]] : credits).joined(separator: ", and ")).",
        credits: [tasks.first.data.credit, tasks.second.data.credit]))
    return findings
  }

  var figure: Figure {
    let finite = first.indices.filter { first[$0].isFinite && second[$0].isFinite }
      .sorted { (first[$0], second[$0]) < (first[$1], second[$1]) }
    func series(_ name: String, _ settings: [Int]) -> [Figure.Series] {
      guard !settings.isEmpty else { return [] }
      return [
        Figure.Series(name, x: settings.map { first[$0] }, y: settings.map { second[$0] })
      ]
    }
    return Figure(
      TaskTransfer.lossesFigure, .scatter, title: "one setting on two tasks",
      x: Figure.Axis("loss on \(tasks.first.rawValue)", .log),
      y: Figure.Axis("loss on \(tasks.second.rawValue)", .log),
      series: series("settings", finite.filter { $0 != winner })
        + series("winner", finite.filter { $0 == winner }))
  }
}
