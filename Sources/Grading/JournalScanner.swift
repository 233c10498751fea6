import Experiments
import Foundation

/// Reads lines of the journal in the form in which the program writes them: JSON in plain ASCII
/// without spaces between its parts, with its keys in order.
///
/// Each is read in one pass over its bytes, for a reader of all JSON takes many times as long. What is
/// not of this form may be an entry all the same; what is, is the entry that such a reader finds.
struct JournalScanner {
  /// The line, while it is read.
  private var bytes = UnsafeRawBufferPointer(start: nil, count: 0)

  /// How far it was read.
  private var place = 0

  /// The texts of the lines before it.
  private var cache = TextCache()

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

extension JournalScanner {
  /// The byte at the place; 0, which is in no such line, behind the last.
  private var byte: UInt8 { place < bytes.count ? bytes[place] : 0 }

  /// Goes on over some bytes, if they are those that stand here.
  private mutating func take(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard let start = bytes.baseAddress, bytes.count - place >= count,
      memcmp(start + place, word.utf8Start, count) == 0
    else { return false }
    place += count
    return true
  }

  /// A text without escapes; where none stands here, nothing is gone over.
  private mutating func text() -> Range<Int>? {
    guard byte == UInt8(ascii: "\"") else { return nil }
    let start = place + 1
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
      guard (0x20...0x7E).contains(bytes[end]), bytes[end] != UInt8(ascii: "\\") else { return nil }
      end += 1
    }
    guard end < bytes.count else { return nil }
    place = end + 1
    return start..<end
  }

  private mutating func string() -> String? {
    guard let place = text() else { return nil }
    return string(place)
  }

  private mutating func string(_ place: Range<Int>) -> String {
    cache.text(of: UnsafeRawBufferPointer(rebasing: bytes[place]))
  }

  /// Texts to the end of the list.
  private mutating func texts() -> [Range<Int>]? {
    var texts: [Range<Int>] = []
    if take("]") { return texts }
    repeat {
      guard let text = text() else { return nil }
      texts.append(text)
    } while take(",")
    return take("]") ? texts : nil
  }

  private mutating func flag() -> Bool? {
    if take("true") { return true }
    return take("false") ? false : nil
  }

  /// The value of a number.
  private mutating func double(_ place: Range<Int>) -> Double { Double(string(place)) ?? .nan }

  /// A number that is far from too large; its digits are not looked at as to their value.
  private mutating func number() -> Range<Int>? {
    let start = place
    _ = take("-")
    let isZero = take("0")
    if !isZero, !digits() { return nil }
    if take(".") {
      guard digits() else { return nil }
    } else if isZero, byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      // Foundation's reader takes 0e5 for no number.
      return nil
    }
    if take("e") || take("E") {
      let exponent = place + (take("-") || take("+") ? 1 : 0)
      guard digits(), place - exponent <= 2 else { return nil }
    }
    return place - start <= 40 ? start..<place : nil
  }

  /// Whether there is a digit, with all that follow it.
  private mutating func digits() -> Bool {
    let start = place
    while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
    return place > start
  }

  /// A count that a program of ours could have written.
  private mutating func count(_ least: Int) -> Int? {
    let start = place
    guard digits(), let number = wholeNumber(start..<place), number >= least,
      number <= JournalEntry.largestCount
    else { return nil }
    return Int(number)
  }

  /// The number that is written as some digits and nothing else, without zeros before them.
  private func wholeNumber(_ place: Range<Int>) -> UInt64? {
    guard let first = bytes[place].first, place.count == 1 || first != UInt8(ascii: "0") else {
      return nil
    }
    return digits(place)
  }

  /// The number of some digits.
  private func digits(_ place: Range<Int>) -> UInt64? {
    var number: UInt64 = 0
    for byte in bytes[place] {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, hasOverflown) = tens.addingReportingOverflow(UInt64(byte - UInt8(ascii: "0")))
      guard !isTooLarge, !hasOverflown else { return nil }
      number = sum
    }
    return number
  }

  /// The days of the months, and how many days of a year stand before each.
  private static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  private static let before = lengths.indices.map { lengths[..<$0].reduce(0, +) }

  /// A time such as `2023-11-14T22:13:20Z` of the years that need no thought of calendars.
  private mutating func date() -> Date? {
    let start = place
    guard bytes.count - start >= 20 else { return nil }
    func part(_ offset: Int, _ length: Int) -> Int? {
      digits(start + offset..<start + offset + length).map { Int($0) }
    }
    func has(_ scalar: Unicode.Scalar, _ offset: Int) -> Bool {
      bytes[start + offset] == UInt8(ascii: scalar)
    }
    guard has("-", 4), has("-", 7), has("T", 10), has(":", 13), has(":", 16), has("Z", 19),
      let year = part(0, 4), let month = part(5, 2), let day = part(8, 2),
      let hour = part(11, 2), let minute = part(14, 2), let second = part(17, 2),
      (1970..<2100).contains(year), (1...12).contains(month), hour < 24, minute < 60, second < 60
    else { return nil }
    let leap = year % 4 == 0 ? 1 : 0
    guard day >= 1, day <= Self.lengths[month - 1] + (month == 2 ? leap : 0) else { return nil }
    place += 20
    let days =
      365 * (year - 1970) + (year - 1969) / 4 + Self.before[month - 1] + (month > 2 ? leap : 0)
      + day - 1
    return Date(timeIntervalSince1970: Double(((days * 24 + hour) * 60 + minute) * 60 + second))
  }
}
