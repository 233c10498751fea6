import Experiments
import Foundation

/// A line of the journal in the form in which the program writes it: JSON in plain ASCII without
/// spaces between its parts, each key once.
///
/// It is read in one pass over its bytes, for a reader of all JSON takes many times as long. What is
/// not of this form may be an entry all the same; what is, is the entry that such a reader finds.
struct JournalLine {
  /// A value, as far as entries have them; texts and numbers by their places in the line.
  private enum Value {
    case text(Range<Int>)
    case number(Range<Int>)
    case flag(Bool)
    case texts([Range<Int>])
    case fields(Fields)
  }

  private typealias Fields = [(key: Range<Int>, value: Value)]

  /// How deep objects stand in each other: the settings in an attempt in an entry.
  private static let depth = 3

  private let bytes: UnsafeRawBufferPointer

  /// How far it was read.
  private var place = 0

  private init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The entry that a line holds; nil if the line is not of this form.
  static func entry(_ bytes: UnsafeRawBufferPointer) -> JournalEntry? {
    var line = JournalLine(bytes)
    guard let fields = line.fields(depth: depth), line.place == bytes.count else { return nil }
    return line.entry(fields)
  }
}

// From bytes to fields

extension JournalLine {
  /// The byte at the place; 0, which is in no such line, behind the last.
  private var byte: UInt8 { place < bytes.count ? bytes[place] : 0 }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard byte == UInt8(ascii: scalar) else { return false }
    place += 1
    return true
  }

  private mutating func fields(depth: Int) -> Fields? {
    guard depth > 0, take("{") else { return nil }
    var fields: Fields = []
    if take("}") { return fields }
    repeat {
      guard let key = text(), take(":"), let value = value(depth: depth - 1) else { return nil }
      fields.append((key, value))
    } while take(",")
    return take("}") ? fields : nil
  }

  private mutating func value(depth: Int) -> Value? {
    switch byte {
    case UInt8(ascii: "\""): text().map(Value.text)
    case UInt8(ascii: "{"): fields(depth: depth).map(Value.fields)
    case UInt8(ascii: "["): texts().map(Value.texts)
    case UInt8(ascii: "t"): word("true") ? .flag(true) : nil
    case UInt8(ascii: "f"): word("false") ? .flag(false) : nil
    default: number().map(Value.number)
    }
  }

  /// A text without escapes.
  private mutating func text() -> Range<Int>? {
    guard take("\"") else { return nil }
    let start = place
    while byte != UInt8(ascii: "\"") {
      guard (0x20...0x7E).contains(byte), byte != UInt8(ascii: "\\") else { return nil }
      place += 1
    }
    place += 1
    return start..<place - 1
  }

  private mutating func texts() -> [Range<Int>]? {
    guard take("[") else { return nil }
    var texts: [Range<Int>] = []
    if take("]") { return texts }
    repeat {
      guard let text = text() else { return nil }
      texts.append(text)
    } while take(",")
    return take("]") ? texts : nil
  }

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

  private mutating func word(_ word: StaticString) -> Bool {
    let end = min(place + word.utf8CodeUnitCount, bytes.count)
    guard isEqual(place..<end, word) else { return false }
    place = end
    return true
  }
}

// From fields to an entry

extension JournalLine {
  private func entry(_ fields: Fields) -> JournalEntry? {
    guard let kind = text("kind", of: fields), let date = text("at", of: fields).flatMap(date),
      let version = count("v", 1, of: fields), JournalEntry.versions.contains(version),
      let (event, count) = event(kind, version: version, fields), fields.count == 3 + count
    else { return nil }
    return JournalEntry(event, at: date)
  }

  /// What happened, and of how many fields it is made.
  private func event(_ kind: Range<Int>, version: Int, _ fields: Fields)
    -> (JournalEntry.Event, Int)?
  {
    func string(_ key: StaticString) -> String? { text(key, of: fields).map(self.string) }
    if isEqual(kind, "attempt") {
      guard case .fields(let parts)? = value("attempt", of: fields),
        var attempt = attempt(parts)
      else { return nil }
      if version == 1 { attempt.readNumbers() }
      return (.attempt(attempt), 1)
    }
    if isEqual(kind, "reservation"), let exercise = string("exercise"),
      let number = count("number", 1, of: fields)
    {
      return (.reservation(exercise: exercise, number: number), 2)
    }
    if isEqual(kind, "hint"), let exercise = string("exercise"),
      let number = count("number", 1, of: fields)
    {
      return (.hint(exercise: exercise, number: number), 2)
    }
    if isEqual(kind, "solution"), let exercise = string("exercise") {
      return (.solution(exercise: exercise), 1)
    }
    if isEqual(kind, "place"), let lesson = string("lesson"),
      let section = count("section", 0, of: fields)
    {
      return (.place(lesson: lesson, section: section), 2)
    }
    if isEqual(kind, "reset") {
      guard value("lesson", of: fields) != nil else { return (.reset(lesson: nil), 0) }
      return string("lesson").map { (JournalEntry.Event.reset(lesson: $0), 1) }
    }
    // A prediction is rare, and its answer may be a word; the reader of all JSON has it.
    return nil
  }

  private func attempt(_ fields: Fields) -> JournalEntry.Attempt? {
    var isOdd = false
    var count = 6
    /// The text of a field that need not be there.
    func string(_ key: StaticString) -> String? {
      guard let value = value(key, of: fields) else { return nil }
      count += 1
      guard case .text(let place) = value else {
        isOdd = true
        return nil
      }
      return self.string(place)
    }
    func number(_ key: StaticString, _ least: Int) -> Int? { self.count(key, least, of: fields) }
    guard let exercise = text("exercise", of: fields),
      case .flag(let passed)? = value("passed", of: fields), let points = number("points", 0),
      let maximumPoints = number("maximumPoints", 0),
      case .texts(let findings)? = value("findings", of: fields),
      case .fields(let parts)? = value("settings", of: fields), let settings = settings(parts)
    else { return nil }
    let attempt = (
      number: number("number", 1), seed: string("seed"), program: string("program"),
      digest: string("digest"), pack: string("pack")
    )
    if attempt.number != nil { count += 1 }
    let seed = attempt.seed.flatMap { UInt64($0) }
    guard !isOdd, count == fields.count, seed.map(String.init) == attempt.seed else { return nil }
    return JournalEntry.Attempt(
      exercise: self.string(exercise), number: attempt.number, seed: seed,
      program: attempt.program, digest: attempt.digest, pack: attempt.pack, settings: settings,
      passed: passed, points: points, maximumPoints: maximumPoints,
      findings: findings.map(self.string))
  }

  private func settings(_ fields: Fields) -> [String: SettingValue]? {
    var settings = [String: SettingValue](minimumCapacity: fields.count)
    for (key, value) in fields {
      let setting: SettingValue
      switch value {
      case .text(let place): setting = .choice(string(place))
      case .number(let place):
        guard let number = Double(string(place)) else { return nil }
        setting = .real(number)
      case .flag, .texts, .fields: return nil
      }
      guard settings.updateValue(setting, forKey: string(key)) == nil else { return nil }
    }
    return settings
  }

  private func value(_ key: StaticString, of fields: Fields) -> Value? {
    fields.first { isEqual($0.key, key) }?.value
  }

  private func text(_ key: StaticString, of fields: Fields) -> Range<Int>? {
    if case .text(let place)? = value(key, of: fields) { place } else { nil }
  }

  /// A count that a program of ours could have written.
  private func count(_ key: StaticString, _ least: Int, of fields: Fields) -> Int? {
    guard case .number(let place)? = value(key, of: fields), place.count <= 10,
      let number = wholeNumber(place), (least...JournalEntry.largestCount).contains(number)
    else { return nil }
    return number
  }

  /// The number of some digits and nothing else.
  private func wholeNumber(_ place: Range<Int>) -> Int? {
    var number = 0
    for byte in bytes[place] {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }

  private func string(_ place: Range<Int>) -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: bytes[place]), as: UTF8.self)
  }

  private func isEqual(_ place: Range<Int>, _ word: StaticString) -> Bool {
    guard place.count == word.utf8CodeUnitCount, let start = bytes.baseAddress else { return false }
    return memcmp(start + place.lowerBound, word.utf8Start, place.count) == 0
  }

  /// A time such as `2023-11-14T22:13:20Z` of the years that need no thought of calendars.
  private func date(_ place: Range<Int>) -> Date? {
    guard place.count == 20 else { return nil }
    func part(_ offset: Int, _ length: Int) -> Int? {
      let start = place.lowerBound + offset
      return wholeNumber(start..<start + length)
    }
    func has(_ scalar: Unicode.Scalar, _ offset: Int) -> Bool {
      bytes[place.lowerBound + offset] == UInt8(ascii: scalar)
    }
    guard has("-", 4), has("-", 7), has("T", 10), has(":", 13), has(":", 16), has("Z", 19),
      let year = part(0, 4), let month = part(5, 2), let day = part(8, 2),
      let hour = part(11, 2), let minute = part(14, 2), let second = part(17, 2),
      (1970..<2100).contains(year), (1...12).contains(month), hour < 24, minute < 60, second < 60
    else { return nil }
    let isLeap = year % 4 == 0
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...lengths[month - 1]).contains(day) else { return nil }
    let days =
      365 * (year - 1970) + (year - 1969) / 4 + lengths.prefix(month - 1).reduce(0, +) + day - 1
    return Date(timeIntervalSince1970: Double(((days * 24 + hour) * 60 + minute) * 60 + second))
  }
}
