import Testing
import ToyCourse

@testable import Grading
@testable import Lessons

@Suite struct FairShareTests {
  @Test(
    arguments: [
      ("1% ... 40% because it is what the lesson is about", "1 … 40 %"),
      ("0% ... 99.5 % because", nil), ("0.5% ... 99.5 % because because it is so", "0.5 … 99.5 %"),
      ("0%...7% because x", "0 … 7 %"), ("5% ... 5% because x", nil), ("-1% ... 5% because x", nil),
      ("1% ... 2% ... 3% because x", nil), ("1% ... nan% because x", nil), ("5% because x", nil),
    ] as [(String, String?)])
  func aShareIsRead(source: String, text: String?) throws {
    let lines = "simulation: line\ntask: t\nchoose: x\npass: x > 0.9\nshare: \(source)"
    let (lesson, faults) = Toys.read(
      "---\ntitle: T\nsummary: S\n---\n```exercise e\n\(lines)\n```\n")
    #expect(lesson.exercises.first?.share.text == text)
    #expect(faults.count == (text == nil ? 1 : 0), "\(faults)")
  }

  @Test func withoutOneItIsTheUsual() throws {
    let exercise = try Toys.exercise("simulation: line\ntask: t\nchoose: x\npass: x > 0.9")
    #expect(exercise.share == .standard)
    #expect(exercise.share.text == "3 … 25 %")
    #expect(exercise.share.reason == nil)
  }

  @Test func theReasonIsKept() throws {
    let exercise = try Toys.exercise(
      "simulation: line\ntask: t\nchoose: x\npass: x > 0.9\nshare: 1% ... 40% because of: x, y")
    #expect(exercise.share.reason == "of: x, y")
    #expect(exercise.share.range == 0.01...0.4)
  }
}
