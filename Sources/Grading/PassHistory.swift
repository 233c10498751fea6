import Foundation

/// What a journal says of how things were passed: when, on which version, and after how many misses.
///
/// ``Progress`` holds where a learner stands, and what it holds follows from summaries of entries; this
/// is for those few who want to know how a learner came there, and follows from whole entries.
package struct PassHistory: Sendable {
  /// The first pass of an exercise since its last reset.
  package struct Pass: Sendable, Hashable {
    /// When it was.
    package let date: Date

    /// The version of the program that graded it, if it was recorded.
    package let program: String?
  }

  /// How an exercise was passed, or was not.
  package struct Account: Sendable, Hashable {
    /// The first pass; nil where there is none.
    package fileprivate(set) var pass: Pass?

    /// The attempts before it that did not pass.
    package fileprivate(set) var misses = 0

    fileprivate mutating func add(_ attempt: JournalEntry.Attempt, at date: Date) {
      guard pass == nil else { return }
      if attempt.passed {
        pass = Pass(date: date, program: attempt.program)
      } else {
        misses += 1
      }
    }

    fileprivate mutating func add(_ other: Account) {
      misses += other.misses
      if let found = other.pass, pass.map({ found.date < $0.date }) ?? true { pass = found }
    }
  }

  /// Which form of an exercise an attempt was made at, and of whose, as far as that was recorded.
  fileprivate struct Form: Sendable, Hashable {
    let digest: String?
    let pack: String?
  }

  /// What was done in one lesson since its last reset.
  fileprivate struct Visit: Sendable {
    var exercises: [String: [Form: Account]] = [:]

    /// How often each prediction was answered wrong before it was answered right.
    var misses: [String: Int] = [:]
    var right: Set<String> = []
  }

  private var visits: [String: Visit] = [:]

  /// The lessons and exercises that were reset by themselves since everything was.
  private var resets: Set<String> = []

  /// Before the first entry.
  package init() {}

  /// Takes in what happened next.
  package mutating func add(_ entry: JournalEntry) {
    switch entry.event {
    case .attempt(let attempt):
      let form = Form(digest: attempt.digest, pack: attempt.pack)
      let lesson = LessonKey.lesson(of: attempt.exercise)
      visits[lesson, default: Visit()].exercises[attempt.exercise, default: [:]][
        form, default: Account()
      ].add(attempt, at: entry.date)
    case .prediction(let prediction):
      visits[prediction.lesson, default: Visit()].add(prediction)
    case .reset(nil): (visits, resets) = ([:], [])
    case .reset(let lesson?):
      visits[lesson] = nil
      resets.insert(lesson)
    case .exerciseReset(let exercise):
      visits[LessonKey.lesson(of: exercise)]?.exercises[exercise] = nil
      resets.insert(exercise)
    case .reservation, .hint, .solution, .place, .review: break
    }
  }

  /// How an exercise was passed as it is now; attempts at another form of it do not count.
  ///
  /// What early versions recorded under a key that packs shared counts as in ``Progress``.
  package subscript(_ exercise: Exercise) -> Account {
    var account = Account()
    let own = visits[LessonKey.lesson(of: exercise.key)]?.exercises[exercise.key] ?? [:]
    for (form, found) in own where form.digest == nil || form.digest == exercise.digest {
      account.add(found)
    }
    guard let key = exercise.lessonKey, resets.isDisjoint(with: [key.text, exercise.key]) else {
      return account
    }
    for lesson in key.shared {
      let form = Form(digest: exercise.digest, pack: nil)
      if let found = visits[lesson]?.exercises["\(lesson)/\(exercise.name)"]?[form] {
        account.add(found)
      }
    }
    return account
  }

  /// How often a prediction of a lesson was answered wrong before it was answered right, given the
  /// lesson's key.
  package func misses(of prediction: String, in lesson: String) -> Int {
    visits[lesson]?.misses[prediction] ?? 0
  }
}

extension PassHistory.Visit {
  fileprivate mutating func add(_ prediction: JournalEntry.Prediction) {
    if prediction.right {
      right.insert(prediction.name)
    } else if !right.contains(prediction.name) {
      misses[prediction.name, default: 0] += 1
    }
  }
}
