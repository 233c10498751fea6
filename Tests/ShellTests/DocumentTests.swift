import Exhibits
import Experiments
import Foundation
import Grading
import Testing
import ToyCourse
import Tuning

@testable import Shell

/// The JSON documents, field by field as the contracts have them.
@Suite struct DocumentTests {
  static func outcome(_ turns: [String: String]) throws -> [String: Any] {
    var settings = Slide.defaults
    for (knob, value) in turns { try settings.turn(knob, to: value) }
    let document = ShownRuns(
      simulation: Slide.self, common: settings, varied: [], seed: 3,
      runs: [LabelledRun(label: "", settings: settings, outcome: Slide.run(settings, seed: 3))],
      figures: [])
    return try Fixture.fields(try Report(json: document).text)
  }

  @Test func aRunHasTheFieldsOfItsContract() throws {
    let fields = try Self.outcome(["rate": "0.5", "pushes": "4"])
    #expect(
      Set(fields.keys)
        == [
          "simulation", "settings", "seed", "metrics", "theories", "figures", "findings", "cost",
        ])
    #expect(fields["simulation"] as? String == "slide")
    #expect(fields["seed"] as? Int == 3)
    let settings = try #require(fields["settings"] as? [String: Any])
    #expect(settings["rate"] as? Double == 0.5)
    #expect(settings["pushes"] as? Int == 4)
    #expect(settings["surface"] as? String == "snow")
    let metrics = try #require(fields["metrics"] as? [String: Any])
    #expect(Set(metrics.keys) == Set(Slide.metrics.map(\.name)))
    #expect(metrics["growth"] as? Double == 0.5)
    let figure = try #require((fields["figures"] as? [[String: Any]])?.first)
    #expect(figure["name"] as? String == "descent")
    #expect(figure["kind"] as? String == "line")
    #expect(figure["title"] as? String == "height over the start")
    #expect(figure["x"] as? [String: String] == ["label": "push", "scale": "linear"])
    #expect(figure["y"] as? [String: String] == ["label": "height", "scale": "log"])
    let series = try #require((figure["series"] as? [[String: Any]])?.first)
    #expect(series["name"] as? String == "measured")
    #expect(series["x"] as? [Double] == [0, 1, 2, 3, 4])
    #expect((series["y"] as? [Double])?.count == 5)
    let finding = try #require((fields["findings"] as? [[String: Any]])?.first)
    #expect(Set(finding.keys) == ["code", "message", "predicted", "measured"])
    #expect(finding["predicted"] as? Double == 0.5)
    #expect(
      fields["cost"] as? [String: Int]
        == ["gradientEvaluations": 0, "updates": 4, "multiplyAdds": 0, "bytes": 0])
  }

  @Test func whatIsNotFiniteIsNull() throws {
    let fields = try Self.outcome(["rate": "10", "pushes": "100"])
    let metrics = try #require(fields["metrics"] as? [String: Any])
    #expect(metrics["height"] is NSNull)
    #expect(metrics["landing"] is NSNull)
    #expect(metrics["growth"] as? Double == 9)
    let figure = try #require((fields["figures"] as? [[String: Any]])?.first)
    let series = try #require((figure["series"] as? [[String: Any]])?.first)
    let y = try #require(series["y"] as? [Any])
    #expect(y.count == 101)
    #expect(y.last is NSNull)
    #expect((fields["findings"] as? [[String: Any]])?.first?["code"] as? String == "gone")
  }

  static func grade(_ id: String, _ turns: [String: String]) async throws -> [String: Any] {
    let exercise = try Fixture.syllabus().findExercise(id)
    var choices = exercise.simulation.defaults
    for (knob, value) in turns { try choices.turn(knob, to: value) }
    var grading = Grading(exercise, choices: choices, attempt: 1)
    while !grading.isDecided { await grading.advance(by: 4) }
    let document = GradeExhibit(grading.grade, attempt: 2)
    return try Fixture.fields(try Report(json: document).text)
  }

  static let gradeFields: Set = [
    "exercise", "settings", "passed", "decision", "points", "maximumPoints", "criteria", "seeds",
    "findings",
    "attempt",
  ]

  @Test func aGradeHasTheFieldsOfItsContract() async throws {
    let fields = try await Self.grade("slides/get-down", ["rate": "0.9"])
    #expect(Set(fields.keys) == Self.gradeFields)
    #expect(fields["exercise"] as? String == "slides/get-down")
    #expect(fields["passed"] as? Bool == true)
    #expect(fields["points"] as? Int == 10)
    #expect(fields["maximumPoints"] as? Int == 10)
    #expect(fields["seeds"] is NSNull)
    #expect(fields["attempt"] as? Int == 2)
    #expect((fields["settings"] as? [String: Any])?["pushes"] as? Int == 10)
    let criteria = try #require(fields["criteria"] as? [[String: Any]])
    for field in ["metric", "requirement", "measured", "passed", "points"] {
      #expect(criteria.allSatisfy { $0[field] != nil }, "\(field)")
    }
    #expect(
      criteria.map { $0["requirement"] as? String } == ["height <= 1e-6", "landing in 1 ... 5"])
    #expect(criteria.map { $0["points"] as? Int } == [7, 3])
    let finding = try #require((fields["findings"] as? [[String: Any]])?.first)
    #expect(Set(finding.keys) == ["code", "message", "predicted", "measured"])
  }

  @Test func aGradeOverSeedsHasAnInterval() async throws {
    let fields = try await Self.grade("tosses/load-it", ["load": "1"])
    #expect(Set(fields.keys) == Self.gradeFields)
    let seeds = try #require(fields["seeds"] as? [String: Any])
    #expect(Set(seeds.keys) == ["run", "passed", "interval"])
    #expect(seeds["run"] as? Int == seeds["passed"] as? Int)
    let interval = try #require(seeds["interval"] as? [Double])
    #expect(interval.count == 2 && interval[0] < interval[1] && interval[1] <= 1)
  }

  @Test func aMissingMeasurementIsNull() async throws {
    let fields = try await Self.grade("slides/get-down", ["rate": "10"])
    #expect(fields["passed"] as? Bool == false)
    let criteria = try #require(fields["criteria"] as? [[String: Any]])
    #expect(criteria[1]["measured"] is NSNull)
    #expect(criteria.map { $0["points"] as? Int } == [0, 0])
  }

  @Test func controlsAreEscaped() throws {
    let text = "a\u{1B}b\u{7F}c\u{9B}d\u{202E}e\u{2028}f\u{E0001}g\"\\é語"
    let json = try Report(json: ["text": text]).text
    #expect(!json.dropLast().contains { $0.isNewline } && !json.hasControls)
    #expect(try Fixture.fields(json)["text"] as? String == text)
  }

  @Test func aSimulationSaysItsKnobs() throws {
    let fields = try Fixture.fields(try Report(json: SimulationExhibit(Slide.self)).text)
    let knobs = try #require(fields["knobs"] as? [[String: Any]])
    #expect(knobs.map { $0["name"] as? String } == ["rate", "pushes", "surface"])
    #expect(knobs.map { $0["kind"] as? String } == ["real", "integer", "choice"])
    #expect(knobs[0]["default"] as? Double == 0.1)
    #expect(knobs[0]["minimum"] as? Double == 0.001)
    #expect(knobs[2]["choices"] as? [String] == ["snow", "ice"])
    #expect(fields["usesChance"] as? Bool == false)
  }
}
