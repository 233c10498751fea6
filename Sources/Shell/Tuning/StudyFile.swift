import Exhibits
import Experiments
import Files
import Foundation
import Plotting
import Tuning

/// A study kept in a file: a line that says what is searched, then a line a trial.
///
/// The file is locked while it is open, and every round of trials is on disk before the next begins, so
/// that a study goes on where it stopped. Source of the file format: JSON Lines.
struct StudyFile {
  /// What is searched, as the first line says it.
  struct Header: Codable, Hashable {
    /// A knob that buys time.
    struct Bought: Codable, Hashable {
      let knob: String
      let least: Double
      let most: Double
    }

    /// A counter that ends the study.
    struct Counted: Codable, Hashable {
      let counter: String
      let most: Int
    }

    /// The version of the program that began it.
    let knobs: String
    let simulation: String
    let search: String
    let over: [SearchedKnob]
    let metric: String
    let direction: String
    let subjectTo: [String]

    /// Where the other knobs stand that were turned.
    let settings: [String: String]
    let resource: Bought?
    let trials: Int
    let budget: Counted?
    let repeats: Int
    let seed: UInt64
  }

  let path: String

  /// The first line; nil where the file is new.
  let header: Header?

  /// The lines of the trials.
  let trials: [TrialLine]

  /// What is said of a last line that is torn.
  let note: String?

  private let file: LockedFile
  private var isBetweenLines: Bool

  /// The most trials that a study has.
  static let mostTrials = 10_000

  /// Opens a study.
  ///
  /// - Parameter isOnlyRead: whether nothing is added; if something may be, a new one is begun where there
  ///   is no file.
  init(_ path: String, isOnlyRead: Bool, _ context: Context) throws(Refusal) {
    self.path = path
    let shown = Quoted.path(path)
    let opened = try Refusal.unless { () throws(FileProblem) -> LockedFile? in
      isOnlyRead
        ? try LockedFile(
          reading: path, "study", patience: context.patience, lock: context.lock)
        : try LockedFile(
          appendingTo: path, "study", patience: context.patience, lock: context.lock)
    }
    guard let opened else {
      throw Refusal("there is no \(shown); name what to search to begin a study")
    }
    file = opened
    var lines: [(text: Data?, isEnded: Bool)] = []
    do throws(FileProblem) {
      _ = try file.lines { line in
        guard lines.count <= Self.mostTrials + 1 else { return }
        lines.append((line.isTooLong ? nil : Data(line.bytes), line.isEnded))
      }
    } catch {
      file.close()
      throw Refusal(error.message)
    }
    var torn: String?
    if let last = lines.last, !last.isEnded,
      last.text.flatMap({ try? JSONSerialization.jsonObject(with: $0) }) == nil
    {
      lines.removeLast()
      torn = "the last line of \(shown) is torn, and set aside"
    }
    isBetweenLines = torn == nil && lines.last?.isEnded ?? true
    note = torn
    do throws(Refusal) {
      (header, trials) = try Self.read(lines.map(\.text), shown)
    } catch {
      file.close()
      throw error
    }
  }

  private static func read(_ lines: [Data?], _ shown: String) throws(Refusal)
    -> (Header?, [TrialLine])
  {
    guard let first = lines.first else { return (nil, []) }
    let decoder = JSONDecoder()
    guard let header = first.flatMap({ try? decoder.decode(Header.self, from: $0) }) else {
      throw Refusal("\(shown) is no study (line 1); name another file")
    }
    guard lines.count <= mostTrials + 1 else {
      throw Refusal("\(shown) has more than \(mostTrials) trials")
    }
    var trials: [TrialLine] = []
    for (place, line) in lines.dropFirst().enumerated() {
      guard let trial = line.flatMap({ try? decoder.decode(TrialLine.self, from: $0) }),
        trial.number == place + 1
      else {
        throw Refusal(
          "line \(place + 2) of \(shown) is not trial \(place + 1); cut the file before it, "
            + "or name another")
      }
      trials.append(trial)
    }
    return (header, trials)
  }

  /// Writes the first line.
  mutating func begin(_ header: Header) throws(Refusal) { try append([header]) }

  /// Writes trials, and waits until they are on disk.
  mutating func add(_ trials: some Sequence<StudyTrial>) throws(Refusal) {
    try append(trials.map(TrialDocument.init))
  }

  func close() { file.close() }

  private mutating func append(_ lines: [some Encodable]) throws(Refusal) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var data = isBetweenLines ? Data() : Data("\n".utf8)
    for line in lines {
      guard let json = try? encoder.encode(line) else {
        throw Refusal("cannot write \(Quoted.path(path)): a trial has no JSON form")
      }
      data += json + Data("\n".utf8)
    }
    let whole = data
    let file = file
    try Refusal.unless { () throws(FileProblem) in try file.append(whole) }
    isBetweenLines = true
  }
}

/// A trial as a line of a study file.
struct TrialLine: Decodable {
  /// A value of a knob, whatever its type.
  enum Value: Decodable {
    case number(Double)
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }

  /// What it cost; missing counters are 0.
  struct Spent: Decodable {
    let gradientEvaluations: Int?
    let updates: Int?
    let multiplyAdds: Int?
    let bytes: Int?
  }

  let number: Int
  let settings: [String: Value]
  let value: Double?
  let excesses: [Double?]?
  let seed: UInt64
  let cost: Spent

  /// The trial; nil where it does not fit what is searched.
  func trial(of plan: Study.Plan) -> StudyTrial? {
    var settings = plan.space.base
    for (name, value) in self.settings {
      guard let knob = plan.simulation.knobs.first(where: { $0.name == name }) else { return nil }
      let found: SettingValue?
      switch (knob.domain, value) {
      case (.real, .number(let number)): found = .real(number)
      case (.integer, .number(let number)): found = Int(exactly: number).map(SettingValue.integer)
      case (.choice, .text(let text)): found = .choice(text)
      default: found = nil
      }
      guard let found, (try? settings.turn(name, to: found)) != nil else { return nil }
    }
    let excesses = self.excesses ?? []
    let counters = [cost.gradientEvaluations, cost.updates, cost.multiplyAdds, cost.bytes]
      .map { $0 ?? 0 }
    guard excesses.count == plan.objective.constraints.count,
      !counters.contains(where: { $0 < 0 })
    else { return nil }
    return StudyTrial(
      number: number, settings: settings, value: value, excesses: excesses, seed: seed,
      cost: Cost(
        gradientEvaluations: counters[0], updates: counters[1], multiplyAdds: counters[2],
        bytes: counters[3]))
  }
}
