import Foundation
import Markdown
import Testing

/// Random inputs on which two outside libraries agree; see `Tests/Reference/Markdown`.
@Suite struct ReferenceTests {
  private struct Fixture: Decodable {
    struct Case: Decodable {
      let input: String
      let html: String
    }
    let cases: [Case]
  }

  @Test func agreesWithTheReferenceLibraries() throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "Reference/Markdown/cases.json")
    let cases = try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: file)).cases
    #expect(cases.count >= 500)
    for item in cases {
      #expect(markup(item.input, []) == item.html, "for \(item.input.debugDescription)")
    }
  }
}
