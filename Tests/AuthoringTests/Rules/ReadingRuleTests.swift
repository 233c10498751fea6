import Foundation
import Testing

@testable import Authoring

@Suite struct MinutesStatedTests {
  static func lesson(minutes: String, words: Int) -> String {
    Pack.sound.replacing("minutes: 4", with: "minutes: \(minutes)")
      .replacing("Some words.", with: Array(repeating: "word", count: words).joined(separator: " "))
  }

  /// 3.5 minutes of practice, six words of headings and a task, and 200 words a minute.
  @Test(
    arguments: [
      ("4", 2, nil), ("5", 2, nil), ("3", 2, nil), ("2", 2, 4), ("7", 2, 4), ("6", 500, nil),
      ("5", 2000, 14), ("14", 2000, nil), ("22", 2000, 14), ("1", 2, 4),
      ("6000", 2, nil), ("601", 2, nil), ("600", 2, 4),
    ] as [(String, Int, Int?)])
  func stated(_ minutes: String, _ words: Int, _ measured: Int?) async throws {
    let all = try await found(MinutesStated.self, Self.lesson(minutes: minutes, words: words))
    #expect(all.count == (measured == nil ? 0 : 1))
    guard let measured, let advice = all.first else { return }
    #expect(advice.hasPrefix("4:10: advice: minutes: \(minutes), but "))
    #expect(advice.hasSuffix("; write minutes: \(measured)"))
  }

  @Test(arguments: [(1, "0.5 minutes"), (2, "1 minute"), (3, "1.5 minutes")])
  func practiceIsCounted(_ runs: Int, _ practice: String) async throws {
    let text = "---\ntitle: T\nsummary: S\nminutes: 30\n---\n\n# T\n"
    let runs = String(repeating: "\n```simulate step-size\n```\n", count: runs)
    let all = try await found(MinutesStated.self, text + runs)
    #expect(all.first?.contains("and \(practice) of practice make") == true)
  }
}

@Suite struct NumbersPromisedTests {
  /// The sound lesson with promises in its run, and prose beside it.
  static func lesson(_ prose: String) -> String {
    Pack.sound.replacing("Some words.", with: prose).replacing(
      "show: path",
      with: "show: path\nexpect: relative-loss in 0.045 ... 0.055\nexpect: growth-per-step < 0.25")
  }

  @Test(arguments: [
    "At 40 steps, 0.05 is left.", "About 5 % is left.", "It grows by 0.25 at most.",
    "Two, 3 and 9 of them.", "Robbins (1951) and section 4.3, page 112.", "CIFAR-10 and w12.",
    "See `0.77` and then 0.77.", "[0.66](https://example.org/77.7)",
    "In all 10 of the bowl's curvature.", "a 300th of it, in 2D", "1. one\n2. two",
  ]) func quiet(_ prose: String) async throws {
    #expect(try await found(NumbersPromised.self, Self.lesson(prose)) == [])
  }

  @Test(arguments: [
    ("There 0.77 is left.", "9:7: advice: 0.77 is promised by no expect; add one, or take it out"),
    (
      "At 40 steps\n0.77 and 12 are left, 0.77.",
      "10:1: advice: 0.77 and 12 are promised by no expect; add one, or take them out"
    ),
    ("Only 12,500 or 33 %.", "9:6: advice: 12,500 and 33 % are promised by no expect; "),
    ("- a\n- of 1.5e-7", "10:6: advice: 1.5e-7 is promised by no expect; "),
    ("11 12 13 14 15 16 17", "9:1: advice: 11, 12, 13, 14, 15, 16, … are promised"),
  ]) func pointedOut(_ prose: String, _ says: String) async throws {
    let all = try await found(NumbersPromised.self, Self.lesson(prose))
    #expect(all.count == 1 && all.first?.hasPrefix(says) == true, "\(all)")
  }

  @Test func onlyBesideARun() async throws {
    let text = Pack.sound.replacing("## Your turn", with: "## Your turn\n\nIt takes 77.7 days.")
    #expect(try await found(NumbersPromised.self, text) == [])
  }
}

@Suite struct LengthTests {
  @Test(arguments: [("summary", "A lesson.", 160), ("title", "One", 80)])
  func longOnesAreAdvice(_ key: String, _ text: String, _ limit: Int) async throws {
    for (count, isLong) in [(limit, false), (limit + 1, true)] {
      let lesson = Pack.sound.replacing(
        "\(key): \(text)", with: "\(key): \(String(repeating: "x", count: count))")
      let all = try await found(FrontMatterLength.self, lesson)
      #expect(all.count == (isLong ? 1 : 0))
      #expect(all.allSatisfy { $0.contains("advice: ") && $0.contains("\(count) characters") })
    }
  }

  @Test func nothingToDoIsAdvice() async throws {
    let text = "---\ntitle: T\nsummary: S\n---\n# T\n\n```text\nx\n```\n"
    let all = try await found(SomethingToDo.self, text)
    #expect(all.count == 1 && all.first?.hasPrefix("1:1: advice: ") == true)
    #expect(try await found(SomethingToDo.self, Pack.sound) == [])
  }

  @Test func equalSectionsAreAdvice() async throws {
    let all = try await found(HeadingOrder.self, Pack.sound + "\n## Your turn\n\n### Your turn\n")
    #expect(all.count == 1)
    #expect(
      all.first?.hasPrefix("26:1: advice: \"Your turn\" is the heading of line 16 too;") == true)
  }
}
