import Experiments
import Foundation
import TestKit
import Testing
import ToyCourse

@testable import Grading

@Suite struct SeedKeyTests {
  /// From Python's hashlib: `Tests/Reference/seeds.py`.
  @Test(
    arguments: [
      ("toy/e", 1, 9_725_659_821_560_377_544), ("toy/e", 2, 12_916_370_481_049_305_347),
      ("learning-rate/reach-the-floor", 1, 12_012_809_029_352_829_565),
      ("a:b/é", 1_000_000_000, 9_727_937_722_756_833_527),
    ] as [(String, Int, UInt64)])
  func agreesWithTheReference(exercise: String, attempt: Int, seed: UInt64) {
    #expect(Toys.key.firstSeed(exercise: exercise, attempt: attempt) == seed)
  }

  /// Attempts, exercises and keys each have seeds of their own, none of which is typed or searched.
  @Test func seedsAreDisjoint() {
    let most = UInt64(SequentialTest.mostSeeds)
    var firsts: [UInt64] = []
    for key in [Toys.key] + (0..<5).map({ _ in SeedKey.random() }) {
      for exercise in ["a/b", "a/c", "a/b1", "", "語/é"] {
        for attempt in [Int.min, -1, 0, 1, 2, 3, 11, 1_000_000_000, .max] {
          firsts.append(key.firstSeed(exercise: exercise, attempt: attempt))
        }
      }
    }
    firsts.sort()
    for (one, next) in zip(firsts, firsts.dropFirst()) { #expect(next - one >= most) }
    #expect(firsts.allSatisfy { $0 > Seed.typed.upperBound && $0 >= Seed.firstForGrading })
    #expect(firsts.allSatisfy { $0 + most <= PassSearch.firstSeed })
  }

  @Test func isReadAsItIsKept() {
    for key in [Toys.key] + (0..<20).map({ _ in SeedKey.random() }) {
      #expect(SeedKey(text: key.text) == key)
      #expect(SeedKey(text: String(key.text.dropLast()).uppercased()) == key)
      #expect(key.text.utf8.count == 65)
    }
    #expect(Toys.key.text.hasPrefix("000102030405060708090a0b0c0d0e0f10"))
    #expect(Set((0..<20).map { _ in SeedKey.random() }).count == 20)
  }

  @Test func anythingElseIsNoKey() {
    let text = Toys.key.text
    var garbage = Garbage(seed: 4)
    let others =
      ["", "\n", text + "\n", " " + text, String(text.dropFirst()), "0x" + text.dropFirst(2)]
      + [text.replacing("0", with: "０"), text.replacing("a", with: "g"), text + text]
      + (0..<200).map { _ in garbage.text(upTo: 80) }
    for other in others { #expect(SeedKey(text: other) == nil, "\(other.debugDescription)") }
    for size in [0, 1, 31, 33, 1000] {
      #expect(SeedKey([UInt8](repeating: 7, count: size)) == nil)
    }
  }

  // The file beside the journal

  private static func mode(_ folder: borrowing ScratchFolder) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/seed-key")
    return try #require(attributes[.posixPermissions] as? Int)
  }

  @Test func aKeyIsMadeOnceAndForItsOwnerAlone() throws {
    let folder = try ScratchFolder()
    let journal = Journal(folder: folder.path + "/new/state")
    let first = try journal.reserve("a/b")
    #expect(!first.lostKey)
    let path = folder.path + "/new/state/seed-key"
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let second = try journal.reserve("a/b")
    #expect(second.key == first.key && !second.lostKey)
    let other = try Journal(folder: folder.path + "/other").reserve("a/b")
    #expect(other.key != first.key)
  }

  @Test func aKeyThatIsLostIsMadeAnew() throws {
    let folder = try ScratchFolder()
    let journal = Journal(folder: folder.path)
    try journal.append(.hint(exercise: "a/b", number: 1))
    var last = try journal.reserve("a/b")
    #expect(!last.lostKey)
    let damages: [Data?] = [
      nil, Data(), Data("0011".utf8), Data([0xFF, 0xFE, 0]), Data(repeating: 65, count: 4000),
    ]
    for damage in damages {
      try FileManager.default.removeItem(atPath: folder.path + "/seed-key")
      if let damage { try folder.write(damage, to: "seed-key") }
      let next = try journal.reserve("a/b")
      #expect(next.lostKey)
      #expect(next.key != last.key && next.number == last.number + 1)
      let text = try folder.text(of: "seed-key")
      #expect(SeedKey(text: text) == next.key)
      let mode = try Self.mode(folder)
      #expect(mode == 0o600)
      last = try journal.reserve("a/b")
      #expect(!last.lostKey && last.key == next.key)
    }
  }

  /// What is no file that could be ours is left alone, and a key that is not kept serves once.
  @Test func whatCannotBeAKeyIsLeftAlone() throws {
    let folder = try ScratchFolder()
    let path = folder.path + "/seed-key"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    let journal = Journal(folder: folder.path)
    let first = try journal.reserve("a/b")
    #expect(
      first.keyProblem?.message
        == "cannot read \(path): not a regular file; move it away to begin with a new key")
    try FileManager.default.removeItem(atPath: path)
    try folder.write(Data(repeating: 48, count: 5000), to: "seed-key")
    let second = try journal.reserve("a/b")
    #expect(second.keyProblem != nil && second.number == 2)
    // It is not said to be a new key in the place of one that is gone.
    #expect(first.key != second.key && !first.lostKey && !second.lostKey)
    #expect(try folder.data(of: "seed-key").count == 5000)
  }
}
