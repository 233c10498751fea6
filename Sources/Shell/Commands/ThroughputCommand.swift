import Experiments
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
    let throughput = await context.showing({ done in
      "timing … \(done) of \(NumberText.count(count, "round"))"
    }) { done in
      Throughput.measured(workload, rounds: count, counting: done)
    }
    if arguments.json { return try Report(json: ThroughputDocument(throughput)) }
    var page = Page(context.screen)
    page.throughput(throughput)
    page.blank()
    page.next([
      ("knobs run training-budget --show time", "modelled time, for any machine"),
      ("knobs throughput", "again: another moment, other numbers"),
    ])
    return Report(page)
  }
}

extension Page {
  /// Measured speeds beside the model's.
  mutating func throughput(_ throughput: Throughput) {
    heading(
      "throughput",
      [
        throughput.workload, "this machine, just now",
        "fastest of \(NumberText.count(throughput.rounds, "round"))",
      ])
    blank()
    var table = TextTable([
      .init("batch size", .trailing), .init("updates a second", .trailing),
      .init("samples a second", .trailing), .init("by the model", .trailing),
    ])
    for point in throughput.points {
      table.append([
        StyledText("\(point.batchSize)"),
        StyledText(NumberText.grouped(point.updatesPerSecond)),
        StyledText(NumberText.grouped(point.samplesPerSecond), .bold),
        StyledText(
          throughput.model.map { NumberText.grouped($0.samplesPerSecond(point.batchSize)) } ?? ""),
      ])
    }
    self.table(table)
    blank()
    figure(throughput.figure)
    blank()
    guard let model = throughput.model else { return }
    text(StyledText(model.sentence(missing: throughput.largestMiss)))
  }
}

extension UpdateTime {
  /// The model in words.
  ///
  /// - Parameter miss: by how much it misses the measured speeds at most, as a share.
  func sentence(missing miss: Double?) -> String {
    let even = evenBatchSize.map {
      " A batch of about \(NumberText.shortest(max(1, $0.rounded()))) spends as long on the one as "
        + "on the other; well below it larger batches gain most, well above it next to nothing."
    }
    let error = miss.map {
      " The model misses the measured speeds by up to \(NumberText.percent($0))."
    }
    return "By the model an update takes \(Self.text(fixed)) whatever its size, and "
      + "\(Self.text(perSample)) more for each sample." + (even ?? "") + (error ?? "")
  }

  private static func text(_ seconds: Double) -> String {
    if seconds >= 1e-3 { return "\(NumberText.significant(seconds * 1e3)) ms" }
    return "\(NumberText.significant(seconds * 1e6)) µs"
  }
}

extension NumberText {
  /// A whole number with its thousands apart, at three significant digits: `12,300`.
  static func grouped(_ value: Double) -> String {
    let rounded = rounded(value, digits: 3)
    guard rounded.isFinite, abs(rounded) < 1e15 else { return shortest(value) }
    let digits = String(Int(rounded.rounded()))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }
}
