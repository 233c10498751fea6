import Experiments
import Grading

extension FairnessProblem {
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
      "cannot be passed as far as a grid shows: none of its "
        + "\(NumberText.count(settings, "cell")) over the whole range passes\(nearest.map { ", \($0)" } ?? ""), "
        + "though a region narrower than a cell would be missed; \(remedy("ask for less"))"
    case .betweenCells(let settings, let choices):
      "a knife's edge: \(choices) passes, but none of the \(NumberText.count(settings, "cell")) over "
        + "the whole range does; \(remedy("ask for less"))"
    case .onlyByLuck(let settings, let passed, let run, let asked):
      "passes only by luck: the best of \(NumberText.count(settings, "setting")) passes "
        + "\(passed) of \(run) seeds, and \(NumberText.percent(asked)) are asked for; "
        + remedy("ask for less, or for a pass-rate that is lower, though not below 50 %")
    case .onlyOnAFewSeeds(let cells, let settings):
      "passes only by luck: \(cells) of \(NumberText.count(settings, "setting")) pass a few seeds, "
        + "but none that was graded passes; \(remedy("ask for less, or for a pass-rate that is lower, though not below 50 %"))"
    case .passesUntouched(let probability):
      "passes as it stands, with no knob turned\(Self.often(probability)); \(remedy("ask for more")), "
        + "or give other values for what stays fixed"
    case .passesWithDefault(let knob, let choices, let probability):
      "\(knob) need not be turned: \(choices) passes\(Self.often(probability)), and that is where it stands; "
        + "ask for more, or choose the other knobs alone"
    case .passesAtEnd(let knob, let choices, let probability, let others):
      "an end of a range passes: \(choices)\(Self.often(probability))"
        + "\(others > 0 ? ", and so \(others == 1 ? "does" : "do") \(others) more" : ""); ask for something that turning "
        + "\(knob) all the way cannot give"
    case .passesAtBothEnds(let knob, let ends, let choices):
      "\(knob) decides nothing: with all else at \(choices), both \(ends.joined(separator: " and ")) "
        + "pass; give it, or ask for something that its ends cannot give"
    case .failsBeside(_, let choices, let probability):
      "a knife's edge: \(choices), a twentieth of a range beside the middle, passes "
        + "\(Self.percent(probability)) of gradings, and half is the least; \(remedy("ask for less"))"
    case .shareUnsure(let share, let error, let wanted):
      "\(Self.percent(share)) ± \(Self.percent(error)) of the range passes, which may be less than "
        + "\(Self.percent(wanted.range.lowerBound)); "
        + Self.override(remedy("ask for less"), share - error, wanted)
    case .tooMuchPasses(let share, let wanted):
      "\(Self.percent(share)) of the range passes, more than \(wanted.text); "
        + Self.override(remedy("ask for more"), share, wanted)
    case .guessed(let probability):
      "a guess passes: one of three does with \(Self.percent(probability)), and 60 % is the most; "
        + remedy("ask for more, or let more be chosen")
    case .tooLittlePasses(let share, let wanted):
      "\(Self.percent(share)) of the range passes, less than \(wanted.text); "
        + Self.override(remedy("ask for less"), share, wanted)
    case .knifesEdge(let knob, let width, let cells, let choices):
      "a knife's edge: at \(choices) the region is \(NumberText.count(width, "cell")) of \(cells) "
        + "wide along \(knob), and two is the least; \(remedy("ask for less"))"
    case .missesItsBound(let criterion, let deviations, let choices):
      "passes only by luck: at \(choices) the median of the held-out seeds misses \(criterion), by "
        + "\(NumberText.significant(deviations, digits: 2)) times the seed noise; "
        + remedy("ask for less")
    case .unsteady(let passed, let run, let interval, let verdict, let choices):
      "graded again, the middle may fail: at \(choices) \(passed) of \(run) held-out seeds pass "
        + "(\(Self.percent(interval.low)) to \(Self.percent(interval.high))), "
        + "which passes \(Self.percent(verdict)) of gradings, not 99 %; "
        + "ask for less, or for a pass-rate that is lower, though not below 50 %"
    }
  }

  /// How often a grading passes, if not always.
  private static func often(_ probability: Double) -> String {
    probability > 0.995 ? "" : " in \(percent(probability)) of gradings"
  }

  private static func override(_ remedy: String, _ share: Double, _ wanted: FairShare) -> String {
    guard wanted.reason == nil else { return remedy }
    let usual = FairShare.standard.range
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
