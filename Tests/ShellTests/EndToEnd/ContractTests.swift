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
    ("0.4", 0, "suits both directions"), ("0.01", 1, "below the edge"),
    ("0.1", 1, "the shallow one"), ("0.55", 1, "past the edge"),
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
      #expect(try await Self.run(line, in: folder).status == 2)
      let defaults = try await Self.run(line + ["--defaults"], in: folder)
      #expect(defaults.status == 1)
      let chosen = try await Self.run(
        line + ["--batch-size", "8", "--learning-rate", "0.007"], in: folder)
      #expect(chosen.status == 0)
      #expect(chosen.output.contains("95 % interval"))
    }
  }

  /// Whatever came of an attempt, and whatever was done since, it is graded again to the same numbers,
  /// and nothing is recorded.
  @Test(arguments: ["0.007", "0.005", "0.009", "0.001"])
  func anAttemptIsMadeAgain(rate: String) async throws {
    try await Fixture.withFolder { folder in
      let knobs = KnobsProgram(folder: folder)
      let line = ["check", "batch-size/spend-the-samples", "--batch-size", "8"]
      let first = try await knobs.run(line + ["--learning-rate", rate, "--json"])
      _ = try await knobs.run(line + ["--learning-rate", "0.5"])
      _ = try await knobs.run(["reset"])
      try FileManager.default.removeItem(atPath: folder + "/state/seed-key")
      let journal = try Data(contentsOf: URL(filePath: knobs.journal))
      let again = try await knobs.run(["log", "1", "--again", "--json"])
      #expect(again.status == first.status && again.errors == "")
      #expect(again.output.replacing(#""asRecorded":true,"#, with: "") == first.output)
      #expect(try Data(contentsOf: URL(filePath: knobs.journal)) == journal)
      let shown = try await knobs.run(["log", "1", "--again"])
      #expect(shown.output.contains("Attempt 1 of the log again: the same result as recorded."))
    }
  }

  /// Two learners have seeds of their own; one whose key is lost is told.
  @Test func seedsAreALearnersOwn() async throws {
    try await Fixture.withFolder { folder in
      let line = ["check", "batch-size/spend-the-samples", "--defaults", "--json"]
      var documents = Set<String>()
      for learner in 1...3 {
        let knobs = KnobsProgram(folder: folder)
          .with(["KNOBS_STATE": "\(folder)/learner-\(learner)"])
        documents.insert(try await knobs.run(line).output)
      }
      #expect(documents.count == 3)
      let knobs = KnobsProgram(folder: folder)
      for hasKey in [true, false] {
        if !hasKey { try FileManager.default.removeItem(atPath: folder + "/state/seed-key") }
        let grade = try await knobs.run(line.dropLast())
        #expect(grade.output.contains("The key of your seeds was gone") == !hasKey)
      }
    }
  }

  @Test(arguments: [
    (["log", "--again"], "which attempt again?"), (["log", "2"], "no attempt \"2\""),
    (["log", "0", "--again"], "no attempt \"0\""), (["log", "-1"], "-1"),
    (["log", "99999999999999999999"], "no attempt"), (["log", "1", "2"], "2"),
    (["log", "1", "--again"], "early version"), (["log", "x"], "no attempt \"x\""),
  ])
  func whatIsNotInTheLogIsRefused(_ line: [String], _ says: String) async throws {
    try await Fixture.withFolder { folder in
      let knobs = KnobsProgram(folder: folder)
      let attempt =
        #"{"at":"2030-01-01T00:00:00Z","attempt":{"exercise":"batch-size/spend-the-samples","#
        + #""findings":[],"maximumPoints":10,"passed":true,"points":10,"#
        + #""settings":{"learning-rate":"0.05"}},"kind":"attempt","v":1}"# + "\n"
      try attempt.write(to: knobs.journal)
      let result = try await knobs.run(line)
      #expect(result.status == 2 && result.output == "")
      #expect(result.errorLines.count == 2 && result.errors.contains(says), "\(result.errors)")
    }
  }

  /// Seeds that no grading has are not run, whoever wrote them.
  @Test(arguments: ["0", "1", "18446744073709551615", "9223372036854775807"])
  func forgedSeedsAreRefused(_ seed: String) async throws {
    try await Fixture.withFolder { folder in
      let knobs = KnobsProgram(folder: folder)
      let attempt =
        #"{"at":"2030-01-01T00:00:00Z","attempt":{"exercise":"batch-size/spend-the-samples","#
        + #""findings":[],"maximumPoints":10,"number":1,"passed":true,"points":10,"#
        + #""seed":"\#(seed)","settings":{"learning-rate":0.05}},"kind":"attempt","v":2}"# + "\n"
      try attempt.write(to: knobs.journal)
      let result = try await knobs.run(["log", "1", "--again"])
      #expect(result.status == 2 && result.errors.contains("no seeds for grading"))
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
      #expect(grading.grade.passed == (0.251...0.460).contains(rate), "\(rate)")
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

  /// Names that metrics once had are read, and stand beside the new ones with the same values.
  @Test func metricsAreReadByTheNamesTheyHad() async throws {
    let line = ["sweep", "weight-shrinkage", "--alpha", "0.1..1", "--points", "2", "--json"]
    try await Fixture.withFolder { folder in
      let bias = try await Self.run(line + ["--metric", "bias"], in: folder)
      let squaredBias = try await Self.run(line + ["--metric", "squared-bias"], in: folder)
      #expect(bias.output == squaredBias.output)
      #expect(bias.status == 0)
      let run = try await Self.run(["run", "weight-shrinkage", "--json"], in: folder)
      let fields = try Fixture.fields(run.output)
      let metrics = try #require(fields["metrics"] as? [String: Any])
      let value = try #require(metrics["squared-bias"] as? Double)
      #expect(metrics["bias"] as? Double == value)
    }
  }

  @Test func everySimulationRunsAsJSON() async throws {
    try await Fixture.withFolder { folder in
      for simulation in Catalog.all.simulations {
        let fields = try Fixture.fields(
          try await Self.run(["run", simulation.name, "--json"], in: folder).output)
        #expect(fields["simulation"] as? String == simulation.name)
        let metrics = try #require(fields["metrics"] as? [String: Any])
        #expect(Set(metrics.keys) == Set(simulation.metrics.flatMap(\.names)))
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
    ["sweep", "step-size", "--steps", "1..50"],
    ["check", "learning-rate/reach-the-floor", "--defaults"],
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
