import Exhibits
import Experiments
import Grading
import Lessons
import Screens
import Terminal
import Tuning

extension LearnSession {
  /// Whether there is a screen that knobs can be turned on.
  var canPlay: Bool { console.screen.movesCursor && !console.screen.isPlain }

  /// The key that opens the full screen, where there is one.
  var playKey: [(KeyLine.Action, String)] { canPlay ? [(.play, "play")] : [] }

  /// Plays runs of the lesson on the full screen, and shows what was set beside the lesson's.
  mutating func play(_ runs: TriedRuns, showing sight: RunsInSight? = nil) async throws
    -> Console.Shown
  {
    let key = key(of: runs)
    let own = sight?.own ?? tries[key]
    var subject = PlaySubject(
      runs.simulation, own ?? runs.settings, seed: seeds[key] ?? runs.seed)
    subject.figure = runs.figure
    subject.pinned = own == nil ? runs.others.first : runs.settings
    let end = try await Play.play(
      subject, keeping: journal, program: program, isPassed: false, at: terminal, &console.keys)
    let isAsBefore =
      end.settings == subject.settings && end.seed == subject.seed
    guard !isAsBefore else { return .whole }
    seeds[key] = end.seed
    tries[key] = end.settings
    var sight = sight ?? RunsInSight(runs: runs, showsAll: showsAll)
    sight.own = end.settings
    if case .runs = inSight { inSight = .runs(sight) }
    return try showRuns(await make(sight))
  }

  /// Plays an exercise on the full screen; what was graded there is taken in, and what was set is what
  /// an answer begins with.
  mutating func play(_ exercise: Exercise) async throws -> Console.Shown {
    let set = played[exercise.key] ?? tries[exercise.key] ?? exercise.simulation.defaults
    let end = try await Play.play(
      PlaySubject(exercise, set), keeping: journal, program: program,
      isPassed: progress[exercise].isPassed, at: terminal, &console.keys)
    var choices = exercise.simulation.defaults
    for knob in exercise.choices {
      if let value = end.settings[knob.name] { try? choices.turn(knob.name, to: value) }
    }
    played[exercise.key] = choices
    for attempt in end.attempts { try take(attempt) }
    if let refusal = end.refusal { try console.say(refusal) }
    var page = Page(console.screen)
    if let last = end.attempts.last {
      page.gap()
      page.set(
        GradeExhibit(
          last.grade, attempt: progress[exercise].attempts, lostKey: last.lostKey,
          isKept: last.isKept))
    } else {
      page.text(
        StyledText("Set: \(exercise.texts(of: choices).joined(separator: ", ")); not graded."))
    }
    page.blank()
    return try console.showPaged(page)
  }
}
