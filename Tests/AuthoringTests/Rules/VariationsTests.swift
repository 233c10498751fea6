import Testing

@testable import Authoring

/// What is asked again can be passed, and is about as hard as it was.
@Suite struct VariationsTests {
  private static func lesson(_ vary: String, task: String = "Choose a rate.") -> String {
    Pack.lesson(
      """
      ```exercise floor
      simulation: step-size
      task: \(task)
      choose: learning-rate
      given: steps = 50
      \(vary)
      pass: relative-loss <= 1e-6
      hint: Try one.
      ```
      """)
  }

  @Test(arguments: [
    "", "vary: steps in 45, 55", "vary: curvature in 9, 11", "vary: steps = 45 ... 55",
    "vary: steps in 30, 50\nvary-factor: 9",
  ])
  func whatIsAsHardIsLeftAlone(_ vary: String) async throws {
    #expect(try await found(Variations.self, Self.lesson(vary)) == [])
  }

  @Test(arguments: [
    ("vary: steps in 1, 50", ["floor with steps 1 cannot be passed"]),
    ("vary: steps in 50, 900", ["floor with steps 900 passes with no knob turned"]),
    (
      "vary: steps in 1, 900",
      ["floor with steps 1 cannot be passed", "floor with steps 900 passes with no knob turned"]
    ),
    ("vary: curvature in 2, 10", ["floor with curvature 2 passes "]),
    ("vary: curvature in 2, 10\nvary-factor: 1", ["floor with curvature 2 passes "]),
  ])
  func whatIsNotIsNamed(_ vary: String, _ says: [String]) async throws {
    let found = try await found(Variations.self, Self.lesson(vary))
    #expect(found.count == says.count, "\(found)")
    for (line, words) in zip(found, says) {
      #expect(line.hasPrefix("9:1: \(words)"), "\(line)")
    }
  }

  /// A number that stays while what is given varies is pointed out, once a knob.
  @Test(arguments: [
    ("Within {steps} steps.", 0), ("Within 50 steps.", 1), ("In 50 of 50 steps.", 1),
    ("Within 500 steps.", 0), ("Within {steps} steps, and not 50.", 1),
  ])
  func whatDoesNotVaryInTheTaskIsNamed(_ task: String, _ count: Int) async throws {
    let text = Self.lesson("vary: steps in 45, 55", task: task)
    let found = try await found(Variations.self, text)
    #expect(found.count == count, "\(found)")
    #expect(
      found.allSatisfy { $0.contains("advice: floor says 50 whatever is given; write {steps}") })
  }

  /// The variants of a prediction are held to what a prediction is.
  @Test func variantsOfPredictionsHaveAnswers() async throws {
    let text = Pack.lesson(
      """
      ```predict steps
      simulation: step-size
      set: learning-rate = 0.1, steps = 200
      ask: steps-to-target
      tolerance: 10%
      question: How many at {learning-rate}?
      vary: learning-rate in 0.12, 0.3
      ```
      """)
    let found = try await found(Predictions.self, text)
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.contains("steps with learning-rate 0.3 has no answer") ?? false)
  }
}
