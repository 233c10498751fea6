import Experiments
import Learning
import Numerics

/// Something that a small network learns from measured rows.
enum SmallTask: String, CaseIterable, KnobValue {
  case digits
  case mislabelled
  case species
  case sex

  /// The share of training labels that are another class, where labels are wrong on purpose.
  static let wrongShare = 0.2

  /// How many rows train, validate and test.
  static let sizes = (training: 180, validation: 60, test: 60)

  private static let sexes = Dataset(
    features: Penguins.dataset.features,
    targets: Penguins.all.map { $0.sex == .male ? 1 : 0 }, columns: Penguins.dataset.columns)

  private var dataset: Dataset {
    switch self {
    case .digits, .mislabelled: Digits.dataset
    case .species: Penguins.dataset
    case .sex: Self.sexes
    }
  }

  private var classes: Int {
    switch self {
    case .digits, .mislabelled: 10
    case .species: 3
    case .sex: 2
    }
  }

  /// The parts of a split.
  typealias Rows = (training: Dataset, validation: Dataset, test: Dataset)

  /// The rows of a split by its number, features standardized by the training rows.
  ///
  /// Digits and mislabelled digits have the same splits.
  func rows(split number: Int, seed: UInt64) -> Rows {
    let all = dataset
    var stream = RandomStream(seed: seed, "split", number)
    let split = Split(
      stratifying: all.labels, validation: .count(Self.sizes.validation),
      test: .count(Self.sizes.test), from: &stream)
    let chosen = Array(split.train.prefix(Self.sizes.training))
    let scaled = Standardization(fittedTo: all, rows: chosen).applied(to: all)
    let training = scaled.selecting(chosen)
    var labels = RandomStream(seed: seed, "labels", number)
    let targets = training.targets.map { own in
      guard self == .mislabelled, labels.uniform() < Self.wrongShare else { return own }
      return Double((Int(own) + 1 + labels.integer(below: classes - 1)) % classes)
    }
    return (
      Dataset(features: training.features, targets: targets, columns: training.columns)
        .oneHot(classes: classes),
      scaled.selecting(split.validation).oneHot(classes: classes),
      scaled.selecting(split.test).oneHot(classes: classes)
    )
  }

  /// The data that the rows are of.
  var data: RealData { self == .digits || self == .mislabelled ? .digits : .penguins }

  /// Whom the rows are owed to.
  var credit: String { "the \(data.name) are from \(data.credit)" }
}
