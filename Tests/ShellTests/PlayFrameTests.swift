import Simulations
import TestKit
import Testing
import ToyCourse

@testable import Experiments
@testable import Shell

/// The first pictures of the full screen, compared with those kept as text.
@Suite struct PlayFrameTests {
  static let goldens = Goldens("Goldens/Frames")

  /// Pictures of the toy course, by their names.
  static let toys: [String: String] = [
    "wide": "slide --rate 0.3,1.2 --pin --frame 120x32",
    "widest": "slide --rate 0.3,1.2 --pin --frame 190x52",
    "exercise": "slides/get-down --frame 70x20", "small": "slide --frame 34x10",
    "smallest": "slide --frame 20x5", "chance": "toss --seed 4 --frame 62x16",
    "figure": "slide --figure map --frame 80x24",
  ]

  private static func frame(_ words: String, _ catalog: Catalog, usesUnicode: Bool = true)
    async throws -> String
  {
    try await Fixture.withFolder { folder in
      let fixture = Fixture.context(
        width: 80, usesUnicode: usesUnicode, state: folder + "/state")
      let context = Context(
        catalog: catalog, environment: fixture.environment, screen: fixture.screen,
        errorScreen: fixture.errorScreen, canAsk: false)
      let line = ["play"] + words.split(separator: " ").map(String.init)
      return try await Program.run(line, context).text
    }
  }

  /// Whether a picture is as many rows and no more columns than it was asked for.
  private static func fills(_ text: String, _ width: Int, _ height: Int) -> Bool {
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
    return rows.count == height + 1 && rows.allSatisfy { $0.count <= width }
  }

  @Test(arguments: Catalog.all.names) func everySimulationIsDrawn(_ name: String) async throws {
    let text = try await Self.frame("\(name) --frame 80x24", .all)
    #expect(Self.fills(text, 80, 24))
    try Self.goldens.compare(text, with: "\(name).txt")
  }

  @Test(arguments: toys.keys.sorted()) func toysAreDrawn(_ name: String) async throws {
    let words = try #require(Self.toys[name])
    let text = try await Self.frame(words, Fixture.catalog)
    try Self.goldens.compare(text, with: "toys/\(name).txt")
    let plain = try await Self.frame(words, Fixture.catalog, usesUnicode: false)
    #expect(plain.utf8.allSatisfy { $0 < 0x80 })
    #expect(plain.split(separator: "\n").count == text.split(separator: "\n").count)
  }

  @Test func everyFileIsAPicture() {
    let names = Catalog.all.names + Self.toys.keys.map { "toys/\($0)" }
    Self.goldens.expectNothing(besides: names.map { "\($0).txt" })
  }
}
