import Experiments

extension JournalEntry {
  /// An exercise was graded.
  package struct Attempt: Sendable, Hashable {
    package let exercise: String

    /// Which attempt of the exercise it was, from 1, those included that were never graded; nil
    /// where an early version of the program did not record it.
    package let number: Int?

    /// The first of the seeds on which it was graded, if it was recorded.
    package let seed: UInt64?

    /// The version of the program that graded it, if it was recorded.
    package let program: String?

    /// The digest of the exercise as it was then, if it was recorded.
    package let digest: String?

    /// The name of the pack whose exercise it was; nil where an early version of the program did not
    /// record it, which kept packs without names under the keys of the course.
    package let pack: String?

    /// The knobs the learner turned, by name: real numbers and choices, as a line tells no whole
    /// number from another.
    package internal(set) var settings: [String: SettingValue]
    package let passed: Bool
    package let points: Int
    package let maximumPoints: Int

    /// The codes of what was found.
    package let findings: [String]

    /// - Parameters:
    ///   - grading: a grading that is decided.
    ///   - number: which attempt of the exercise it is; nil for one that is not to be recorded.
    ///   - program: the version of the program.
    init(_ grading: Grading, number: Int?, program: String) {
      let grade = grading.grade
      exercise = grade.exercise.key
      self.number = number
      seed = grading.firstSeed
      self.program = program
      digest = grade.exercise.digest
      pack = grade.exercise.lessonKey?.pack
      settings = Dictionary(
        uniqueKeysWithValues: grade.exercise.choices.map { knob in
          let value = grade.settings[knob.name] ?? knob.defaultValue
          return (knob.name, value.number.map(SettingValue.real) ?? value)
        })
      passed = grade.passed
      points = grade.points
      maximumPoints = grade.maximumPoints
      findings = grade.findings.map(\.code)
    }
  }
}

extension JournalEntry.Attempt {
  /// An attempt as it was recorded.
  init(
    exercise: String, number: Int?, seed: UInt64?, program: String?, digest: String?,
    pack: String?, settings: [String: SettingValue], passed: Bool, points: Int,
    maximumPoints: Int, findings: [String]
  ) {
    self.exercise = exercise
    self.number = number
    self.seed = seed
    self.program = program
    self.digest = digest
    self.pack = pack
    self.settings = settings
    self.passed = passed
    self.points = points
    self.maximumPoints = maximumPoints
    self.findings = findings
  }
}

extension JournalEntry.Attempt: Codable {
  private enum Key: String, CodingKey {
    case exercise, number, seed, program, digest, pack, settings, passed, points, maximumPoints
    case findings
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    exercise = try fields.decode(String.self, forKey: .exercise)
    number = try fields.count(1, ifPresent: .number)
    let seed = try fields.decodeIfPresent(String.self, forKey: .seed)
    self.seed = seed.flatMap(UInt64.init)
    // Nothing but what is written for that seed.
    guard self.seed.map(String.init) == seed else {
      throw DecodingError.dataCorruptedError(
        forKey: .seed, in: fields, debugDescription: "no seed")
    }
    program = try fields.decodeIfPresent(String.self, forKey: .program)
    digest = try fields.decodeIfPresent(String.self, forKey: .digest)
    pack = try fields.decodeIfPresent(String.self, forKey: .pack)
    settings = try fields.decode([String: Recorded].self, forKey: .settings).mapValues(\.value)
    passed = try fields.decode(Bool.self, forKey: .passed)
    points = try fields.count(0, .points)
    maximumPoints = try fields.decode(Int.self, forKey: .maximumPoints)
    findings = try fields.decode([String].self, forKey: .findings)
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(exercise, forKey: .exercise)
    try fields.encodeIfPresent(number, forKey: .number)
    // As text, as it passes the numbers that every reader of JSON can tell apart.
    try fields.encodeIfPresent(seed.map(String.init), forKey: .seed)
    try fields.encodeIfPresent(program, forKey: .program)
    try fields.encodeIfPresent(digest, forKey: .digest)
    try fields.encodeIfPresent(pack, forKey: .pack)
    try fields.encode(settings, forKey: .settings)
    try fields.encode(passed, forKey: .passed)
    try fields.encode(points, forKey: .points)
    try fields.encode(maximumPoints, forKey: .maximumPoints)
    try fields.encode(findings, forKey: .findings)
  }

  /// A setting as a line has it: a number, or the name of a choice.
  struct Recorded: Decodable {
    let value: SettingValue

    init(from decoder: any Decoder) throws {
      let field = try decoder.singleValueContainer()
      value =
        if let name = try? field.decode(String.self) { .choice(name) } else {
          .real(try field.decode(Double.self))
        }
    }
  }

  /// The settings of a line of version 1, where they are all text: numbers where they are some.
  mutating func readNumbers() {
    settings = settings.mapValues { value in
      guard case .choice(let text) = value, let number = DecimalNumber.value(of: text),
        NumberText.shortest(number) == text
      else { return value }
      return .real(number)
    }
  }
}

extension KeyedDecodingContainer {
  /// A count that a program of ours could have written.
  func count(_ least: Int, _ key: Key) throws -> Int {
    let number = try decode(Int.self, forKey: key)
    guard (least...JournalEntry.largestCount).contains(number) else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: self, debugDescription: "out of range")
    }
    return number
  }

  /// A count, if there is any.
  func count(_ least: Int, ifPresent key: Key) throws -> Int? {
    try decodeIfPresent(Int.self, forKey: key) == nil ? nil : try count(least, key)
  }
}
