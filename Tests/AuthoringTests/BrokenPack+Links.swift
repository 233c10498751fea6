import Foundation
import Testing

@testable import Authoring

extension BrokenPack {
  /// What the rule on links finds.
  static let links = [
    link("missing file", "[a](pictures/none.txt)", 15, "no file \"pictures/none.txt\""),
    link("missing image", "![A curve.](curve.png)", 23, "no file \"curve.png\""),
    link("image without words", "![](https://example.org/a.png)", 15, "between ![ and ]"),
    link("out of the pack", "[a](../secret.md)", 15, "leads out"),
    link("out by escapes", "[a](x/%2E%2e/../secret.md)", 15, "leads out"),
    link("absolute path", "[a](/etc/hostname)", 15, "absolute path"),
    link("file address", "[a](file:///etc/hostname)", 15, "cannot point to"),
    link("script", "[a](JavaScript:alert(1))", 15, "cannot point to"),
    link("data", "![a](data:image/png;base64,AAAA)", 16, "cannot point to"),
    link("unknown scheme", "<gopher://example.org>", 12, "https:"),
    link("no web address", "[a](https:example.org)", 15, "not a web address"),
    link("no mail address", "[a](mailto:nobody)", 15, "not a mail address"),
    link("no destination", "[a]()", 15, "goes nowhere"),
    link("missing heading", "[a](#your-trun)", 15, "did you mean #your-turn?"),
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
      ], ["01-one.md:1:1": "larger than 1 MiB; make two files of it"]),
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
