import Lessons
import TestKit
import Testing
import ToyCourse

@testable import Exhibits

/// The sections in which words stand.
@Suite struct SearchExhibitTests {
  private static let lessons = [
    """
    ---
    title: Momentum
    summary: A ball that remembers.
    ---

    # Momentum

    The heavy ball is Polyak's. It keeps a *velocity*.

    ## Café crème

    - A naïve list item names β₁, once.

    | knob | share |
    |---|---|
    | speed | the velocity kept |

    ```text
    unfound code
    ```

    ## Your turn

    ```exercise catch-it
    simulation: slide
    task: Catch the sledge.
    choose: rate
    pass: height <= 1e-6 (7 points)
    hint: Nobody finds a hint.
    ```
    """,
    """
    ---
    title: Other
    summary: Else.
    ---

    # Other

    A ball is heavy. Another ball, and a heavy-ball method; the heavy ball again.
    """,
  ]

  private static func search(_ typed: String...) throws -> SearchExhibit? {
    let folder = try ScratchFolder()
    for (index, text) in lessons.enumerated() {
      try folder.write(text + "\n", to: "0\(index + 1)-l\(index + 1).md")
    }
    return SearchExhibit(
      typed, in: try Syllabus.read(folder: folder.path, catalog: ToyCourse.catalog))
  }

  @Test(arguments: [
    ("velocity", ["l1#momentum", "l1#café-crème"]), ("CAFE", ["l1#café-crème"]),
    // A beta is a letter of its own, and a small one below the line is a one.
    ("creme naive", ["l1#café-crème"]), ("b1", []), ("β1", ["l1#café-crème"]),
    ("sledge catch", ["l1#your-turn"]), ("unfound", []), ("hint", []),
    ("speed kept", ["l1#café-crème"]),
    ("ball velocity", ["l1#momentum"]), ("ball sledge", []),
    ("heavy ball", ["l1#momentum", "l2#other"]), ("heavy-ball", ["l1#momentum", "l2#other"]),
    ("remember", ["l1#momentum"]), ("emember", []),
    // Words of a lesson's title alone are found where it begins; with others they stand anywhere.
    ("momentum", ["l1#momentum"]), ("momentum sledge", ["l1#your-turn"]),
  ])
  func findsSectionsInWhichAllWordsStand(typed: String, sections: [String]) throws {
    let found = try #require(try Self.search(typed))
    #expect(
      found.hits.map { $0.command.replacing("knobs learn ", with: "") } == sections, "\(found.hits)"
    )
    #expect(found.total == found.hits.count)
    #expect(
      try Self.search(typed.split(separator: " ").map(String.init).joined(separator: "  "))?.total
        == found.total)
  }

  @Test func showsTheSentenceAndItsLine() throws {
    let found = try #require(try Self.search("polyak"))
    #expect(found.hits.map(\.text) == ["The heavy ball is Polyak's."])
    #expect(found.hits.map(\.line) == [8])
    let row = try #require(try Self.search("speed"))
    #expect(row.hits.map(\.text) == ["speed · the velocity kept"] && row.hits.map(\.line) == [16])
    let marked = found.marked("Polyak's polyakov, POLYAK").filter(\.isMarked).map(\.text)
    #expect(marked == ["Polyak", "polyakov", "POLYAK"])
  }

  @Test func aWordThatIsNowhereHasOneThatWasMeant() throws {
    #expect(
      try Self.search("velocty")?.heading == "No section has \"velocty\"; did you mean velocity?")
    #expect(
      try Self.search("ball", "zzzzzz")?.heading == "No section has all of \"ball zzzzzz\"")
    #expect(try Self.search("polyak")?.heading == "1 section with \"polyak\"")
  }

  /// What is no word is not searched for; whatever is typed ends in an answer.
  @Test func garbageIsNoTrouble() throws {
    for typed in ["", " ", "?!", "\u{301}", "\u{202E}", "🦆", "\u{0}"] {
      #expect(try Self.search(typed) == nil, "\(typed)")
    }
    var garbage = Garbage(seed: 4)
    for _ in 0..<20 {
      guard let found = try Self.search(garbage.text(upTo: 40), "ball") else { continue }
      #expect(found.heading.unicodeScalars.count < 2000)
      #expect(found.hits.allSatisfy { ($0.text ?? "").unicodeScalars.count <= 242 })
    }
    let long = try #require(try Self.search(String(repeating: "l", count: 100_000)))
    #expect(long.total == 0 && long.heading.utf8.count < 200)
  }
}
