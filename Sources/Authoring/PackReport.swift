import Lessons

/// Everything that a check found in a pack.
package struct PackReport: Sendable {
  /// A fault, and what found it.
  package struct Finding: Sendable, Hashable {
    /// The name of a rule; ``PackCheck/reading`` where reading the lesson found it.
    package let rule: String
    package let fault: LessonFault

    package init(rule: String, fault: LessonFault) {
      self.rule = rule
      self.fault = fault
    }
  }

  /// The folder of the pack, as it was given.
  package let folder: String

  /// The files of the lessons that were checked, those that cannot be read too, in order.
  package let files: [String]

  /// The name beside what stands for findings that are not listed, where others have that of a rule.
  package static let rest = "rest"

  /// What was found, by file, line and column; nothing is said twice, and of each file no more than
  /// ``FaultRoom`` has room for.
  package let findings: [Finding]

  /// How many lessons were checked.
  package var lessons: Int { files.count }

  /// - Parameters:
  ///   - folder: the folder of the pack.
  ///   - files: the files of its lessons.
  ///   - found: findings in any order, perhaps with repetitions.
  ///   - sizes: the bytes of each file, as far as they are known.
  package init(
    folder: String, files: [String], found: [Finding], sizes: [String: Int] = [:]
  ) {
    self.folder = folder
    self.files = files.map(Self.plain)
    let sizes = Dictionary(sizes.map { (Self.plain($0), $1) }, uniquingKeysWith: max)
    var seen = Set<LessonFault>()
    let all = found.map { Finding(rule: $0.rule, fault: Self.plain($0.fault)) }
    let sorted = all.filter { seen.insert($0.fault).inserted }
      .enumerated().sorted { one, other in
        let (a, b) = (one.element.fault, other.element.fault)
        return (a.file, a.line, a.column, a.isAdvice ? 1 : 0, one.offset)
          < (b.file, b.line, b.column, b.isAdvice ? 1 : 0, other.offset)
      }.map(\.element)
    var findings: [Finding] = []
    var start = 0
    while start < sorted.count {
      let file = sorted[start].fault.file
      let end = sorted[start...].firstIndex { $0.fault.file != file } ?? sorted.count
      findings += FaultRoom.listed(
        Array(sorted[start..<end]), ofBytes: sizes[file] ?? 0, \.fault,
        rest: { Finding(rule: Self.rest, fault: $0) })
      start = end
    }
    self.findings = findings
  }

  /// A path without the `./` at its beginning, by which GitHub would not know it.
  private static func plain(_ path: String) -> String {
    path.hasPrefix("./") && path.count > 2 ? String(path.dropFirst(2)) : path
  }

  private static func plain(_ fault: LessonFault) -> LessonFault {
    guard fault.file.utf8.first == UInt8(ascii: ".") else { return fault }
    return LessonFault(
      file: plain(fault.file), line: fault.line, column: fault.column, message: fault.message,
      severity: fault.severity, count: fault.count)
  }

  /// What has to be mended.
  package var faults: [LessonFault] { findings.map(\.fault).filter { !$0.isAdvice } }

  /// What is worth a second look.
  package var advice: [LessonFault] { findings.map(\.fault).filter(\.isAdvice) }

  /// How many files have something that has to be mended.
  package var faultyFiles: Int { Set(faults.map(\.file)).count }
}

extension LessonFault {
  /// Whether it may be right as it is.
  package var isAdvice: Bool { severity == .advice }
}
