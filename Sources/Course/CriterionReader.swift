import Experiments

extension Criterion {
  /// Reads `metric op number`, or `metric in a ... b`, with points in parentheses where they may
  /// stand.
  init?(
    _ field: Field, of simulation: any Simulation.Type, takesPoints: Bool, _ faults: inout Faults
  ) {
    var rest = field
    var points = 1
    if takesPoints, let bracket = field.value.lastIndex(of: "(") {
      let inside = field.part(bracket..<field.value.endIndex)
      guard let worth = Self.points(inside.value) else {
        faults.add(inside, "expected points such as (3 points), not \(Quoted.text(inside.value))")
        return nil
      }
      points = worth
      rest = field.part(field.value.startIndex..<bracket)
    }
    guard let (name, operation, bound) = Self.split(rest) else {
      faults.add(
        rest,
        "expected \"metric <= number\", with <, <=, > or >=, or \"metric in a ... b\", "
          + "not \(Quoted.text(rest.value))")
      return nil
    }
    let metrics = simulation.metrics
    let metric = metrics.first { $0.name == name.value }
    if metric == nil {
      let remedy = NearestName.remedy(for: name.value, among: metrics.map(\.name))
      faults.add(name, "no metric \(Quoted.text(name.value)) in \(simulation.name)\(remedy)")
    }
    guard let condition = Self.condition(operation, bound, &faults), let metric else { return nil }
    self.init(metric: metric, condition: condition, points: points)
  }

  private static func points(_ text: String) -> Int? {
    guard text.hasPrefix("("), text.hasSuffix(")") else { return nil }
    let words = text.dropFirst().dropLast().split(whereSeparator: \.isWhitespace)
    guard words.count == 2, words[1] == "points" || words[1] == "point",
      let number = Int(words[0]), (1...1000).contains(number)
    else { return nil }
    return number
  }

  /// The metric, the operator and what stands behind it.
  private static func split(_ field: Field) -> (Field, String, Field)? {
    let text = field.value
    if let mark = text.firstIndex(where: { $0 == "<" || $0 == ">" }) {
      var end = text.index(after: mark)
      if end < text.endIndex, text[end] == "=" { end = text.index(after: end) }
      return (
        field.part(text.startIndex..<mark), String(text[mark..<end]),
        field.part(end..<text.endIndex)
      )
    }
    guard let word = text.firstRange(of: " in ") else { return nil }
    return (
      field.part(text.startIndex..<word.lowerBound), "in",
      field.part(word.upperBound..<text.endIndex)
    )
  }

  private static func condition(_ operation: String, _ bound: Field, _ faults: inout Faults)
    -> Condition?
  {
    func number(_ field: Field) -> Double? {
      if let number = DecimalNumber.value(of: field.value), number.isFinite { return number }
      faults.add(field, "expected a number, not \(Quoted.text(field.value))")
      return nil
    }
    if operation == "in" {
      guard let dots = bound.value.firstRange(of: "...") else {
        faults.add(bound, "expected a range such as 0.1 ... 0.2, not \(Quoted.text(bound.value))")
        return nil
      }
      let low = number(bound.part(bound.value.startIndex..<dots.lowerBound))
      let high = number(bound.part(dots.upperBound..<bound.value.endIndex))
      guard let low, let high else { return nil }
      guard low <= high else {
        faults.add(bound, "the range begins above its end; write the smaller number first")
        return nil
      }
      return .within(low...high)
    }
    guard let number = number(bound) else { return nil }
    return switch operation {
    case "<": .below(number)
    case "<=": .atMost(number)
    case ">": .above(number)
    default: .atLeast(number)
    }
  }
}
