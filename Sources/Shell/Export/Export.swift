import Experiments
import Files
import Pictures
import Terminal

/// Where figures are written, as `--svg` and `--csv` say.
struct Export {
  /// What stands for standard output.
  static let standardOutput = "-"

  /// A sentence for the help of commands that write figures.
  static let help =
    "--svg writes the figures that are drawn as pictures that follow a reader's light or dark "
    + "preference: one figure as FILE, several as FILE-NAME.svg each. --csv writes their samples "
    + "as one table. A regular file is written over; - stands for standard output."

  private let svg: String?
  private let csv: String?

  /// What the options say; nil where neither is given.
  ///
  /// - Parameter isBesideDocument: whether standard output holds a document already.
  init?(svg: String?, csv: String?, isBesideDocument: Bool) throws(Refusal) {
    self.svg = svg
    self.csv = csv
    let paths = [svg, csv].compactMap(\.self)
    guard !paths.isEmpty else { return nil }
    let toOutput = paths.count { $0 == Self.standardOutput } + (isBesideDocument ? 1 : 0)
    guard toOutput <= 1 else {
      throw Refusal("standard output holds one document; give the others a file")
    }
    if let svg, svg == csv, svg != Self.standardOutput {
      throw Refusal("--svg and --csv both name \(Quoted.path(svg)); give each its own file")
    }
    for path in paths where path != Self.standardOutput {
      guard !path.hasSuffix("/") else {
        throw Refusal("\(Quoted.path(path)) is a folder; name a file in it")
      }
      try Refusal.unless { () throws(FileProblem) in try StagedFiles.check(path) }
    }
  }

  /// Writes the figures, and adds to the report what was written where.
  ///
  /// - Parameters:
  ///   - figures: the figures as they are drawn, and those of several runs each under a label.
  ///   - tables: the figures of each run by itself.
  func write(
    _ figures: [(figure: Figure, label: String)], tables: [CSV.Source], into report: inout Report
  ) throws(Refusal) {
    guard !figures.isEmpty else {
      throw Refusal("these runs share no figure; name one with --show")
    }
    var texts: [(path: String, text: String)] = []
    if let svg {
      if svg == Self.standardOutput {
        guard figures.count == 1 else {
          throw Refusal(
            "\(figures.count) figures do not fit standard output; name one with --show")
        }
        report.text = SVG.document(of: figures[0].figure)
      } else {
        for (path, figure) in zip(Self.paths(figures, svg), figures) {
          texts.append((path, SVG.document(of: figure.figure)))
        }
      }
    }
    if let csv {
      let text = CSV.document(of: tables)
      if csv == Self.standardOutput {
        report.text = text
      } else {
        texts.append((csv, text))
      }
    }
    let placed = try Refusal.unless { () throws(FileProblem) in
      var staged = StagedFiles()
      for (path, text) in texts { try staged.stage(text, for: path) }
      return try staged.commit()
    }
    report.notes += placed.map { file in
      let how = file.isReplacement ? "wrote over" : "wrote"
      return StyledText("knobs: \(how) \(Quoted.path(file.path))")
    }
  }

  /// A path for each figure: the one typed, or made of it and the figure's name.
  static func paths(_ figures: [(figure: Figure, label: String)], _ path: String) -> [String] {
    guard figures.count > 1 else { return [path] }
    let ending = ".svg"
    let hasEnding = path.lowercased().hasSuffix(ending)
    let stem = hasEnding ? String(path.dropLast(ending.count)) : path
    let suffix = hasEnding ? String(path.suffix(ending.count)) : ending
    return figures.map { figure, label in
      let parts = [figure.name, label].filter { !$0.isEmpty }.map(fileName)
      return ([stem] + parts).joined(separator: "-") + suffix
    }
  }

  /// A name with nothing in it that means something in a path.
  private static func fileName(_ text: String) -> String {
    String(
      text.map { character in
        let isPlain = character.isASCII && (character.isLetter || character.isNumber)
        return isPlain || character == "." ? character : "-"
      })
  }
}
