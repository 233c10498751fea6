#if canImport(Glibc)
  import Foundation
  import TestKit
  import Testing

  /// Trying one's own values in a lesson, and answering, at a terminal.
  @Suite(.mayHang) struct TriesTests {
    private static let lesson = "learning-rate"

    /// Types a line, and gives what was drawn until the next prompt, screens of it gone through.
    private static func type(_ line: String, _ learner: Learner) async throws
      -> (text: String, prompt: Learner.Prompt)
    {
      let before = learner.terminal.text.utf8.count
      var prompt = try await learner.type(line)
      while Learner.offers(prompt, "enter more"), !Learner.offers(prompt, "t try") {
        prompt = try await learner.type("\r")
      }
      let drawn = learner.terminal.text.utf8.dropFirst(before)
      return (String(decoding: drawn, as: UTF8.self), prompt)
    }

    @Test func severalKnobsAreTurnedAndKeptUntilTheyAreReset() async throws {
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder)
        try learner.start("learn", Self.lesson)
        _ = try await learner.goOn(to: "try values")
        let asked = try await Self.type("t", learner)
        #expect(asked.prompt == .line("knob = value:"))
        #expect(!asked.text.contains("reset"))
        let refused = try await Self.type("steps 0,5, curvature 20\r", learner)
        #expect(refused.text.contains("written with a point: 0.5"))
        #expect(refused.prompt == .line("knob = value:"))
        let first = try await Self.type("--curvature 20 Steps=1/1\r", learner)
        #expect(first.text.contains("yours") && first.text.contains("too small"))
        // The second try begins with the first.
        let again = try await Self.type("t", learner)
        #expect(again.text.contains("reset goes back to the lesson"))
        let second = try await Self.type("learning_rate = 2^-3; steps 30\r", learner)
        for value in ["curvature +10 +20", "steps +40 +30", "learning-rate +0.001 +0.125"] {
          #expect(try second.text.contains(Regex(value)), "\(value)")
        }
        // They are at hand behind the prose that follows, too.
        let prose = try await Self.type("\r", learner)
        #expect(Learner.offers(prose.prompt, "try values"))
        #expect(try await Self.type("t", learner).text.contains("0.125"))
        let reset = try await Self.type("Reset\r", learner)
        #expect(reset.prompt == .line("knob = value:") && !reset.text.contains("0.125"))
        #expect(Learner.offers(try await Self.type("\r", learner).prompt, "try values"))
        #expect(try await learner.leave("q") == .status(0))
        #expect(!learner.knobs.entries.joined().contains("attempt"))
      }
    }

    @Test func anExerciseShowsWhatIsAskedBesideWhatWasMeasured() async throws {
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder)
        try learner.start("learn", Self.lesson)
        try await Self.skipTo("skip", learner)
        let goal = "to pass: relative-loss ≤ 1e-6 and overshoots ≥ 1"
        #expect(try await Self.type("t", learner).text.contains(goal))
        #expect(
          try await Self.type("steps 80\r", learner).text.contains("steps is not yours to choose"))
        let tried = try await Self.type("2/5\r", learner)
        #expect(try tried.text.contains(Regex("relative-loss +≤ 1e-6 +1.8e-18")))
        #expect(try tried.text.contains(Regex("overshoots +≥ 1 +40")))
        for word in ["✓", "✗", "Passed", "Not passed", "points"] {
          #expect(!tried.text.contains(word), "\(word)")
        }
        #expect(learner.knobs.entries.allSatisfy { !$0.contains("number") })
        #expect(try await Self.type("?", learner).text.contains("begin an answer with it"))
        learner.terminal.type(".")
        try await learner.terminal.wait("the answer") { String($0.line).hasSuffix("): .") }
        #expect(learner.terminal.text.suffix(200).contains(goal))
        let graded = try await Self.type("4\r", learner)
        #expect(graded.text.contains("Passed. 10 of 10 points"))
        #expect(try await learner.leave("q") == .status(0))
      }
    }

    /// Once an exercise is passed, what passes it is a key away.
    @Test func theSolutionIsAKeyAway() async throws {
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder, ["KNOBS_LESSONS": Fixture.pack])
        try learner.start("learn", "steeper/gently")
        #expect(!Learner.offers(try await learner.prompt(), "o solution"))
        learner.terminal.type("0")
        try await learner.terminal.wait("the answer") { String($0.line).hasSuffix("): 0") }
        let graded = try await Self.type(".03\r", learner)
        #expect(Learner.offers(graded.prompt, "o solution"))
        #expect(try await Self.type("o", learner).text.contains("the middle of what passes"))
        #expect(try await learner.leave("q") == .status(0))
        #expect(learner.knobs.entries.joined().contains("\"kind\":\"solution\""))
      }
    }

    /// A formula that gives −1.5 is as right as the 1.5 that is measured.
    @Test func theSignOfAFactorIsNotMeasured() async throws {
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder)
        try learner.start("learn", Self.lesson)
        try await Self.skipTo("your prediction", learner)
        for (line, word) in [
          ("0,5\r", "written with a point"), ("50%\r", "is no share"), ("?\r", "s skip"),
        ] {
          let asked = try await Self.type(line, learner)
          #expect(asked.text.contains(word) && asked.prompt == .line("your prediction:"))
        }
        let answer = try await Self.type("growth = −3/2\r", learner)
        #expect(answer.text.contains("Right. You said -1.5; measured 1.500"))
        #expect(Learner.offers(answer.prompt, "try values"))
        #expect(try await learner.leave("q") == .status(0))
      }
    }

    /// `check` on a terminal asks for what is missing, and grades nothing where that is not said.
    @Test func checkAsksForWhatIsMissing() async throws {
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder)
        let exercise = "learning-rate/reach-the-floor"
        try learner.start("check", exercise)
        #expect(try await learner.prompt() == .line("learning-rate (0.001 … 1):"))
        #expect(learner.terminal.text.contains("to pass: relative-loss ≤ 1e-6 and"))
        #expect(try await learner.type("2\r") == .line("learning-rate (0.001 … 1):"))
        #expect(try await learner.leave("0.4\r") == .status(0))
        #expect(learner.terminal.text.contains("10 of 10 points"))
        for keys in ["\r", "\u{1B}", "\u{3}", "\u{4}", "q\r"] {
          let before = learner.knobs.entries.count
          try learner.start("check", exercise)
          _ = try await learner.prompt()
          #expect(try await learner.leave(keys) == .status(2))
          #expect(learner.terminal.text.contains("nothing is graded without learning-rate"))
          #expect(learner.knobs.entries.count == before)
        }
        let two = "batch-size/spend-the-samples"
        try learner.start("check", two, "--batch-size", "8")
        let asked = try await learner.prompt()
        guard case .line(let line) = asked else {
          Issue.record("\(asked)")
          return
        }
        #expect(line.hasPrefix("learning-rate ("))
        #expect(try await learner.leave("0.007\r") == .status(0))
        try learner.start("check", two)
        _ = try await learner.prompt()
        #expect(try await learner.leave("batch-size 8, learning-rate 0.007\r") == .status(0))
        try learner.start("check", exercise, "--defaults")
        #expect(try await learner.terminal.ending() == .status(1))
      }
    }

    /// Goes on until something is offered, predictions skipped on the way.
    private static func skipTo(_ word: String, _ learner: Learner) async throws {
      var prompt = try await learner.prompt()
      for _ in 0..<60 {
        switch prompt {
        case .line(let line) where line.contains(word): return
        case .line: prompt = try await learner.type("s\r")
        case .keys(let line) where line.contains(word): return
        case .keys, .shell: prompt = try await learner.type("\r")
        }
      }
      Issue.record("nothing offers \(word)")
    }
  }
#endif
