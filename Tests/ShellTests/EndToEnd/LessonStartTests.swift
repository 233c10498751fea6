#if canImport(Glibc)
  import Foundation
  import TestKit
  import Testing

  /// Where a lesson begins, and how a course ends, at a terminal.
  @Suite(.mayHang) struct LessonStartTests {
    @Test func beginsAtAnExercise() async throws {
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder)
        try learner.start("learn", "learning-rate/steeper-valley")
        #expect(Learner.offers(try await learner.prompt(), "answer"))
        #expect(learner.terminal.text.contains("exercise steeper-valley"))
        #expect(try await learner.leave("q") == .status(0))
      }
    }

    /// A section is begun at, and is where the lesson then goes on.
    @Test func beginsAtASection() async throws {
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder)
        try learner.start("learn", "2#past-the-edge")
        _ = try await learner.prompt()
        #expect(learner.terminal.text.contains("4 of 10"))
        #expect(learner.terminal.text.contains("Now go past it."))
        #expect(try await learner.leave("q\r") == .status(0))
        #expect(try await learner.run().contains("continue at \"Past the edge\""))
      }
    }

    /// Back from where a lesson was begun leads to what stands before it.
    @Test func backLeadsToTheSectionBefore() async throws {
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder)
        try learner.start("learn", "learning-rate#in-your-library")
        _ = try await learner.prompt()
        #expect(!learner.terminal.text.contains("To keep"))
        _ = try await learner.type("b")
        #expect(learner.terminal.text.contains("learning-rate 8 of 10"))
        #expect(!learner.terminal.text.contains("learning-rate 1 of 10"))
        #expect(try await learner.leave("q") == .status(0))
      }
    }

    /// Back from the text behind an exercise leads to the exercise.
    @Test func backLeadsToWhatWasAnswered() async throws {
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder)
        try learner.start("learn", "learning-rate/steeper-valley")
        _ = try await learner.prompt()
        learner.terminal.type("0")
        try await learner.terminal.wait("the answer") { String($0.line).hasSuffix("): 0") }
        let prompt = try await learner.type(".017\r")
        #expect(Learner.offers(prompt, "enter more"))
        _ = try await learner.type("\r")
        let before = learner.terminal.text.utf8.count
        for _ in 0..<2 { _ = try await learner.type("b") }
        let drawn = String(
          decoding: learner.terminal.text.utf8.dropFirst(before), as: UTF8.self)
        #expect(drawn.contains("exercise steeper-valley"))
        #expect(!drawn.contains("learning-rate 1 of 10"))
        #expect(try await learner.leave("q") == .status(0))
      }
    }

    /// The last lesson ends with what there is to say of the course, where everything is done; where an
    /// exercise is open, it does not.
    @Test(arguments: [true, false]) func theCourseEnds(isDone: Bool) async throws {
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder, ["KNOBS_LESSONS": Fixture.pack])
        if isDone {
          _ = try await learner.knobs.run(["check", "steeper/gently", "--learning-rate", "0.05"])
          let check = ["check", "steeper/gently", "--learning-rate", "0.03"]
          #expect(try await learner.knobs.run(check).status == 0)
        }
        try learner.start("learn", "steeper/gently")
        _ = try await learner.prompt()
        learner.terminal.type(isDone ? "\r" : "s")
        #expect(try await learner.terminal.ending() == .status(0))
        let text = learner.terminal.text
        #expect(text.contains("End of "))
        #expect(text.contains("Everything is done") == isDone)
        #expect(text.contains("1 miss before it passed") == isDone)
        #expect(text.contains("Still open:") != isDone)
      }
    }
  }
#endif
