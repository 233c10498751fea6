import Foundation
import TestKit
import Testing

/// Several packs at once, and packs that mean harm.
@Suite(.mayHang) struct PacksTests {
  static func lesson(_ title: String) throws -> String {
    try String(contentsOfFile: Fixture.pack + "/07-steeper.md", encoding: .utf8)
      .replacing(/title: .*/, with: "title: \(title)")
  }

  /// Two packs that share a lesson's name: one says its name, the other is the folder `two`.
  static func withPacks(_ body: (KnobsProgram, [String]) async throws -> Void) async throws {
    try await Fixture.withFolder { folder in
      for (pack, lessons) in [("first", ["intro", "more"]), ("two", ["intro", "last"])] {
        let path = "\(folder)/\(pack)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (index, name) in lessons.enumerated() {
          try lesson("\(name) of \(pack)").write(to: "\(path)/0\(index + 1)-\(name).md")
        }
      }
      try "---\nname: one\ntitle: First steps\nauthor: Somebody\nlanguage: en\n---\nAbout.\n"
        .write(to: folder + "/first/pack.md")
      let both = ["--lessons", folder + "/first", "--lessons", folder + "/two"]
      try await body(KnobsProgram(folder: folder), both)
    }
  }

  static let pass = ["--learning-rate", "0.038"]

  @Test func bothAreListed() async throws {
    try await Self.withPacks { knobs, both in
      let text = try await knobs.run(["lessons"] + both)
      #expect(text.status == 0 && text.errors == "")
      for words in ["First steps", "Somebody", "one:intro", "more", "two:intro", "last"] {
        #expect(text.output.contains(words))
      }
      let json = try await knobs.run(["lessons", "--json"] + both)
      let variable = both[1] + ":" + both[3]
      let other = try await knobs.with(["KNOBS_LESSONS": variable]).run(["lessons", "--json"])
      #expect(json.output == other.output)
      let fields = try Fixture.fields(json.output)
      let packs = try #require(fields["packs"] as? [[String: Any]])
      #expect(packs.map { $0["name"] as? String } == ["one", "two"])
      #expect(packs.map { $0["title"] as? String } == ["First steps", nil])
      #expect(packs.map { $0["author"] as? String } == ["Somebody", nil])
      #expect(packs.map { $0["language"] as? String } == ["en", nil])
      #expect(packs.map { $0["folder"] as? String } == [both[1], both[3]])
      let lessons = try #require(fields["lessons"] as? [[String: Any]])
      #expect(
        lessons.map { $0["name"] as? String } == ["one:intro", "more", "two:intro", "last"])
    }
  }

  @Test(arguments: [
    (
      ["learn", "intro"], "\"intro\" is in more than one pack; did you mean one:intro or two:intro?"
    ),
    (
      ["check", "intro/gently"],
      "\"intro/gently\" is in more than one pack; "
        + "did you mean one:intro/gently or two:intro/gently?"
    ),
    (
      ["hint", "2/gently"],
      "\"2/gently\" is in more than one pack; "
        + "did you mean one:more/gently or two:last/gently?"
    ),
    (["learn", "one:intr"], "no lesson \"one:intr\"; did you mean one:intro?"),
    (["check", "two:intro/gentle"], "no exercise \"gentle\" in two:intro; did you mean gently?"),
  ])
  func whatMayBeSeveralIsRefused(_ line: [String], _ message: String) async throws {
    try await Self.withPacks { knobs, both in
      let result = try await knobs.run(line + both)
      #expect(result.status == 2 && result.output == "")
      #expect(result.errors == "knobs: \(message)\n")
    }
  }

  @Test func aFolderIsGivenOnce() async throws {
    try await Self.withPacks { knobs, both in
      let result = try await knobs.run(["lessons"] + both + both.suffix(2))
      #expect(result.status == 2)
      #expect(result.errors.contains("two are given twice; name the folder once"))
    }
  }

  /// Everything a learner does, with two packs and then with each alone.
  @Test func progressIsKeptApart() async throws {
    try await Self.withPacks { knobs, both in
      let first = Array(both.prefix(2))
      let second = Array(both.suffix(2))
      func passed(_ folders: [String]) async throws -> [String] {
        let fields = try Fixture.fields(
          try await knobs.run(["progress", "--json"] + folders).output)
        let rows = try #require(fields["exercises"] as? [[String: Any]])
        return rows.filter { $0["passed"] as? Bool == true }.compactMap {
          $0["exercise"] as? String
        }
      }
      let graded = try await knobs.run(["check", "one:intro/gently", "--json"] + both + Self.pass)
      #expect(graded.status == 0, "\(graded.output) \(graded.errors)")
      #expect(
        try Fixture.fields(graded.output)["exercise"] as? String == "one:intro/gently")
      #expect(knobs.entries.last?.contains("\"exercise\":\"one:intro/gently\"") == true)
      #expect(try await passed(both) == ["one:intro/gently"])
      #expect(try await passed(first) == ["intro/gently"])
      #expect(try await passed(second) == [])

      #expect(try await knobs.run(["check", "intro/gently"] + second + Self.pass).status == 0)
      let last = try #require(knobs.entries.last)
      #expect(last.contains(/"exercise":"two@[0-9a-f]{16}:intro\/gently"/))
      #expect(last.contains("\"pack\":\"two\""))
      #expect(try await passed(both) == ["one:intro/gently", "two:intro/gently"])
      let log = try await knobs.run(["log"] + both)
      #expect(log.output.contains("one:intro/gently") && log.output.contains("two:intro/gently"))

      let home = try await knobs.run(both)
      #expect(home.output.contains("last of two") || home.output.contains("more of first"))
      let hint = try await knobs.run(["hint", "one:more/gently"] + first)
      #expect(hint.status == 0 && hint.output.contains("The edge is at 2/50."))
      #expect(knobs.entries.last?.contains("one:more/gently") == true)
      let solution = try await knobs.run(["solution", "two:intro/gently"] + both)
      #expect(solution.output.contains("knobs check two:intro/gently --learning-rate"))

      #expect(try await knobs.run(["reset", "one:intro"] + both).status == 0)
      #expect(try await passed(both) == ["two:intro/gently"])
      let learn = try await knobs.run(["learn", "two:intro"] + both)
      #expect(learn.output.contains("knobs check two:intro/gently"))
      #expect(learn.output.contains("knobs learn last"))
    }
  }

  /// A lesson of the course's name with its first exercise, which more values pass.
  private static let easier = """
    ---
    title: My own
    summary: One exercise of mine.
    ---

    # My own

    ```exercise reach-the-floor
    simulation: step-size
    task: Bring the loss to a hundredth.
    choose: learning-rate
    pass: relative-loss <= 0.01 (10 points)
    hint: Try a larger one.
    hint: Try a smaller one.
    ```

    """

  /// Folders with that lesson in places that are easily taken for each other.
  private static let twins = [
    "a/lessons", "b/lessons", "b/Lessons", "lessons", "knobs", "日本", "中文", "a/deep",
  ]

  private static func withTwins(_ body: (KnobsProgram) async throws -> Void) async throws {
    try await Fixture.withFolder { folder in
      for twin in twins + ["deep"] {
        let path = "\(folder)/\(twin)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try easier.write(to: path + "/01-learning-rate.md")
      }
      try "---\nname: deep\n---\n".write(to: folder + "/deep/pack.md")
      try await body(KnobsProgram(folder: folder))
    }
  }

  /// The exercise's row of `knobs progress`.
  private static func row(_ knobs: KnobsProgram, _ folder: String?) async throws -> [String: Any] {
    let words = folder.map { ["--lessons", "\(knobs.folder)/\($0)"] } ?? []
    let fields = try Fixture.fields(try await knobs.run(["progress", "--json"] + words).output)
    let rows = try #require(fields["exercises"] as? [[String: Any]])
    return try #require(rows.first { $0["exercise"] as? String == exercise })
  }

  private static let exercise = "learning-rate/reach-the-floor"

  /// A pack without a name shares nothing with the course, with a pack that has its name, and with any
  /// other without one, whatever their folders are called.
  @Test(arguments: [nil, "deep"] + twins) func packsShareNoProgress(_ owner: String?) async throws {
    try await Self.withTwins { knobs in
      let words = owner.map { ["--lessons", "\(knobs.folder)/\($0)"] } ?? []
      let check = ["check", Self.exercise, "--learning-rate"]
      let passing = owner == nil ? "0.4" : "0.15"
      for rate in ["0.001", "0.002", passing] { _ = try await knobs.run(check + [rate] + words) }
      #expect(try await knobs.run(["hint", Self.exercise] + words).status == 0)
      for other in [nil, "deep"] + Self.twins {
        let row = try await Self.row(knobs, other)
        let isOwner = other == owner
        #expect(row["passed"] as? Bool == isOwner, "\(other ?? "")")
        #expect(row["attempts"] as? Int == (isOwner ? 3 : 0), "\(other ?? "")")
        #expect(row["hints"] as? Int == (isOwner ? 1 : 0) && row["passedEarlierForm"] == nil)
        guard !isOwner else { continue }
        let folder = other.map { ["--lessons", "\(knobs.folder)/\($0)"] } ?? []
        let solution = try await knobs.run(["solution", Self.exercise] + folder)
        #expect(solution.status == 2 && solution.errors.contains("you have made 0"))
        let again = try await knobs.run(["log", "3", "--again"] + folder)
        #expect(again.status == 2 && again.errors.contains("which is in none of these lessons"))
        #expect(try await knobs.run(["reset"] + folder).status == 0)
        #expect(try await knobs.run(folder).output.contains("You are at the beginning"))
      }
      #expect(try await Self.row(knobs, owner)["passed"] as? Bool == true)
      #expect(try await knobs.run(["log", "3", "--again"] + words).status == 0)
      #expect(try await knobs.run(["reset"] + words).status == 0)
      #expect(try await Self.row(knobs, owner)["passed"] as? Bool == false)
    }
  }

  /// By whatever way it is named, a pack without a name is the same.
  @Test func aPackIsTheSameByEveryWay() async throws {
    try await Self.withTwins { knobs in
      let check = "check \(Self.exercise) --learning-rate 0.15 --lessons"
      #expect(symlink("a/lessons", knobs.folder + "/link") == 0)
      #expect(try await knobs.shell("cd \(knobs.folder)/a/lessons && knobs \(check) .").status == 0)
      for way in [
        "cd \(knobs.folder); W=a/lessons", "cd \(knobs.folder); W=a/lessons/",
        "cd \(knobs.folder); W=link", "cd \(knobs.folder)/a; W=./lessons/../lessons",
        "cd \(knobs.folder)/link; W=.", "W=\(knobs.folder)//a/lessons",
        "cd \(knobs.folder)/b; W=../a/lessons", "cd /; W='~/a/lessons'",
      ] {
        let shown = try await knobs.shell("\(way); knobs progress --lessons \"$W\"")
        #expect(shown.output.hasPrefix("10 of 10 points"), "\(way) \(shown.output)\(shown.errors)")
        let variable = try await knobs.shell("\(way); KNOBS_LESSONS=\"$W\" knobs progress")
        #expect(variable.output == shown.output)
      }
    }
  }

  /// A journal of before: what was recorded at the form that a pack's exercise has counts for the pack,
  /// what was recorded at the course's for the course.
  @Test func anEarlyJournalIsReadAsItWasMeant() async throws {
    try await Self.withTwins { knobs in
      var lines: [String] = []
      for (folder, rate) in [(["--lessons", "\(knobs.folder)/a/lessons"], "0.05"), ([], "0.4")] {
        let elsewhere = knobs.with(["KNOBS_STATE": knobs.folder + "/elsewhere"])
        let check = ["check", Self.exercise, "--learning-rate", rate]
        #expect(try await elsewhere.run(check + folder).status == 0)
        let text = try String(
          contentsOfFile: knobs.folder + "/elsewhere/journal.jsonl", encoding: .utf8)
        let line = try #require(text.split(separator: "\n").last)
        // As versions up to 0.2 wrote it.
        lines.append(
          String(line).replacing(/"exercise":"lessons@[^:]*:/, with: "\"exercise\":\"")
            .replacing(/"pack":"[^"]*",/, with: ""))
      }
      for (index, line) in lines.enumerated() {
        try (line + "\n").write(to: knobs.journal)
        #expect(try await Self.row(knobs, "a/lessons")["passed"] as? Bool == (index == 0))
        let course = try await Self.row(knobs, nil)
        #expect(course["passed"] as? Bool == (index == 1))
        #expect(course["passedEarlierForm"] as? Bool == (index == 0 ? true : nil))
        let words = ["--lessons", "\(knobs.folder)/a/lessons"]
        #expect(
          try await knobs.run(["log", "1", "--again"] + words).status == (index == 0 ? 0 : 2))
        #expect(try await knobs.run(["log", "1", "--again"]).status == (index == 0 ? 1 : 0))
      }
    }
  }

  @Test func namesAreCompleted() async throws {
    try await Self.withPacks { knobs, both in
      func words(_ words: String...) async throws -> [Substring] {
        try await knobs.run(["completions", "words", "--"] + both + words).output
          .split(separator: "\n")
      }
      #expect(try await words("learn", "") == ["one:intro", "more", "two:intro", "last"])
      #expect(try await words("check", "two:") == ["two:intro/gently"])
      #expect(try await words("check", "one:intro/gently", "--l").first == "--learning-rate")
      #expect(try await words("lessons", "--l") == ["--lessons"])
      guard FileManager.default.isExecutableFile(atPath: "/bin/bash") else { return }
      let script = """
        source <(knobs completions bash)
        export KNOBS_LESSONS="\(both[1]):\(both[3])"
        complete_words() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _knobs; echo "${COMPREPLY[*]}"; }
        complete_words knobs learn two :
        complete_words knobs learn two : in
        complete_words knobs learn la
        """
      let result = try await knobs.run("/bin/bash", ["-c", script])
      #expect(result.output == "intro\nintro\nlast\n")
    }
  }

  /// Files that are none, links that lead out, and text without end: all are said, none is waited for.
  @Test func aPackThatMeansHarmIsListedAllTheSame() async throws {
    try await Fixture.withFolder { folder in
      let pack = folder + "/pack"
      try FileManager.default.createDirectory(atPath: pack, withIntermediateDirectories: true)
      try Self.lesson("Good").write(to: pack + "/01-good.md")
      #expect(mkfifo(pack + "/02-pipe.md", 0o600) == 0)
      #expect(symlink("/dev/zero", pack + "/03-zero.md") == 0)
      #expect(symlink("../secret.md", pack + "/04-secret.md") == 0)
      #expect(symlink("/dev/tty", pack + "/pack.md") == 0)
      try "---\ntitle: hidden words\nsummary: S\n---\n".write(to: folder + "/secret.md")
      for (index, piece) in ["> ", "- ", "[", "![a](", "*a_", "[a]: /b\n\n", "x", "\u{202E}\n"]
        .enumerated()
      {
        let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
        try ("---\ntitle: T\nsummary: S\n---\n" + text).write(to: "\(pack)/1\(index)-long.md")
      }
      let result = try await KnobsProgram(folder: folder).run(["lessons", "--lessons", pack])
      #expect(result.status == 0)
      #expect(result.output.contains("good"))
      for words in [
        "02-pipe.md:1:1: cannot be read: not a regular file", "03-zero.md:1:1: a link that leads",
        "04-secret.md:1:1: a link that leads", "pack.md:1:1: a link that leads", "U+202E",
      ] {
        #expect(result.errors.contains(words), "\(words)")
      }
      #expect(!(result.output + result.errors).contains("hidden words"))
      #expect(!(result.output + result.errors).unicodeScalars.contains("\u{202E}"))
      #expect(result.errorLines.count < 1200)
    }
  }
}
