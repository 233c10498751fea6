import Experiments
import Files
import Grading
import Lessons

/// That nobody passes an exercise by typing numbers that the lesson prints, or their middles.
///
/// The cells of the exercise's calibration tell which guesses may pass, and only those are run, on
/// twenty seeds as for ``GivenAway``; what that rule points out is not said again. A lesson may mean
/// it so, thus it is pointed out only, and not where the exercise says why.
package enum PrintedGuesses: Rule {
  package static let name = "printed-guesses"
  package static let summary =
    "An exercise is not passed by a number its lesson prints, or the middle of two."

  package static let takesRuns = true

  /// How many guesses that may pass are run of each exercise.
  private static let mostRun = 16

  package static func faults(in checked: CheckedLesson, _ cache: Cache) async -> [LessonFault] {
    let given = await Set(GivenAway.faults(in: checked, cache).map(\.line))
    var faults: [LessonFault] = []
    for exercise in checked.lesson.exercises where !given.contains(exercise.line) {
      let found = await passing(exercise, in: checked, cache)
      guard exercise.guessReason == nil else {
        if found == nil {
          faults.append(
            checked.advice(
              exercise.line, 1,
              "\(exercise.name) says why a guess is ok, but none that the lesson prints passes; "
                + "take \"guess\" out"))
        }
        continue
      }
      guard let found else { continue }
      let values = zip(exercise.choices, exercise.texts(of: found.choices))
        .map { "\($0.name) \($1)" }
      faults.append(
        checked.advice(
          exercise.line, 1,
          "\(exercise.name) is passed by \(values.joined(separator: ", ")), \(found.origin); "
            + "ask for what no printed number gives away, or write \"guess: ok because REASON\""))
    }
    return faults
  }

  /// The first guess that passes; nil if none is found.
  private static func passing(
    _ exercise: Exercise, in checked: CheckedLesson, _ cache: Cache
  ) async -> PrintedGuess? {
    let guesses = PrintedGuess.all(at: exercise, in: checked)
    guard !guesses.isEmpty else { return nil }
    let places: [Int] = await cache.value("guesses", for: key(of: exercise, guesses)) {
      await passing(exercise, guesses, cache)
    }
    return places.first.flatMap { guesses.indices.contains($0) ? guesses[$0] : nil }
  }

  /// Everything that the answer depends on, as text.
  private static func key(of exercise: Exercise, _ guesses: [PrintedGuess]) -> String {
    Calibration.key(of: exercise) + "\n"
      + guesses.map { exercise.texts(of: $0.choices).joined(separator: " ") }
      .joined(separator: "\n")
  }

  /// The place of the first guess that passes; empty if none does.
  private static func passing(_ exercise: Exercise, _ guesses: [PrintedGuess], _ cache: Cache) async
    -> [Int]
  {
    let calibration = await Calibration.of(exercise, cache)
    var likely: [Int] = []
    for (place, guess) in guesses.enumerated()
    where calibration.mayPass(exercise, guess.choices)
      && !likely.contains(where: { guesses[$0].choices == guess.choices })
    {
      likely.append(place)
      if likely.count == mostRun { break }
    }
    let passed = await GivenAway.passed(exercise, by: likely.map { guesses[$0].choices }, cache)
    return zip(likely, passed).filter { $1 }.prefix(1).map(\.0)
  }
}

extension Calibration {
  /// Whether one of the cells around some settings passes; in a sample nothing is known of that.
  fileprivate func mayPass(_ exercise: Exercise, _ choices: Settings) -> Bool {
    guard sample == nil else { return true }
    var places: [[Int]] = [[]]
    for axis in axes {
      guard let value = choices[axis.knob] else { return false }
      let around =
        value.number.flatMap { axis.isNumeric ? axis.around($0) : nil }
        ?? axis.values.indices.filter { axis.values[$0] == value.text }
      places = places.flatMap { place in around.map { place + [$0] } }
    }
    return places.contains { self[$0]?.passes ?? false }
  }
}

extension Calibration.Axis {
  /// The places of the nearest values on either side of a number.
  fileprivate func around(_ number: Double) -> [Int] {
    let below = numbers.indices.filter { numbers[$0] <= number }.max { numbers[$0] < numbers[$1] }
    let above = numbers.indices.filter { numbers[$0] >= number }.min { numbers[$0] < numbers[$1] }
    return [below, above].compactMap(\.self)
  }
}
