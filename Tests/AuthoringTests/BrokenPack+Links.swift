import Foundation
import Testing

@testable import Authoring

extension BrokenPack {
  /// What the rule on links finds.
  static let links = [
    link("missing file", "[a](pictures/none.txt)"),
    link("missing image", "![A curve.](curve.png)"),
    link("image without words", "![](https://example.org/a.png)"),
    link("out of the pack", "[a](../secret.md)"),
    link("out by escapes", "[a](x/%2E%2e/../secret.md)"),
    link("absolute path", "[a](/etc/hostname)"),
    link("file address", "[a](file:///etc/hostname)"),
    link("script", "[a](JavaScript:alert(1))"),
    link("data", "![a](data:image/png;base64,AAAA)"),
    link("unknown scheme", "<gopher://example.org>"),
    link("no web address", "[a](https:example.org)"),
    link("no mail address", "[a](mailto:nobody)"),
    link("no destination", "[a]()"),
    link("missing heading", "[a](#your-trun)"),
    link("broken escape", "[a](x%zz.txt)"),
    link("control by an escape", "[a](x%00.txt)"),
    link("broken definition", "[a][b]\n\n[b]: none.txt"),
    BrokenPack(
      "missing heading elsewhere",
      files: [
        "01-one.md": Pack.sound + "\nSee [two](02-two.md#nowhere), [it](02-two.md#your-turn).\n",
        "02-two.md": lesson("second"),
      ]),
  ]

  /// What only shows between lessons.
  static let packs = [
    BrokenPack("no such lesson", "minutes: 4", with: "minutes: 4\nrequires: zero"),
    BrokenPack("requires itself", "minutes: 4", with: "minutes: 4\nrequires: one"),
    BrokenPack(
      "part that is come back to",
      files: [
        "01-one.md": lesson("first").replacing("minutes: 4", with: "minutes: 4\npart: A"),
        "02-two.md": lesson("second"),
        "03-three.md": lesson("third").replacing("minutes: 4", with: "minutes: 4\npart: B"),
        "04-four.md": lesson("fourth").replacing("minutes: 4", with: "minutes: 4\npart: A"),
      ]),
    BrokenPack(
      "wrong order",
      files: [
        "01-one.md": lesson("first", requires: "two"), "02-two.md": lesson("second"),
      ]),
    BrokenPack(
      "circle",
      files: [
        "01-one.md": lesson("first", requires: "two"),
        "02-two.md": lesson("second", requires: "one"),
      ]),
    BrokenPack(
      "circle of three",
      files: [
        "01-one.md": lesson("first", requires: "three"),
        "02-two.md": lesson("second", requires: "one"),
        "03-three.md": lesson("third", requires: "one, two"),
      ]),
    BrokenPack(
      "exercise named twice in a lesson",
      files: [
        "01-one.md": Pack.sound + Pack.sound.suffix { $0.hasPrefix("```exercise") }
      ]),
    BrokenPack(
      "exercise named twice in a pack",
      files: ["01-one.md": lesson("first"), "02-two.md": lesson("first")]),
    BrokenPack(
      "prediction named twice in a pack",
      files: [
        "01-one.md": lesson("first", behind: prediction),
        "02-two.md": lesson("second", behind: prediction),
      ]),
    BrokenPack(
      "two lessons of one name",
      files: [
        "01-one.md": lesson("first"), "02-one.md": lesson("second"),
      ]),
    BrokenPack(
      "no lesson's file name",
      files: ["01-one.md": lesson("first"), "notes.md": "# Notes\n"]),
    BrokenPack(
      "not UTF-8",
      files: ["01-one.md": Data("---\ntitle: T\n\u{E4}".utf8) + [0xFF]]),
    BrokenPack(
      "too large",
      files: ["01-one.md": Data(repeating: 0x20, count: (1 << 20) + 1)]),
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
      ])
  ]

  /// The sound lesson with a link at column 11 of line 9.
  private static func link(_ name: String, _ link: String) -> BrokenPack {
    BrokenPack(name, "Some words.", with: "Some link \(link).")
  }
}

extension String {
  /// The lines from the first that a condition holds for.
  fileprivate func suffix(_ begins: (Substring) -> Bool) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).drop { !begins($0) }
      .joined(separator: "\n")
  }
}
