import Experiments
import Foundation
import Grading
import Lessons
import Simulations
import TestKit
import Testing
import ToyCourse

/// What the program promises to those who call it.
@Suite(.mayHang) struct ContractTests {
  static func run(_ line: [String], in folder: String) async throws -> KnobsProgram.Result {
    try await KnobsProgram(folder: folder).run(line)
  }

  @Test(arguments: [
    ("0.15", 0, "suits both directions"), ("0.01", 1, "below the edge"),
    ("0.1", 1, "the shallow one"), ("0.25", 1, "past the edge"),
  ])
  func aLearningRateIsGraded(_ rate: String, _ status: Int32, _ says: String) async throws {
    try await Fixture.withFolder { folder in
      let knobs = KnobsProgram(folder: folder)
      let line = ["check", "learning-rate/reach-the-floor", "--learning-rate", rate]
      let result = try await knobs.run(line)
      #expect(result.status == status)
      #expect(result.errors == "")
      let words = result.output.split { $0.isWhitespace }.joined(separator: " ")
      #expect(words.contains(says), "\(words)")
      #expect(knobs.attempts.count == 1)
      let fields = try Fixture.fields(try await knobs.run(line + ["--json"]).output)
      #expect(fields["passed"] as? Bool == (status == 0))
      #expect(fields["attempt"] as? Int == 2)
    }
  }

  @Test func aBatchSizeIsGraded() async throws {
    try await Fixture.withFolder { folder in
      let line = ["check", "batch-size/spend-the-samples"]
      let defaults = try await Self.run(line, in: folder)
      #expect(defaults.status == 1)
      let chosen = try await Self.run(
        line + ["--batch-size", "8", "--learning-rate", "0.055"], in: folder)
      #expect(chosen.status == 0)
      #expect(chosen.output.contains("95 % interval"))
    }
  }

  /// The region in which the first exercise on learning rates is passed, by the checker itself.
  @Test func thePassRegionIsTheOneOfTheory() async throws {
    let syllabus = try Syllabus.read(folder: Fixture.course, catalog: .all)
    let exercise = try #require(syllabus.exercise("learning-rate/reach-the-floor"))
    for thousandths in 1...1000 {
      let rate = Double(thousandths) / 1000
      var choices = exercise.simulation.defaults
      try choices.turn("learning-rate", to: .real(rate))
      var grading = Grading(exercise, choices: choices, attempt: 1)
      while !grading.isDecided { await grading.advance(by: 1) }
      #expect(grading.grade.passed == (0.108...0.187).contains(rate), "\(rate)")
    }
  }

  @Test(arguments: [
    [], ["lessons"], ["simulations"], ["simulations", "step-size"],
    ["run", "step-size", "--learning-rate", "0.1"],
    ["run", "step-size", "--learning-rate", "1,0.1"],
    ["run", "step-size", "--learning-rate", "1", "--steps", "1000"], ["run", "batch-noise"],
    ["sweep", "step-size", "--learning-rate", "0.01..1", "--points", "5"],
    ["check", "learning-rate/reach-the-floor", "--learning-rate", "1"],
    ["hint", "learning-rate/reach-the-floor"], ["progress"], ["log"],
  ])
  func jsonIsOneDocument(_ line: [String]) async throws {
    try await Fixture.withFolder { folder in
      for arguments in [line + ["--json"], ["--json"] + line] {
        let result = try await Self.run(arguments, in: folder)
        let fields = try Fixture.fields(result.output)
        #expect(!fields.isEmpty)
        #expect(result.errors == "")
        #expect(result.output.hasSuffix("\n") && result.output.count { $0 == "\n" } == 1)
      }
    }
  }

  @Test func everySimulationRunsAsJSON() async throws {
    try await Fixture.withFolder { folder in
      for simulation in Catalog.all.simulations {
        let fields = try Fixture.fields(
          try await Self.run(["run", simulation.name, "--json"], in: folder).output)
        #expect(fields["simulation"] as? String == simulation.name)
        let metrics = try #require(fields["metrics"] as? [String: Any])
        #expect(Set(metrics.keys) == Set(simulation.metrics.map(\.name)))
      }
    }
  }

  @Test func helpIsThereForEveryCommand() async throws {
    try await Fixture.withFolder { folder in
      let overview = try await Self.run(["--help"], in: folder)
      #expect(overview.status == 0 && overview.errors == "")
      let names =
        ["learn", "lessons", "simulations", "run", "sweep", "check", "hint", "solution"]
        + ["progress", "log", "reset", "completions"]
      for name in names {
        #expect(overview.output.contains("  \(name) "))
        let help = try await Self.run([name, "--help"], in: folder)
        #expect(help.status == 0 && help.output.contains("knobs \(name)") && help.errors == "")
        #expect(try await Self.run(["help", name], in: folder).output == help.output)
        #expect(try await Self.run(["-h", name], in: folder).output == help.output)
      }
      #expect(try await Self.run(["--version"], in: folder).output.hasPrefix("knobs "))
    }
  }

  /// Every command but those for programs ends by naming a command.
  @Test(arguments: [
    [], ["help"], ["lessons"], ["simulations"], ["simulations", "step-size"], ["run", "step-size"],
    ["sweep", "step-size", "--steps", "1..50"], ["check", "learning-rate/reach-the-floor"],
    ["hint", "learning-rate/reach-the-floor"], ["progress"], ["log"], ["reset"],
    ["learn", "learning-rate"], ["check", "--help"],
  ])
  func endsWithWhatToTypeNext(_ line: [String]) async throws {
    try await Fixture.withFolder { folder in
      let result = try await Self.run(line, in: folder)
      let last = try #require(result.output.split(separator: "\n\n").last)
      #expect(last.hasPrefix("  knobs"), "\(last)")
    }
  }

  @Test func aPackFromElsewhereWorksAsItIs() async throws {
    try await Fixture.withFolder { folder in
      let pack = ["--lessons", Fixture.pack]
      let lessons = try await Self.run(pack + ["lessons"], in: folder)
      #expect(lessons.status == 0 && lessons.output.contains("steeper"))
      let lesson = try await Self.run(["learn", "steeper"] + pack, in: folder)
      #expect(lesson.output.contains("A lesson of one's own"))
      #expect(lesson.output.contains("curvature 50"))
      let check = ["check", "steeper/gently", "--learning-rate"]
      #expect(try await Self.run(check + ["0.03"] + pack, in: folder).status == 0)
      #expect(try await Self.run(check + ["0.05"] + pack, in: folder).status == 1)
      #expect(try await Self.run(["hint", "steeper/gently"] + pack, in: folder).status == 0)
      let knobs = KnobsProgram(folder: folder).with(["KNOBS_LESSONS": Fixture.pack])
      #expect(try await knobs.run(["progress"]).output.contains("5 of 5 points"))
    }
  }

  @Test func everyLessonIsPrintedWhole() async throws {
    try await Fixture.withFolder { folder in
      let syllabus = try Syllabus.read(folder: Fixture.course, catalog: .all)
      #expect(!syllabus.lessons.isEmpty)
      for lesson in syllabus.lessons {
        let result = try await Self.run(["learn", lesson.name], in: folder)
        #expect(result.status == 0)
        #expect(!result.output.hasControls)
        for exercise in lesson.exercises { #expect(result.output.contains(exercise.id)) }
        for section in lesson.sections.dropFirst() {
          #expect(result.output.contains(section.title.split(separator: " ")[0]))
        }
      }
      #expect(KnobsProgram(folder: folder).entries.isEmpty)
    }
  }
}
