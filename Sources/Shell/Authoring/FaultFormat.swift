import Exhibits
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

extension FaultList {
  /// The workflow commands of every pack.
  var workflowCommands: String { packs.map(\.workflowCommands).joined() }
}

extension FaultList.Pack {
  /// A workflow command a line, then what it comes to.
  fileprivate var workflowCommands: String {
    findings.map { fault in
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
