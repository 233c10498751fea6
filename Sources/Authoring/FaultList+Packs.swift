import Exhibits

extension FaultList {
  /// What was found in packs that were checked.
  ///
  /// - Parameter again: what stood behind the command, to be typed again.
  package init(_ reports: [PackReport], again: String) {
    self.init(
      reports.map { report in
        Pack(
          folder: report.folder, files: report.files,
          findings: report.findings.map { Fault($0.fault, rule: $0.rule) })
      }, again: again)
  }
}
