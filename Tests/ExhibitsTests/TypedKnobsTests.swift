import Experiments
import TestKit
import Testing
import ToyCourse

@testable import Exhibits

/// Lines that turn several knobs, in the forms in which people type them.
@Suite struct TypedKnobsTests {
  static func read(_ text: String, choosing names: [String] = ["rate", "pushes", "surface"])
    throws(Refusal) -> [String: String?]
  {
    let arguments = try KnobArgument.arguments(
      in: text, of: Slide.self, choosing: Slide.knobs.filter { names.contains($0.name) })
    return Dictionary(arguments.map { ($0.knob, $0.value) }) { $1 }
  }

  @Test(arguments: [
    "pushes 10, rate 0.05", "pushes = 10, rate = 0.05", "--pushes 10 --rate 0.05",
    "pushes=10 rate=0.05", "pushes=10,rate=0.05", "pushes: 10; rate: 0.05", "pushes 10 rate 0.05",
    "--pushes=10 --rate=0.05", "pushes 10 and rate 0.05", "  PUSHES 10 ,Rate 0.05 ",
    "pushes =10,rate= 0.05", "set pushes 10, rate 0.05,", "pushes: 10 & rate: 0.05",
  ])
  func severalAreReadInEveryForm(_ text: String) throws {
    #expect(try Self.read(text) == ["pushes": "10", "rate": "0.05"])
  }

  @Test(
    arguments: [
      ("rate = 0.1", ["rate": "0.1"]), ("rate = 40,000", ["rate": "40,000"]),
      ("rate = 40,000, pushes 3", ["rate": "40,000", "pushes": "3"]),
      ("rate 0,5", ["rate": "0,5"]), ("rate = 1 / 16", ["rate": "1 / 16"]),
      ("surface ice, rate 1/4", ["surface": "ice", "rate": "1/4"]),
      ("surface = rate = 3", ["surface": nil, "rate": "3"]), ("rate =", ["rate": nil]),
      ("speed = 3", ["speed": "3"]), ("--speed 3", ["speed": "3"]), ("", [:]), (" , ", [:]),
      ("surface rate rate 3", ["surface": "rate", "rate": "3"]),
    ] as [(String, [String: String?])])
  func linesAreTakenApart(_ text: String, _ expected: [String: String?]) throws {
    #expect(try Self.read(text) == expected)
  }

  @Test func aValueAloneIsThatOfTheOnlyKnob() throws {
    #expect(try Self.read("0.5", choosing: ["rate"]) == ["rate": "0.5"])
    #expect(try Self.read("0.5, pushes 3", choosing: ["rate"]) == ["rate": "0.5", "pushes": "3"])
    #expect(throws: Refusal("write knob = value, such as rate = 0.1")) {
      try Self.read("0.5", choosing: ["rate", "pushes"])
    }
    #expect(throws: Refusal.self) { try Self.read("rate 1, 2") }
  }

  /// Nothing that is typed keeps it from coming to an end.
  @Test func garbageIsReadOrRefused() {
    var garbage = Garbage(seed: 5)
    for _ in 0..<5000 {
      let text = garbage.text(of: "rate pushes=:,;--0.5,é\u{200E}\r\n &and", upTo: 24)
      if let read = try? Self.read(text) { #expect(read.count <= 24) }
    }
    let long = String(repeating: "rate pushes ", count: 300)
    #expect((try? Self.read(long)) != nil)
  }
}
