#if canImport(Glibc)
  import Foundation
  import TestKit
  import Testing
  import ToyCourse

  /// What a terminal goes through, and how it is left.
  @Suite(.mayHang) struct TerminalTests {
    static let raw = "\u{1B}[?2004h"

    /// The signals that end a program: those that somebody sends, and those of a program that fails.
    static let ends = [
      SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV,
    ]

    @Test(arguments: ["q", "Q", "\u{3}", "\u{4}", "\u{1B}"])
    func theModesComeBackAfterEveryKeyThatLeaves(_ key: String) async throws {
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder)
        let before = learner.terminal.modes
        try learner.start("learn")
        _ = try await learner.prompt()
        #expect(learner.terminal.modes != before)
        #expect(try await learner.leave(key) == .status(0))
        #expect(learner.terminal.modes == before)
        #expect(learner.terminal.text.contains("knobs learn "))
      }
    }

    /// At every prompt for a line, in which `keys` brings one there.
    @Test(arguments: [
      (["learn", "hyper/first"], "t", "\u{3}"), (["learn", "hyper/first"], "t", "\u{4}"),
      (["learn", "hyper/first"], "t", "q\r"), (["learn", "hyper/answer"], "\r", "\u{3}"),
      (["learn", "hyper/answer"], "\r", "\u{4}"), (["learn", "hyper/answer"], "\r", "q\r"),
    ])
    func everyPromptCanBeLeft(_ line: [String], _ keys: String, _ end: String) async throws {
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder, ["KNOBS_LESSONS": Fixture.pack])
        let before = learner.terminal.modes
        try learner.start("learn", "steeper")
        let wanted = line[1].hasSuffix("first") ? "t try" : "skip"
        _ = try await learner.goOn(to: wanted)
        guard case .line = try await learner.type(keys) else {
          Issue.record("no prompt")
          return
        }
        #expect(try await learner.leave(end) == .status(0))
        #expect(learner.terminal.modes == before)
        #expect(learner.terminal.text.contains("Your place is kept"))
      }
    }

    @Test(arguments: [("y\r", true), ("\r", false), ("no\r", false), ("\u{4}", false)])
    func everythingIsResetOnlyOnAYes(_ keys: String, _ isReset: Bool) async throws {
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder)
        try learner.start("reset")
        try await learner.terminal.wait("the question") { $0.text.contains("(y/N)") }
        learner.terminal.type(keys)
        #expect(try await learner.terminal.ending() == .status(0))
        #expect(learner.terminal.text.contains("Everything starts again") == isReset)
        #expect(learner.terminal.text.contains("Nothing was changed") != isReset)
      }
    }

    /// A terminal that a killed program left without echo and lines is one again, also for a question
    /// that takes a line.
    @Test(arguments: ["learn", "reset"]) func aTerminalLeftRawIsMadeWhole(_ command: String)
      async throws
    {
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder)
        let before = learner.terminal.modes
        learner.terminal.leaveRaw()
        #expect(learner.terminal.modes != before)
        try learner.start(command)
        if command == "learn" {
          _ = try await learner.prompt()
          learner.terminal.type("q")
        } else {
          try await learner.terminal.wait("the question") { $0.text.contains("(y/N)") }
          learner.terminal.type("y\r")
        }
        #expect(try await learner.terminal.ending() == .status(0))
        // What is read and written, and how; not how long a read waits.
        for index in [0, 1, 3] {
          #expect(learner.terminal.modes[index] & before[index] == before[index])
        }
        #expect(learner.terminal.text.contains("\u{1B}[?1047l"))
      }
    }

    @Test(arguments: ends)
    func theModesComeBackAfterASignal(_ signal: Int32) async throws {
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder, ["SWIFT_BACKTRACE": "enable=no"])
        let before = learner.terminal.modes
        try learner.start("learn")
        _ = try await learner.prompt()
        #expect(learner.terminal.modes != before)
        learner.terminal.child?.send(signal)
        #expect(try await learner.terminal.ending() == .signal(signal))
        #expect(learner.terminal.modes == before)
      }
    }

    @Test(arguments: [SIGTERM, SIGINT])
    func theModesComeBackAfterASignalInALongRun(_ signal: Int32) async throws {
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder)
        let before = learner.terminal.modes
        try learner.start(
          "sweep", "epoch-overfitting", "--epochs", "1..1000", "--points", "201",
          "--training-size", "200", "--seeds", "20")
        try await learner.terminal.wait("the progress") { $0.text.contains("sweeping") }
        learner.terminal.child?.send(signal)
        #expect(try await learner.terminal.ending() == .signal(signal))
        #expect(learner.terminal.modes == before)
      }
    }

    /// Also after a stop that the system discarded, and one that was followed by going on.
    @Test(arguments: [0, SIGTSTP, SIGCONT])
    func theModesComeBackWhenGradingIsInterrupted(_ signal: Int32) async throws {
      let text = """
        ---
        title: Long
        summary: S
        minutes: 1
        ---

        # Long

        ```exercise wait
        simulation: epoch-overfitting
        task: Wait.
        choose: epochs
        given: hidden-units = 64, training-size = 400
        pass: test-loss >= 0
        pass-rate: 99% over 94%
        ```
        """
      try await Fixture.withFolder { folder in
        try FileManager.default.createDirectory(
          atPath: folder + "/lessons", withIntermediateDirectories: true)
        try text.write(to: folder + "/lessons/01-long.md")
        let learner = try Learner(folder: folder, ["KNOBS_LESSONS": folder + "/lessons"])
        let before = learner.terminal.modes
        try learner.start("learn")
        _ = try await learner.prompt()
        _ = try await learner.type("\r")
        learner.terminal.type("1000\r")
        try await learner.terminal.wait("the grading") { $0.text.contains("grading") }
        if signal != 0 {
          learner.terminal.child?.send(signal)
          try await learner.terminal.wait("the terminal to be taken again") {
            $0.text.components(separatedBy: Self.raw).count > 2
          }
        }
        learner.terminal.type("\u{3}")
        #expect(try await learner.terminal.ending() == .signal(SIGINT))
        #expect(learner.terminal.modes == before)
        #expect(!learner.knobs.entries.contains { $0.contains("attempt") })
      }
    }

    @Test func keysTypedAheadAreTakenInOrder() async throws {
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder, ["KNOBS_LESSONS": Fixture.pack])
        try learner.start("learn", "steeper")
        _ = try await learner.prompt()
        // Through the run, to the exercise, and an answer to it, all before anything is drawn.
        learner.terminal.type("t\rn\r0.03\r")
        try await learner.terminal.wait("the grade") { $0.text.contains("Passed. 5 of 5 points.") }
        #expect(Learner.offers(try await learner.prompt(), "answer again"))
        #expect(try await learner.leave("q") == .status(0))
        #expect(learner.knobs.entries.count { $0.contains("attempt") } == 1)
      }
    }

    @Test(arguments: [(40, 20), (50, 20), (120, 40), (200, 60), (20, 10)], ["C.UTF-8", "C"])
    func nothingIsWiderThanTheTerminal(_ size: (width: Int, height: Int), _ locale: String)
      async throws
    {
      let (width, height) = size
      try await Fixture.withFolder { folder in
        let learner = try Learner(
          folder: folder, width: width, height: height,
          ["KNOBS_LESSONS": Fixture.pack, "LC_ALL": locale])
        try learner.start("learn", "steeper")
        var prompt = try await learner.prompt()
        for _ in 0..<40 {
          if case .line = prompt { break }
          prompt = try await learner.type("\r")
        }
        prompt = try await learner.type("0.03\r")
        #expect(try await learner.leave("q") == .status(0))
        var rows = 0
        let lesson = learner.terminal.text.components(separatedBy: "Your place")[0]
        for line in Self.plain(lesson).split(
          omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        {
          #expect(line.count <= width, "\(line)")
          rows += 1
          // Between two keys there are no more lines than the terminal has rows.
          if line.hasSuffix("q quit") || line.hasPrefix("> ") || line.contains("): ") { rows = 0 }
          #expect(rows < height, "\(line)")
        }
      }
    }

    /// The text without escape sequences, and of each line what was drawn last.
    static func plain(_ text: String) -> String {
      text.replacing(/\u{1B}\[[?0-9;]*[A-Za-z]/, with: "")
        .replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }

    @Test func textFromALessonIsNeverRaw() async throws {
      try await Fixture.withFolder { folder in
        try FileManager.default.createDirectory(
          atPath: folder + "/lessons", withIntermediateDirectories: true)
        let text = BrokenLessonTests.lesson(of: BrokenLessonTests.slyControls)
        try text.write(to: folder + "/lessons/01-evil.md")
        let learner = try Learner(folder: folder, ["KNOBS_LESSONS": folder + "/lessons"])
        try learner.start("learn")
        var prompt = try await learner.prompt()
        // Every line is answered with controls first, and then with a number if it is asked again.
        var answers = ["1\r", "1\u{9B}31m\u{1B}[31m\r"]
        while !Learner.offers(prompt, "skip") {
          guard case .line = prompt else {
            prompt = try await learner.type("\r")
            continue
          }
          prompt = try await learner.type(try #require(answers.popLast()))
        }
        #expect(Learner.offers(try await learner.type("h"), "hint"))
        #expect(try await learner.leave("q") == .status(0))
        #expect(learner.terminal.text.contains("Hint"))
        let rest = learner.terminal.text.replacing("\r\n", with: "\n").replacing("\r", with: "")
          .replacing(/\u{1B}\[([0-9]*[AC]|K|J|\?2004[hl])/, with: "")
        #expect(!rest.hasControls, "\(rest.debugDescription)")
      }
    }

    @Test func aNarrowerTerminalIsDrawnAnew() async throws {
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder, width: 100)
        try learner.start("learn")
        _ = try await learner.prompt()
        let wide = learner.terminal.text.count
        learner.terminal.resize(width: 40, height: 20)
        try await learner.terminal.wait("the redrawing") { $0.text.count > wide + 100 }
        _ = try await learner.prompt()
        let anew = String(learner.terminal.text.dropFirst(wide))
        for line in Self.plain(anew).split(whereSeparator: \.isNewline) {
          #expect(line.count <= 40, "\(line)")
        }
        #expect(try await learner.leave("q") == .status(0))
      }
    }

    /// A program that leads its session cannot be stopped by its terminal: the system discards it.
    ///
    /// A signal of 0 stands for the key.
    @Test(arguments: ["keys", "line", "preview"], [0, SIGTSTP, SIGTTIN, SIGTTOU, SIGCONT])
    func aStopThatIsDiscardedLeavesTheKeysAlive(_ place: String, _ signal: Int32) async throws {
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder, ["KNOBS_LESSONS": Fixture.pack])
        let before = learner.terminal.modes
        if place == "preview" {
          let name = try #require(
            FileManager.default.contentsOfDirectory(atPath: Fixture.pack).first {
              $0.hasSuffix("steeper.md")
            })
          try learner.start("author", "preview", "\(Fixture.pack)/\(name)", "--watch")
          try await learner.terminal.wait("the lesson") {
            $0.text.contains("q quit") || $0.text.contains(" %")
          }
        } else {
          try learner.start("learn", "steeper")
          _ = try await learner.goOn(to: "t try")
          if place == "line" { _ = try await learner.type("t") }
        }
        let raw = learner.terminal.modes
        #expect(raw != before)
        if signal == 0 {
          learner.terminal.type("\u{1A}")
        } else {
          learner.terminal.child?.send(signal)
        }
        try await learner.terminal.wait("the terminal to be taken again") {
          $0.text.components(separatedBy: Self.raw).count > 2
        }
        #expect(learner.terminal.modes == raw)
        #expect(try await learner.leave(place == "line" ? "q\r" : "q") == .status(0))
        #expect(learner.terminal.modes == before)
      }
    }

    /// Under a shell, the key stops the job: the shell has its terminal as before, and `fg` draws anew.
    @Test(arguments: ["keys", "line", "preview"]) func aStoppedJobGoesOn(_ place: String)
      async throws
    {
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder, ["KNOBS_LESSONS": Fixture.pack])
        let before = learner.terminal.modes
        let name = try #require(
          FileManager.default.contentsOfDirectory(atPath: Fixture.pack).first {
            $0.hasSuffix("steeper.md")
          })
        let command =
          place == "preview" ? "author preview '\(Fixture.pack)/\(name)' --watch" : "learn steeper"
        try learner.terminal.start(
          shell: "\"$KNOBS\" \(command); echo stopped $?; read word; fg; echo ended $?",
          learner.knobs)
        if place == "preview" {
          try await learner.terminal.wait("the lesson") {
            $0.text.contains("q quit") || $0.text.contains(" %")
          }
        } else {
          _ = try await learner.goOn(to: "t try")
          if place == "line" { _ = try await learner.type("t") }
        }
        let raw = learner.terminal.modes
        learner.terminal.type("\u{1A}")
        try await learner.terminal.wait("the shell") { $0.text.contains("stopped 148") }
        #expect(learner.terminal.modes == before && raw != before)
        let drawn = learner.terminal.text.components(separatedBy: Self.raw).count
        learner.terminal.type("word\n")
        try await learner.terminal.wait("the program") {
          $0.text.components(separatedBy: Self.raw).count > drawn
        }
        #expect(learner.terminal.modes == raw)
        learner.terminal.type(place == "line" ? "q\r" : "q")
        try await learner.terminal.wait("the end") { $0.text.contains("ended 0") }
        #expect(try await learner.terminal.ending() == .status(0))
        #expect(learner.terminal.modes == before)
      }
    }

    /// At a prompt in the exercise that 0.03 passes.
    private func answering(in folder: String) async throws -> Learner {
      let learner = try Learner(folder: folder, ["KNOBS_LESSONS": Fixture.pack])
      try learner.start("learn", "steeper")
      _ = try await learner.goOn(to: "skip")
      _ = try await learner.type("\r")
      return learner
    }

    @Test(arguments: [
      "\u{1B}]11;rgb:1a1a/2b2b/3c3c\u{7}0.03\r", "\u{1B}P1$r0m\u{1B}\\0.\u{1B}_q\rq\u{9C}03\r",
      "\u{9D}11;b\rq\u{7}0.03\r", "\u{1B}[M !!\u{1B}[?62;4c0.03\u{1B}Xq\u{18}\r",
      "\u{1B}[200~0.03\u{1B}[201~\r", "\u{1B}[48u\u{1B}[48;1:3u.\u{1B}[57399u3\u{1B}[13u",
      "\u{1B}[48;11;48;1;0;1_.03\u{1B}[27;5;109~",
    ])
    func whatIsNoKeyIsNotTyped(_ keys: String) async throws {
      try await Fixture.withFolder { folder in
        let learner = try await answering(in: folder)
        learner.terminal.type(keys)
        try await learner.terminal.wait("the grade") { $0.text.contains("Passed. 5 of 5 points.") }
        #expect(try await learner.leave("q") == .status(0))
      }
    }

    @Test func aPasteWithoutAnEndIsEndedByAPauseAndByControlC() async throws {
      try await Fixture.withFolder { folder in
        let learner = try await answering(in: folder)
        learner.terminal.type("\u{1B}[200~0.0")
        try await learner.terminal.wait("the paste") { String($0.line).hasSuffix("0.0") }
        _ = try await learner.type("3\r")
        #expect(learner.terminal.text.contains("Passed. 5 of 5 points."))
        #expect(try await learner.leave("\u{1B}[200~text\u{3}") == .status(0))
      }
    }

    /// `told` is the column that the terminal says its cursor is in, from 1: one that breaks its lines,
    /// one that cuts them, and one that says nothing.
    @Test(arguments: [(21, "\u{1B}[1A\r\u{1B}[J"), (40, "[6n\r\u{1B}[J"), (nil, "[6n\r\u{1B}[J")])
    func aNarrowerPromptLeavesNothingBehind(_ told: Int?, _ erasure: String) async throws {
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder, width: 100, ["KNOBS_LESSONS": Fixture.pack])
        try learner.start("learn", "steeper")
        _ = try await learner.goOn(to: "t try")
        _ = try await learner.type("t")
        let typed = String(repeating: "0123456789", count: 5).dropLast(4)
        learner.terminal.type(String(typed))
        try await learner.terminal.wait("the line") { String($0.line).hasSuffix(typed) }
        learner.terminal.resize(width: 40, height: 40)
        try await learner.terminal.wait("the question") { $0.text.hasSuffix("\u{1B}[6n") }
        // A key that is typed meanwhile is not lost.
        learner.terminal.type("x" + (told.map { "\u{1B}[9;\($0)R" } ?? ""))
        try await learner.terminal.wait("the line again") { $0.text.contains(erasure) }
        try await learner.terminal.wait("the key") { String($0.line).hasSuffix("5x") }
        #expect(String(learner.terminal.line).hasPrefix("knob = value: "))
        #expect(learner.terminal.line.count == 38)
        #expect(try await learner.leave("\u{3}") == .status(0))
      }
    }

    @Test func aWiderPromptIsDrawnInItsPlace() async throws {
      try await Fixture.withFolder { folder in
        let learner = try await answering(in: folder)
        learner.terminal.type("0.03")
        try await learner.terminal.wait("the line") { String($0.line).hasSuffix("): 0.03") }
        learner.terminal.resize(width: 30, height: 40)
        try await learner.terminal.wait("the prompt above") { String($0.line) == "> 0.03" }
        learner.terminal.resize(width: 100, height: 40)
        try await learner.terminal.wait("the line again") {
          String($0.line).hasSuffix("): 0.03") && $0.text.contains("A\r\u{1B}[J")
        }
        #expect(try await learner.leave("\u{3}") == .status(0))
      }
    }

    @Test func aTerminalThatCanNotMoveItsCursorGetsTheWholeLesson() async throws {
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder, ["TERM": "dumb"])
        let text = try await learner.run("learn", "learning-rate")
        #expect(text.contains("knobs check learning-rate/reach-the-floor"))
        #expect(!text.contains("\u{1B}"))
      }
    }

    @Test(
      arguments: [
        (["NO_COLOR": nil], true), (["NO_COLOR": "1"], false),
        (["NO_COLOR": nil, "TERM": "dumb"], false),
      ] as [([String: String?], Bool)])
    func isColouredOnATerminal(_ changes: [String: String?], _ isColoured: Bool) async throws {
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder, changes)
        #expect(try await learner.run("lessons").contains("\u{1B}[") == isColoured)
      }
    }

    @Test func whereNothingCanBeKeptItIsSaidOnce() async throws {
      try await Fixture.withFolder { folder in
        try "".write(to: folder + "/file")
        let learner = try Learner(
          folder: folder,
          ["KNOBS_LESSONS": Fixture.pack, "KNOBS_STATE": folder + "/empty"])
        try FileManager.default.createSymbolicLink(
          atPath: folder + "/empty", withDestinationPath: folder + "/nowhere/state")
        try learner.start("learn")
        _ = try await learner.goOn(to: "skip")
        #expect(try await learner.leave("q") == .status(0))
        let text = learner.terminal.text
        #expect(text.split(separator: "Nothing is kept:").count == 2, "\(text)")
        #expect(text.contains("Nothing was kept.") && !text.contains("Your place is kept"))
      }
    }
  }
#endif
