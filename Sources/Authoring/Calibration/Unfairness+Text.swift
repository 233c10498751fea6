import Course
import Experiments

extension Unfairness {
  /// What is unfair and what to do about it, with suggested criteria where there are some.
  func message(_ suggestions: [Calibration.Suggestion]) -> String {
    let bounds = suggestions.map { suggestion in
      "\"pass: \(suggestion.source)\", with which \(Self.percent(suggestion.share)) of it passes"
    }.joined(separator: ", or ")
    func remedy(_ remedy: String) -> String {
      bounds.isEmpty ? remedy : "\(remedy): such as \(bounds)"
    }
    return switch self {
    case .idle(let knobs):
      "turning \(knobs.joined(separator: " or ")) changes nothing that is asked for; "
        + "choose another knob or ask for another metric"
    case .impossible(let settings, let nearest):
      "can not be passed: none of \(NumberText.count(settings, "setting")) over the whole range does"
        + "\(nearest.map { ", \($0)" } ?? ""); \(remedy("ask for less"))"
    case .onlyByLuck(let settings, let passed, let run, let asked):
      "passes only by luck: the best of \(NumberText.count(settings, "setting")) passes "
        + "\(passed) of \(run) seeds, and \(NumberText.percent(asked)) are asked for; "
        + remedy("ask for less, or for a lower pass-rate")
    case .onlyOnAFewSeeds(let cells, let settings):
      "passes only by luck: \(cells) of \(NumberText.count(settings, "setting")) pass a few seeds, "
        + "but none that was graded passes; \(remedy("ask for less, or for a lower pass-rate"))"
    case .passesUntouched:
      "passes as it stands, with no knob turned; \(remedy("ask for more")), "
        + "or give other values for what stays fixed"
    case .passesWithDefault(let knob, let choices):
      "\(knob) need not be turned: \(choices) passes, and that is where it stands; "
        + "ask for more, or choose the other knobs alone"
    case .passesAtEnd(let knob, let choices):
      "an end of a range passes: \(choices); ask for something that turning "
        + "\(knob) all the way can not give"
    case .tooMuchPasses(let share, let wanted):
      "\(Self.percent(share)) of the range passes, more than \(wanted.text); "
        + Self.override(remedy("ask for more"), share, wanted)
    case .tooLittlePasses(let share, let wanted):
      "\(Self.percent(share)) of the range passes, less than \(wanted.text); "
        + Self.override(remedy("ask for less"), share, wanted)
    case .knifesEdge(let knob, let width, let cells, let choices):
      "a knife's edge: at \(choices) the region is \(NumberText.count(width, "cell")) of \(cells) "
        + "wide along \(knob), and two is the least; \(remedy("ask for less"))"
    case .unsteady(let passed, let run, let interval, let verdict, let choices):
      "graded again, the middle may fail: at \(choices) \(passed) of \(run) held-out seeds pass "
        + "(\(Self.percent(interval.low)) to \(Self.percent(interval.high))), "
        + "which passes \(Self.percent(verdict)) of gradings, not 99 %; "
        + "ask for less, or for a lower pass-rate"
    }
  }

  private static func override(_ remedy: String, _ share: Double, _ wanted: PassShare) -> String {
    guard wanted.reason == nil else { return remedy }
    let usual = PassShare.standard.range
    let low = share < usual.lowerBound ? share / 2 : usual.lowerBound
    let high = share > usual.upperBound ? min(0.99, share * 1.2) : usual.upperBound
    func text(_ share: Double) -> String {
      NumberText.shortest(NumberText.rounded(share * 100, digits: share < 0.01 ? 1 : 2))
    }
    return "\(remedy); or say why it is fair so: "
      + "\"share: \(text(low))% ... \(text(high))% because …\""
  }

  /// A share as a percentage in two digits, or as many more as keep it from seeming whole.
  private static func percent(_ share: Double) -> String {
    let percent = share * 100
    for digits in 2...5 {
      let rounded = NumberText.rounded(percent, digits: digits)
      if rounded != 100 || percent == 100 { return "\(NumberText.shortest(rounded)) %" }
    }
    return "100 %"
  }
}
