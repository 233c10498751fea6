import Experiments
import Grading
import Plotting

extension DirectiveReader {
  /// The most points that one criterion can be worth.
  static let mostPoints = 1000

  /// Reads `metric op number`, or `metric in a ... b`, with points in parentheses where they may
  /// stand.
  func criterion(
    _ field: Field, of simulation: any Simulation.Type, takesPoints: Bool, _ faults: inout Faults
  ) -> Criterion? {
    var rest = field
    var points: Int? = 1
    if takesPoints, let bracket = field.lastBracket {
      points = self.points(field.part(bracket..<field.value.endIndex), &faults)
      rest = field.part(field.value.startIndex..<bracket)
    }
    guard let (name, operation, bound) = Self.split(rest) else {
      faults.add(
        rest,
        "expected \"metric <= number\", with <, <=, > or >=, or \"metric in a ... b\", "
          + "not \(Quoted.text(rest.value))")
      return nil
    }
    let metric = metric(name, of: simulation, &faults)
    let interval = interval(operation, bound, &faults)
    guard let metric, let interval, let points else { return nil }
    return Criterion(metric: metric, interval: interval, points: points)
  }

  /// `(3 points)`.
  private func points(_ field: Field, _ faults: inout Faults) -> Int? {
    let text = field.value
    if text.hasPrefix("("), text.hasSuffix(")") {
      let words = text.dropFirst().dropLast().split(whereSeparator: \.isWhitespace)
      if words.count == 2, words[1] == "points" || words[1] == "point",
        let number = Int(words[0]), (1...Self.mostPoints).contains(number)
      {
        return number
      }
    }
    faults.add(
      field,
      "expected points such as (3 points), a whole number 1 … \(Self.mostPoints), "
        + "not \(Quoted.text(text))")
    return nil
  }

  /// The signs that an operator begins with, also those that criteria are printed with.
  private static let relations: [Unicode.Scalar: String] = [
    "<": "<", ">": ">", "≤": "<=", "≥": ">=",
  ]

  /// The metric, the operator and what stands behind it.
  private static func split(_ field: Field) -> (Field, String, Field)? {
    let text = field.value
    let isPlain = text.isPlain
    let scalars = text.unicodeScalars
    let mark =
      isPlain
      ? text.utf8.firstIndex { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }
      : scalars.firstIndex { Self.relations[$0] != nil }
    if let mark, var operation = Self.relations[scalars[mark]] {
      var end = scalars.index(after: mark)
      if end < text.endIndex, scalars[end] == "=", operation.count == 1 {
        operation += "="
        end = scalars.index(after: end)
      }
      return (
        field.part(text.startIndex..<mark), operation, field.part(end..<text.endIndex)
      )
    }
    let space =
      isPlain ? text.utf8.firstIndex(where: \.isWhiteSpace) : text.firstIndex(where: \.isWhitespace)
    let name = text[..<(space ?? text.endIndex)]
    let rest = text[name.endIndex...].trimmingStart()
    guard rest.hasPrefix("in"), rest.dropFirst(2).first?.isWhitespace ?? true else { return nil }
    let end = rest.index(rest.startIndex, offsetBy: 2)
    return (
      field.part(text.startIndex..<name.endIndex), "in", field.part(end..<text.endIndex)
    )
  }

  /// What an operator and the number, or the two numbers, behind it stand for.
  private func interval(_ operation: String, _ bound: Field, _ faults: inout Faults) -> Interval? {
    if operation == "in" { return range(bound, &faults).map(Interval.within) }
    guard let number = number(bound, &faults) else { return nil }
    return switch operation {
    case "<": .below(number)
    case "<=": .atMost(number)
    case ">": .above(number)
    default: .atLeast(number)
    }
  }

  /// `a ... b`.
  private func range(_ field: Field, _ faults: inout Faults) -> ClosedRange<Double>? {
    guard let dots = NumberRange.separator(in: field.value) else {
      faults.add(
        field, "expected a range such as 0.1 ... 0.2, not \(Quoted.text(field.value))")
      return nil
    }
    let low = number(field.part(field.value.startIndex..<dots.lowerBound), &faults)
    let high = number(field.part(dots.upperBound..<field.value.endIndex), &faults)
    guard let low, let high else { return nil }
    guard low <= high else {
      faults.add(field, "the range begins above its end; write the smaller number first")
      return nil
    }
    return low...high
  }

  /// How a number is written here, where that is what is wrong with the first of some.
  static func spelling(of texts: [String]) -> String {
    texts.lazy.compactMap(DecimalNumber.spelling).first.map { "; it is \($0)" } ?? ""
  }

  private func number(_ field: Field, _ faults: inout Faults) -> Double? {
    if let number = DecimalNumber.value(of: field.value), number.isFinite { return number }
    faults.add(
      field,
      "expected a number such as 0.5 or 1e-6, not \(Quoted.text(field.value))"
        + Self.spelling(of: [field.value]))
    return nil
  }
}
