import Foundation
import Testing

@testable import Authoring

/// A pack with mistakes, and where each of them is.
struct BrokenPack: Sendable, CustomTestStringConvertible {
  let name: String
  let files: [String: Data]

  /// Where each fault is, and a piece of what is said.
  let faults: [Expected]
  var testDescription: String { name }

  struct Expected: Sendable {
    let place: String
    let says: String
  }

  init(_ name: String, files: [String: Data], _ faults: KeyValuePairs<String, String>) {
    self.name = name
    self.files = files
    self.faults = faults.map { Expected(place: $0, says: $1) }
  }

  init(_ name: String, files: [String: String], _ faults: KeyValuePairs<String, String>) {
    self.init(name, files: files.mapValues { Data($0.utf8) }, faults)
  }

  /// One lesson: the sound one with a piece replaced.
  ///
  /// Places are lines and columns.
  init(
    _ name: String, _ piece: String, with other: String,
    _ faults: KeyValuePairs<String, String>
  ) {
    self.name = name
    files = ["01-one.md": Data(Pack.sound.replacing(piece, with: other).utf8)]
    self.faults = faults.map { Expected(place: "01-one.md:\($0)", says: $1) }
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
    BrokenPack(
      "no front matter", files: ["01-one.md": "# One\n\nWords.\n"],
      [
        "01-one.md:1:1": "does not begin with front matter"
      ]),
    BrokenPack("front matter without an end", "4\n---\n", with: "4\n", ["1:1": "has no end"]),
    BrokenPack("unknown key in front matter", "minutes", with: "minuts", ["4:1": "minutes"]),
    BrokenPack("minutes in words", "minutes: 4", with: "minutes: four", ["4:10": "1 … 600"]),
    BrokenPack("no title", "title: One\n", with: "", ["1:1": "add a line \"title: …\""]),
    BrokenPack("no summary", "summary: A lesson.\n", with: "", ["1:1": "\"summary: …\""]),
    BrokenPack("line without a key", "minutes: 4", with: "minutes 4", ["4:1": "key: value"]),
    BrokenPack(
      "unknown directive", "```simulate", with: "```simulat",
      [
        "11:4": "did you mean simulate?"
      ]),
    BrokenPack(
      "no simulation named", "simulate step-size", with: "simulate",
      [
        "11:4": "simulate SIMULATION"
      ]),
    BrokenPack(
      "unknown simulation", "simulate step-size", with: "simulate step-sise",
      [
        "11:13": "did you mean step-size?"
      ]),
    BrokenPack("unknown key", "show: path", with: "shw: path", ["13:1": "show"]),
    BrokenPack("unknown knob", "steps = 40", with: "stps = 40", ["12:6": "did you mean steps?"]),
    BrokenPack("value out of range", "steps = 40", with: "steps = 0", ["12:14": "1 … 1000"]),
    BrokenPack("setting without =", "steps = 40", with: "steps 40", ["12:6": "knob = value"]),
    BrokenPack("unknown figure", "show: path", with: "show: pth", ["13:7": "path"]),
    BrokenPack(
      "unknown metric", "pass: relative-loss", with: "pass: relative-los",
      [
        "22:7": "did you mean relative-loss?"
      ]),
    BrokenPack(
      "criterion without a number", "<= 1e-3", with: "<= small",
      [
        "22:24": "such as 0.5"
      ]),
    BrokenPack("nothing to choose", "choose: learning-rate\n", with: "", ["18:1": "choose"]),
    BrokenPack(
      "given and chosen", "pass:", with: "given: learning-rate = 1\npass:",
      [
        "21:9": "keep one"
      ]),
    BrokenPack(
      "name with capitals", "exercise first", with: "exercise First",
      [
        "18:13": "lowercase"
      ]),
    BrokenPack(
      "unclosed fence", "hint: Try one.\n```", with: "hint: Try one.",
      [
        "18:1": "never closed"
      ]),
    BrokenPack(
      "directive in a list", "Some words.", with: "- ```simulate step-size\n  ```",
      [
        "9:1": "left margin"
      ]),
    BrokenPack(
      "control character", "Some words.", with: "Some \u{1B}[31mwords.",
      [
        "9:6": "remove it"
      ]),
    BrokenPack(
      "one case", "simulate step-size\nset: steps = 40",
      with: """
        compare step-size
        case: one | steps = 40
        """, ["11:1": "add some"]),
  ]

  /// What the rules on form find.
  static let form = [
    BrokenPack("no hint", "hint: Try one.\n", with: "", ["18:1": "add a line \"hint: …\""]),
    BrokenPack("first heading of level 2", "# One", with: "## One", ["7:1": "begin it with #"]),
    BrokenPack(
      "skipped level", "## Your turn", with: "#### Your turn",
      [
        "16:1": "level 4 below one of level 1; begin it with ##"
      ]),
    BrokenPack("empty heading", "## Your turn", with: "##", ["16:1": "without words"]),
    BrokenPack(
      "two headings of level 1", "## Your turn", with: "# Your turn",
      [
        "16:1": "use ##"
      ]),
    BrokenPack(
      "no heading",
      files: [
        "01-one.md": "---\ntitle: T\nsummary: S\nminutes: 1\n---\n\nWords.\n"
      ], ["01-one.md:7:1": "begin it with #"]),
  ]
}
