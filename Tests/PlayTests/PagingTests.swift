import Terminal
import TestKit
import Testing
import ToyCourse

@testable import Play

/// Where text is cut into screenfuls.
@Suite struct PagingTests {
  static func lines(_ blocks: [Int], heading: Bool = false) -> [StyledText] {
    blocks.enumerated().flatMap { index, count in
      (0..<count).map { StyledText("  block \(index) line \($0)") } + [StyledText()]
    }
  }

  @Test(arguments: [
    ([3, 3], 0, 24, 8),  // all of it
    ([10, 10, 10], 0, 24, 22),  // two blocks, not a part of the third
    ([10, 20], 0, 24, 11),  // the second would be cut
    ([10, 40], 0, 24, 23),  // the second is to be cut anyway
    ([40], 0, 24, 23),
    ([10, 10], 5, 24, 11),
    ([10, 10], 15, 24, 0),  // a pause first
    ([40], 10, 24, 0),
    ([10], 30, 24, 0),
    ([40], 0, 2, 1),
  ])
  func blocksAreKeptWhole(_ blocks: [Int], _ unread: Int, _ height: Int, _ count: Int) {
    let lines = Self.lines(blocks)
    #expect(Paging.count(of: lines[...], unread: unread, height: height) == count)
  }

  @Test func aHeadingStaysWithWhatFollows() {
    let text = Self.lines([10])
    let table = Self.lines([12])
    for heading in [
      StyledText("step-size · steps 40"), StyledText("  ") + StyledText("Title", .bold),
    ] {
      let lines = text + [heading, StyledText()] + table
      #expect(Paging.count(of: lines[...], unread: 0, height: 24) == 11)
      // Below the heading alone there is nothing to cut.
      #expect(Paging.count(of: lines[11...], unread: 0, height: 10) == 8)
    }
  }

  @Test func everythingIsShownInTheEnd() {
    var garbage = Garbage(seed: 5)
    for _ in 0..<200 {
      let blocks = (0..<Int.random(in: 1...9, using: &garbage)).map { _ in
        Int.random(in: 0...30, using: &garbage)
      }
      let lines = Self.lines(blocks)
      let height = Int.random(in: 5...50, using: &garbage)
      var unread = Int.random(in: 0...60, using: &garbage)
      var rest = lines[...]
      var pauses = 0
      while !rest.isEmpty {
        let count = Paging.count(of: rest, unread: unread, height: height)
        #expect(count == 0 || count + unread <= height - 1)
        #expect(count > 0 || unread > 0)
        rest = rest.dropFirst(count)
        unread = 0
        pauses += 1
      }
      #expect(pauses <= lines.count + 1)
    }
  }
}
