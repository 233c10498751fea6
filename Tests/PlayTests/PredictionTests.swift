import Testing

@testable import Play

/// Numbers as learners type them.
@Suite struct PredictionTests {
  @Test(arguments: [
    ("1.5", 1.5), ("-3", -3), ("1e-3", 0.001), ("1/16", 0.0625), (" 1 / 4 ", 0.25), ("-1/2", -0.5),
    ("−1.5", -1.5), ("1e−4", 1e-4), ("−1/16", -0.0625), ("\u{200E}-3", -3),
  ])
  func isRead(_ text: String, _ number: Double) {
    #expect(LearnSession.number(text) == number)
  }

  @Test(arguments: ["", "/", "1/", "/2", "1/0", "1/2/3", "nan", "inf", "1e999", "x", "0x10", "1,5"])
  func isNoNumber(_ text: String) {
    #expect(LearnSession.number(text) == nil)
  }

  @Test(arguments: [
    ("1,5", "it is written with a point: 1.5"), ("–3", "it is written plainly: -3"),
    ("62 %", "a share is written 0.62"), ("62,5", "it is written with a point: 62.5"),
    ("two", "write one such as 1.5"), ("%", "write one such as 1.5"),
  ])
  func isToldHowToBeWritten(_ text: String, _ remedy: String) {
    #expect(LearnSession.remedy(for: text) == remedy)
  }

  @Test(arguments: [
    ("1", 0), (" 2 ", 1), ("far too much", 1), ("Too Little", 0), ("2.0", 1), ("0", nil),
    ("3", nil),
    ("1.5", nil), ("-1", nil), ("", nil), ("too", nil), ("1e300", nil), ("nan", nil),
  ])
  func oneOfSomeIsFound(_ text: String, _ place: Int?) {
    #expect(LearnSession.place(of: text, among: ["too little", "far too much"]) == place)
  }
}
