import Experiments
import Learning
import Numerics

/// Rows of people, the label of each person a coin.
struct PeopleRows {
  /// The number of each row's person.
  let people: [Int]

  /// The label of each person.
  let labels: [Bool]

  /// The squared distance of each pair of rows, row by row.
  let distances: [Double]

  var count: Int { people.count }

  init(people: Int, rowsEach: Int, scatter: Double, seed: UInt64, _ number: Int) {
    let draws = PeopleDraws(people: people, rowsEach: rowsEach, seed: seed, number)
    self.init(draws, scatter: scatter)
  }

  init(_ draws: PeopleDraws, scatter: Double) {
    let dimensions = GroupedRows.dimensions
    let (people, count) = (draws.people, draws.people.count)
    var rows = draws.offsets
    for row in 0..<count {
      for column in 0..<dimensions {
        let place = draws.places[people[row] * dimensions + column]
        rows[row * dimensions + column] = place + scatter * draws.offsets[row * dimensions + column]
      }
    }
    self.people = people
    labels = draws.labels
    distances = Self.distances(rows, count, dimensions)
  }

  private static func distances(_ rows: [Double], _ count: Int, _ dimensions: Int) -> [Double] {
    var distances = [Double](repeating: 0, count: count * count)
    for row in 0..<count {
      for other in 0..<row {
        var sum = 0.0
        for column in 0..<dimensions {
          let difference = rows[row * dimensions + column] - rows[other * dimensions + column]
          sum += difference * difference
        }
        distances[row * count + other] = sum
        distances[other * count + row] = sum
      }
    }
    return distances
  }

  /// The share of held-out rows that have the label of their nearest neighbour in training.
  func accuracy(_ folds: Folds) -> Double {
    var right = 0
    for fold in 0..<folds.count {
      let training = folds.training(fold)
      for row in folds.validation(fold) {
        if let nearest = nearest(to: row, in: training),
          labels[people[nearest]] == labels[people[row]]
        {
          right += 1
        }
      }
    }
    return Double(right) / Double(count)
  }

  /// The first of the nearest rows.
  private func nearest(to row: Int, in training: [Int]) -> Int? {
    let first = row * count
    var (nearest, least) = (training.first, Double.infinity)
    for other in training where distances[first + other] < least {
      (nearest, least) = (other, distances[first + other])
    }
    return nearest
  }
}

/// What chance decides of people and their rows, however far these scatter.
struct PeopleDraws {
  /// The number of each row's person.
  let people: [Int]

  /// The label of each person.
  let labels: [Bool]

  /// The coordinates of each person's place, and of each row from there at a scatter of 1.
  let places: [Double]
  let offsets: [Double]

  init(people: Int, rowsEach: Int, seed: UInt64, _ number: Int) {
    var coins = RandomStream(seed: seed, "labels", number)
    var places = RandomStream(seed: seed, "places", number)
    var draws = RandomStream(seed: seed, "rows", number)
    labels = (0..<people).map { _ in coins.bernoulli(0.5) }
    self.places = places.normals(people * GroupedRows.dimensions)
    offsets = draws.normals(people * rowsEach * GroupedRows.dimensions)
    self.people = (0..<people).flatMap { Array(repeating: $0, count: rowsEach) }
  }
}

/// Data sets of people, cross-validated both ways.
struct PeopleTrial {
  let people: Int
  let rowsEach: Int
  let scatter: Double
  let seed: UInt64

  /// The accuracy with rows dealt out one by one, and with every person in one fold.
  let parted: Double
  let together: Double

  init(people: Int, rowsEach: Int, scatter: Double, seed: UInt64) {
    self = Self.all([scatter], people: people, rowsEach: rowsEach, seed: seed)[0]
  }

  /// Trials of several scatters, which share all that chance decides; each as it would be alone.
  static func all(_ scatters: [Double], people: Int, rowsEach: Int, seed: UInt64) -> [PeopleTrial] {
    var sums = scatters.map { _ in (parted: 0.0, together: 0.0) }
    for number in 0..<GroupedRows.sets {
      let draws = PeopleDraws(people: people, rowsEach: rowsEach, seed: seed, number)
      var stream = RandomStream(seed: seed, "folds", number)
      let parted = Folds(rows: people * rowsEach, count: GroupedRows.folds, from: &stream)
      let together = Folds(keepingTogether: draws.people, count: GroupedRows.folds)
      for (index, scatter) in scatters.enumerated() {
        let rows = PeopleRows(draws, scatter: scatter)
        sums[index].parted += rows.accuracy(parted)
        if let together { sums[index].together += rows.accuracy(together) }
      }
    }
    return zip(scatters, sums).map {
      PeopleTrial(
        people: people, rowsEach: rowsEach, scatter: $0, seed: seed, parted: $1.parted,
        together: $1.together)
    }
  }

  private init(
    people: Int, rowsEach: Int, scatter: Double, seed: UInt64, parted: Double, together: Double
  ) {
    self.people = people
    self.rowsEach = rowsEach
    self.scatter = scatter
    self.seed = seed
    self.parted = parted / Double(GroupedRows.sets)
    self.together = together / Double(GroupedRows.sets)
  }

  var finding: Finding {
    func text(_ value: Double) -> String { NumberText.fixed(value, decimals: 3) }
    let rows = rowsEach == 1 ? "one row" : "\(rowsEach) rows"
    return Finding(
      GroupedRows.verdict(gap: parted - 0.5), predicted: 0.5, measured: parted,
      "\(people) people of \(rows) each: with rows dealt out one by one \(text(parted)) are called "
        + "right, with people kept together \(text(together)). Labels are coins, so that nothing can "
        + "be learnt for new people.")
  }

  var scatterFigure: Figure {
    let places = [0.05, 0.1, 0.2, 0.5, 1, 2, 5]
    let trials = Self.all(places, people: people, rowsEach: rowsEach, seed: seed)
    return Figure(
      GroupedRows.scatterFigure, .scatter, title: "\(people) people of \(rowsEach) rows each",
      x: Figure.Axis("scatter of a person's rows", .log), y: Figure.Axis("share called right"),
      series: [
        Figure.Series("rows dealt one by one", x: places, y: trials.map(\.parted)),
        Figure.Series("people kept together", x: places, y: trials.map(\.together)),
        Figure.Series("chance", .theory, x: [0.05, 5], y: [0.5, 0.5]),
      ], markers: [Figure.Marker("this run", x: scatter)])
  }
}
