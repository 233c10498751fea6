import Exhibits
import Experiments
import Foundation
import Grading
import Terminal
import TestKit
import Testing

@testable import Screens

/// The log, piece by piece as it is written and whole as it is set.
@Suite struct LogViewTests {
  private static func log(_ count: Int) throws -> AttemptLog {
    var garbage = Garbage(seed: count)
    var log = AttemptLog(listings: [])
    let exercises = ["learning-rate/reach-the-floor", "a/b", "teacher@0123456789abcdef:a/b", "é/x"]
    for number in 0..<count {
      let date = Date(timeIntervalSince1970: 1.7e9 + Double(garbage.below(100_000_000)))
      if garbage.below(20) == 0 {
        let lesson = garbage.below(2) == 0 ? nil : garbage.one(of: ["a", "learning-rate"])
        log.add(JournalEntry(.reset(lesson: lesson), at: date))
        continue
      }
      let object: [String: Any] = [
        "exercise": garbage.one(of: exercises), "passed": garbage.below(2) == 0,
        "settings": ["learning-rate": garbage.fraction(), "batch-size": Double(garbage.below(64))],
        "points": garbage.below(12), "maximumPoints": 10, "number": number + 1,
        "findings": garbage.one(of: [["slow"], ["past-the-edge", "slow"], []]),
      ]
      let attempt = try JSONDecoder().decode(
        JournalEntry.Attempt.self, from: JSONSerialization.data(withJSONObject: object))
      log.add(JournalEntry(.attempt(attempt), at: date))
    }
    return log
  }

  @Test(arguments: [0, 1, 7, 1200]) func isTheSameInPieces(count: Int) throws {
    let log = try Self.log(count)
    for width in [20, 50, 80, 120, 200] {
      for (colour, unicode) in [(false, true), (true, true), (false, false)] {
        let screen = Screen(width: width, usesColour: colour, usesUnicode: unicode)
        var page = Page(screen)
        page.set(log)
        #expect(log.text(for: screen) == page.lines.rendered(for: screen), "\(width)")
        #expect(page.lines.allSatisfy { $0.displayWidth <= width }, "\(width)")
      }
    }
  }

  /// Rows are laid out for all of the log, not for those that stand near.
  @Test func theColumnsStayWhereTheyAre() throws {
    let screen = Screen(width: 150)
    let lines = try Self.log(1200).text(for: screen).split(separator: "\n")
    let places = lines.prefix(1100).compactMap { line in
      line.firstRange(of: /[✓✗]/).map { line.distance(from: line.startIndex, to: $0.lowerBound) }
    }
    #expect(places.count > 500)
    #expect(Set(places).count <= 2)
  }

  @Test func manyAttemptsTakeWorkInProportion() throws {
    let logs = try [200, 1600].map(Self.log)
    let growth = Growth(from: 200) { length in
      _ = logs[length == 200 ? 0 : 1].text(for: Screen(width: 80))
    }
    #expect(growth.isLinear, "\(growth)")
  }
}
