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
    var coins = RandomStream(seed: seed, "labels", number)
    var places = RandomStream(seed: seed, "places", number)
    var draws = RandomStream(seed: seed, "rows", number)
    let dimensions = GroupedRows.dimensions
    labels = (0..<people).map { _ in coins.bernoulli(0.5) }
    let rows = (0..<people).flatMap { _ in
      let place = places.normals(dimensions)
      return (0..<rowsEach).map { _ in
        zip(place, draws.normals(dimensions)).map { $0 + scatter * $1 }
      }
    }
    self.people = (0..<people).flatMap { Array(repeating: $0, count: rowsEach) }
    var distances = [Double](repeating: 0, count: rows.count * rows.count)
    for row in rows.indices {
      for other in 0..<row {
        var sum = 0.0
        for column in 0..<dimensions {
          let difference = rows[row][column] - rows[other][column]
          sum += difference * difference
        }
        distances[row * rows.count + other] = sum
        distances[other * rows.count + row] = sum
      }
    }
    self.distances = distances
  }

  /// The share of held-out rows that have the label of their nearest neighbour in training.
  func accuracy(_ folds: Folds) -> Double {
    var right = 0
    for fold in 0..<folds.count {
      let training = folds.training(fold)
      for row in folds.validation(fold) {
        let nearest = training.min {
          distances[row * count + $0] < distances[row * count + $1]
        }
        if let nearest, labels[people[nearest]] == labels[people[row]] { right += 1 }
      }
    }
    return Double(right) / Double(count)
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
    var (parted, together) = (0.0, 0.0)
    for number in 0..<GroupedRows.sets {
      let rows = PeopleRows(
        people: people, rowsEach: rowsEach, scatter: scatter, seed: seed, number)
      var stream = RandomStream(seed: seed, "folds", number)
      parted += rows.accuracy(
        Folds(rows: rows.count, count: GroupedRows.folds, from: &stream))
      if let folds = Folds(keepingTogether: rows.people, count: GroupedRows.folds) {
        together += rows.accuracy(folds)
      }
    }
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
    let trials = places.map {
      PeopleTrial(people: people, rowsEach: rowsEach, scatter: $0, seed: seed)
    }
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
