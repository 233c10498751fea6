import Foundation

extension JournalEntry: Codable {
  /// Why a line is not an entry that this program knows.
  enum Unknown: Error {
    case version(Int)
    case kind(String)

    /// No object at all.
    case text
  }

  private enum Key: String, CodingKey {
    case version = "v"
    case date = "at"
    case kind, attempt, prediction, review, exercise, number, lesson, section
  }

  package init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    let version = try fields.decode(Int.self, forKey: .version)
    guard Self.versions.contains(version) else { throw Unknown.version(version) }
    date = try fields.decode(Date.self, forKey: .date)
    switch try fields.decode(String.self, forKey: .kind) {
    case "reservation":
      event = .reservation(
        exercise: try fields.decode(String.self, forKey: .exercise),
        number: try fields.count(1, .number))
    case "attempt":
      var attempt = try fields.decode(Attempt.self, forKey: .attempt)
      if version == 1 { attempt.readNumbers() }
      event = .attempt(attempt)
    case "prediction":
      event = .prediction(try fields.decode(Prediction.self, forKey: .prediction))
    case "review": event = .review(try fields.decode(Review.self, forKey: .review))
    case "hint":
      event = .hint(
        exercise: try fields.decode(String.self, forKey: .exercise),
        number: try fields.count(1, .number))
    case "solution":
      event = .solution(exercise: try fields.decode(String.self, forKey: .exercise))
    case "place":
      event = .place(
        lesson: try fields.decode(String.self, forKey: .lesson),
        section: try fields.count(0, .section))
    case "reset":
      if let exercise = try fields.decodeIfPresent(String.self, forKey: .exercise) {
        event = .exerciseReset(exercise: exercise)
        break
      }
      event = .reset(lesson: try fields.decodeIfPresent(String.self, forKey: .lesson))
    case let kind: throw Unknown.kind(kind)
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(event.version, forKey: .version)
    try fields.encode(date, forKey: .date)
    switch event {
    case .reservation(let exercise, let number):
      try fields.encode("reservation", forKey: .kind)
      try fields.encode(exercise, forKey: .exercise)
      try fields.encode(number, forKey: .number)
    case .attempt(let attempt):
      try fields.encode("attempt", forKey: .kind)
      try fields.encode(attempt, forKey: .attempt)
    case .prediction(let prediction):
      try fields.encode("prediction", forKey: .kind)
      try fields.encode(prediction, forKey: .prediction)
    case .review(let review):
      try fields.encode("review", forKey: .kind)
      try fields.encode(review, forKey: .review)
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
    case .exerciseReset(let exercise):
      try fields.encode("reset", forKey: .kind)
      try fields.encode(exercise, forKey: .exercise)
    }
  }
}
