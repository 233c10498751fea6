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
