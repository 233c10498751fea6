import Exhibits
import Experiments
import Foundation
import Lessons
import Plotting
import Terminal

extension Console {
  /// What was typed where a prediction is asked for.
  enum Prediction: Sendable, Hashable {
    case answer(Double)

    /// The learner would rather not.
    case skipped
    case back
    case left
  }

  /// Asks for an answer until there is one, or the learner would rather not.
  ///
  /// An empty line changes nothing: a key pressed once too often must not skip the question.
  ///
  /// - Parameter keys: what may be typed, in words.
  mutating func askPrediction(_ directive: PredictDirective, keys: String) throws(Closed)
    -> Prediction
  {
    let labels = directive.cases.map(\.label)
    var isReminded = false
    while true {
      let asked = try ask(StyledText("your prediction: ", .accent))
      guard case .text(let typed) = asked else { return .left }
      switch typed.lowercased() {
      case "":
        // Once, so that a key held down does not fill the screen.
        if !isReminded { try say(keys) }
        isReminded = true
        continue
      case "s": return .skipped
      case "b": return .back
      case "q": return .left
      case "?":
        try say(keys)
        continue
      default: break
      }
      guard labels.isEmpty else {
        if let place = Self.place(of: typed, among: labels) { return .answer(Double(place + 1)) }
        try say("\(Quoted.text(typed)) is none of them; type a number 1 … \(labels.count)")
        continue
      }
      do throws(AnswerFault) {
        return .answer(try directive.metric.answer(typed: typed))
      } catch {
        try say(error.message)
      }
    }
  }

  /// The place of what is meant among some labels, by its number from 1 or by the label itself.
  static func place(of text: String, among labels: [String]) -> Int? {
    let text = text.trimmingCharacters(in: .whitespaces)
    if let number = TypedNumber(text), !number.isPercentage {
      return labels.indices.first { Double($0 + 1) == number.value }
    }
    return labels.firstIndex { $0.lowercased() == text.lowercased() }
  }
}
