extension Dataset {
  /// The rows with these numbers, in this order.
  ///
  /// - Precondition: every number is that of a row.
  package func selecting(_ indices: [Int]) -> Dataset {
    var features: [Double] = []
    var targets: [Double] = []
    features.reserveCapacity(indices.count * columns)
    targets.reserveCapacity(indices.count * outputs)
    for row in indices {
      precondition(0..<rows ~= row, "there is no row \(row)")
      features += self.features[row * columns..<(row + 1) * columns]
      targets += self.targets[row * outputs..<(row + 1) * outputs]
    }
    return Dataset(features: features, targets: targets, columns: columns, outputs: outputs)
  }

  /// The class of each row, where a row has one target that is a class number.
  ///
  /// Fractions are cut off; 0 for what is not a number or too large for a class.
  package var labels: [Int] {
    stride(from: 0, to: targets.count, by: outputs).map { index in
      targets[index].magnitude < 0x1p53 ? Int(targets[index]) : 0
    }
  }

  /// The same rows with a target a class: 1 for the row's own class, 0 for the others.
  ///
  /// - Precondition: there are classes.
  package func oneHot(classes: Int) -> Dataset {
    let labels = labels
    var targets = [Double](repeating: 0, count: labels.count * classes)
    for (row, label) in labels.enumerated() where 0..<classes ~= label {
      targets[row * classes + label] = 1
    }
    return Dataset(features: features, targets: targets, columns: columns, outputs: classes)
  }
}
