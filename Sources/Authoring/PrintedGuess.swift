import Experiments
import Grading
import Lessons

/// Choices that a reader of a lesson could make without understanding it.
struct PrintedGuess: Sendable {
  let choices: Settings

  /// Where they come from, as an author is told: `printed in line 12`.
  let origin: String

  /// How many combinations of choices are tried with each number.
  private static let mostCombinations = 16

  /// How many numbers of a lesson are tried, and how many runs, the first of each: more than any reader
  /// tries, and few enough for a lesson that holds nothing else.
  private static let mostNumbers = 200
  private static let mostRuns = 40

  /// All guesses at an exercise, those that are printed first.
  ///
  /// Where one number is chosen, a guess is any number of the lesson that the knob takes; where
  /// several are, the settings of a run, since the numbers of a lesson taken one by one soon cover
  /// every region. Beside these it is the arithmetic or the geometric middle of two of them that have
  /// no other between them.
  static func all(at exercise: Exercise, in checked: CheckedLesson) -> [PrintedGuess] {
    let numbers = exercise.choices.filter { $0.domain.bounds != nil }
    guard let knob = numbers.first else { return [] }
    return numbers.count == 1
      ? ofOneNumber(knob, exercise, PrintedNumbers(of: checked))
      : ofRuns(numbers, exercise, checked.lesson)
  }

  /// A number with where it comes from.
  private struct Value {
    let number: Double
    let origin: String
  }

  private static func ofOneNumber(
    _ knob: any AnyKnob, _ exercise: Exercise, _ printed: PrintedNumbers
  ) -> [PrintedGuess] {
    let known = printed.lines.filter { knob.domain.value($0.key) != nil }
      .sorted { ($0.value, $0.key) < ($1.value, $1.key) }
      .prefix(mostNumbers).map(\.key).sorted()
    func place(_ number: Double) -> Int { printed.lines[number] ?? 0 }
    var values = known.map { Value(number: $0, origin: "printed in line \(place($0))") }
    for (low, high) in zip(known, known.dropFirst()) {
      values += middles(of: low, high).map { kind, number in
        let numbers = "\(NumberText.shortest(low)) and \(NumberText.shortest(high))"
        return Value(
          number: number,
          origin: "the \(kind) middle of \(numbers), printed in "
            + (place(low) == place(high)
              ? "line \(place(low))"
              : "lines \(min(place(low), place(high))) and \(max(place(low), place(high)))"))
      }
    }
    let others = combinations(of: exercise)
    return values.flatMap { value in
      others.compactMap { other in
        var choices = other
        guard let setting = knob.domain.value(value.number),
          (try? choices.turn(knob.name, to: setting)) != nil
        else { return nil }
        return PrintedGuess(choices: choices, origin: value.origin)
      }
    }
  }

  /// The middles of two numbers, in as many digits as anybody types.
  private static func middles(of low: Double, _ high: Double) -> [(String, Double)] {
    var found = [("arithmetic", low / 2 + high / 2)]
    if low > 0 { found.append(("geometric", low.squareRoot() * high.squareRoot())) }
    return found.map { ($0, NumberText.rounded($1, digits: 3)) }
  }

  /// Settings with every combination of the chosen choices, all else untouched.
  private static func combinations(of exercise: Exercise) -> [Settings] {
    var all = [exercise.simulation.defaults]
    for knob in exercise.choices where knob.domain.bounds == nil {
      let values = knob.domain.grid(mostCombinations)
      guard all.count * values.count <= mostCombinations else { continue }
      all = all.flatMap { settings in
        values.compactMap { value in
          var settings = settings
          return (try? settings.turn(knob.name, to: value)) == nil ? nil : settings
        }
      }
    }
    return all
  }

  /// The chosen knobs of the runs that turn one of them, and what lies in the middle of two.
  private static func ofRuns(_ numbers: [any AnyKnob], _ exercise: Exercise, _ lesson: Lesson)
    -> [PrintedGuess]
  {
    var runs: [(choices: Settings, line: Int)] = []
    for shown in lesson.elements.flatMap(\.shownRuns) where runs.count < mostRuns {
      guard let choices = exercise.choices(turnedIn: shown.run),
        !runs.contains(where: { $0.choices == choices })
      else { continue }
      runs.append((choices, shown.line))
    }
    var guesses = runs.map {
      PrintedGuess(choices: $0.choices, origin: "the settings of the run in line \($0.line)")
    }
    for (index, one) in runs.enumerated() {
      for other in runs[(index + 1)...] {
        let lines = Set([one.line, other.line]).sorted().map(String.init)
        let place =
          lines.count == 1 ? "line \(lines[0])" : "lines \(lines.joined(separator: " and "))"
        for kind in ["arithmetic", "geometric"] {
          guard let choices = middle(kind, of: one.choices, other.choices, numbers) else {
            continue
          }
          guesses.append(
            PrintedGuess(
              choices: choices, origin: "the \(kind) middle of two runs in \(place)"))
        }
      }
    }
    return guesses
  }

  /// Every number in the middle of two settings, every choice as the first has it; nil where there
  /// is no such middle.
  private static func middle(
    _ kind: String, of one: Settings, _ other: Settings, _ numbers: [any AnyKnob]
  ) -> Settings? {
    var choices = one
    for knob in numbers {
      guard let a = one[knob.name]?.number, let b = other[knob.name]?.number,
        let number = middles(of: min(a, b), max(a, b)).first(where: { $0.0 == kind })?.1,
        let value = knob.domain.value(number),
        (try? choices.turn(knob.name, to: value)) != nil
      else { return nil }
    }
    return choices
  }
}

extension Domain {
  /// A number as a value of the domain, rounded where whole numbers are asked for; nil beyond the
  /// ends and for choices.
  fileprivate func value(_ number: Double) -> SettingValue? {
    let value: SettingValue
    switch self {
    case .real: value = .real(number)
    case .integer:
      guard let whole = Int(exactly: number.rounded()) else { return nil }
      value = .integer(whole)
    case .choice: return nil
    }
    return contains(value) ? value : nil
  }
}
