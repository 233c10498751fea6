import Exhibits
import Experiments
import Foundation
import Grading
import Lessons
import Testing
import ToyCourse

@testable import Authoring

/// What other programs read of a calibration.
@Suite struct CalibrationExhibitTests {
  private static func exercise(_ pass: String) throws -> Exercise {
    let text = """
      ---
      title: Slides
      summary: A lesson.
      minutes: 4
      ---

      # Slides

      ```exercise one
      simulation: slide
      task: Do it.
      choose: rate
      pass: \(pass)
      hint: Try one.
      ```

      """
    let (lesson, _) = LessonReader.read(
      text, file: "f.md", name: "slides", catalog: ToyCourse.catalog)
    return try #require(lesson.exercises.first)
  }

  @Test(arguments: ["height < -1000", "height < 0.1"])
  func everyKeyIsThere(pass: String) async throws {
    let exercise = try Self.exercise(pass)
    let calibration = await Calibration.of(exercise, .none)
    let data = try JSONEncoder().encode(CalibrationExhibit(calibration, of: exercise))
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(
      Set(object.keys) == [
        "exercise", "settings", "share", "wanted", "middle", "margin", "heldOut", "guess",
        "guessInThreeTries", "fair", "problems", "suggestions",
      ])
    for key in ["middle", "margin"] {
      #expect((object[key] is NSNull) == (calibration.middle == nil))
    }
    #expect((object["heldOut"] is NSNull) == (calibration.heldOut == nil))
    if let margin = object["margin"] as? [String: Any] {
      #expect(Set(margin.keys) == ["noise", "metric", "cells"])
    }
  }
}
