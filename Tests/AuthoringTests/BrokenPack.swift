import Foundation
import Testing

@testable import Authoring

/// A pack with mistakes; `Goldens/broken-packs.txt` keeps what is said of them.
struct BrokenPack: Sendable, CustomTestStringConvertible {
  let name: String
  let files: [String: Data]
  var testDescription: String { name }

  init(_ name: String, files: [String: Data]) {
    self.name = name
    self.files = files
  }

  init(_ name: String, files: [String: String]) {
    self.init(name, files: files.mapValues { Data($0.utf8) })
  }

  /// One lesson: the sound one with a piece replaced.
  init(_ name: String, _ piece: String, with other: String) {
    self.init(name, files: ["01-one.md": Pack.sound.replacing(piece, with: other)])
  }

  /// The text of the only lesson; nil if there are more files.
  var onlyLesson: String? {
    guard files.count == 1, let data = files["01-one.md"] else { return nil }
    return String(validating: data, as: UTF8.self)
  }

  /// The sound lesson with another exercise, and perhaps with more in its front matter and behind it.
  static func lesson(_ exercise: String, requires: String? = nil, behind: String = "") -> String {
    let front = requires.map { "minutes: 4\nrequires: \($0)" } ?? "minutes: 4"
    return Pack.sound.replacing("first", with: exercise).replacing("minutes: 4", with: front)
      + behind
  }

  static let prediction = """

    ```predict half
    simulation: step-size
    ask: growth-per-step
    tolerance: 5%
    question: How much?
    ```

    """

  static let all = reading + form + links + packs + many

  /// What reading a lesson finds.
  static let reading = [
    BrokenPack("no front matter", files: ["01-one.md": "# One\n\nWords.\n"]),
    BrokenPack("front matter without an end", "4\n---\n", with: "4\n"),
    BrokenPack("unknown key in front matter", "minutes", with: "minuts"),
    BrokenPack(
      "long name of a part", "minutes: 4",
      with: "minutes: 4\npart: \(String(repeating: "p", count: 65))"),
    BrokenPack("minutes in words", "minutes: 4", with: "minutes: four"),
    BrokenPack("no title", "title: One\n", with: ""),
    BrokenPack("no summary", "summary: A lesson.\n", with: ""),
    BrokenPack("line without a key", "minutes: 4", with: "minutes 4"),
    BrokenPack("unknown directive", "```simulate", with: "```simulat"),
    BrokenPack("no simulation named", "simulate step-size", with: "simulate"),
    BrokenPack("unknown simulation", "simulate step-size", with: "simulate step-sise"),
    BrokenPack("unknown key", "show: path", with: "shw: path"),
    BrokenPack("unknown knob", "steps = 40", with: "stps = 40"),
    BrokenPack("value out of range", "steps = 40", with: "steps = 0"),
    BrokenPack("setting without =", "steps = 40", with: "steps 40"),
    BrokenPack("unknown figure", "show: path", with: "show: pth"),
    BrokenPack("unknown metric", "pass: relative-loss", with: "pass: relative-los"),
    BrokenPack("criterion without a number", "<= 1e-3", with: "<= small"),
    BrokenPack("nothing to choose", "choose: learning-rate\n", with: ""),
    BrokenPack("given and chosen", "pass:", with: "given: learning-rate = 1\npass:"),
    BrokenPack("name with capitals", "exercise first", with: "exercise First"),
    BrokenPack(
      "recap that says nothing", "Some words.", with: "```recap\nhold: it\n```"),
    BrokenPack("library without a call", "Some words.", with: "```library\nin: PyTorch\n```"),
    BrokenPack("term without a meaning", "Some words.", with: "```words\nloss:\n```"),
    BrokenPack("unclosed fence", "hint: Try one.\n```", with: "hint: Try one."),
    BrokenPack("directive in a list", "Some words.", with: "- ```simulate step-size\n  ```"),
    BrokenPack("control character", "Some words.", with: "Some \u{1B}[31mwords."),
    BrokenPack(
      "one case", "simulate step-size\nset: steps = 40",
      with: """
        compare step-size
        case: one | steps = 40
        """),
  ]

  /// What the rules on form find.
  static let form = [
    BrokenPack("no hint", "hint: Try one.\n", with: ""),
    BrokenPack("first heading of level 2", "# One", with: "## One"),
    BrokenPack("skipped level", "## Your turn", with: "#### Your turn"),
    BrokenPack("empty heading", "## Your turn", with: "##"),
    BrokenPack("two headings of level 1", "## Your turn", with: "# Your turn"),
    BrokenPack(
      "no heading",
      files: [
        "01-one.md": "---\ntitle: T\nsummary: S\nminutes: 1\n---\n\nWords.\n"
      ]),
  ]
}
