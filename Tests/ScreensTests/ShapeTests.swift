import Exhibits
import Lessons
import Terminal
import TestKit
import Testing
import ToyCourse

@testable import Screens

/// Whatever a lesson holds, showing it takes time in proportion to its length: from its text through
/// lines, blocks and parts to what is written.
@Suite(.mayHang) struct ShapeTests {
  @Test func thereAreAHundredAndMore() {
    #expect(Shape.all.count >= 100)
  }

  @Test(arguments: Shape.all) func workGrowsWithTheLength(_ shape: Shape) {
    let growth = Growth(from: 1_000) { length in
      let written = Self.written(shape.text(length), Screen(width: 80))
      #expect(!written.isEmpty)
    }
    #expect(growth.isLinear, "\(growth)")
  }

  /// On a terminal that shows nothing but ASCII too.
  @Test(arguments: Shape.characters) func workGrowsWithTheLengthInASCII(_ shape: Shape) {
    let growth = Growth(from: 1_000) { length in
      let screen = Screen(width: 40, usesColour: true, usesUnicode: false)
      #expect(Self.written(shape.text(length), screen).utf8.allSatisfy { $0 < 0x80 })
    }
    #expect(growth.isLinear, "\(growth)")
  }

  /// A lesson of a text as it is printed, runs left out.
  private static func written(_ text: String, _ screen: Screen) -> String {
    let matter = "---\ntitle: T\nsummary: S.\n---\n\n# T\n\n"
    let (lesson, faults) = LessonReader.read(
      text.hasPrefix("---\n") ? text : matter + text, file: "f", name: "f",
      catalog: ToyCourse.catalog)
    var page = Page(screen)
    for part in LessonPart.parts(of: lesson, faults: faults) {
      page.blank()
      page.set(part, nil)
    }
    return page.lines.rendered(for: screen)
  }
}
