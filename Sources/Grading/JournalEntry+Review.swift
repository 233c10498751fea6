import Experiments

extension JournalEntry {
  /// Something passed was asked again.
  package struct Review: Sendable, Hashable {
    /// What was asked.
    package let item: ReviewItem

    /// The given values that varied, numbers as real ones.
    package let given: [String: SettingValue]

    /// The knobs the learner turned, likewise; none where no exercise was asked.
    package let settings: [String: SettingValue]

    /// What was foreseen, where a prediction was asked.
    package let answer: Double?

    /// Whether it was right, or passed, or remembered.
    package let passed: Bool

    /// The number that the grading took, the first of its seeds, and the version of the program that
    /// graded; nil where no exercise was asked.
    package let number: Int?
    package let seed: UInt64?
    package let program: String?

    /// - Parameters:
    ///   - item: what was asked.
    ///   - given: what the variant turned.
    package init(
      _ item: ReviewItem, given: [String: SettingValue] = [:],
      settings: [String: SettingValue] = [:], answer: Double? = nil, passed: Bool,
      number: Int? = nil, seed: UInt64? = nil, program: String? = nil
    ) {
      self.item = item
      self.given = given.mapValues(\.recorded)
      self.settings = settings.mapValues(\.recorded)
      self.answer = answer
      self.passed = passed
      self.number = number
      self.seed = seed
      self.program = program
    }
  }
}

/// What can be asked again.
package struct ReviewItem: Sendable, Hashable {
  package enum Kind: String, Sendable, Codable, CaseIterable {
    case exercise, prediction, recap
  }

  package let kind: Kind

  /// The lesson's key.
  package let lesson: String

  /// The name of the exercise or the prediction; empty for a recap.
  package let name: String

  package init(_ kind: Kind, lesson: String, name: String = "") {
    self.kind = kind
    self.lesson = lesson
    self.name = name
  }

  /// The key of the exercise: `lesson/exercise`.
  package var key: String { name.isEmpty ? lesson : "\(lesson)/\(name)" }
}

extension SettingValue {
  /// The value as a line of the journal has it, where whole numbers are not told from others.
  fileprivate var recorded: SettingValue { number.map(SettingValue.real) ?? self }
}

extension JournalEntry.Review: Codable {
  private enum Key: String, CodingKey {
    case of, lesson, name, given, settings, answer, passed, number, seed, program
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    let seed = try fields.decodeIfPresent(String.self, forKey: .seed)
    let read = seed.flatMap(UInt64.init)
    guard read.map(String.init) == seed else {
      throw DecodingError.dataCorruptedError(
        forKey: .seed, in: fields, debugDescription: "no seed")
    }
    self.init(
      ReviewItem(
        try fields.decode(ReviewItem.Kind.self, forKey: .of),
        lesson: try fields.decode(String.self, forKey: .lesson),
        name: try fields.decodeIfPresent(String.self, forKey: .name) ?? ""),
      given: try fields.settings(.given), settings: try fields.settings(.settings),
      answer: try fields.decodeIfPresent(Double.self, forKey: .answer),
      passed: try fields.decode(Bool.self, forKey: .passed),
      number: try fields.count(1, ifPresent: .number), seed: read,
      program: try fields.decodeIfPresent(String.self, forKey: .program))
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(item.kind, forKey: .of)
    try fields.encode(item.lesson, forKey: .lesson)
    if !item.name.isEmpty { try fields.encode(item.name, forKey: .name) }
    if !given.isEmpty { try fields.encode(given, forKey: .given) }
    if !settings.isEmpty { try fields.encode(settings, forKey: .settings) }
    try fields.encodeIfPresent(answer, forKey: .answer)
    try fields.encode(passed, forKey: .passed)
    try fields.encodeIfPresent(number, forKey: .number)
    // As text, as it passes the numbers that every reader of JSON can tell apart.
    try fields.encodeIfPresent(seed.map(String.init), forKey: .seed)
    try fields.encodeIfPresent(program, forKey: .program)
  }
}

extension KeyedDecodingContainer {
  /// Settings as a line has them; none where there are none.
  fileprivate func settings(_ key: Key) throws -> [String: SettingValue] {
    try decodeIfPresent([String: JournalEntry.Attempt.Recorded].self, forKey: key)?
      .mapValues(\.value) ?? [:]
  }
}
