import TestKit
import Testing

@Suite struct WaitingTests {
  @Test func waitsUntilItIsSo() throws {
    var pauses = 0
    try wait(for: "five pauses", pause: { pauses += 1 }, until: { pauses == 5 })
    #expect(pauses == 5)
    try wait(for: "nothing", pause: { pauses += 1 }, until: { true })
    #expect(pauses == 5)
  }

  @Test func whatNeverComesIsNamedInTheEnd() throws {
    var pauses = 0
    let silence = try #require(
      #expect(throws: Silence.self) {
        try wait(for: "rain", seen: { "sun" }, pause: { pauses += 1 }, until: { false })
      })
    #expect(silence.description == "waited for rain; seen: …sun")
    // Of two milliseconds each: ten minutes.
    #expect(pauses == 300_000)
  }
}
