import Testing

@testable import Play

/// Numbers as learners type them.
@Suite struct PredictionTests {
  @Test(arguments: [
    ("1.5", 1.5), ("-3", -3), ("1e-3", 0.001), ("1/16", 0.0625), (" 1 / 4 ", 0.25), ("-1/2", -0.5),
  ])
  func isRead(_ text: String, _ number: Double) {
    #expect(LearnSession.number(text) == number)
  }

  @Test(arguments: ["", "/", "1/", "/2", "1/0", "1/2/3", "nan", "inf", "1e999", "x", "0x10", "1,5"])
  func isNoNumber(_ text: String) {
    #expect(LearnSession.number(text) == nil)
  }
}
