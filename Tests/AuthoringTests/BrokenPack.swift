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

  /// What the rule on links finds.
  static let links = [
    link("missing file", "[a](pictures/none.txt)", 15, "no file \"pictures/none.txt\""),
    link("missing image", "![A curve.](curve.png)", 23, "no file \"curve.png\""),
    link("image without words", "![](https://example.org/a.png)", 15, "between ![ and ]"),
    link("out of the pack", "[a](../secret.md)", 15, "leads out"),
    link("out by escapes", "[a](x/%2E%2e/../secret.md)", 15, "leads out"),
    link("absolute path", "[a](/etc/hostname)", 15, "absolute path"),
    link("file address", "[a](file:///etc/hostname)", 15, "can not point to"),
    link("script", "[a](JavaScript:alert(1))", 15, "can not point to"),
    link("data", "![a](data:image/png;base64,AAAA)", 16, "can not point to"),
    link("unknown scheme", "<gopher://example.org>", 12, "https:"),
    link("no web address", "[a](https:example.org)", 15, "not a web address"),
    link("no mail address", "[a](mailto:nobody)", 15, "not a mail address"),
    link("no destination", "[a]()", 15, "goes nowhere"),
    link("missing heading", "[a](#your-trun)", 15, "did you mean your-turn?"),
    link("broken escape", "[a](x%zz.txt)", 15, "write it as %25"),
    link("control by an escape", "[a](x%00.txt)", 15, "control characters"),
    link("broken definition", "[a][b]\n\n[b]: none.txt", nil, "no file \"none.txt", "11:1"),
    BrokenPack(
      "missing heading elsewhere",
      files: [
        "01-one.md": Pack.sound + "\nSee [two](02-two.md#nowhere), [it](02-two.md#your-turn).\n",
        "02-two.md": lesson("second"),
      ], ["01-one.md:26:11": "no heading \"#nowhere\""]),
  ]

  /// What only shows between lessons.
  static let packs = [
    BrokenPack(
      "no such lesson", "minutes: 4", with: "minutes: 4\nrequires: zero",
      [
        "5:11": "no such lesson"
      ]),
    BrokenPack(
      "requires itself", "minutes: 4", with: "minutes: 4\nrequires: one",
      [
        "5:11": "itself"
      ]),
    BrokenPack(
      "wrong order",
      files: [
        "01-one.md": lesson("first", requires: "two"), "02-two.md": lesson("second"),
      ], ["01-one.md:5:11": "change the order"]),
    BrokenPack(
      "circle",
      files: [
        "01-one.md": lesson("first", requires: "two"),
        "02-two.md": lesson("second", requires: "one"),
      ], ["01-one.md:5:11": "one requires two, which requires one; drop one"]),
    BrokenPack(
      "circle of three",
      files: [
        "01-one.md": lesson("first", requires: "three"),
        "02-two.md": lesson("second", requires: "one"),
        "03-three.md": lesson("third", requires: "one, two"),
      ], ["01-one.md:5:11": "one requires three, which requires one; drop one"]),
    BrokenPack(
      "exercise named twice in a lesson",
      files: [
        "01-one.md": Pack.sound + Pack.sound.suffix { $0.hasPrefix("```exercise") }
      ], ["01-one.md:25:13": "line 18"]),
    BrokenPack(
      "exercise named twice in a pack",
      files: [
        "01-one.md": lesson("first"), "02-two.md": lesson("first"),
      ], ["02-two.md:18:13": "01-one.md, line 18"]),
    BrokenPack(
      "prediction named twice in a pack",
      files: [
        "01-one.md": lesson("first", behind: prediction),
        "02-two.md": lesson("second", behind: prediction),
      ], ["02-two.md:26:12": "01-one.md, line 26"]),
    BrokenPack(
      "two lessons of one name",
      files: [
        "01-one.md": lesson("first"), "02-one.md": lesson("second"),
      ], ["02-one.md:1:1": "another name"]),
    BrokenPack(
      "no lesson's file name",
      files: [
        "01-one.md": lesson("first"), "notes.md": "# Notes\n",
      ], ["notes.md:1:1": "NN-name.md"]),
    BrokenPack(
      "not UTF-8",
      files: [
        "01-one.md": Data("---\ntitle: T\n\u{E4}".utf8) + [0xFF]
      ], ["01-one.md:3:2": "save the file as UTF-8"]),
    BrokenPack(
      "too large",
      files: [
        "01-one.md": Data(repeating: 0x20, count: (1 << 20) + 1)
      ], ["01-one.md:1:1": "1048576 bytes"]),
  ]

  /// Many at once.
  static let many = [
    BrokenPack(
      "everything in one lesson",
      files: [
        "01-one.md": """
        ---
        title: One
        sumary: A lesson.
        minutes: soon
        requires: two, nine
        ---

        ## One

        Look [here](nowhere.md) and ![](/x.png).

        ```simulate step-size
        set: stps = 4, steps = 0
        show: pth
        expect: relative-los < 1
        ```

        #### Deep

        ```exercise first
        simulation: step-size
        choose: rate
        pass: relative-loss < x
        ```

        ```exercise First
        ```
        """,
        "02-two.md": lesson("first", requires: "one"),
        "x.md": "",
      ],
      [
        "01-one.md:1:1": "summary", "01-one.md:3:1": "did you mean summary?",
        "01-one.md:4:10": "whole number", "01-one.md:5:11": "which requires one",
        "01-one.md:5:16": "no such lesson", "01-one.md:8:1": "begin it with #",
        "01-one.md:10:13": "nowhere.md", "01-one.md:10:33": "between ![ and ]",
        "01-one.md:10:33 ": "absolute path", "01-one.md:13:6": "steps",
        "01-one.md:13:24": "1 … 1000", "01-one.md:14:7": "path",
        "01-one.md:15:9": "relative-loss", "01-one.md:18:1": "begin it with ###",
        "01-one.md:20:1": "no task", "01-one.md:20:1 ": "no hint",
        "01-one.md:22:9": "learning-rate", "01-one.md:23:23": "such as 0.5",
        "01-one.md:26:1": "no simulation", "01-one.md:26:1 ": "no task",
        "01-one.md:26:1  ": "no choose", "01-one.md:26:1   ": "no pass",
        "01-one.md:26:1    ": "no hint", "01-one.md:26:13": "lowercase",
        "02-two.md:19:13": "01-one.md, line 20", "x.md:1:1": "NN-name.md",
      ])
  ]

  /// The sound lesson with a link at column 11 of line 9.
  private static func link(
    _ name: String, _ link: String, _ column: Int?, _ says: String, _ place: String? = nil
  ) -> BrokenPack {
    BrokenPack(
      name, "Some words.", with: "Some link \(link).",
      [place ?? "9:\(column ?? 1)": says])
  }
}

extension String {
  /// The lines from the first that a condition holds for.
  fileprivate func suffix(_ begins: (Substring) -> Bool) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).drop { !begins($0) }
      .joined(separator: "\n")
  }
}
