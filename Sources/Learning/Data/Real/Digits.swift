/// Handwritten digits: 300 images of 8 × 8 pixels, 30 of each digit.
///
/// The first 30 images of each class in the order of the test set of "Optical Recognition of
/// Handwritten Digits" (1,797 images of 13 writers), as in scikit-learn 1.9.1; otherwise unchanged.
/// Source: Alpaydin & Kaynak 1998, UCI Machine Learning Repository, DOI 10.24432/C50P49, licensed
/// under CC BY 4.0.
package enum Digits {
  /// The length of a side of an image.
  package static let side = 8

  /// 64 shades row by row, 0 (paper) … 16 (ink), with the digit as target; read once.
  package static let dataset: Dataset = {
    var features: [Double] = []
    var targets: [Double] = []
    for line in table.split(separator: "\n") {
      let values = line.compactMap { $0.isWhitespace ? nil : Int(String($0), radix: 17) }
      guard values.count == side * side + 1 else { continue }
      targets.append(Double(values[0]))
      features += values.dropFirst().map(Double.init)
    }
    return Dataset(features: features, targets: targets, columns: side * side)
  }()
}
