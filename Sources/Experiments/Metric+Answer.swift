import Plotting

/// What keeps a text from being an answer to what a metric will be.
package struct AnswerFault: Error, Hashable {
  /// One line: what is wrong, and what would be right.
  package let message: String
}

extension Metric {
  /// The value that somebody foresees, as it is typed.
  ///
  /// - Throws: what is wrong with a text that is no number, or one that the metric cannot have.
  package func answer(typed text: String) throws(AnswerFault) -> Double {
    let answer = TypedNumber.answer(in: text, to: name, takesAnyName: true)
    guard let number = TypedNumber(answer), number.value.isFinite else {
      let remedy = DecimalNumber.spelling(of: answer).map { "it is \($0)" }
      throw AnswerFault(
        message: "\(Quoted.text(text)) is not a number; \(remedy ?? "write one such as 1.5")")
    }
    let value = number.value
    if number.isPercentage, kind != .share {
      throw AnswerFault(
        message: "\(Quoted.text(text)) is in percent, and \(name) is no share; write a number")
    }
    switch kind {
    case .count where value < 0:
      throw AnswerFault(message: "\(Quoted.bare(text)) cannot be: \(name) counts, from 0 up")
    case .share where value < 0 || value > 1:
      let percent =
        1...100 ~= value && !number.isPercentage
        ? "; in percent it is \(NumberText.shortest(value))%" : ""
      throw AnswerFault(
        message: "\(Quoted.bare(text)) cannot be: \(name) is a share, 0 … 1\(percent)")
    default: return value
    }
  }
}
