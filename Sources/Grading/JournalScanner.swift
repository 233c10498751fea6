import Experiments
import Foundation

/// Reads lines of the journal in the form in which the program writes them: JSON in plain ASCII
/// without spaces between its parts, with its keys in order.
///
/// Each is read in one pass over its bytes, for a reader of all JSON takes many times as long. What is
/// not of this form may be an entry all the same; what is, is the entry that such a reader finds.
struct JournalScanner {
  /// The line, while it is read.
  var bytes = UnsafeRawBufferPointer(start: nil, count: 0)

  /// How far it was read.
  var place = 0

  /// The texts of the lines before it.
  var cache = TextCache()

  init() {}

  /// The entry that a line holds; nil if the line is not of this form.
  mutating func entry(_ line: UnsafeRawBufferPointer) -> JournalEntry? {
    begin(line)
    defer { begin(UnsafeRawBufferPointer(start: nil, count: 0)) }
    guard take(#"{"at":""#), let date = date(), take(#"","#) else { return nil }
    let event: JournalEntry.Event
    if take(#""attempt":"#) {
      guard let parts = attempt(), take(#","kind":"attempt""#), let version = version() else {
        return nil
      }
      var attempt = made(parts)
      if version == 1 { attempt.readNumbers() }
      event = .attempt(attempt)
    } else {
      guard let other = otherEvent() else { return nil }
      event = other
    }
    guard take("}"), place == bytes.count else { return nil }
    return JournalEntry(event, at: date)
  }

  /// What is added up.
  enum Summary {
    case attempt(AttemptSummary)
    case other(JournalEntry.Event)
  }

  /// What is added up of the entry that a line holds; nil where there is no such entry.
  mutating func summary(_ line: UnsafeRawBufferPointer) -> Summary? {
    begin(line)
    defer { begin(UnsafeRawBufferPointer(start: nil, count: 0)) }
    guard take(#"{"at":""#), date() != nil, take(#"","#) else { return nil }
    let summary: Summary
    if take(#""attempt":"#) {
      guard let parts = attempt(), take(#","kind":"attempt""#), version() != nil else { return nil }
      summary = .attempt(parts.summary)
    } else {
      guard let other = otherEvent() else { return nil }
      summary = .other(other)
    }
    return take("}") && place == bytes.count ? summary : nil
  }

  private mutating func begin(_ line: UnsafeRawBufferPointer) {
    bytes = line
    place = 0
  }
}

// Entries

extension JournalScanner {
  /// What happened, where that is no attempt, to the version of the line.
  private mutating func otherEvent() -> JournalEntry.Event? {
    guard let event = take(#""exercise":"#) ? eventInExercise() : eventInLesson(),
      version() != nil
    else { return nil }
    return event
  }

  private mutating func eventInExercise() -> JournalEntry.Event? {
    guard let exercise = string() else { return nil }
    if take(#","kind":"reservation","number":"#) {
      return count(1).map { .reservation(exercise: exercise, number: $0) }
    }
    if take(#","kind":"hint","number":"#) {
      return count(1).map { .hint(exercise: exercise, number: $0) }
    }
    if take(#","kind":"reset""#) { return .exerciseReset(exercise: exercise) }
    return take(#","kind":"solution""#) ? .solution(exercise: exercise) : nil
  }

  private mutating func eventInLesson() -> JournalEntry.Event? {
    if take(#""kind":"place","lesson":"#) {
      guard let lesson = string(), take(#","section":"#) else { return nil }
      return count(0).map { .place(lesson: lesson, section: $0) }
    }
    if take(#""kind":"prediction","prediction":{"answer":"#) {
      return prediction().map { .prediction($0) }
    }
    guard take(#""kind":"reset""#) else { return nil }
    guard take(#","lesson":"#) else { return .reset(lesson: nil) }
    return string().map { .reset(lesson: $0) }
  }

  /// A prediction from its answer on, which has to be a number here.
  private mutating func prediction() -> JournalEntry.Prediction? {
    guard let answer = number().map({ double($0) }), take(#","lesson":"#), let lesson = string(),
      take(#","name":"#), let name = string(), take(#","right":"#), let right = flag(), take("}")
    else { return nil }
    return JournalEntry.Prediction(lesson: lesson, name: name, answer: answer, right: right)
  }

  private mutating func version() -> Int? {
    guard take(#","v":"#), let version = count(1) else { return nil }
    return JournalEntry.versions.contains(version) ? version : nil
  }

  /// An attempt: what is added up of it, and where the rest stands.
  private struct Parts {
    let summary: AttemptSummary
    let maximumPoints: Int
    let seed: UInt64?
    let program: Range<Int>?
    let findings: [Range<Int>]
    let settings: [(name: Range<Int>, value: Value)]
  }

  private enum Value {
    case text(Range<Int>)
    case number(Range<Int>)
  }

  private mutating func made(_ parts: Parts) -> JournalEntry.Attempt {
    var settings = [String: SettingValue](minimumCapacity: parts.settings.count)
    for (name, value) in parts.settings {
      settings[string(name)] =
        switch value {
        case .text(let place): .choice(string(place))
        case .number(let place): .real(double(place))
        }
    }
    let sum = parts.summary
    return JournalEntry.Attempt(
      exercise: sum.exercise, number: sum.number, seed: parts.seed,
      program: parts.program.map { string($0) }, digest: sum.digest, pack: sum.pack,
      settings: settings, passed: sum.passed, points: sum.points,
      maximumPoints: parts.maximumPoints, findings: parts.findings.map { string($0) })
  }

  private mutating func attempt() -> Parts? {
    guard take("{") else { return nil }
    var digest: String?
    if take(#""digest":"#) {
      digest = string()
      guard digest != nil, take(",") else { return nil }
    }
    guard take(#""exercise":"#), let exercise = string(), take(#","findings":["#),
      let findings = texts(), take(#","maximumPoints":"#), let maximumPoints = count(0)
    else { return nil }
    var number: Int?
    if take(#","number":"#) {
      number = count(1)
      guard number != nil else { return nil }
    }
    var pack: String?
    if take(#","pack":"#) {
      pack = string()
      guard pack != nil else { return nil }
    }
    guard take(#","passed":"#), let passed = flag(), take(#","points":"#), let points = count(0)
    else { return nil }
    var program: Range<Int>?
    if take(#","program":"#) {
      program = text()
      guard program != nil else { return nil }
    }
    var seed: UInt64?
    if take(#","seed":"#) {
      seed = text().flatMap(wholeNumber)
      guard seed != nil else { return nil }
    }
    guard take(#","settings":{"#), let settings = settings(), take("}") else { return nil }
    return Parts(
      summary: AttemptSummary(
        exercise: exercise, number: number, digest: digest, pack: pack, passed: passed,
        points: points),
      maximumPoints: maximumPoints, seed: seed, program: program, findings: findings,
      settings: settings)
  }

  /// Names and values to the end of the object; no name may stand there twice.
  private mutating func settings() -> [(name: Range<Int>, value: Value)]? {
    var settings: [(name: Range<Int>, value: Value)] = []
    if take("}") { return settings }
    repeat {
      guard let name = text(), take(":"),
        let value = text().map(Value.text) ?? number().map(Value.number),
        settings.count < Self.mostSettings,
        !settings.contains(where: { bytes[$0.name].elementsEqual(bytes[name]) })
      else { return nil }
      settings.append((name, value))
    } while take(",")
    return take("}") ? settings : nil
  }

  /// More than any exercise lets one choose.
  private static let mostSettings = 64
}

// Values
