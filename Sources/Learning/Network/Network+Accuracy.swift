extension Network {
  /// The share of targets whose output falls on their side: above 0 for 1, at most 0 for 0.
  ///
  /// For outputs that are logits, as `Loss.binaryCrossEntropy` takes them. Not a number for no rows.
  package func accuracy(on data: Dataset) -> Double {
    let right = zip(predictions(for: data.features), data.targets).reduce(0) {
      $0 + (($1.0 > 0) == ($1.1 > 0.5) ? 1 : 0)
    }
    return Double(right) / Double(data.targets.count)
  }
}
