import Foundation
import TestKit
import Testing
import ToyCourse

/// Where text goes, and how it looks there.
@Suite(.mayHang) struct OutputTests {
  static let run = ["run", "step-size", "--learning-rate", "0.1"]

  static func output(_ environment: [String: String?]) async throws -> String {
    try await Fixture.withFolder { folder in
      let result = try await KnobsProgram(folder: folder).with(environment).run(run)
      #expect(result.status == 0 && result.errors == "")
      return result.output
    }
  }

  @Test(arguments: [
    ([:], false), (["CLICOLOR_FORCE": "1"], true), (["CLICOLOR_FORCE": "0"], false),
    (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false), (["TERM": "dumb"], false),
    (["TERM": nil], false),
  ])
  func isColouredWhereItIsAskedFor(_ environment: [String: String?], _ isColoured: Bool)
    async throws
  {
    #expect(try await Self.output(environment).contains("\u{1B}[") == isColoured)
  }

  @Test(arguments: ["C", "POSIX", "de_DE.ISO-8859-1"])
  func isASCIIWhereNothingElseIsKnown(_ locale: String) async throws {
    let text = try await Self.output(["LC_ALL": locale])
    #expect(text.isPlain)
  }

  @Test(arguments: ["40", "50", "80", "120", "1", "99999999999", "x"])
  func isAsWideAsIsAskedFor(_ columns: String) async throws {
    let width = ["40": 40, "50": 50, "120": 120, "1": 20][columns] ?? 80
    for line in try await Self.output(["COLUMNS": columns]).split(separator: "\n") {
      #expect(line.count <= width, "\(line)")
    }
  }

  @Test func aFullDiskIsSaidInOneLine() async throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    try await Fixture.withFolder { folder in
      for line in [Self.run, ["lessons", "--json"], ["help"], ["learn", "learning-rate"]] {
        let result = try await KnobsProgram(folder: folder).run(line, output: "/dev/full")
        #expect(result.status == 2)
        #expect(result.errors == "knobs: cannot write the result: No space left on device\n")
      }
    }
  }

  /// What is closed is said to be, and no file is opened in its place and written to.
  @Test func aClosedOutputIsSaidToBe() async throws {
    try await Fixture.withFolder { folder in
      let knobs = KnobsProgram(folder: folder)
      for line in [
        "run step-size", "lessons", "check learning-rate/reach-the-floor --defaults", "log",
      ] {
        let result = try await knobs.shell("knobs \(line) >&-")
        #expect(result.status == 2)
        #expect(result.errors == "knobs: cannot write the result: Bad file descriptor\n")
        for closed in ["<&-", "2>&-", "<&- 2>&-"] {
          let result = try await knobs.shell("knobs \(line) \(closed)")
          #expect(result.status == (line.hasPrefix("check") ? 1 : 0) && result.output != "")
        }
      }
      let isWhole = knobs.entries.allSatisfy { $0.hasPrefix("{\"at\":") && $0.hasSuffix("}") }
      #expect(isWhole && knobs.entries.count == 8)
    }
  }

  /// Without descriptors there is one line, and neither a trap nor half a result.
  @Test func tooFewDescriptorsAreSaidInOneLine() async throws {
    try await Fixture.withFolder { folder in
      let knobs = KnobsProgram(folder: folder)
      for count in Array(5...20) + [64] {
        let result = try await knobs.shell("ulimit -n \(count); exec knobs run step-size")
        if count == 64 { #expect(result.status == 0 && result.errors == "") }
        if count == 5 { #expect(result.status != 0) }
        // Before it begins, the shell or the system's loader may be at their end.
        guard result.status == 2, result.errors.hasPrefix("knobs: ") else {
          #expect(result.status == 0 || [126, 127].contains(result.status))
          continue
        }
        #expect(result.output == "")
        #expect(
          result.errors == "knobs: Too many open files; raise the limit, as with ulimit -n 256\n")
      }
    }
  }

  @Test func aFullDiskKeepsTheJournalAsItWas() async throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    try await Fixture.withFolder { folder in
      let knobs = KnobsProgram(folder: folder)
      try FileManager.default.createDirectory(
        atPath: folder + "/state", withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: knobs.journal, withDestinationPath: "/dev/full")
      let result = try await knobs.run(["check", "learning-rate/reach-the-floor", "--defaults"])
      #expect(result.status == 1 && result.output.contains("Not kept."))
      #expect(result.errors.hasPrefix("knobs: ") && result.errors.contains("journal.jsonl"))
      #expect(result.errorLines.count == 2)
    }
  }

  @Test(arguments: ["log", "lessons", "learn learning-rate", "run step-size", "lessons --json"])
  func aClosedPipeIsAQuietEnd(_ line: String) async throws {
    try await Fixture.withFolder { folder in
      let knobs = KnobsProgram(folder: folder)
      for end in ["head -1", "true", "head -c 1"] {
        let result = try await knobs.shell("{ knobs \(line); echo $? >&2; } | \(end)")
        #expect(result.errors == "0\n")
      }
    }
  }

  @Test(arguments: [
    (["che"], ["check"]), (["run", "step-s"], ["step-size"]), (["xyzzy", ""], []),
    (["check", "learning-rate/r"], ["learning-rate/reach-the-floor"]),
    (["run", "step-size", "--le"], ["--learning-rate", "--lessons"]),
    (["run", "step-size", "--show", "lo"], ["loss"]),
    (["run", "$(touch ran)", "x"], []), (["run", "`touch ran`", "x"], []),
  ])
  func completionsWorkInBash(_ words: [String], _ candidates: [Substring]) async throws {
    guard FileManager.default.isExecutableFile(atPath: "/bin/bash") else { return }
    try await Fixture.withFolder { folder in
      let line = (["knobs"] + words).map { "'\($0)'" }.joined(separator: " ")
      let script = """
        cd \(folder)
        source <(knobs completions bash)
        COMP_WORDS=(\(line)); COMP_CWORD=\(words.count); _knobs
        printf '%s\\n' "${COMPREPLY[@]}"
        """
      let result = try await KnobsProgram(folder: folder).run("/bin/bash", ["-c", script])
      #expect(result.errors == "")
      #expect(result.output.split(separator: "\n") == candidates)
      #expect(!FileManager.default.fileExists(atPath: folder + "/ran"))
    }
  }

  @Test(arguments: [
    ("knobs che", ["check"]), ("knobs learn learning-", ["learning-rate"]),
    ("knobs run ", ["step-size", "batch-noise"]),
    ("knobs run step-size --show ", ["loss", "path", "coordinates"]), ("knobs xyzzy ", []),
  ])
  func completionsWorkInFish(_ line: String, _ candidates: [String]) async throws {
    guard let fish = Self.shell("fish") else { return }
    try await Fixture.withFolder { folder in
      let script = "knobs completions fish | source; complete -C '\(line)'"
      let result = try await KnobsProgram(folder: folder).run(fish, ["-c", script])
      let found = result.output.split(separator: "\n").map(String.init)
      #expect(Set(found).isSuperset(of: candidates), "\(found)")
      #expect(found.isEmpty == candidates.isEmpty)
    }
  }

  /// Where a shell is, if it is there.
  static func shell(_ name: String) -> String? {
    ["/bin/", "/usr/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + name }
      .first(where: FileManager.default.isExecutableFile)
  }

  @Test(arguments: [("zsh", ["-n"]), ("fish", ["--no-execute"]), ("bash", ["-n"])])
  func completionsAreSoundScripts(_ shell: String, _ check: [String]) async throws {
    let program = Self.shell(shell)
    try await Fixture.withFolder { folder in
      let knobs = KnobsProgram(folder: folder)
      let script = folder + "/script"
      let printed = try await knobs.run(["completions", shell])
      #expect(printed.status == 0 && printed.output.contains("completions words"))
      try printed.output.write(to: script)
      guard let program else { return }
      let result = try await knobs.run(program, check + [script])
      #expect(result.status == 0 && result.errors == "", "\(result.errors)")
    }
  }
}
