extension ConfusionMatrix {
  /// The share of rows given their own class.
  package var accuracy: Measured {
    let total = total
    guard total > 0 else { return Measured(undefined: .noRows) }
    return Measured(Double(right) / Double(total))
  }
}
