import Exhibits
import Experiments
import Files
import Terminal

extension Export {
  /// One document, and where it goes.
  struct Page {
    private let path: String

    /// - Parameters:
    ///   - path: the path as it was typed; `-` stands for standard output.
    ///   - environment: the variables that say where the home folder is.
    /// - Throws: a refusal of a path where no file could be written.
    init(_ path: String, environment: [String: String]) throws(Refusal) {
      self.path = HomePath.expanded(path, environment)
      guard self.path != Export.standardOutput else { return }
      try Export.check(self.path)
    }

    /// Writes the document, and adds to the report where; on standard output it takes the report's
    /// place.
    func write(_ text: String, into report: inout Report) throws(Refusal) {
      guard path != Export.standardOutput else {
        report.text = text
        return
      }
      report.notes += try Export.place([(path, text)])
    }
  }

  /// Refuses a path where no file could be written.
  static func check(_ path: String) throws(Refusal) {
    guard !path.hasSuffix("/") else {
      throw Refusal("\(Quoted.path(path)) is a folder; name a file in it")
    }
    try Refusal.unless { () throws(FileProblem) in try StagedFiles.check(path) }
  }

  /// Writes files, all or none of them, and says which.
  static func place(_ texts: [(path: String, text: String)]) throws(Refusal) -> [StyledText] {
    let placed = try Refusal.unless { () throws(FileProblem) in
      var staged = StagedFiles()
      for (path, text) in texts { try staged.stage(text, for: path) }
      return try staged.commit()
    }
    return placed.map { file in
      let how = file.isReplacement ? "wrote over" : "wrote"
      return StyledText("knobs: \(how) \(Quoted.path(file.path))")
    }
  }
}
