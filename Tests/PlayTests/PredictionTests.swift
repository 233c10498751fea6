import Testing

@testable import Play

/// Which of some runs a learner means.
@Suite struct PredictionTests {
  @Test(arguments: [
    ("1", 0), (" 2 ", 1), ("far too much", 1), ("Too Little", 0), ("2.0", 1), ("0", nil),
    ("3", nil),
    ("1.5", nil), ("-1", nil), ("", nil), ("too", nil), ("1e300", nil), ("nan", nil),
  ])
  func oneOfSomeIsFound(_ text: String, _ place: Int?) {
    #expect(Console.place(of: text, among: ["too little", "far too much"]) == place)
  }
}
