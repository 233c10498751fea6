#if canImport(Glibc)
  import Foundation
  import Grading
  import TestKit
  import Testing

  /// What was passed is asked again, at a terminal.
  @Suite(.mayHang) struct ReviewSessionTests {
    /// A learner who took the lesson on the learning rate a year ago.
    private static func learner(_ folder: String) throws -> Learner {
      let learner = try Learner(folder: folder)
      let date = Date(timeIntervalSinceNow: -365 * 86_400)
      let journal = Journal(folder: folder + "/state")
      let prediction = JournalEntry.Prediction(
        lesson: "learning-rate", name: "growth", answer: 1.5, right: true)
      try journal.append(
        [.prediction(prediction), .place(lesson: "learning-rate", section: 99)], at: date)
      let passed =
        #"{"at":"2020-01-01T00:00:00Z","attempt":{"exercise":"learning-rate/steeper-valley","#
        + #""findings":[],"maximumPoints":10,"passed":true,"points":10,"settings":"#
        + #"{"learning-rate":0.029}},"kind":"attempt","v":2}"# + "\n"
      let path = folder + "/state/journal.jsonl"
      try (String(contentsOfFile: path, encoding: .utf8) + passed)
        .write(toFile: path, atomically: true, encoding: .utf8)
      return learner
    }

    private static func reviews(_ learner: Learner) -> [Substring] {
      learner.knobs.entries.filter { $0.contains("\"kind\":\"review\"") }
    }

    @Test func everythingDueIsAskedAndKept() async throws {
      try await Fixture.withFolder { folder in
        let learner = try Self.learner(folder)
        #expect(try await learner.run().contains("3 questions to recall today"))
        try learner.start("review")
        // The exercise has waited longest.
        #expect(Learner.offers(try await learner.prompt(), "answer"))
        #expect(learner.terminal.text.contains("review 1 of 3"))
        learner.terminal.type("0")
        try await learner.terminal.wait("the answer") { String($0.line).hasSuffix(": 0") }
        var prompt = try await learner.type(".9\r")
        #expect(learner.terminal.text.contains("Not passed."))
        #expect(learner.terminal.text.contains("where it is explained"))
        prompt = try await learner.type("\r")
        #expect(prompt == .line("your prediction:"))
        #expect(try await learner.type("about two\r") == .line("your prediction:"))
        prompt = try await learner.type("1.5\r")
        #expect(Learner.offers(prompt, "next"))
        #expect(Learner.offers(try await learner.type("\r"), "look"))
        #expect(Learner.offers(try await learner.type("\r"), "I knew them"))
        #expect(learner.terminal.text.contains("1. "))
        #expect(try await learner.leave("\r") == .status(0))
        #expect(learner.terminal.text.contains("1 of 3 answers right."))
        let kept = Self.reviews(learner)
        #expect(kept.count == 3)
        #expect(kept.count { $0.contains("\"passed\":true") } == 1)
        #expect(kept.count { $0.contains("\"given\":{") } == 2)
        // Nothing is earned or lost by it, and nothing is due until tomorrow.
        #expect(try await learner.run("progress").contains("10 of"))
        #expect(!(try await learner.run().contains("to recall today")))
      }
    }

    /// Leaving keeps what was answered, and asks the rest another time.
    @Test(arguments: ["q", "\u{3}", "\u{4}"]) func theRestWaits(_ key: String) async throws {
      try await Fixture.withFolder { folder in
        let learner = try Self.learner(folder)
        try learner.start("review")
        _ = try await learner.prompt()
        #expect(try await learner.type("s") == .line("your prediction:"))
        _ = try await learner.type("1.5\r")
        #expect(try await learner.leave(key) == .status(0))
        #expect(learner.terminal.text.contains("2 more can be asked today."))
        #expect(Self.reviews(learner).count == 1)
      }
    }

    @Test func withoutATerminalItIsListed() async throws {
      try await Fixture.withFolder { folder in
        let learner = try Self.learner(folder)
        let list = try await learner.knobs.run(["review"])
        #expect(list.status == 0 && list.output.contains("exercise steeper-valley"))
        #expect(Self.reviews(learner).isEmpty)
      }
    }
  }
#endif
