import Testing
import ToyCourse

@testable import Lessons

@Suite struct PromiseCheckTests {
  private static func faults(_ text: String) -> [String] {
    let (lesson, faults) = Toys.read("---\ntitle: T\nsummary: S\n---\n" + text)
    #expect(faults == [])
    return lesson.brokenPromises
  }

  @Test func keptPromisesSayNothing() {
    let (lesson, _) = Toys.read(Toys.goodLesson)
    #expect(lesson.elements.flatMap(\.shownRuns).contains { !$0.promises.isEmpty })
    #expect(lesson.brokenPromises == [])
  }

  @Test func brokenPromisesAreFaultsAtTheirPlaces() {
    let faults = Self.faults(
      """
      ```simulate line
      set: x = 0.5, rate = 0.1
      expect: x < 0.5
      expect: x <= 0.5
        expect:  never < 1
      expect: steps > 50
      ```

      ```simulate line
      ```

      ```compare line
      set: y = 0.25
      case: a | x = 0.5
      case: b | x = 1
      expect: b | sum in 0 ... 1
      expect: a | sum in 0 ... 1
      expect: b | x >= 1
      ```
      """)
    #expect(
      faults == [
        "f.md:7:9: expect x < 0.5 does not hold: measured 0.500",
        "f.md:9:12: expect never < 1 does not hold: measured never",
        "f.md:10:9: expect steps > 50 does not hold: measured 50",
        "f.md:20:13: expect sum in 0 ... 1 does not hold: measured 1.25",
      ])
  }

  /// A value whose rounded text would seem to keep the promise is written in full.
  @Test func roundingDoesNotHideTheFault() {
    let faults = Self.faults(
      "```simulate line\nset: rate = 0.1234\nexpect: rate <= 0.12\nexpect: rate < 0.1\n```\n")
    #expect(
      faults == [
        "f.md:7:9: expect rate <= 0.12 does not hold: measured 0.1234",
        "f.md:8:9: expect rate < 0.1 does not hold: measured 0.12",
      ])
  }
}

extension Lesson {
  /// What is said of every promise that its run does not keep, each with its place.
  fileprivate var brokenPromises: [String] {
    elements.flatMap(\.shownRuns).flatMap { shown in
      let outcome = shown.run.outcome()
      return shown.promises.compactMap { promise in
        PromiseCheck.message(promise.criterion, measured: outcome[promise.criterion.metric])
          .map { "f.md:\(promise.line):\(promise.column): \($0)" }
      }
    }
  }
}
