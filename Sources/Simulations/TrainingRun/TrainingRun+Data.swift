import Experiments
import Learning
import Numerics

/// The rows of a run in their three parts.
///
/// Fewer training rows are the first of more, and a leak or wrong labels leave all else as it was.
struct RunData {
  /// The data sets to choose from.
  enum Source: String, CaseIterable, KnobValue {
    case twoMoons = "two-moons"
    case circles, spirals, penguins, digits

    /// Whether the rows were measured.
    var real: RealData? { RealData.all.first { $0.name == rawValue } }
  }

  /// What validation rows do where they do not belong.
  enum Leak: String, CaseIterable, KnobValue {
    case none, duplicates
  }

  /// Rows that are drawn for validation and for testing.
  static let drawn = (validation: 100, test: 400)

  /// Rows of measured data that are kept for validation and for testing, each.
  static let kept = 60

  /// Standardized features, one target a class.
  let training: Dataset
  let validation: Dataset
  let test: Dataset

  /// The classes of the rows, the training rows' as they were given.
  let labels: (training: [Int], validation: [Int], test: [Int])

  /// The scale of the features: what has become 0, and what 1 is long.
  let scale: Standardization
  let classes: Int

  init(_ plan: RunPlan, seed: UInt64) {
    let parts = Self.parts(plan.data, rows: plan.trainingRows, seed: seed)
    let scale = Standardization(
      fittedTo: parts.training, rows: Array(0..<parts.training.rows))
    let classes = parts.classes
    var given = Self.mislabelled(
      parts.training.labels, share: plan.labelNoise, classes: classes, seed: seed)
    var features = scale.applied(to: parts.training).features
    let validation = scale.applied(to: parts.validation)
    if plan.leak == .duplicates {
      features += validation.features
      given += validation.labels
    }
    training = Dataset(
      features: features, targets: given.map(Double.init), columns: validation.columns
    ).oneHot(classes: classes)
    self.validation = validation.oneHot(classes: classes)
    test = scale.applied(to: parts.test).oneHot(classes: classes)
    labels = (given, validation.labels, parts.test.labels)
    self.scale = scale
    self.classes = classes
  }

  private static func parts(_ source: Source, rows: Int, seed: UInt64) -> (
    training: Dataset, validation: Dataset, test: Dataset, classes: Int
  ) {
    if let real = source.real {
      let all = real.dataset
      var stream = RandomStream(seed: seed, "split")
      let split = Split(
        stratifying: all.labels, validation: .count(kept), test: .count(kept), from: &stream)
      return (
        all.selecting(Array(split.train.prefix(rows))), all.selecting(split.validation),
        all.selecting(split.test), real.classes.count
      )
    }
    func draw(_ count: Int, _ name: String) -> Dataset {
      var stream = RandomStream(seed: seed, name)
      switch source {
      case .circles: return .circles(count: count, noise: 0.1, from: &stream)
      case .spirals: return .spirals(count: count, noise: 0.03, from: &stream)
      default: return .twoMoons(count: count, noise: 0.3, from: &stream)
      }
    }
    return (
      draw(rows, "training-data"), draw(drawn.validation, "validation-data"),
      draw(drawn.test, "test-data"), 2
    )
  }

  /// Labels of which some are replaced by another class; a wrong one stays wrong at a larger share.
  private static func mislabelled(
    _ labels: [Int], share: Double, classes: Int, seed: UInt64
  ) -> [Int] {
    var stream = RandomStream(seed: seed, "label-noise")
    return labels.map { label in
      let isWrong = stream.uniform() < share
      let other = (label + 1 + stream.integer(below: classes - 1)) % classes
      return isWrong ? other : label
    }
  }
}
