import Experiments
import Foundation
import TestKit
import Testing

@testable import Grading

/// Attempts kept in little memory.
@Suite struct AttemptStoreTests {
  private static func attempt(_ garbage: inout Garbage) -> JournalEntry.Attempt {
    var settings: [String: SettingValue] = [:]
    for name in ["learning-rate", "mode", "x", ""] where garbage.below(2) == 0 {
      settings[name] =
        garbage.below(3) == 0
        ? .choice(garbage.name()) : .real(garbage.one(of: [-0.0, 0, 1e300, 0.1]))
    }
    return JournalEntry.Attempt(
      exercise: garbage.one(of: ["a/b", "é/\u{0}", "deep:a/b"]),
      number: garbage.below(3) == 0 ? nil : 1 + garbage.below(JournalEntry.largestCount),
      seed: garbage.below(3) == 0 ? nil : garbage.next(),
      program: garbage.one(of: [nil, "0.2.0"]),
      digest: garbage.one(of: [nil, "d", garbage.name()]),
      pack: garbage.one(of: [nil, "knobs", "mine"]), settings: settings,
      passed: garbage.below(2) == 0, points: garbage.below(JournalEntry.largestCount + 1),
      maximumPoints: garbage.below(100) - 10,
      findings: garbage.one(of: [[], ["a"], ["a", "b"], ["b", "a"]]))
  }

  @Test(arguments: 0..<20) func giveBackWhatWasPutIn(seed: Int) {
    var garbage = Garbage(seed: seed)
    let attempts = (0..<300).map { _ in Self.attempt(&garbage) }
    var store = AttemptStore()
    for (index, attempt) in attempts.enumerated() {
      store.append(attempt, at: Date(timeIntervalSince1970: Double(index)))
    }
    #expect(store.count == attempts.count)
    for (index, attempt) in attempts.enumerated() {
      let (date, found) = store[index]
      #expect(found == attempt && date == Date(timeIntervalSince1970: Double(index)))
      for (name, value) in attempt.settings {
        guard case .real(let number) = value, case .real(let other)? = found.settings[name] else {
          continue
        }
        #expect(number.bitPattern == other.bitPattern)
      }
    }
  }
}
