#if canImport(Glibc)
  import Foundation
  import TestKit
  import Testing

  /// A simulation played full-screen at a terminal, and line by line.
  @Suite(.mayHang) struct PlayTests {
    static let exercise = "learning-rate/reach-the-floor"

    /// The screen before, as it comes back.
    static let left = "\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"

    /// The journal's lines, but for when they were written.
    static func entries(_ knobs: KnobsProgram) -> [String] {
      knobs.entries.map { String($0).replacing(/"at":"[^"]*"/, with: "") }
    }

    /// Turning writes nothing; enter writes the line that `knobs check` writes.
    @Test func aGradeIsThatOfCheckAndTurningLeavesNoTrace() async throws {
      let checked = try await Fixture.withFolder { folder in
        let knobs = KnobsProgram(folder: folder)
        let result = try await knobs.run(["check", Self.exercise, "--learning-rate", "0.4"])
        #expect(result.status == 0)
        return Self.entries(knobs)
      }
      #expect(!checked.isEmpty)
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder, width: 80, height: 24)
        let before = learner.terminal.modes
        try learner.start("play", Self.exercise)
        try await learner.terminal.wait("the picture") { $0.text.contains("to pass:") }
        #expect(learner.terminal.modes != before)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder + "/state")
        for _ in 0..<10 { learner.terminal.type(String(repeating: "lh", count: 50)) }
        learner.terminal.type("=0.123")
        try await learner.terminal.wait("what is typed") { $0.text.contains("a value for") }
        #expect(
          try FileManager.default.contentsOfDirectory(atPath: folder + "/state") == files)
        #expect(learner.knobs.entries.isEmpty)
        learner.terminal.type("\u{15}0.4\r\r")
        try await learner.terminal.wait("the grade") { $0.text.contains("Passed. ") }
        #expect(Self.entries(learner.knobs) == checked)
        // Back to the picture, which says now, and only now, what passes; and away from it.
        #expect(!learner.terminal.text.contains("═"))
        learner.terminal.type("q")
        try await learner.terminal.wait("what passes") { $0.text.contains("═") }
        #expect(try await learner.leave("q") == .status(0))
        #expect(learner.terminal.modes == before)
        let text = learner.terminal.text
        #expect(text.contains(Self.left))
        let last = text.components(separatedBy: Self.left).last ?? ""
        #expect(last.contains("knobs run ") && last.contains("--learning-rate 0.4"))
        #expect(Self.entries(learner.knobs) == checked)
      }
    }

    /// Who leaves while it is graded is told, and the attempt is kept.
    @Test func aGradeOnItsWayIsWaitedFor() async throws {
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder, width: 80, height: 24)
        try learner.start("play", Self.exercise, "--learning-rate", "0.4")
        try await learner.terminal.wait("the picture") { $0.text.contains("to pass:") }
        #expect(try await learner.leave("\rq") == .status(0))
        #expect(learner.knobs.attempts.count == 1)
        #expect(learner.terminal.text.contains("Passed. "))
      }
    }

    /// Without colours nothing is styled, and where there is ASCII alone nothing else is written.
    @Test(arguments: ["C.UTF-8", "C"]) func withoutColourNothingIsStyled(_ locale: String)
      async throws
    {
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder, width: 80, height: 24, ["LC_ALL": locale])
        try learner.start("play", "step-size")
        try await learner.terminal.wait("the picture") { $0.text.contains("relative-loss") }
        for (keys, awaited) in [
          ("lllp", "pinned"), ("LL?", "Keys"), ("qj=7", "a value for"), ("\ry", "knobs run"),
        ] {
          learner.terminal.type(keys)
          try await learner.terminal.wait(awaited) { $0.text.contains(awaited) }
        }
        #expect(try await learner.leave("qq") == .status(0))
        let styles = learner.terminal.text.matches(of: /\u{1B}\[([0-9;]*)m/).map { $0.1 }
        // The one that ends all styles, whatever there was before.
        #expect(styles.allSatisfy { $0 == "0" } && styles.count <= 1, "\(styles)")
        if locale == "C" { #expect(learner.terminal.text.utf8.allSatisfy { $0 < 0x80 }) }
      }
    }

    /// Where nothing moves by itself a film has three frames, one a key, and nothing is written unasked.
    @Test(arguments: [true, false]) func whatIsStillWaitsForKeys(_ isOption: Bool) async throws {
      try await Fixture.withFolder { folder in
        let learner = try Learner(
          folder: folder, width: 80, height: 24, isOption ? [:] : ["KNOBS_MOTION": "none"])
        let terminal = learner.terminal
        if isOption {
          try learner.start("play", "step-size", "--still")
        } else {
          try learner.start("play", "step-size")
        }
        try await terminal.wait("the picture") { $0.text.contains("relative-loss") }
        let before = Self.updates(terminal)
        for (key, frame) in [("a", "1"), (".", "2"), ("a", "3")] {
          terminal.type(key)
          try await terminal.wait("frame \(frame)") { Self.frame(of: $0) == frame }
          // Longer than any frame of a film stays.
          if frame != "3" { try await Task.sleep(for: .milliseconds(1100)) }
          try await terminal.wait("what was drawn since") { _ in true }
          #expect(Self.frame(of: terminal) == frame)
        }
        terminal.type(".")
        #expect(try await learner.leave("q") == .status(0))
        // A key, its run, and that this is late: nothing else is drawn.
        #expect(Self.updates(terminal) - before <= 16)
      }
    }

    private static func updates(_ terminal: PseudoTerminal) -> Int {
      terminal.text.components(separatedBy: "\u{1B}[?2026h").count
    }

    /// The frame that the screen says it shows, by the cells of its third rule.
    private static func frame(of terminal: PseudoTerminal) -> String? {
      var cells: [Int: Character] = [:]
      let pieces = /\u{1B}\[([0-9]+);([0-9]+)H([^\u{1B}]*)/
      for match in terminal.text.matches(of: pieces) {
        guard match.1 == "5", let column = Int(match.2) else { continue }
        for (place, character) in match.3.enumerated() { cells[column + place] = character }
      }
      let row = String((1...80).map { cells[$0] ?? " " })
      return row.firstMatch(of: /frame ([0-9]) of 3/).map { String($0.1) }
    }

    /// In words there are no codes and no pictures, and a turn says few lines.
    @Test(arguments: ["C.UTF-8", "C"]) func inWordsATurnSaysAFewLines(_ locale: String) async throws
    {
      try await Fixture.withFolder { folder in
        let knobs = KnobsProgram(folder: folder).with(["LC_ALL": locale])
        let turns = [
          "learning-rate 0.21", "0.14", "steps 7", "learning-rate 0.3, steps 100", "curvature 100",
          "learning-rate default", "figure path", "steps 1",
        ]
        let input = turns.map { $0 + "\nzzz\n" }.joined()
        try
          ("zzz\n" + input
          + "numbers\n?\nknobs\npin\n\u{1B}[31msteps\u{202E} 8\nfigure x\nseed 1\nsteps 9\nq\n")
          .write(
            to: folder + "/input")
        let result = try await knobs.shell(
          "knobs play step-size --plain < \(folder)/input")
        #expect(result.status == 0 && result.errors == "")
        #expect(!result.output.hasControls)
        #expect(!result.output.unicodeScalars.contains { 0x2500...0x28FF ~= $0.value })
        if locale == "C" { #expect(result.output.isPlain) }
        let parts = result.output.components(separatedBy: "zzz")
        #expect(parts.count == turns.count + 2)
        for (turn, part) in zip(turns, parts.dropFirst()) {
          // The rest of the line that refuses the word between, then what was said.
          let lines = part.split(separator: "\n").dropFirst()
          #expect((2...5).contains(lines.count), "\(turn): \(lines)")
        }
        #expect(result.output.hasSuffix("\n") && result.output.contains("knobs run step-size"))
        #expect(knobs.entries.isEmpty)
      }
    }

    /// What is pinned is of one command with what is shown only under the same seed.
    @Test func theLineInWordsNamesRunsOfItsSeed() async throws {
      try await Fixture.withFolder { folder in
        let knobs = KnobsProgram(folder: folder)
        for (input, line) in [
          ("pin\nbatch-size 9\n", "knobs run batch-noise --batch-size 9,"),
          ("pin\nseed 7\nbatch-size 9\n", "knobs run batch-noise --batch-size 9 --seed 7\n"),
        ] {
          let result = try await knobs.shell("printf '\(input)' | knobs play batch-noise")
          #expect(result.status == 0)
          #expect(result.output.contains(line), "\(result.output)")
        }
      }
    }

    /// A recording holds what was written to the terminal, and when it had another size.
    @Test func aRecordingIsWhatWasShown() async throws {
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder, width: 80, height: 24)
        let terminal = learner.terminal
        try learner.start("play", "step-size", "--record", "\(folder)/a.cast", "--no-mouse")
        try await terminal.wait("the picture") { $0.text.contains("relative-loss") }
        terminal.type("lllp")
        try await terminal.wait("the pin") { $0.text.contains("pinned") }
        let before = terminal.text.utf8.count
        terminal.resize(width: 60, height: 15)
        try await terminal.wait("the smaller picture") {
          $0.text.utf8.dropFirst(before).starts(with: "\u{1B}[?2026h\u{1B}[1;1H".utf8)
        }
        #expect(try await learner.leave("q") == .status(0))
        #expect(!terminal.text.contains("\u{1B}[?1002h"))
        let text = try String(contentsOfFile: "\(folder)/a.cast", encoding: .utf8)
        var lines = text.split(separator: "\n").map(String.init)
        let header = try Fixture.fields(lines.removeFirst())
        #expect(header["version"] as? Int == 2 && header["width"] as? Int == 80)
        let events = try lines.map { line in
          try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any])
        }
        let times = events.compactMap { $0[0] as? Double }
        #expect(times.count == events.count && times == times.sorted())
        let output = events.filter { $0[1] as? String == "o" }.compactMap { $0[2] as? String }
        #expect(terminal.text.hasPrefix(output.joined()))
        #expect(events.filter { $0[1] as? String == "r" }.map { $0[2] as? String } == ["60x15"])
        let marks = events.filter { $0[1] as? String == "m" }.compactMap { $0[2] as? String }
        #expect(marks.count == 1 && marks[0].hasPrefix("pinned "), "\(marks)")
      }
    }

    /// Where nobody reads the screen it is a dialogue too, which also grades.
    @Test func gradesAreGivenInWords() async throws {
      try await Fixture.withFolder { folder in
        let knobs = KnobsProgram(folder: folder)
        let result = try await knobs.shell(
          "printf 'learning-rate 0.4\\nsteps 9\\ngrade\\n' | knobs play \(Self.exercise)")
        #expect(result.status == 0)
        #expect(result.output.contains("Passed.") && result.output.contains("not yours to turn"))
        #expect(!result.output.contains("\u{1B}"))
        #expect(knobs.attempts.count == 1)
      }
    }
  }
#endif
