import Foundation
import TestKit
import Testing
import ToyCourse

/// Lessons with mistakes, and lessons that mean harm.
@Suite(.mayHang) struct BrokenLessonTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: Data

    /// What is said of it, with its line.
    let says: [String]
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ says: String...) {
      self.init(name, Data(text.utf8), says)
    }

    init(_ name: String, _ text: Data, _ says: [String]) {
      self.name = name
      self.text = text
      self.says = says
    }
  }

  static let front = "---\ntitle: T\nsummary: S\nminutes: 1\n---\n\n# T\n\n"
  static let exercise = """
    ```exercise one
    simulation: step-size
    task: Do it.
    choose: learning-rate
    pass: relative-loss < 1e-3
    ```


    """

  static let cases = [
    Case("no front matter", "# T\n", ":1:"),
    Case("open front matter", "---\ntitle: T\n", ":1:"),
    Case("front matter without sense", "---\ntitle\n: x\nminutes: -1\n---\n", ":2:", ":3:", ":4:"),
    Case("unknown key", front.replacing("minutes", with: "minuts"), ":4:", "minutes"),
    Case("unclosed fence", front + "```exercise one\nsimulation: step-size\n", ":9:"),
    Case(
      "unknown directive key", front + "```simulate step-size\nsett: steps = 4\n```\n", ":10:",
      "set"),
    Case("unknown simulation", front + "```simulate step-sise\n```\n", ":9:", "step-size"),
    Case("unknown knob", front + "```simulate step-size\nset: stps = 4\n```\n", ":10:", "steps"),
    Case(
      "value out of range", front + "```simulate step-size\nset: steps = 0\n```\n", ":10:",
      "1 … 1000"),
    Case("duplicate exercise", front + exercise + exercise, ":16:", "one"),
    Case(
      "unknown metric", front + exercise.replacing("relative-loss", with: "relative-los"), ":13:",
      "relative-loss"),
    Case("10 MB of one line", front + String(repeating: "x", count: 10_000_000), ":1:", "1 MiB"),
    Case(
      "binary", Data((0...255).map { UInt8($0) } + (0..<5000).map { UInt8($0 * 7 % 256) }), [":"]),
    Case("invalid UTF-8", Data(front.utf8) + [0xFF, 0xFE], [":9:", "UTF-8"]),
    Case("nothing", "", ":1:"),
    Case(
      "escape sequences",
      "---\n\u{1B}[31mtitle\u{7}: \u{1B}]0;x\u{7}\nti\u{9B}31mtle: x\n---\n```\u{1B}[2J x\n```\n",
      ":2:"),
  ]

  /// A folder with one sound lesson and the broken one.
  static func write(_ each: Case, to folder: String) throws -> String {
    let lessons = folder + "/lessons"
    try FileManager.default.createDirectory(atPath: lessons, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: Fixture.pack + "/07-steeper.md", toPath: lessons + "/07-steeper.md")
    try each.text.write(to: URL(filePath: lessons + "/03-broken.md"))
    return lessons
  }

  @Test(arguments: cases) func everyFaultIsSaidAndTheOthersWork(_ each: Case) async throws {
    try await Fixture.withFolder { folder in
      let lessons = try Self.write(each, to: folder)
      let knobs = KnobsProgram(folder: folder).with(["KNOBS_LESSONS": lessons])
      for line in [[], ["lessons"], ["progress"]] {
        let result = try await knobs.run(line)
        #expect(result.status == 0)
        let faults = result.errors.split(separator: "\n")
        #expect(!faults.isEmpty)
        #expect(faults.allSatisfy { $0.hasPrefix(lessons + "/03-broken.md:") }, "\(result.errors)")
        for text in each.says {
          #expect(result.errors.contains(text), "\(text) in \(result.errors)")
        }
        #expect(!result.errors.hasControls && !result.output.hasControls)
        #expect(result.errors.utf8.count < 200_000)
      }
      let broken = try await knobs.run(["learn", "broken"])
      #expect(broken.status == 2 && broken.output == "")
      #expect(broken.errorLines.count == 2 && !broken.errors.hasControls)
      #expect(broken.errors.contains("03-broken.md:"))
      let sound = try await knobs.run(["check", "steeper/gently", "--learning-rate", "0.03"])
      #expect(sound.status == 0 && sound.errors == "")
      #expect(try await knobs.run(["learn"]).output.contains("A lesson of one's own"))
      let fields = try Fixture.fields(try await knobs.run(["lessons", "--json"]).output)
      let rows = try #require(fields["lessons"] as? [[String: Any]])
      #expect(rows.map { ($0["faults"] as? [String])?.isEmpty } == [false, true])
    }
  }

  /// Controls that make a lesson refused, and those that come in by references.
  static let rawControls = "\u{1B}[31m\u{1B}]0;owned\u{7}\u{9B}2J\u{202E}\r\u{8}x"
  static let slyControls = "&#27;[31m&#x9b;2J&#x2066;&#x202e;&#7;&#127;&#10;x"

  /// Whatever a sound lesson says, nothing of it steers the terminal.
  @Test(arguments: [rawControls, slyControls])
  func textFromALessonIsNeverRaw(_ evil: String) async throws {
    try await Fixture.withFolder { folder in
      let lessons = folder + "/lessons"
      try FileManager.default.createDirectory(atPath: lessons, withIntermediateDirectories: true)
      try Self.lesson(of: evil).write(to: lessons + "/01-evil.md")
      let knobs = KnobsProgram(folder: folder).with(["KNOBS_LESSONS": lessons])
      let lines = [
        [], ["lessons"], ["learn"], ["learn", "evil"], ["check", "evil/one", "--defaults"],
        ["hint", "evil/one"],
        ["progress"], ["log"], ["run", "step-size"], ["reset", "evil"],
        ["check", "evil/one", "--help"], ["--json"], ["lessons", "--json"],
        ["check", "evil/one", "--defaults", "--json"], ["hint", "evil/one", "--json"],
      ]
      for line in lines {
        let result = try await knobs.run(line)
        #expect(!result.output.hasControls, "\(line)")
        #expect(!result.errors.hasControls, "\(line)")
        #expect(!result.output.unicodeScalars.contains("\u{202E}"), "\(line)")
      }
      let isSound = try await knobs.run(["learn", "evil"]).status == 0
      #expect(isSound == (evil == Self.slyControls))
    }
  }

  /// A lesson full of controls, wherever there can be text.
  static func lesson(of evil: String) -> String {
    """
    ---
    title: Title \(evil)
    summary: Summary \(evil)
    minutes: 1
    ---

    # Title \(evil)

    Prose \(evil) `code \(evil)` [link](https://x.org/\(evil)) ![image](\(evil))

        code \(evil)

    | a \(evil) | b |
    |---|---|
    | \(evil) | c |

    <b \(evil)>

    ```text
    fence \(evil)
    ```

    ```compare step-size
    case: label \(evil) | steps = 5
    case: other | steps = 6
    ```

    ```predict it
    simulation: step-size
    ask: relative-loss
    tolerance: 5%
    question: Why \(evil)?
    ```

    ```exercise one
    simulation: step-size
    task: Do \(evil).
    choose: learning-rate
    pass: relative-loss < 1e-3
    hint: Hint \(evil)
    ```
    """
  }

  @Test func namesOfFilesAreNeverRaw() async throws {
    try await Fixture.withFolder { folder in
      let lessons = folder + "/le\u{1B}[31mssons"
      try FileManager.default.createDirectory(atPath: lessons, withIntermediateDirectories: true)
      for name in ["01-\u{1B}[31mred.md", "x\u{7}.md", "02-fine.md"] {
        try Self.front.write(to: lessons + "/" + name)
      }
      for line in [["lessons"], [], ["learn", "fine"], ["learn"]] {
        let result = try await KnobsProgram(folder: folder).run(line + ["--lessons", lessons])
        #expect(!result.output.hasControls && !result.errors.hasControls, "\(line)")
      }
    }
  }
}
