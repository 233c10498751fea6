import Testing

@testable import Authoring

/// Terms are defined before they are used.
@Suite struct WordsInOrderTests {
  private static func found(_ bodies: [String]) async throws -> [String] {
    var files: [String: String] = [:]
    for (index, body) in bodies.enumerated() {
      files["0\(index + 1)-l\(index + 1).md"] = Pack.lesson(body)
    }
    return try await Pack(files).found(rules: [WordsInOrder.self])
  }

  private static let block = "```words\nhidden layer: what stands between\n```"

  @Test(arguments: [
    // In its own section a term may stand before the block, and everything behind it.
    ["A hidden layer.\n\n\(block)\n\n## On\n\nHidden layers."],
    // Code, links and titles say nothing.
    ["`hidden layer` and [hidden layer](#on).\n\n## On\n\n\(block)"],
    // Other words say nothing.
    ["Hidden in a layer, hiddenlayer, hid\u{E9}den layer.\n\n## On\n\n\(block)"],
    ["Nothing is defined here: a hidden layer."],
    ["\(block)", "A hidden layer."],
  ])
  func whatIsInOrderIsNotNamed(_ bodies: [String]) async throws {
    #expect(try await Self.found(bodies) == [])
  }

  @Test(arguments: [
    (
      ["Some *Hidden* layers.\n\n## On\n\n\(block)"],
      "01-l1.md:9:7: advice: \"hidden layer\" is used here"
    ),
    (
      ["- An item.\n- A hidden-layer.", "Text.\n\n## On\n\n\(block)"],
      "01-l1.md:10:5: advice: \"hidden layer\" is used here"
    ),
    (
      ["| a |\n|---|\n| hidden layer |", block],
      "01-l1.md:11:3: advice: \"hidden layer\" is used here"
    ),
    (
      ["## Of hidden layers\n\nText.", block], "01-l1.md:9:7: advice: \"hidden layer\" is used here"
    ),
    (
      [block, block.replacing("hidden", with: "Hidden")],
      "02-l2.md:10:1: Hidden layer is defined already in "
    ),
  ])
  func whatIsOutOfOrderIsNamed(_ bodies: [String], _ says: String) async throws {
    let found = try await Self.found(bodies)
    #expect(found.count == 1 && found.first?.hasPrefix(says) ?? false, "\(found)")
  }

  /// The first use of each term is named, not all.
  @Test func aTermIsNamedOnceALesson() async throws {
    let uses = Array(repeating: "A hidden layer.", count: 9).joined(separator: "\n\n")
    #expect(try await Self.found([uses, uses, Self.block]).count == 2)
  }

  @Test(arguments: [
    ("", 0), ("hidden", 0), ("hidden layer", 1), ("hidden layers and Hidden Layer", 2),
    ("hidden\nlayer", 1), ("hiddenlayer", 0), ("a β₁", 1), ("loss losses", 2),
    ("A \"loss of “loss\" at “loss” „loss“ loss", 1),
    (String(repeating: "hidden ", count: 10_000), 0),
  ])
  func termsAreFoundAsWords(_ text: String, _ count: Int) {
    let finder = TermFinder(["hidden layer", "β₁", "loss"])
    #expect(finder.terms(in: text).count == count)
  }
}
