import Exhibits
import Terminal
import Testing
import ToyCourse

@testable import Shell

/// What charts are drawn with where a simulation is played.
@Suite struct PlayMarksTests {
  private static let kinds: [(marks: Screen.Marks, characters: ClosedRange<UInt32>)] = [
    (.braille, 0x2800...0x28FF), (.block, 0x2596...0x259F),
  ]

  @Test(arguments: Screen.Marks.allCases, [true, false])
  func areThoseAskedFor(_ marks: Screen.Marks, _ usesUnicode: Bool) async throws {
    let context = Fixture.context(usesUnicode: usesUnicode)
    let words = ["play", "slide", "--frame", "80x24", "--marks", marks.rawValue]
    let text = try await Program.run(words, context).text
    for (kind, characters) in Self.kinds {
      let isThere = text.unicodeScalars.contains { characters.contains($0.value) }
      #expect(isThere == (usesUnicode && kind == marks), "\(kind)")
    }
    #expect(text.contains(usesUnicode ? "└" : "+"))
  }

  @Test(arguments: ["", "Block", "sixel", "block,ascii"])
  func othersAreRefusedByName(_ marks: String) async {
    await #expect(throws: Refusal.self) {
      try await Program.run(
        ["play", "slide", "--frame", "80x24", "--marks", marks], Fixture.context())
    }
  }
}
