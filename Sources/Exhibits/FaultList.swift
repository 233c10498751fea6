import Experiments
import Lessons

/// Everything that was found in packs of lessons.
package struct FaultList: Exhibit {
  /// What was found in one place.
  package struct Fault: Encodable, Sendable, Hashable {
    /// The file's path.
    package let file: String

    /// The line, from 1.
    package let line: Int

    /// The column, from 1.
    package let column: Int
    let severity: LessonFault.Severity
    let rule: String

    /// What is wrong and what to do about it.
    package let message: String

    /// How many faults it stands for: 1, but where a list was cut.
    let count: Int

    private enum CodingKeys: CodingKey { case file, line, column, severity, rule, message }

    /// A fault, and which rule found it.
    package init(_ fault: LessonFault, rule: String) {
      file = fault.file
      line = fault.line
      column = fault.column
      severity = fault.severity
      self.rule = rule
      message = fault.message
      count = fault.count
    }

    /// Whether it may be right as it is.
    package var isAdvice: Bool { severity == .advice }
  }

  /// One pack of lessons.
  package struct Pack: Sendable {
    /// The folder, as it was given.
    package let folder: String

    /// The files of the lessons that were checked, in order.
    package let files: [String]

    /// What was found, by file, line and column.
    package let findings: [Fault]

    /// What was found in a pack.
    package init(folder: String, files: [String], findings: [Fault]) {
      self.folder = folder
      self.files = files
      self.findings = findings
    }

    private var faults: [Fault] { findings.filter { !$0.isAdvice } }

    /// Whether nothing has to be mended.
    package var isSound: Bool { faults.isEmpty }

    fileprivate var counts: Counts {
      Counts(
        faults: faults.reduce(0) { $0 + $1.count },
        advice: findings.reduce(0) { $0 + ($1.isAdvice ? $1.count : 0) },
        faultyFiles: Set(faults.map(\.file)).count)
    }

    /// How much was found, in one line: `3 faults in 1 of 4 lessons, 2 pieces of advice`.
    package var summary: String {
      let all = NumberText.count(files.count, "lesson")
      let others = Set(faults.map(\.file)).subtracting(files).isEmpty
      let counts = counts
      var text =
        isSound
        ? "no faults in \(all)"
        : NumberText.count(counts.faults, "fault")
          + (others
            ? " in \(files.count > 1 ? "\(counts.faultyFiles) of " : "")\(all)"
            : " in \(NumberText.count(counts.faultyFiles, "file"))")
      switch counts.advice {
      case 0: break
      case 1: text += ", 1 piece of advice"
      default: text += ", \(counts.advice) pieces of advice"
      }
      return text
    }
  }

  fileprivate struct Counts: Encodable {
    var faults = 0
    var advice = 0
    var faultyFiles = 0
  }

  /// The packs in the order in which they were named.
  package let packs: [Pack]

  /// What to type next.
  package let next: [NextStep]

  private enum Key: CodingKey { case folder, folders, lessons, faults, counts }

  /// What was found in packs.
  ///
  /// - Parameter again: what stood behind the command, to be typed again.
  package init(_ packs: [Pack], again: String) {
    self.packs = packs
    if packs.allSatisfy(\.isSound) {
      let file = Escaping.shellWord.text(packs.first.map { $0.files.first ?? $0.folder } ?? ".")
      next = [NextStep("knobs author preview \(file)", "see it as the learner will")]
    } else {
      next = [NextStep("knobs author check\(again)", "again, when they are mended")]
    }
  }

  /// Whether nothing has to be mended.
  package var isSound: Bool { packs.allSatisfy(\.isSound) }

  /// Writes everything that was found, and how much it was; the first folder also by itself.
  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(packs.first?.folder ?? "", forKey: .folder)
    try fields.encode(packs.map(\.folder), forKey: .folders)
    try fields.encode(packs.map(\.files.count).reduce(0, +), forKey: .lessons)
    try fields.encode(packs.flatMap(\.findings), forKey: .faults)
    let counts = packs.reduce(into: Counts()) { sum, pack in
      sum.faults += pack.counts.faults
      sum.advice += pack.counts.advice
      sum.faultyFiles += pack.counts.faultyFiles
    }
    try fields.encode(counts, forKey: .counts)
  }
}
