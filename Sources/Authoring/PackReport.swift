import Course

/// Everything that a check found in a pack.
package struct PackReport: Sendable {
  /// A fault, and who found it.
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

  /// How many lessons were checked, those that can not be read too.
  package let lessons: Int

  /// What was found, by file, line and column; nothing is said twice.
  package let findings: [Finding]

  /// - Parameter found: findings in any order, perhaps with repetitions.
  package init(folder: String, lessons: Int, found: [Finding]) {
    self.folder = folder
    self.lessons = lessons
    var seen = Set<LessonFault>()
    findings =
      found.filter { seen.insert($0.fault).inserted }
      .enumerated().sorted { one, other in
        let (a, b) = (one.element.fault, other.element.fault)
        return (a.file, a.line, a.column, a.isAdvice ? 1 : 0, one.offset)
          < (b.file, b.line, b.column, b.isAdvice ? 1 : 0, other.offset)
      }.map(\.element)
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
