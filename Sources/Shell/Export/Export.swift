import Exhibits
import Experiments
import Files
import Pictures
import Terminal

/// An option for each format that figures are written to.
struct ExportOptions: OptionGroup {
  let options: [any AnyOption] = FigureFormats.all.map { format in
    Option<String?>(format.name, "FILE", format.summary)
  }

  func value(of typed: [String: [String]]) -> [Export.Target] {
    FigureFormats.all.compactMap { format in
      typed[format.name]?.last.map { Export.Target(format: format, path: $0) }
    }
  }
}

/// Where figures are written, as the options of their formats say.
struct Export {
  /// A format that is asked for, and where its documents go.
  struct Target {
    let format: any FigureFormat.Type
    let path: String

    var isOutput: Bool { path == Export.standardOutput }
  }

  /// What stands for standard output.
  static let standardOutput = "-"

  /// Sentences for the help of commands that write figures.
  static let help =
    (FigureFormats.all.map { $0.help }
    + [rule])
    .joined(separator: " ")

  /// A sentence for the help of commands that write files.
  static let rule = "A regular file is written over; - stands for standard output."

  private let targets: [Target]

  /// What the options say; nil where none is given.
  ///
  /// - Parameters:
  ///   - isBesideDocument: whether standard output holds a document already.
  ///   - environment: the variables that say where the home folder is.
  init?(_ targets: [Target], isBesideDocument: Bool, environment: [String: String] = [:])
    throws(Refusal)
  {
    let targets = targets.map { target in
      Target(format: target.format, path: HomePath.expanded(target.path, environment))
    }
    self.targets = targets
    guard !targets.isEmpty else { return nil }
    guard targets.count(where: \.isOutput) + (isBesideDocument ? 1 : 0) <= 1 else {
      throw Refusal("standard output holds one document; give the others a file")
    }
    let files = targets.filter { !$0.isOutput }
    for (index, file) in files.enumerated() {
      guard let other = files.prefix(index).first(where: { $0.path == file.path }) else { continue }
      throw Refusal(
        "--\(other.format.name) and --\(file.format.name) both name \(Quoted.path(file.path)); "
          + "give each its own file")
    }
    for file in files { try Self.check(file.path) }
  }

  /// Writes the figures, and adds to the report what was written where.
  func write(_ figures: FigureSet, into report: inout Report) throws(Refusal) {
    guard !figures.drawn.isEmpty else {
      throw Refusal("these runs share no figure; name one with --show")
    }
    var texts: [(path: String, text: String)] = []
    for target in targets {
      let documents = target.format.documents(of: figures)
      if target.isOutput {
        guard documents.count == 1 else {
          throw Refusal(
            "\(documents.count) figures do not fit standard output; name one with --show")
        }
        report.text = documents[0].text
      } else {
        let paths = Self.paths(documents, target.path, ending: ".\(target.format.name)")
        texts += zip(paths, documents.map(\.text)).map { ($0, $1) }
      }
    }
    report.notes += try Self.place(texts)
  }

  /// A path for each document: the one typed, or made of it and what tells the document from others.
  static func paths(_ documents: [FigureDocument], _ path: String, ending: String) -> [String] {
    guard documents.count > 1 else { return [path] }
    let hasEnding = path.lowercased().hasSuffix(ending)
    let stem = hasEnding ? String(path.dropLast(ending.count)) : path
    let suffix = hasEnding ? String(path.suffix(ending.count)) : ending
    return documents.map { document in
      let parts = document.distinction.filter { !$0.isEmpty }.map(fileName)
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
