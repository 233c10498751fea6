import Experiments

/// How one way of searching did, beside random search.
struct RaceResult {
  let race: Race
  let way: SearchRace.Way
  private let tried: [[[Double]]]
  private let random: [[[Double]]]
  private let regrets: [Double]
  private let randomRegret: Double

  init(_ race: Race, _ way: SearchRace.Way) {
    self.race = race
    self.way = way
    random = race.tried(.random)
    tried = way == .random ? random : race.tried(way)
    regrets = race.regrets(tried, second: race.second)
    randomRegret = race.regret(random, second: race.second)
  }

  private var regret: Double { regrets.reduce(0, +) / Double(regrets.count) }

  /// What theory says of the way, where it does.
  private var predicted: Double? {
    switch way {
    case .grid: ExpectedRegret.grid(race.gridCounts, second: race.second)
    case .random where race.second == 0: ExpectedRegret.random(race.trials)
    default: nil
    }
  }

  private var first: [[Double]] { tried.first ?? [] }
  private var firstValues: Int { Set(first.compactMap(\.first)).count }

  /// Every metric with its value.
  var values: [(metric: Metric, value: Double?)] {
    let sorted = regrets.sorted()
    return [
      (SearchRace.regret, regret), (SearchRace.predictedRegret, predicted),
      (SearchRace.nineInTen, sorted[(9 * sorted.count + 9) / 10 - 1]),
      (SearchRace.randomRegret, randomRegret), (SearchRace.firstValues, Double(firstValues)),
      (SearchRace.tried, Double(first.count)), (SearchRace.crossing, race.crossing(random: random)),
    ]
  }

  var findings: [Finding] {
    let kind = SearchRace.verdict(way, regret: regret, random: randomRegret)
    let searches = regrets.count == 1 ? "1 search" : "\(regrets.count) searches"
    let expected = predicted.map { ", \(Self.text($0)) in expectation" } ?? ""
    let beside =
      switch kind {
      case SearchRace.yardstick: "which the others are measured by"
      case SearchRace.aheadOfRandom: "less than random search, which has \(Self.text(randomRegret))"
      default: "no less than random search, which has \(Self.text(randomRegret))"
      }
    var findings = [
      Finding(
        kind, predicted: predicted, measured: regret,
        "the best of \(NumberText.count(first.count, "trial")) has a regret of \(Self.text(regret))"
          + "\(expected), mean of \(searches), \(beside).")
    ]
    if firstValues < first.count {
      findings.append(
        Finding(
          SearchRace.fewValues, predicted: Double(firstValues), measured: Double(firstValues),
          "\(first.count) trials try \(NumberText.count(firstValues, "value")) of the first knob."))
    }
    return findings
  }

  private static func text(_ value: Double) -> String { NumberText.significant(value) }
}

// Figures

extension RaceResult {
  /// The weights of the second knob at which all are compared for the figure.
  static let weights = Spacing.values(13, over: 0.001...1, .log)

  var pointsFigure: Figure {
    let sorted = first.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
    let best = race.places[0]
    return Figure(
      SearchRace.pointsFigure, .scatter, title: "what the first \(way.rawValue) search tries",
      x: Figure.Axis("first knob", domain: 0...1), y: Figure.Axis("second knob", domain: 0...1),
      series: [
        Figure.Series("tried", x: sorted.map { $0[0] }, y: sorted.map { $0[1] }),
        Figure.Series("best place", x: [best[0]], y: [best[1]]),
      ])
  }

  var weightsFigure: Figure {
    let counts = race.gridCounts
    let measured = SearchRace.Way.allCases.map { way in
      let tried = way == .random ? random : race.tried(way)
      return Figure.Series(
        way.rawValue, x: Self.weights,
        y: Self.weights.map { race.regret(tried, second: $0) })
    }
    let crossing = race.crossing(random: random).map { [Figure.Marker("crossing", x: $0)] }
    return Figure(
      SearchRace.weightsFigure, .scatter,
      title: "regret of \(NumberText.count(race.trials, "trial")) by weight of the second knob",
      x: Figure.Axis("second", .log), y: Figure.Axis("regret", .log),
      series: measured + [
        Figure.Series(
          "grid in expectation", .theory, x: Self.weights,
          y: Self.weights.map { ExpectedRegret.grid(counts, second: $0) })
      ], markers: crossing ?? [])
  }
}
