import Tuning

extension HyperbandSearch.Formula {
  /// The brackets, the one with the most arms first.
  func brackets(_ resource: Resource) -> [Bracket] {
    let brackets = Hyperband.brackets(resource)
    guard self == .table else { return brackets }
    // Last stands the bracket whose arms are all trained to the end.
    return brackets.indices.reversed().map { steps in
      let power = (0..<steps).reduce(1) { power, _ in power * resource.factor }
      return Bracket(
        arms: brackets.count / (steps + 1) * power, steps: steps, factor: resource.factor)
    }
  }
}
