import Authoring
import Course
import Experiments
import Terminal

/// The ways in which faults are written down.
enum FaultFormat: String, CaseIterable, OptionValue {
  /// A line each, as compilers print theirs.
  case text

  /// One document.
  case json

  /// The commands by which GitHub's workflows put notes beside the lines of a change.
  case github
}

/// One JSON document for all that was found.
struct FaultDocument: Encodable {
  struct Fault: Encodable {
    let file: String
    let line: Int
    let column: Int
    let severity: LessonFault.Severity
    let rule: String
    let message: String
  }

  struct Counts: Encodable {
    let faults: Int
    let advice: Int
    let faultyFiles: Int
  }

  /// The first of the folders.
  let folder: String
  let folders: [String]
  let lessons: Int
  let faults: [Fault]
  let counts: Counts

  init(_ reports: [PackReport]) {
    folder = reports.first?.folder ?? ""
    folders = reports.map(\.folder)
    lessons = reports.reduce(0) { $0 + $1.lessons }
    faults = reports.flatMap(\.findings).map { finding in
      Fault(
        file: finding.fault.file, line: finding.fault.line, column: finding.fault.column,
        severity: finding.fault.severity, rule: finding.rule, message: finding.fault.message)
    }
    counts = Counts(
      faults: reports.reduce(0) { $0 + $1.faults.count },
      advice: reports.reduce(0) { $0 + $1.advice.count },
      faultyFiles: reports.reduce(0) { $0 + $1.faultyFiles })
  }
}

extension PackReport {
  /// How much was found, in one line: `3 faults in 1 of 4 lessons, 2 pieces of advice`.
  var summary: String {
    let all = NumberText.count(lessons, "lesson")
    let others = Set(faults.map(\.file)).subtracting(files).isEmpty
    var text =
      faults.isEmpty
      ? "no faults in \(all)"
      : NumberText.count(faults.count, "fault")
        + (others
          ? " in \(lessons > 1 ? "\(faultyFiles) of " : "")\(all)"
          : " in \(NumberText.count(faultyFiles, "file"))")
    switch advice.count {
    case 0: break
    case 1: text += ", 1 piece of advice"
    default: text += ", \(advice.count) pieces of advice"
    }
    return text
  }

  /// A workflow command a line, then what it comes to.
  var workflowCommands: String {
    findings.map { finding in
      let fault = finding.fault
      let place =
        "file=\(Self.property(fault.file)),line=\(fault.line),col=\(fault.column)"
      return "::\(fault.isAdvice ? "warning" : "error") \(place)::\(Self.data(fault.message))\n"
    }.joined() + summary + "\n"
  }

  /// A message as a workflow command takes it.
  private static func data(_ text: String) -> String {
    let escapes: [Unicode.Scalar: String] = ["%": "%25", "\r": "%0D", "\n": "%0A"]
    return printable(text.unicodeScalars.map { escapes[$0] ?? String($0) }.joined())
  }

  /// A value in front of the message, where colons and commas part the values.
  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
