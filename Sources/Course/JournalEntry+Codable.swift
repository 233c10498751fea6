import Foundation

extension JournalEntry: Codable {
  /// Why a line is not an entry that this program knows.
  enum Unknown: Error {
    case version(Int)
    case kind(String)
  }

  private enum Key: String, CodingKey {
    case version = "v"
    case date = "at"
    case kind, attempt, prediction, exercise, number, lesson, section
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    let version = try fields.decode(Int.self, forKey: .version)
    guard version == Self.version else { throw Unknown.version(version) }
    date = try fields.decode(Date.self, forKey: .date)
    switch try fields.decode(String.self, forKey: .kind) {
    case "attempt":
      let attempt = try fields.decode(Attempt.self, forKey: .attempt)
      guard (0...Self.largest).contains(attempt.points) else {
        throw DecodingError.dataCorruptedError(
          forKey: .attempt, in: fields, debugDescription: "no number of points")
      }
      event = .attempt(attempt)
    case "prediction":
      event = .prediction(try fields.decode(Prediction.self, forKey: .prediction))
    case "hint":
      event = .hint(
        exercise: try fields.decode(String.self, forKey: .exercise),
        number: try Self.whole(1, fields, .number))
    case "solution":
      event = .solution(exercise: try fields.decode(String.self, forKey: .exercise))
    case "place":
      event = .place(
        lesson: try fields.decode(String.self, forKey: .lesson),
        section: try Self.whole(0, fields, .section))
    case "reset":
      event = .reset(lesson: try fields.decodeIfPresent(String.self, forKey: .lesson))
    case let kind: throw Unknown.kind(kind)
    }
  }

  /// A count that a program of ours could have written.
  private static func whole(
    _ least: Int, _ fields: KeyedDecodingContainer<Key>, _ key: Key
  ) throws -> Int {
    let number = try fields.decode(Int.self, forKey: key)
    guard (least...largest).contains(number) else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: fields, debugDescription: "out of range")
    }
    return number
  }

  /// More than any lesson has of anything.
  private static let largest = 1_000_000_000

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(Self.version, forKey: .version)
    try fields.encode(date, forKey: .date)
    switch event {
    case .attempt(let attempt):
      try fields.encode("attempt", forKey: .kind)
      try fields.encode(attempt, forKey: .attempt)
    case .prediction(let prediction):
      try fields.encode("prediction", forKey: .kind)
      try fields.encode(prediction, forKey: .prediction)
    case .hint(let exercise, let number):
      try fields.encode("hint", forKey: .kind)
      try fields.encode(exercise, forKey: .exercise)
      try fields.encode(number, forKey: .number)
    case .solution(let exercise):
      try fields.encode("solution", forKey: .kind)
      try fields.encode(exercise, forKey: .exercise)
    case .place(let lesson, let section):
      try fields.encode("place", forKey: .kind)
      try fields.encode(lesson, forKey: .lesson)
      try fields.encode(section, forKey: .section)
    case .reset(let lesson):
      try fields.encode("reset", forKey: .kind)
      try fields.encodeIfPresent(lesson, forKey: .lesson)
    }
  }
}
