import TestKit
import Testing

@testable import Experiments

@Suite struct NearestNameTests {
  static let known = ["learning-rate", "steps", "curvature", "batch-size"]

  @Test(arguments: [
    ("learningrate", "learning-rate"), ("LEARNING-RATE", "learning-rate"), ("lr", nil),
    ("step", "steps"), ("stpes", "steps"), ("curvatur", "curvature"), ("bath-size", "batch-size"),
    ("batch", "batch-size"), ("learn", "learning-rate"), ("", nil), ("xyzzy", nil),
    ("steps-to-take", "steps"), ("ste", "steps"), ("st", nil),
  ])
  func suggests(typed: String, nearest: String?) {
    #expect(NearestName.of(typed, among: Self.known) == nearest)
  }

  @Test func knowsNothingWithoutNames() {
    #expect(NearestName.of("steps", among: []) == nil)
    #expect(NearestName.remedy(for: "steps", among: []) == "; there is none")
    #expect(NearestName.remedy(for: "zz", among: ["steps"]) == "; there is steps")
    let many = (1...9).map { "name-\($0)" }
    #expect(NearestName.remedy(for: "zz", among: many).hasSuffix("name-8, …"))
  }

  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("", "ab", 2), ("ab", "ba", 1), ("kitten", "sitting", 3),
    ("ca", "abc", 3), ("rate", "rate", 0), ("a", "b", 1),
  ])
  func distance(a: String, b: String, expected: Int) {
    let first = Array(a.unicodeScalars)
    let second = Array(b.unicodeScalars)
    #expect(NearestName.distance(first, second) == expected)
    #expect(NearestName.distance(second, first) == expected)
  }

  /// A known name may be somebody's too.
  @Test(arguments: [
    ("past", ["p\u{1B}st"], "; did you mean p\\u{1B}st?"),
    ("else", ["p\u{1B}st", "\u{7}"], "; there are p\\u{1B}st, \\u{7}"),
    ("x", [], "; there is none"),
  ])
  func remediesAreOneLine(typed: String, known: [String], remedy: String) {
    #expect(NearestName.remedy(for: typed, among: known) == remedy)
  }

  @Test func longInputIsQuick() {
    let long = String(repeating: "x", count: 1_000_000)
    #expect(NearestName.of(long, among: Self.known) == nil)
  }

  /// One edit of a name of six letters or more is always understood.
  @Test func understandsOneEdit() {
    var garbage = Garbage(seed: 3)
    for _ in 0..<500 {
      let name = garbage.one(of: Self.known)
      var letters = Array(name)
      let place = garbage.below(letters.count)
      if garbage.below(2) == 0 { letters.remove(at: place) } else { letters[place] = "q" }
      #expect(NearestName.of(String(letters), among: Self.known) == name)
    }
  }
  /// Being long makes no name near.
  @Test func aLongNameIsNotMeantByEveryWord() {
    let long = String(repeating: "l", count: 32_000)
    #expect(NearestName.of("abc", among: [long]) == nil)
    #expect(NearestName.of(long + "x", among: [long]) == long)
    #expect(NearestName.remedy(for: "abc", among: [long]).count < 100)
  }
}
