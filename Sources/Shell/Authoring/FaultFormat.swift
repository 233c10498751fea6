import Exhibits
import Plotting
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
      let file = printable(Escaping.workflowProperty.text(fault.file))
      let place = "file=\(file),line=\(fault.line),col=\(fault.column)"
      let message = printable(Escaping.workflowMessage.text(fault.message))
      return "::\(fault.isAdvice ? "warning" : "error") \(place)::\(message)\n"
    }.joined() + summary + "\n"
  }
}
