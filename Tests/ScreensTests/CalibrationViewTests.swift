import Authoring
import Exhibits
import Experiments
import Lessons
import Simulations
import Terminal
import Testing

@testable import Screens

@Suite struct CalibrationViewTests {
  private static func page(_ lines: String, _ screen: Screen) async throws -> [String] {
    let text = """
      ---
      title: T
      summary: S
      ---

      # T

      ```exercise e
      simulation: step-size
      task: t
      \(lines)
      hint: h
      ```
      """
    let (lesson, faults) = LessonReader.read(text, file: "f", name: "n", catalog: .all)
    #expect(faults == [])
    let exercise = try #require(lesson.exercises.first)
    var page = Page(screen)
    page.set(CalibrationExhibit(await Calibration.of(exercise, .none), of: exercise))
    return page.lines.map(\.text)
  }

  private static let one = "choose: learning-rate\npass: relative-loss <= 1e-6"
  private static let two = one + "\npass: overshoots >= 1"
  private static let map = "choose: learning-rate, steps\npass: relative-loss <= 1e-6"

  private static func curves(in lines: [String]) -> Int { lines.count { $0.contains("┤") } }

  /// Curve, strip, figures and what to type next stand on one screen above the prompt.
  @Test(arguments: [one, two], [(80, 24), (100, 30), (60, 24), (120, 50)])
  func takesOneScreenOfATerminal(lines: String, size: (Int, Int)) async throws {
    let screen = Screen(width: size.0, height: size.1, isTerminal: true)
    let page = try await Self.page(lines, screen)
    #expect(page.count < size.1, "\(page.joined(separator: "\n"))")
    #expect(page.allSatisfy { displayWidth($0) <= size.0 })
    #expect(Self.curves(in: page) >= 1)
    #expect(page.contains { $0.contains("█ passes, · does not") })
  }

  /// A file has as many lines as it takes, and both curves.
  @Test func takesAllItNeedsElsewhere() async throws {
    let page = try await Self.page(Self.two, Screen())
    #expect(page.count > 24)
    #expect(page.contains { $0.contains("overshoots, median, and what passes") })
    let high = try await Self.page(Self.two, Screen(height: 60, isTerminal: true))
    #expect(high == page)
  }

  /// The curve of the criterion that decides is kept.
  @Test func theStrictestCriterionIsDrawn() async throws {
    let screen = Screen(height: 24, isTerminal: true)
    let lines = "choose: learning-rate\npass: overshoots >= 1\npass: relative-loss <= 1e-6"
    let page = try await Self.page(lines, screen)
    #expect(page.contains { $0.hasPrefix(" relative-loss") })
    #expect(!page.contains { $0.hasPrefix(" overshoots") })
  }

  @Test func aMapIsLeftItsRows() async throws {
    let page = try await Self.page(Self.map, Screen(height: 24, isTerminal: true))
    #expect(page.count { $0.contains("│") || $0.contains("┤") } >= 8)
  }
}
