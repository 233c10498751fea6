import Exhibits
import Experiments
import Foundation
import Grading
import Lessons
import Screens
import Terminal
import Tuning

/// What was passed, asked again at a terminal.
package struct ReviewSession {
  /// What became of a question.
  enum Answer: Sendable, Hashable {
    case right, wrong, skipped, left
  }

  let terminal: PlayTerminal

  /// The version of the program, to be recorded.
  let program: String
  let journal: Journal

  /// What the journal is known to hold.
  private var known: Journal.Contents
  let plan: ReviewPlan
  var console: Console

  /// What became of the questions so far.
  private var answers: [Answer] = []

  /// What has been said of how things are kept.
  private var warnings = Set<String>()

  /// Asks what is due, one question after another.
  ///
  /// - Parameters:
  ///   - known: what the journal holds.
  ///   - journal: where answers are kept.
  ///   - program: the version of the program, to be recorded.
  /// - Returns: what is said at the end.
  package static func take(
    _ plan: ReviewPlan, _ known: Journal.Contents, keeping journal: Journal, program: String,
    at terminal: PlayTerminal
  ) async throws(Refusal) -> Page {
    let page = try await terminal.ask(
      orElse: "knobs review | cat lists what is asked today"
    ) { console in
      var session = ReviewSession(
        terminal: terminal, program: program, journal: journal, known: known, plan: plan,
        console: console)
      return try await session.run()
    }
    return page ?? Page(terminal.errorScreen)
  }

  private mutating func run() async throws -> Page {
    for (index, question) in plan.questions.enumerated() {
      let answer = try await ask(question, "review \(index + 1) of \(plan.questions.count)")
      answers.append(answer)
      if answer == .left { break }
    }
    return end
  }

  /// What is said at the end.
  private var end: Page {
    var page = Page(console.screen)
    page.gap()
    let asked = answers.count { $0 == .right || $0 == .wrong }
    let right = answers.count { $0 == .right }
    let left = plan.questions.count - asked
    page.text(
      StyledText(
        asked == 0
          ? "Nothing was answered." : "\(right) of \(NumberText.count(asked, "answer")) right."))
    if left > 0 { page.text(StyledText("\(left) more can be asked today.")) }
    if left == 0, let later = plan.laterText { page.text(StyledText(later)) }
    page.blank()
    page.next([
      left > 0
        ? NextStep("knobs review", "to be asked the rest")
        : NextStep("knobs learn", "go on with the lessons")
    ])
    return page
  }

  private mutating func ask(_ question: ReviewPlan.Question, _ place: String) async throws
    -> Answer
  {
    while true {
      var page = Page(console.screen)
      page.rule(question.title, place)
      page.blank()
      let found: Answer?
      switch question.content {
      case .exercise(let exercise, _): found = try await ask(exercise, question, &page)
      case .prediction(let directive, _): found = try await ask(directive, question, &page)
      case .recap(let sentences): found = try recall(sentences, question, &page)
      }
      if let found { return found }
    }
  }

  /// Shows what is asked; nil where all of it was shown.
  ///
  /// - Returns: the answer where the learner leaves, or nil twice where the screen is to be drawn again.
  private mutating func show(_ page: Page) throws -> Answer?? {
    switch try console.showPaged(page) {
    case .left: .some(.left)
    case .back: .some(.skipped)
    case .resized: .some(nil)
    case .whole: nil
    }
  }

  /// Asks an exercise; nil stands for drawing it again.
  private mutating func ask(
    _ exercise: Exercise, _ question: ReviewPlan.Question, _ page: inout Page
  ) async throws -> Answer? {
    page.set(TaskExhibit(exercise))
    page.blank()
    if let answer = try show(page) { return answer }
    while true {
      var beginning = ""
      let line = KeyLine([(.answer, "answer"), (.skip, "skip")])
      switch try console.choose(line) {
      case .resized: return nil
      case .action(.quit): return .left
      case .action(.skip): return .skipped
      case .answer(let typed): beginning = typed
      case .action: break
      }
      let choices: Settings
      let untouched = exercise.simulation.defaults
      switch try console.askChoices(exercise, on: untouched, beginning: beginning) {
      case .settings(let typed): choices = typed
      case .nothing: continue
      case .left: return .left
      }
      let graded: GradedAttempt
      do throws(Refusal) {
        graded = try await journal.graded(
          exercise, choices, asReviewOf: question.item, given: question.given, program: program,
          cores: terminal.cores, on: terminal.errorScreen)
      } catch {
        try console.say(error.message)
        continue
      }
      for note in graded.notes { try warn(note) }
      var exhibit = GradeExhibit(
        graded.grade, attempt: question.count + 1, lostKey: graded.lostKey,
        isKept: graded.isKept)
      exhibit.next = graded.grade.passed ? [] : [Self.lookBack(question)]
      var page = Page(console.screen)
      page.gap()
      page.set(exhibit)
      page.blank()
      if try console.showPaged(page) == .left { return .left }
      return try goOn(graded.grade.passed)
    }
  }

  /// Asks a prediction; nil stands for drawing it again.
  private mutating func ask(
    _ directive: PredictDirective, _ question: ReviewPlan.Question, _ page: inout Page
  ) async throws -> Answer? {
    let asked = QuestionExhibit(directive)
    page.set(asked)
    let keys = "\(asked.accepted), or: s skip, q quit"
    page.text(StyledText(keys, .muted))
    page.blank()
    if let answer = try show(page) { return answer }
    switch try console.askPrediction(directive, keys: keys) {
    case .left: return .left
    case .skipped, .back: return .skipped
    case .answer(let answer):
      let runs = directive.runs
      let outcomes = await terminal.errorScreen.showing("running \(directive.simulation.name)") {
        await runs.outcomes()
      }
      let exhibit = AnswerExhibit(answer, to: directive, outcomes)
      try keep(
        JournalEntry.Review(
          question.item, given: question.given, answer: answer, passed: exhibit.isRight))
      var page = Page(console.screen)
      page.set(exhibit)
      if !exhibit.isRight {
        page.blank()
        page.next([Self.lookBack(question)])
      }
      page.blank()
      if try console.showPaged(page) == .left { return .left }
      return try goOn(exhibit.isRight)
    }
  }

  /// Asks what a lesson said was to be kept; nil stands for drawing it again.
  private mutating func recall(
    _ sentences: [String], _ question: ReviewPlan.Question, _ page: inout Page
  ) throws -> Answer? {
    let count = NumberText.count(sentences.count, "sentence")
    page.text(
      StyledText("\(count) were to be kept of this lesson. Say them, and then look.", .bold))
    page.blank()
    if let answer = try show(page) { return answer }
    switch try console.choose(KeyLine([(.next, "look"), (.skip, "skip")])) {
    case .resized: return nil
    case .action(.quit): return .left
    case .action(.skip): return .skipped
    case .action, .answer: break
    }
    while true {
      var page = Page(console.screen)
      page.takeaway(Takeaway(content: .recap(sentences)))
      page.blank()
      if try console.showPaged(page) == .left { return .left }
      let line = KeyLine([(.next, "I knew them"), (.again, "ask me again tomorrow")])
      switch try console.choose(line) {
      case .resized: continue
      case .action(.quit): return .left
      case .action(.again):
        try keep(JournalEntry.Review(question.item, passed: false))
        return .wrong
      case .action, .answer:
        try keep(JournalEntry.Review(question.item, passed: true))
        return .right
      }
    }
  }

  /// Waits until the learner has seen what became of an answer.
  private mutating func goOn(_ isRight: Bool) throws -> Answer {
    let isLast = answers.count + 1 == plan.questions.count
    while true {
      switch try console.choose(KeyLine([(.next, isLast ? "done" : "next")])) {
      case .resized: continue
      case .action(.quit):
        // It was answered all the same.
        answers.append(isRight ? .right : .wrong)
        return .left
      case .action, .answer: return isRight ? .right : .wrong
      }
    }
  }

  /// Where what was not known is explained.
  private static func lookBack(_ question: ReviewPlan.Question) -> NextStep {
    NextStep(question.command, "where it is explained")
  }

  /// Records an answer; where that fails, it is said once.
  private mutating func keep(_ review: JournalEntry.Review) throws {
    do throws(Journal.Problem) {
      known = try journal.append(.review(review), after: known)
    } catch {
      return try warn("This is not kept: \(error.message)")
    }
    guard let problem = known.lockProblem else { return }
    try warn("\(problem.message); use one program at a time")
  }

  /// Says something once.
  private mutating func warn(_ message: String) throws {
    guard warnings.insert(message).inserted else { return }
    try console.say(message)
  }
}
