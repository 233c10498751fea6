#if canImport(Glibc)
  import Grading
  import Lessons
  import Experiments
  import Foundation
  import Simulations
  import TestKit
  import Testing

  /// Whole sessions of a learner, from the welcome to the last point.
  @Suite(.mayHang) struct LearnerSessionTests {
    /// Values that pass each exercise: the middles of what the program's own search found.
    ///
    /// They are read where they are recorded, which `.ci/run` compares with a new search.
    static func answers(_ syllabus: Syllabus) throws -> [String: Answer] {
      let recorded = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Bits/calibrations.jsonl").standardizedFileURL
      var middles: [String: (settings: [String: String], chance: Double)] = [:]
      for line in try String(contentsOf: recorded, encoding: .utf8).split(separator: "\n") {
        let fields = try Fixture.fields(String(line))
        let middle = try #require(fields["middle"] as? [String: Any])
        let heldOut = fields["heldOut"] as? [String: Any]
        middles[try #require(fields["exercise"] as? String)] = (
          try #require(middle["settings"] as? [String: String]),
          (heldOut?["verdict"] as? NSNumber)?.doubleValue ?? 1
        )
      }
      var answers: [String: Answer] = [:]
      for exercise in syllabus.exercises {
        let middle = try #require(middles[exercise.id], "\(exercise.id) is not recorded")
        // What passes nearly always may meet the one attempt in a hundred that it does not.
        answers[exercise.id] = Answer(
          values: exercise.choices.map { middle.settings[$0.name] ?? "" },
          attempts: middle.chance > 0.999 ? 1 : 3)
      }
      return answers
    }

    @Test func fromTheWelcomeToTheLastPoint() async throws {
      let syllabus = try Syllabus.read(folder: Fixture.course, catalog: .all)
      #expect(syllabus.allFaults.isEmpty && !syllabus.lessons.isEmpty)
      try await Fixture.withFolder { folder in
        let learner = try Learner(folder: folder)
        let answers = try Self.answers(syllabus)
        let modes = learner.terminal.modes
        let welcome = try await learner.run()
        #expect(welcome.contains("You are at the beginning"))
        #expect(welcome.contains("knobs learn"))
        var session = Session(learner: learner, syllabus: syllabus, answers: answers)
        try await session.takeEverything()
        #expect(session.left == session.waysOfLeaving.count)
        #expect(learner.terminal.modes == modes)
        let progress = try await learner.run("progress")
        let maximum = syllabus.lessons.map(\.maximumPoints).reduce(0, +)
        let exercises = syllabus.exercises.count
        #expect(
          progress.hasPrefix("\(maximum) of \(maximum) points · \(exercises) of \(exercises) "))
        #expect(try await learner.run().contains("every lesson is done"))
        // The journal knows of every prediction and every first, failing attempt.
        let entries = learner.knobs.entries.joined(separator: "\n")
        #expect(entries.contains(#""kind":"prediction""#) && entries.contains(#""kind":"hint""#))
        #expect(entries.contains(#""passed":false"#))
      }
    }

    /// What passes an exercise, and after how many attempts at most.
    struct Answer {
      let values: [String]
      let attempts: Int
    }

    /// The way of one learner through all lessons.
    struct Session {
      let learner: Learner
      let syllabus: Syllabus
      let answers: [String: Answer]
      let waysOfLeaving = ["q", "\u{3}", "\u{4}", "\u{1B}"]

      /// How often the learner has left and come back.
      var left = 0
      private var hasTriedValues = false
      private var hasHinted = false
      private var predicted = 0

      init(learner: Learner, syllabus: Syllabus, answers: [String: Answer]) {
        self.learner = learner
        self.syllabus = syllabus
        self.answers = answers
      }

      /// Everything from `knobs learn` on, coming back after each way of leaving.
      mutating func takeEverything() async throws {
        try learner.start("learn")
        var prompt = try await learner.prompt()
        for _ in 0..<2000 {
          if case .line(let line) = prompt, line.hasPrefix("your prediction") {
            prompt = try await predict()
          } else if Learner.offers(prompt, "try values"), !hasTriedValues {
            prompt = try await tryValues()
          } else if Learner.offers(prompt, "skip") {
            prompt = try await solve()
          } else if Learner.offers(prompt, "enter more"), left < waysOfLeaving.count,
            learner.terminal.latest.contains(" 5 of ")
          {
            prompt = try await leaveAndComeBack()
          } else {
            learner.terminal.type("\r")
            guard let next = try await promptOrEnd() else { return }
            prompt = next
          }
        }
        Issue.record("the lessons have no end")
      }

      /// What the program waits for; nil if it has ended with the last lesson.
      private func promptOrEnd() async throws -> Learner.Prompt? {
        var isOver = false
        try await learner.terminal.wait("a prompt or the end") { terminal in
          let line = String(terminal.line)
          // What there is to type when everything is done.
          isOver = terminal.latest.contains("knobs find WORDS")
          return isOver || line.hasSuffix("q quit")
            || line.trimmingCharacters(in: .whitespaces).hasSuffix(":")
        }
        guard isOver else { return try await learner.prompt() }
        #expect(try await learner.terminal.ending() == .status(0))
        return nil
      }

      private mutating func predict() async throws -> Learner.Prompt {
        #expect(try await learner.type("\r") == .line("your prediction:"))
        let before = learner.terminal.text.utf8.count
        learner.terminal.type("about two\r")
        var isChoice = false
        // What answers the empty line may come after these words are typed.
        try await learner.terminal.wait("a refusal") { terminal in
          let said = String(decoding: terminal.text.utf8.dropFirst(before), as: UTF8.self)
          isChoice = said.contains("is none of them")
          return isChoice || said.contains("is not a number")
        }
        #expect(try await learner.prompt() == .line("your prediction:"))
        predicted += 1
        if isChoice { return try await choose() }
        let prompt = try await learner.type("1\r")
        #expect(learner.terminal.text.contains("You said 1; measured"))
        return prompt
      }

      /// Which of some runs it is, by its number.
      private func choose() async throws -> Learner.Prompt {
        #expect(try await learner.type("0\r") == .line("your prediction:"))
        let prompt = try await learner.type("1\r")
        #expect(learner.terminal.text.contains("You said \""))
        return prompt
      }

      private mutating func tryValues() async throws -> Learner.Prompt {
        hasTriedValues = true
        let elsewhere = try await learner.type("t")
        #expect(elsewhere == .line("knob = value:"))
        #expect(try await learner.type("nothing = 3\r") == .line("knob = value:"))
        #expect(learner.terminal.text.contains("no knob"))
        #expect(Learner.offers(try await learner.type("\r"), "try values"))
        _ = try await learner.type("t")
        let simulation = try #require(
          syllabus.lessons.first?.elements.lazy.compactMap { element in
            if case .simulate(let directive) = element { directive.simulation } else { nil }
          }.first)
        let knob = try #require(simulation.knobs.first)
        let value = try #require(knob.domain.grid(5).dropFirst().first).text
        var prompt = try await learner.type("\(knob.name) = \(value)\r")
        while !Learner.offers(prompt, "run again"), Learner.offers(prompt, "enter more") {
          prompt = try await learner.type("\r")
        }
        #expect(learner.terminal.text.contains("yours"))
        #expect(
          try learner.terminal.text.contains(Regex("\(knob.name) +[^ ]+ +\(value)")))
        #expect(Learner.offers(prompt, "run again"))
        return prompt
      }

      /// Fails first, takes a hint, and then answers what passes.
      private mutating func solve() async throws -> Learner.Prompt {
        let shown = learner.terminal.latest
        let exercise = try #require(
          syllabus.exercises.max { one, other in
            Self.lastPlace(of: one, in: shown) < Self.lastPlace(of: other, in: shown)
          })
        let known = try #require(answers[exercise.id])
        if !hasHinted {
          hasHinted = true
          let extreme = exercise.choices.map { $0.domain.grid(2).first?.text ?? "" }
          let failed = try await answer(extreme)
          #expect(Learner.offers(failed, "answer again"))
          #expect(learner.terminal.text.contains("Not passed."))
          let hinted = try await learner.type("h")
          #expect(learner.terminal.text.contains("1. \(exercise.hints[0].prefix(20))"))
          #expect(Learner.offers(hinted, "skip"))
        }
        for _ in 0..<known.attempts {
          let before = learner.terminal.text.utf8.count
          let prompt = try await answer(known.values)
          let shown = learner.terminal.text.utf8.dropFirst(before)
          // Once it is passed, the lesson goes on below the grade.
          if !String(decoding: shown, as: UTF8.self).contains("Not passed.") { return prompt }
          #expect(Learner.offers(prompt, "answer again"), "\(exercise.id) \(known.values)")
        }
        return try await learner.type("s")
      }

      private func answer(_ values: [String]) async throws -> Learner.Prompt {
        let before = learner.terminal.text.utf8.count
        var prompt = try await learner.type("\r")
        for value in values {
          guard case .line = prompt else { break }
          prompt = try await learner.type(value + "\r")
        }
        func isGraded() -> Bool {
          let shown = learner.terminal.text.utf8.dropFirst(before)
          return String(decoding: shown, as: UTF8.self).contains("assed. ")
        }
        while !isGraded(), Learner.offers(prompt, "enter more") {
          prompt = try await learner.type("\r")
        }
        return prompt
      }

      private static func lastPlace(of exercise: Exercise, in text: String) -> Int {
        guard let place = text.range(of: "exercise \(exercise.name) ", options: .backwards) else {
          return -1
        }
        return text.distance(from: text.startIndex, to: place.lowerBound)
      }

      /// Leaves in the middle of a lesson, and finds the place again.
      private mutating func leaveAndComeBack() async throws -> Learner.Prompt {
        let key = waysOfLeaving[left]
        left += 1
        #expect(try await learner.leave(key) == .status(0))
        let text = learner.terminal.text
        let place = try #require(text.range(of: "Your place is kept: section "))
        let section = text[place.upperBound...].prefix { $0.isNumber }
        // The screen began no later than the section that was seen on it.
        #expect(["2", "3", "4", "5"].contains(section))
        let home = try await learner.run()
        #expect(home.contains("(section \(section) of"))
        try learner.start("learn")
        let prompt = try await learner.prompt()
        #expect(learner.terminal.text.contains(" \(section) of "))
        return prompt
      }
    }
  }
#endif
