import Exhibits
import Experiments
import Foundation
import Grading
import Screens
import Terminal

/// What was typed where settings are asked for.
enum TypedSettings {
  case settings(Settings)

  /// The learner would rather not.
  case nothing
  case left
}

extension Console {
  /// Asks for the value of every knob of an exercise that may be chosen and is not yet, what is to be
  /// reached in sight.
  ///
  /// - Parameters:
  ///   - choices: the knobs that were turned already.
  ///   - beginning: what was typed of the first value before it was asked for.
  ///   - offered: values that stand at the prompts, to be taken or changed; none unless given.
  mutating func askChoices(
    _ exercise: Exercise, on choices: Settings, beginning: String = "",
    offering offered: Settings? = nil
  ) throws(Closed) -> TypedSettings {
    var choices = choices
    var beginning = beginning
    var offers = offered?.turned ?? [:]
    try showGoal(exercise)
    for knob in exercise.choices {
      let prompt = StyledText(knob.name, .accent) + StyledText(" (\(knob.domain.text)): ", .muted)
      var words: [String] = []
      if case .choice(let names) = knob.domain { words = names }
      while choices.turned[knob.name] == nil {
        if beginning.isEmpty { beginning = offers.removeValue(forKey: knob.name)?.text ?? "" }
        let answer = try ask(prompt, words: words, beginning: beginning)
        beginning = ""
        switch answer {
        case .left, .text("q"): return .left
        case .cancelled, .text(""), .text("b"): return .nothing
        case .text(let typed):
          do throws(Refusal) {
            choices = try Self.choices(typed, to: knob, exercise, on: choices)
          } catch {
            try say(error.message + "; an empty line leaves it")
          }
        }
      }
    }
    return .settings(choices)
  }

  /// The knobs turned by what was typed for one of them: its value, or several knobs with theirs.
  private static func choices(
    _ typed: String, to knob: any AnyKnob, _ exercise: Exercise, on choices: Settings
  ) throws(Refusal) -> Settings {
    var turned = choices
    do throws(SettingFault) {
      try turned.turn(knob.name, typed: typed)
      return turned
    } catch {
      let arguments = try? KnobArgument.arguments(
        in: typed, of: exercise.simulation, choosing: [knob])
      guard let arguments, arguments.contains(where: { $0.knob != knob.name }) else {
        throw Refusal(error.message)
      }
      return choices.overlaid(by: try arguments.choices(for: exercise))
    }
  }

  /// Shows in a line what an exercise asks for.
  mutating func showGoal(_ exercise: Exercise) throws(Closed) {
    var page = Page(screen)
    page.goal(exercise.goal)
    try show(page)
  }

  /// Says one line about what was typed.
  mutating func say(_ message: String) throws(Closed) {
    var page = Page(screen)
    page.text(StyledText(message, Style(.warning)))
    try show(page)
  }
}

/// The values of an exercise, asked for at a terminal.
package enum ChoicePrompts {
  /// Asks for the knobs of an exercise that are not turned yet.
  ///
  /// - Returns: all of them; nil where the learner would rather not.
  package static func settings(
    for exercise: Exercise, on choices: Settings, at terminal: PlayTerminal
  ) async throws(Refusal) -> Settings? {
    try await terminal.ask(orElse: "choose with \(exercise.checkLine)") { console -> Settings? in
      var console = console
      guard case .settings(let typed) = try console.askChoices(exercise, on: choices) else {
        return nil
      }
      return typed
    } ?? nil
  }
}
