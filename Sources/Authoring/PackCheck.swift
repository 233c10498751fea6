import Experiments
import Files
import Foundation
import Lessons
import Tuning

/// A check of a pack: every rule asked of every lesson, and nothing hidden by anything else.
package struct PackCheck: Sendable {
  /// The name beside what reading a lesson or its pack found, where others have that of a rule.
  package static let reading = "reading"

  /// The folder of the pack, as it was given.
  package let folder: String

  /// The files of the lessons that are checked, in order.
  package let files: [String]

  /// Those that can be read, as far as they can be.
  package let lessons: [CheckedLesson]

  /// `pack.md`, if it is there, can be read and is checked.
  let page: CheckedLesson?

  /// What reading found.
  let faults: [LessonFault]

  /// Reads a pack.
  ///
  /// - Parameters:
  ///   - folder: the folder of the pack.
  ///   - file: the one file whose faults are asked for, known by its last part; nil for all.
  ///   - catalog: the simulations that directives may name.
  /// - Throws: ``LessonFolder/Problem`` if the folder cannot be read or holds no lesson.
  package init(folder: String, only file: String?, catalog: Catalog) throws(LessonFolder.Problem) {
    let syllabus = try Syllabus.opening([folder], catalog: catalog).reading(.text)
    let entries = syllabus.entries
    let all = entries.compactMap { CheckedLesson(folder: folder, entry: $0, pack: entries) }
    let index = PackIndex(all)
    let isChecked: (String) -> Bool = { path in
      file.map { FilePath.lastName(of: path) == FilePath.lastName(of: $0) } ?? true
    }
    page = syllabus.packs.first?.page.flatMap { entry in
      isChecked(entry.file)
        ? CheckedLesson(folder: folder, entry: entry, pack: entries, index: index) : nil
    }
    self.folder = folder
    files = entries.map(\.file).filter(isChecked)
    lessons = all.filter { isChecked($0.entry.file) }.map { checked in
      var checked = checked
      checked.index = index
      return checked
    }
    faults = syllabus.allFaults.filter { isChecked($0.file) }
  }

  /// Whether there is nothing to check, and nothing to say.
  package var isEmpty: Bool { files.isEmpty && faults.isEmpty && page == nil }

  /// Reads a pack and asks every rule of its lessons.
  ///
  /// - Parameters:
  ///   - folder: the folder of the pack.
  ///   - file: the one file whose faults are asked for, known by its last part; nil for all.
  ///   - catalog: the simulations that directives may name.
  ///   - rules: what is asked.
  ///   - cache: what was measured before.
  /// - Throws: ``LessonFolder/Problem`` if the folder cannot be read or holds no lesson.
  package static func run(
    folder: String, only file: String?, catalog: Catalog,
    rules: [any Rule.Type] = Rules.all, cache: Cache
  ) async throws(LessonFolder.Problem) -> PackReport {
    let check = try PackCheck(folder: folder, only: file, catalog: catalog)
    return await check.report(rules: rules, cache: cache)
  }

  /// How many lessons are checked at a time for every core, so that none idles at a lesson's end.
  private static let lessonsACore = 2

  /// Asks every rule of every lesson, some lessons at a time.
  ///
  /// - Parameters:
  ///   - rules: what is asked.
  ///   - cache: what was measured before.
  ///   - work: the multiply-adds that a command may spend on one lesson or exercise.
  ///   - step: called after each lesson, one at a time.
  package func report(
    rules: [any Rule.Type] = Rules.all, cache: Cache, work: Int = Limits.work,
    step: () -> Void = {}
  ) async -> PackReport {
    let takesRuns = rules.contains { $0.takesRuns }
    let refusals = takesRuns ? await CheckBudget.refusals(of: lessons, cache, each: work) : [:]
    let quick = rules.filter { !$0.takesRuns }
    var found = lessons.map { _ in [PackReport.Finding]() }
    await withTaskGroup(of: (Int, [PackReport.Finding]).self) { group in
      var rest = lessons.enumerated().makeIterator()
      func begin(_ group: inout TaskGroup<(Int, [PackReport.Finding])>) {
        guard let (index, checked) = rest.next() else { return }
        let refusal = refusals[index].map {
          [PackReport.Finding(rule: CheckBudget.name, fault: $0)]
        }
        group.addTask {
          let rules = refusal == nil ? rules : quick
          return (index, await Self.findings(in: checked, rules, cache) + (refusal ?? []))
        }
      }
      let cores = ProcessInfo.processInfo.activeProcessorCount
      for _ in 0..<max(1, Self.lessonsACore * cores) { begin(&group) }
      while let (index, findings) = await group.next() {
        found[index] = findings
        step()
        begin(&group)
      }
    }
    // That the order is wrong is said of every circle too, but changing it would not help.
    let circles = Set(
      found.joined().filter { $0.rule == Prerequisites.name }.map { Spot($0.fault) })
    let read = faults.filter { !circles.contains(Spot($0)) }
      .map { PackReport.Finding(rule: Self.reading, fault: $0) }
    let links = rules.filter { $0.name == Links.name }
    let said =
      if let page { await Self.findings(in: page, links, cache) } else { [PackReport.Finding]() }
    return PackReport(
      folder: folder, files: files, found: read + said + found.joined(), sizes: sizes)
  }

  /// The bytes of every file that can be read.
  private var sizes: [String: Int] {
    let read = lessons + [page].compactMap(\.self)
    return Dictionary(read.map { ($0.entry.file, $0.text.size) }, uniquingKeysWith: max)
  }

  private static func findings(in checked: CheckedLesson, _ rules: [any Rule.Type], _ cache: Cache)
    async -> [PackReport.Finding]
  {
    var findings: [PackReport.Finding] = []
    for rule in rules {
      let faults = await rule.faults(in: checked, cache)
      findings += FaultRoom.counted(faults).map { PackReport.Finding(rule: rule.name, fault: $0) }
    }
    return findings
  }

  /// Where a fault is.
  private struct Spot: Hashable {
    let file: String
    let line: Int
    let column: Int

    init(_ fault: LessonFault) {
      file = fault.file
      line = fault.line
      column = fault.column
    }
  }
}
