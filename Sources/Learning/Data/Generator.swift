import Numerics

/// A data set that is drawn at any size, as it is listed by name.
///
/// A new one is a file and a line in `all`.
package struct Generator: Sendable {
  /// The name in text and files, such as `two-moons`.
  package let name: String
  /// The number of classes; nil where targets are numbers to be fitted.
  package let classes: Int?
  /// A standard deviation of the noise at which the problem is neither trivial nor hopeless.
  package let usualNoise: Double
  /// The smallest number of rows it can be drawn with.
  package let fewestRows: Int
  private let draw: @Sendable (Int, Double, inout RandomStream) -> Dataset

  /// Every data set that is drawn.
  package static let all = [
    Generator("two-moons", classes: 2, usualNoise: 0.3) {
      .twoMoons(count: $0, noise: $1, from: &$2)
    },
    Generator("circles", classes: 2, usualNoise: 0.1) {
      .circles(count: $0, noise: $1, from: &$2)
    },
    Generator("blobs", classes: 3, usualNoise: 1) { .blobs(count: $0, noise: $1, from: &$2) },
    Generator("spirals", classes: 2, usualNoise: 0.03) {
      .spirals(count: $0, noise: $1, from: &$2)
    },
    Generator("xor", classes: nil, usualNoise: 0.2) { .xor(count: $0, noise: $1, from: &$2) },
    Generator("sine", classes: nil, usualNoise: 0.2) { .sine(count: $0, noise: $1, from: &$2) },
    Generator("linear", classes: nil, usualNoise: 1, fewestRows: 5) {
      .linear(count: $0, noise: $1, from: &$2)
    },
    Generator("imbalanced", classes: 2, usualNoise: 1) {
      .imbalanced(count: $0, noise: $1, from: &$2)
    },
  ]

  /// This many rows, or `fewestRows` where that is more.
  package func callAsFunction(count: Int, noise: Double, from stream: inout RandomStream) -> Dataset
  {
    draw(max(fewestRows, count), noise, &stream)
  }

  private init(
    _ name: String, classes: Int?, usualNoise: Double, fewestRows: Int = 0,
    _ draw: @escaping @Sendable (Int, Double, inout RandomStream) -> Dataset
  ) {
    self.name = name
    self.classes = classes
    self.usualNoise = usualNoise
    self.fewestRows = fewestRows
    self.draw = draw
  }
}
