import TestKit
import Testing

@testable import Pictures

@Suite struct LetteringTests {
  @Test(arguments: [
    ("1e-6", "10⁻⁶"), ("2e10", "2·10¹⁰"), ("-0.5", "−0.5"), ("-1e3", "−10³"), ("0", "0"),
    ("1.5e-7", "1.5·10⁻⁷"),
  ]) func numbers(_ text: String, _ printed: String) {
    #expect(Lettering.number(text) == printed)
  }

  @Test(arguments: Garbage.oddNames) func linesFitTheirWidth(_ text: String) {
    for room in [40.0, 100, 700] {
      let lines = Lettering.lines(text, width: room, 13, atMost: 2)
      #expect(lines.count <= 2)
      for line in lines { #expect(Lettering.width(line, 13) <= room + 1e-9, "\(line)") }
    }
  }

  @Test func whatFitsStaysAsItIs() {
    #expect(Lettering.shortened("loss", to: 100, 13) == "loss")
    #expect(Lettering.lines("one two", width: 100, 13, atMost: 2) == ["one two"])
    #expect(Lettering.shortened("a long name", to: 60, 13).hasSuffix("…"))
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (1.5, "1.5"), (-0.004, "0"), (2.05, "2.05"), (-3.999, "-4"),
    (.nan, "0"), (1e300, "1000000000"), (-0.25, "-0.25"),
  ]) func coordinates(_ value: Double, _ text: String) {
    #expect(value.coordinate == text)
  }
}
