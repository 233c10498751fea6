import TestKit
import Testing

@testable import Terminal

@Suite struct EndLabelsTests {
  @Test(arguments: [
    ([0, 5, 9], [0, 5, 9]), ([4, 4], [4, 5]), ([4, 4, 4], [3, 4, 5]), ([9, 9, 9], [7, 8, 9]),
    ([0, 0, 1], [0, 1, 2]), ([2, 3, 3, 9], [2, 3, 4, 9]), ([], []),
  ]) func spreading(_ wanted: [Int], _ expected: [Int]) {
    #expect(spread(wanted, over: 10) == expected)
  }

  @Test func spreadLabelsKeepOrderAndStayInside() {
    var random = Garbage(seed: 4)
    for _ in 0..<500 {
      let rows = 3 + random.below(12)
      let wanted = (0..<random.below(rows + 3)).map { _ in random.below(rows) }.sorted()
      guard let found = spread(wanted, over: rows) else {
        #expect(wanted.count > rows)
        continue
      }
      #expect(found.count == wanted.count)
      #expect(found.allSatisfy { (0..<rows).contains($0) })
      #expect(zip(found, found.dropFirst()).allSatisfy { $0 < $1 })
    }
  }
}
